"""The environment templates run in: what they may use, and how values are printed."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound, Undefined, nodes
from jinja2.compiler import CodeGenerator
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.filters import do_batch, make_attrgetter
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ..escaping import LINE_BREAK, PARAGRAPH_BREAK, Fragment, escape
from ..prose import by, cited, quoted
from .allowance import Allowance, counted
from .compiled import Compiled, Kept

# Ten times the longest of ours; what a larger one compiles to takes minutes.
_LONGEST_SOURCE = 100_000
_LARGEST_FACTOR = 1_000_000
_LONGEST_RANGE = 1000
_LARGEST_BATCH = 1000
_METHODS_OF_TEXT = {"startswith", "endswith", "removeprefix", "removesuffix", "strip", "split"}
_FILTERS = (
    *("abs", "batch", "default", "first", "groupby", "int", "join", "last", "length", "list"),
    *("map", "max", "min", "reject", "rejectattr", "replace", "round", "select", "selectattr"),
    *("sort", "sum", "trim", "unique"),
)
_REFUSED: dict[type[nodes.Node], str] = {
    nodes.Macro: "macro",
    nodes.CallBlock: "call",
    nodes.FilterBlock: "filter",
    nodes.AssignBlock: "set",
    nodes.ScopedEvalContextModifier: "autoescape",
    nodes.Block: "block",
    nodes.Extends: "extends",
}
_END_MARKS = tuple("。！？；：…")


class Source(NamedTuple):
    """The text of one template file and the path to name in findings.

    ``packaged`` is where the file lies that comes with the program; empty for an office's own.
    """

    path: str
    text: str
    packaged: str = ""


class _Loader(BaseLoader):
    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._sources = sources

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:
        del environment
        if template not in self._sources:
            raise TemplateNotFound(template)
        source = self._sources[template]
        return source.text, source.path, None


class _Compiler(CodeGenerator):
    """Refuses what would print a text escaped twice or not at all, and loops that call themselves."""

    def get_visitor(self, node: nodes.Node) -> Callable[..., Any] | None:
        if tag := _REFUSED.get(type(node)):
            self.fail(f"refused {tag}", node.lineno)
        if isinstance(node, nodes.For) and node.recursive:
            self.fail("refused recursive", node.lineno)
        return super().get_visitor(node)


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, without ways to make a text larger than memory holds."""

    code_generator_class = _Compiler
    intercepted_binops = frozenset(("*", "**", "%", "+"))

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401
        super().__init__(**settings)
        self.allowance = Allowance()

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        if len(source) > _LONGEST_SOURCE:
            raise TemplateSyntaxError("refused length", 1, name, filename)
        return counted(super()._parse(source, name, filename))

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401
        """As Jinja has it; a Chinese name is no method, so a mapping is asked for the key first."""
        if type(obj) is dict and attribute in obj and not attribute.isascii():
            return obj[attribute]
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401
        """Of a text only methods that neither format it nor make it huge."""
        if isinstance(obj, str):
            return attr in _METHODS_OF_TEXT
        return super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> None:  # noqa: ANN401
        """No formatting: a width of a billion would make a gigabyte."""

    def call(self, context: Context, called: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401  Jinja names the first three otherwise
        result = super().call(context, called, *args, **kwargs)
        if isinstance(result, str | list):
            self.allowance.take(len(result))
        return result

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401
        if operator == "+":
            result = super().call_binop(context, operator, left, right)
            if not isinstance(result, int | float):
                self.allowance.take(len(result))
            return result
        numbers = isinstance(left, int) and isinstance(right, int)
        if operator == "**" or not numbers or max(abs(left), abs(right)) > _LARGEST_FACTOR:
            raise SecurityError(operator)
        return super().call_binop(context, operator, left, right)


def environment(sources: Mapping[str, Source], kept: Kept | None = None) -> "_Sandbox":
    environment = _Sandbox(
        loader=_Loader(sources),
        bytecode_cache=Compiled(sources, kept) if kept else None,
        undefined=StrictUndefined,
        # Constants are rare in templates, and looked for in every expression.
        optimized=False,
        # Not HTML: values are escaped for Markdown by finalize.
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    allowance = environment.allowance

    def finalize(value: object) -> str:
        # Nearly everything printed is a text.
        text = escape(value) if type(value) is str else _finalize(value)
        allowance.take(len(text))  # here the line is known
        return text

    environment.finalize = finalize

    def join(value: Iterable[Any], d: str = "", attribute: str | int | None = None) -> str:
        """Filter join. Its arguments are called as in Jinja."""
        texts = map(make_attrgetter(environment, attribute), value) if attribute else value
        return allowance.join(texts, d)

    environment.filters = {name: allowance.counting(environment.filters[name]) for name in _FILTERS}
    environment.globals = {"range": _range}
    environment.filters |= {
        **allowance.filters(),
        "join": join,
        "replace": allowance.replace,
        "batch": _batch,
        "分行": _lines,
        "分段": _paragraphs,
        "顿号": _enumerate,
        "句号": _full_stop,
        "于": by,
        "引号": quoted,
        "书名号": cited,
    }
    return environment


class Empty(ValueError):
    """A template prints a value that the campaign does not give."""


def _range(*bounds: int) -> range:
    """``range``, short enough for nested loops to end."""
    numbers = range(*bounds)
    if len(numbers) > _LONGEST_RANGE:
        raise OverflowError
    return numbers


def _batch(value: Iterable[Any], linecount: Any, fill_with: Any = None) -> Iterable[Any]:  # noqa: ANN401
    if not isinstance(linecount, int) or abs(linecount) > _LARGEST_BATCH:
        raise OverflowError
    return list(do_batch(value, linecount, fill_with))


def _finalize(value: object) -> str:
    if isinstance(value, Fragment):
        return value
    if value is None:
        raise Empty
    if isinstance(value, Undefined):
        str(value)  # raises with the name that is missing
    if isinstance(value, str):
        return escape(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return escape(str(value))
    raise TypeError(type(value).__name__)


def _lines(value: str | Iterable[str]) -> Fragment:
    """Filter 分行: each text on a line of its own, also inside a table cell."""
    texts = (value,) if isinstance(value, str) else value
    return Fragment(LINE_BREAK.join(escape(text) for text in texts))


def _paragraphs(value: str) -> Fragment:
    """Filter 分段: each paragraph of a prose text as a paragraph of the document."""
    return Fragment(PARAGRAPH_BREAK.join(escape(text) for text in value.split("\n")))


def _enumerate(value: Iterable[str]) -> str:
    """Filter 顿号: names in a row, as in 市司法局、市财政局."""
    return "、".join(value)


def _full_stop(value: str | None, mark: str = "。") -> str:
    """Filter 句号: a text with its full stop or another ``mark``, if it has none at its end yet.

    One before a closing quotation mark is the sentence's own (GB/T 15834-2011, 4.8).
    """
    ends = not value or value.rstrip("”’").endswith(_END_MARKS)
    return (value or "") if ends else f"{value}{mark}"
