"""One YAML document as plain data that remembers where everything stands."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

import yaml

from ..finding import Place
from ..plaindata import Data, Step, Steps
from .nodes import Children, child_at, children_at, is_empty, pairs, place_of, text_of

# How one character is typed between quotation marks.
_TYPED = {
    "'": re.compile("''|."),
    '"': re.compile(r"\\(?:x.{2}|u.{4}|U.{8}|.)|."),
}


class Gaps(NamedTuple):
    """What YAML could not read of a document.

    ``parts`` are the steps to each gap. ``words`` are words on its lines that may be keys: of the gap, or
    of what is around it, if indented too far. A text that ends on one of the ``doubtful`` lines (counted
    from 1) may go on in a gap.
    """

    parts: tuple[Steps, ...] = ()
    words: frozenset[str] = frozenset()
    doubtful: frozenset[int] = frozenset()


NO_GAPS: Final = Gaps()


class Tree:
    """One YAML document: ``data`` in plain lists, dicts and strings, and the place of each part.

    ``has_blanks``: some keys have nothing after them; they are not in ``data``. A part is named by its
    steps: the keys and list indices that lead to it.
    """

    def __init__(
        self,
        root: yaml.Node,
        data: dict[str, Data],
        source: Sequence[str],
        path: str,
        *,
        has_blanks: bool = False,
        gaps: Gaps = NO_GAPS,
    ) -> None:
        self.data = data
        self.root = root
        self.source = source
        self.path = path
        self.has_blanks = has_blanks
        self.gaps = gaps
        self._index: Children = {}
        self._typed: dict[int, list[int]] = {}

    def place(self, steps: Sequence[Step], offset: int = 0, *, key: bool = False) -> Place:
        """Locate the value (or, with ``key``, the key) that ``steps`` lead to.

        Steps the tree does not know are passed over, so a model's own inner steps do no harm.
        ``offset`` counts characters of the value as it stands in ``data``.
        """
        key_node, node = self._at(steps)
        if key and key_node is not None:
            return place_of(self.path, key_node)
        if isinstance(node, yaml.ScalarNode):
            return self._inside(node, offset)
        return place_of(self.path, key_node or node)

    def typed(self, steps: Sequence[Step], offset: int, length: int) -> str:
        """A stretch of a text as typed in the file: within double quotes a backslash is two characters."""
        node = self._at(steps)[1]
        if not isinstance(node, yaml.ScalarNode):
            return ""
        if columns := self._columns(node)[offset : offset + length + 1]:
            return self.source[node.start_mark.line][columns[0] : columns[-1]]
        return text_of(node, self.source)[offset : offset + length]

    def says(self, steps: Sequence[Step]) -> bool:
        """Whether the steps lead to a text that is not empty."""
        node = self._at(steps)[1]
        return isinstance(node, yaml.ScalarNode) and not is_empty(node)

    def has(self, steps: Sequence[Step]) -> bool:
        """Whether a key stands in the file, even with nothing after it."""
        return self._exactly_at(steps) is not None

    def fills(self, steps: Sequence[Step]) -> bool:
        """Whether a key stands in the file with something after it, even if only an anchor or a tag."""
        node = self._exactly_at(steps)
        return node is not None and not is_empty(node)

    def known(self, steps: Sequence[Step]) -> Steps:
        """The steps without those that are not in the file, such as a model's inner ones."""
        kept: list[Step] = []
        node: yaml.Node = self.root
        for step in steps:
            if child := child_at(node, step, self._index):
                node = child[1]
                kept.append(step)
        return tuple(kept)

    def nodes(self, parts: Iterable[Sequence[Step]]) -> tuple[yaml.Node, ...]:
        """The innermost nodes that the steps lead to; both, where a key stands twice."""
        found: list[yaml.Node] = []
        for steps in map(self.known, parts):
            above = self._at(steps[:-1])[1]
            if steps and isinstance(above, yaml.MappingNode):
                found += (value for _, value in children_at(above, steps[-1], self._index))
            else:
                found.append(self._at(steps)[1])
        return tuple(found)

    def words(self, steps: Sequence[Step]) -> tuple[str, ...]:
        """The keys with nothing after them in the part that the steps lead to."""
        node = self._at(steps)[1]
        pairs = node.value if isinstance(node, yaml.MappingNode) else ()
        return tuple(str(key.value).strip() for key, value in pairs if is_empty(value))

    def blanks(self) -> Iterator[Steps]:
        """The steps to every key with nothing after it; not words in braces that a comma cut off."""
        waiting: list[tuple[Steps, yaml.Node]] = [((), self.root)]
        while waiting if self.has_blanks else ():
            steps, node = waiting.pop()
            if isinstance(node, yaml.SequenceNode):
                waiting += [((*steps, number), child) for number, child in enumerate(node.value)]
            elif isinstance(node, yaml.MappingNode):
                for name, key, value in pairs(node):
                    rest = self.source[key.end_mark.line][key.end_mark.column :]
                    if not isinstance(value, yaml.ScalarNode):
                        waiting.append(((*steps, name), value))
                    elif is_empty(value) and rest.lstrip()[:1] == ":":
                        yield (*steps, name)

    def lines(self, parts: Iterable[Sequence[Step]]) -> frozenset[int]:
        """All lines that the parts take up, counted from 1."""
        nodes = self.nodes(parts)
        ranges = (range(node.start_mark.line, node.end_mark.line + 1) for node in nodes)
        return frozenset(number + 1 for numbers in ranges for number in numbers)

    def keys_at(self, lines: Iterable[int]) -> frozenset[str]:
        """The keys of the parts that any of the lines (counted from 1) belongs to, and those above."""
        wanted = sorted({line - 1 for line in lines})
        keys: set[str] = set()
        waiting = [self.root]
        while waiting:
            node = waiting.pop()
            if isinstance(node, yaml.SequenceNode):
                waiting += node.value
            elif isinstance(node, yaml.MappingNode):
                for key, value in node.value:
                    first, last = key.start_mark.line, value.end_mark.line
                    if bisect_left(wanted, first) < bisect_right(wanted, last):
                        keys.add(str(key.value).strip())
                        waiting.append(value)
        return frozenset(keys)

    def steps_at(self, line: int) -> Steps:
        """The steps to the innermost part that begins on a line, counted from 0."""
        found: Steps = ()
        waiting: list[tuple[Steps, yaml.Node]] = [((), self.root)]
        while waiting:
            steps, node = waiting.pop()
            children: list[tuple[Step, int, yaml.Node]] = []
            if isinstance(node, yaml.MappingNode):
                children = [(name, key.start_mark.line, value) for name, key, value in pairs(node)]
            elif isinstance(node, yaml.SequenceNode):
                children = [(n, v.start_mark.line, v) for n, v in enumerate(node.value)]
            for step, first, child in children:
                if first == line and len(steps) >= len(found):
                    found = (*steps, step)
                if first <= line <= child.end_mark.line:
                    waiting.append(((*steps, step), child))
        return found

    def begins_line(self, steps: Sequence[Step]) -> bool:
        """Whether an unquoted text stands where a key could: first on its line but for dashes."""
        node = self._at(steps)[1]
        before = self.source[node.start_mark.line][: node.start_mark.column]
        return isinstance(node, yaml.ScalarNode) and not node.style and not before.strip(" -")

    def _exactly_at(self, steps: Sequence[Step]) -> yaml.Node | None:
        node: yaml.Node | None = self.root
        for step in steps:
            child = child_at(node, step, self._index) if node else None
            node = child[1] if child else None
        return node

    def _at(self, steps: Sequence[Step]) -> tuple[yaml.Node | None, yaml.Node]:
        found: tuple[yaml.Node | None, yaml.Node] = (None, self.root)
        for step in steps:
            found = child_at(found[1], step, self._index) or found
        return found

    def _inside(self, node: yaml.ScalarNode, offset: int) -> Place:
        start = node.start_mark
        if columns := self._columns(node):
            return Place(self.path, start.line + 1, columns[min(offset, len(columns) - 1)] + 1)
        text = text_of(node, self.source)
        # Below the mark of a block there may be no line left. That there are several between
        # quotation marks, which libyaml folds, is an error of its own.
        if (node.style in ("|", ">") and not text) or node.style in _TYPED:
            return place_of(self.path, node)
        before = text[:offset]
        down, right = before.count("\n"), len(before) - (before.rfind("\n") + 1)
        line, column = start.line + down, start.column + right
        if node.style in ("|", ">"):
            line += 1
        if node.style in ("|", ">") or down:
            typed = text.split("\n")[down]
            raw = self.source[line] if line < len(self.source) else ""
            column = max(raw.find(typed), 0) + right
        return Place(self.path, line + 1, column + 1)

    def _columns(self, node: yaml.ScalarNode) -> Sequence[int]:
        """The column of each character of a quoted text on one line, and of the closing mark.

        Empty for other texts. Kept, because there may be as many findings as characters.
        """
        start, end = node.start_mark, node.end_mark
        if node.style not in _TYPED or start.line != end.line:
            return ()
        if id(node) not in self._typed:
            line, first = self.source[start.line], start.column + 1
            typed = _TYPED[node.style].finditer(line, first, end.column - 1)
            self._typed[id(node)] = [first, *(piece.end() for piece in typed)]
        return self._typed[id(node)]
