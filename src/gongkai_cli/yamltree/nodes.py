"""Single nodes of libyaml: their text, what is below them, where they stand."""

from collections.abc import Iterator, Sequence

import yaml

from ..finding import Place
from ..plaindata import Step

EMPTY = frozenset({"", "~", "null"})
Children = dict[int, dict[Step, list[tuple[yaml.Node, yaml.Node]]]]
"""The keys and values behind each name in a mapping, by the mapping's identity; filled as asked for."""


def text_of(node: yaml.ScalarNode, source: Sequence[str]) -> str:
    """The text of a scalar with line breaks as typed; folding would put blanks into Chinese."""
    start, end, value = node.start_mark, node.end_mark, str(node.value)
    if node.style == "|":
        # Below the last line there may be one of blanks only.
        return value.rstrip(" \n")
    if node.style == ">":
        return "\n".join(line.strip() for line in source[start.line + 1 : end.line]).rstrip("\n")
    if not node.style and end.line > start.line:
        lines = [line.strip() for line in source[start.line : end.line + 1]]
        lines[0] = source[start.line][start.column :].strip()
        lines[-1] = source[end.line][: end.column].strip()
        return "\n".join(lines)
    return value


def child_at(
    node: yaml.Node, step: Step, index: Children
) -> tuple[yaml.Node | None, yaml.Node] | None:
    """The key, if there is one, and the value that a step leads to."""
    if isinstance(node, yaml.MappingNode):
        return next(iter(children_at(node, step, index)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None


def children_at(
    node: yaml.MappingNode, step: Step, index: Children
) -> Sequence[tuple[yaml.Node, yaml.Node]]:
    """The keys of one name and their values; if there are several, the first counts."""
    if id(node) not in index:
        named = index[id(node)] = {}
        # Of equal keys the first with something after it counts, as in the data.
        for name, key, value in sorted(pairs(node), key=lambda pair: is_empty(pair[2])):
            named.setdefault(name, []).append((key, value))
    return index[id(node)].get(step, ())


def pairs(node: yaml.MappingNode) -> Iterator[tuple[str, yaml.ScalarNode, yaml.Node]]:
    """The keys of a mapping that are words, and what stands behind each."""
    for key, value in node.value:
        if isinstance(key, yaml.ScalarNode):
            yield key.value.strip(), key, value


def is_empty(node: yaml.Node) -> bool:
    """A key with nothing after it, as in a form not yet filled in, counts as not given."""
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in EMPTY


def place_of(path: str, node: yaml.Node) -> Place:
    """Where a node begins."""
    return Place(path, node.start_mark.line + 1, node.start_mark.column + 1)
