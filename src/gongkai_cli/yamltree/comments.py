"""The comments of a file, which libyaml drops: a # that stands in no text of the tree."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import yaml

from ..finding import Place
from .tree import Tree


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment from its # on, and the lines it speaks of, ``first`` to ``last``, counted from 1.

    At the end of a line it speaks of that line; on a line of its own, of the next line that is no
    comment. Where a text begins there, it speaks of all lines of it, for no comment can stand inside.
    """

    place: Place
    text: str
    first: int
    last: int


def comments(tree: Tree) -> tuple[Comment, ...]:
    """Every comment of a file whose YAML is sound, in order."""
    marked = [number for number, line in enumerate(tree.source) if "#" in line]
    if not marked:
        return ()
    taken, ends = _stretches(tree, marked)
    found: list[tuple[int, int]] = []
    for number in marked:
        line = tree.source[number]
        column = line.find("#")
        while any(start <= column < end for start, end in taken[number]):
            column = line.find("#", column + 1)
        if column >= 0:
            found.append((number, column))
    below = _spoken_of(tree, found)
    told: list[Comment] = []
    for number, column in found:
        first = below.get(number, number)
        place = Place(tree.path, number + 1, column + 1)
        text = tree.source[number][column:]
        told.append(Comment(place, text, first + 1, max(ends.get(first, 0), first) + 1))
    return tuple(told)


def _stretches(
    tree: Tree, marked: Sequence[int]
) -> tuple[Mapping[int, Sequence[tuple[int, float]]], Mapping[int, int]]:
    """Which columns of each marked line texts take up, and where the text ends that begins on a line."""
    taken: dict[int, list[tuple[int, float]]] = defaultdict(list)
    ends: dict[int, int] = {}
    lines = sorted({*marked, *(number + 1 for number in marked)})
    for begins, node in _texts(tree.root, lines):
        first, last = node.start_mark.line, node.end_mark.line
        block = node.style in ("|", ">")
        if block and not node.end_mark.column:
            last -= 1
        ends[begins] = max(ends.get(begins, 0), last)
        for number in marked[bisect_left(marked, first) : bisect_right(marked, last)]:
            start = node.start_mark.column if number == first else 0
            end = node.end_mark.column if number == last and not block else float("inf")
            # Behind the mark of a block there may be a comment.
            taken[number].append((start, start if block and number == first else end))
    return taken, ends


def _spoken_of(tree: Tree, found: Iterable[tuple[int, int]]) -> Mapping[int, int]:
    """For each comment on a line of its own the next line that is none."""
    alone = {number for number, column in found if not tree.source[number][:column].strip()}
    below: dict[int, int] = {}
    for number in sorted(alone, reverse=True):
        below[number] = below.get(number + 1, number + 1)
    return below


def _texts(root: yaml.Node, lines: Sequence[int]) -> Iterator[tuple[int, yaml.ScalarNode]]:
    """Every scalar, keys too, that any of the lines may be about, with the line where it begins; a
    value begins with its key.
    """
    waiting: list[tuple[int, yaml.Node]] = [(root.start_mark.line, root)]
    while waiting:
        line, node = waiting.pop()
        if bisect_left(lines, line) == bisect_right(lines, node.end_mark.line):
            continue
        if isinstance(node, yaml.ScalarNode):
            yield line, node
        elif isinstance(node, yaml.SequenceNode):
            waiting += [(child.start_mark.line, child) for child in node.value]
        else:
            for key, value in node.value:
                waiting += [(key.start_mark.line, key), (key.start_mark.line, value)]
