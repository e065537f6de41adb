"""Limits on what one document may ask of its templates: loop turns, parts, characters.

A template cannot wait or reach the machine, but it could loop longer than anybody waits. Work is
counted, not timed, so the same template ends in the same way on every machine.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import wraps
from itertools import islice
from typing import Any, Final

from jinja2 import Undefined, nodes, pass_context
from jinja2.runtime import Context
from jinja2.visitor import NodeTransformer

_MOST_TURNS: Final = 5_000_000
_MOST_CHARACTERS: Final = 3_000_000
_LARGEST_PARTING: Final = 1_000
_CHARACTERS_A_TURN: Final = 100
"""As many characters, or things that are only looked for, are gone through in a turn's time."""
_A_PART: Final = 250
"""Turns that a part from another file counts for: it takes about as long."""

# No template can name these: a word has no blank.
_TURNS, _PART, _JOINED = "turns of a loop", "another part", "joined text"
_SEARCHED = "searched list"


class TooMuch(Exception):
    """A document asks for more work than any document needs."""


class Allowance:
    """What the document being rendered may still ask for."""

    def __init__(self) -> None:
        self.renew()

    def renew(self) -> None:
        self._turns, self._characters = _MOST_TURNS, _MOST_CHARACTERS

    def take_turns(self, count: int) -> None:
        self._turns -= count
        if self._turns < 0:
            raise TooMuch

    def take(self, characters: int) -> None:
        self._characters -= characters
        if self._characters < 0:
            raise TooMuch

    def printed(self, pieces: Iterable[str]) -> Iterator[str]:
        """The pieces of a text, with what stands between the marks; the values were taken before."""
        left = 2 * _MOST_CHARACTERS
        for piece in pieces:
            left -= len(piece)
            if left < 0:
                raise TooMuch
            yield piece

    def filters(self) -> Mapping[str, Any]:
        """The filters that count, under the names that ``counted`` and templates call them by."""

        # With the context none of them is worked out once for all when a template is compiled.
        @pass_context
        def turns(_: Context, value: Any) -> Any:  # noqa: ANN401
            value = self._counted(value)
            self.take_turns(_length(value) + 1)
            return value

        @pass_context
        def part(_: Context, name: Any) -> Any:  # noqa: ANN401
            self.take_turns(_A_PART)
            return name

        @pass_context
        def joined(_: Context, values: Iterable[Any]) -> str:
            return self.join(values, "")

        @pass_context
        def searched(_: Context, value: Any) -> Any:  # noqa: ANN401
            value = self._counted(value)
            self.take_turns(_length(value) // _CHARACTERS_A_TURN + 1)
            return value

        return {_TURNS: turns, _PART: part, _JOINED: joined, _SEARCHED: searched}

    def counting(self, work: Callable[..., Any]) -> Callable[..., Any]:
        """A filter of Jinja's that counts the items it goes through."""
        first = int(hasattr(work, "jinja_pass_arg"))

        @wraps(work)
        def counted(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401
            passed, value, others = arguments[:first], arguments[first], arguments[first + 1 :]
            if not isinstance(value, str):
                value = self._counted(value)
            beside = sum(map(_length, (*others, *named.values())))
            self.take_turns(_length(value) * (1 + beside) + 1)
            return work(*passed, value, *others, **named)

        return counted

    def _counted(self, value: Any) -> Any:  # noqa: ANN401
        """What makes its items one by one as a list of them, if there is an end to it."""
        lazy = isinstance(value, Iterator)
        return list(islice(value, self._turns + 1)) if lazy else value

    def join(self, values: Iterable[Any], between: str) -> str:
        texts = [_printable(value) for value in values]
        self.take(sum(map(len, texts)) + len(between) * len(texts))
        return between.join(texts)

    def replace(self, text: str, old: str, new: str, count: int = -1) -> str:
        """Filter replace, which else could make a text as long as memory holds."""
        text, old, new = _printable(text), _printable(old), _printable(new)
        self.take(len(text) + text.count(old) * len(new))
        return text.replace(old, new, count)


def _length(value: Any) -> int:  # noqa: ANN401
    """How many turns it costs to go through a value; a text costs few."""
    if isinstance(value, str):
        return len(value) // _CHARACTERS_A_TURN
    # What is missing may get a default; only what prints it is wrong.
    missing = isinstance(value, Undefined)
    return len(value) if hasattr(value, "__len__") and not missing else 0


def _printable(value: Any) -> str:  # noqa: ANN401
    """A text or number as text; other values may print longer than memory holds."""
    if isinstance(value, list | tuple | dict | set):
        raise TypeError(type(value).__name__)
    return str(value)


def parting(count: Any) -> None:  # noqa: ANN401
    """Guard for filters that cut a list into pieces: no more pieces than a page has."""
    if not isinstance(count, int) or abs(count) > _LARGEST_PARTING:
        raise OverflowError


class _Counting(NodeTransformer):
    """Wraps loops, included parts and joined texts of a template in counting filters."""

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802  Jinja's name
        node = self._inside(node)
        node.iter = _filtered(node.iter, _TURNS)
        return node

    def visit_Operand(self, node: nodes.Operand) -> nodes.Node:  # noqa: N802
        node = self._inside(node)
        if node.op in ("in", "notin"):
            node.expr = _filtered(node.expr, _SEARCHED)
        return node

    def visit_Include(self, node: nodes.Include) -> nodes.Node:  # noqa: N802
        return self._named(node)

    def visit_Import(self, node: nodes.Import) -> nodes.Node:  # noqa: N802
        return self._named(node)

    def visit_FromImport(self, node: nodes.FromImport) -> nodes.Node:  # noqa: N802
        return self._named(node)

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        self._inside(node)
        return _filtered(nodes.List(node.nodes, lineno=node.lineno), _JOINED)

    def _named(self, node: Any) -> nodes.Node:  # noqa: ANN401
        node = self._inside(node)
        node.template = _filtered(node.template, _PART)
        return node  # type: ignore[no-any-return]

    def _inside(self, node: Any) -> Any:  # noqa: ANN401
        return self.generic_visit(node)


def _filtered(node: Any, name: str) -> nodes.Filter:  # noqa: ANN401
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)


def counted(tree: nodes.Template) -> nodes.Template:
    """The syntax tree of a template, with everything counted that could grow."""
    _Counting().visit(tree)
    return tree
