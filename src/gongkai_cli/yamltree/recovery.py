"""Reads on behind what YAML cannot read.

An error with one right mend is read as if it were mended. Otherwise the broken part is left out: only
where it is certain which part that is, and only as far as its indentation reaches. What stood there is
a gap of the tree, of which nothing is said and from which nothing is concluded.
"""

import re
from collections.abc import Sequence
from itertools import chain, islice
from typing import Any, Final

import yaml

from ..editing import edited
from ..finding import Finding, Place
from ..plaindata import Step
from ..yamlslips.errors import is_slip
from ..yamlslips.tabs import tabs
from .composing import Loader, composed
from .faults import broken, no_mapping
from .gaps import Gap, gaps_at, leaving_out, next_line
from .nodes import EMPTY
from .reading import read, without
from .tree import Gaps, Tree

# More slips than anybody makes in one file, and more than a long file is worth reading again.
_MOST_ROUNDS: Final = 40
_MOST_CHARACTERS: Final = 500_000
_MOST_GAPS: Final = 8
_MOST_TABS: Final = 1000
_OF_WORD = r"[^\s:：{},，\"'-]"
_WORD = re.compile(rf"(?<!{_OF_WORD}){_OF_WORD}++(?=[\s:：])")
_TAB = re.compile(r"^ *\t")


def read_on(
    error: yaml.YAMLError | None, root: yaml.Node | None, text: str, path: str, *, ended: bool
) -> tuple[Tree | None, tuple[Finding, ...]]:
    """The tree of what can be read, and everything that is wrong.

    No tree where there are edits to make first; the caller makes them and reads the text again.
    """
    typed = text.split("\n")
    told: list[Finding] = []
    gaps: list[Gap] = []
    changed: set[int] = set()
    for _ in range(max(min(_MOST_ROUNDS, _MOST_CHARACTERS // len(text)), 1)):
        if error:
            found = _slips(error, text, path, ended=ended)
        elif isinstance(root, yaml.MappingNode):
            break
        elif root is None or (isinstance(root, yaml.ScalarNode) and root.value in EMPTY):
            return None, tuple(told)
        else:
            found = (no_mapping(root, text, path),)
        lines = {one.place.line - 1 for one in found}
        if not changed.isdisjoint(lines):
            # Its columns are no longer those that were typed.
            return None, tuple(told)
        told += found
        if all(one.edit for one in found):
            changed |= lines
            text, _ = edited(text, found)
        else:
            gap = _readable(error, text, min(lines)) if error else None
            if gap is None:
                return None, tuple(told)
            changed |= {*range(gap.first, gap.last + 1)}
            gaps = [one for one in gaps if not gap.first <= one.first <= gap.last] + [gap]
            text = leaving_out(text, gap)
        root, error = composed(text)
    if error or any(one.edit for one in told) or not isinstance(root, yaml.MappingNode):
        return None, tuple(told)
    left, more = _with_gaps(root, text, typed, path, gaps)
    return left, (*told, *more)


def _with_gaps(
    root: yaml.MappingNode, text: str, typed: Sequence[str], path: str, gaps: Sequence[Gap]
) -> tuple[Tree | None, tuple[Finding, ...]]:
    """The tree without what stands in for its gaps; ``typed`` are the lines that were there."""
    tree, found = read(root, text, path)
    unread = [number for gap in gaps for number in range(gap.first, gap.last + 1)]
    parts = [_whole(tree, tree.steps_at(gap.first)) for gap in gaps]
    # Of a key that stands twice one may be left out: then there is no second.
    found = tuple(one for one in found if one.place.line - 1 not in unread)
    words = frozenset(chain.from_iterable(_WORD.findall(typed[n]) for n in unread))
    # Counted from 1 it is the line above the gap.
    doubtful = frozenset(gap.first for gap in gaps if gap.guessed)
    left = without(tree, parts, Gaps(tuple(parts), words, doubtful)) if all(parts) else None
    return left, found


def _whole(tree: Tree, steps: Sequence[Step]) -> tuple[Step, ...]:
    """The steps to the part to leave out; rows and names only all together, since they are counted."""
    data: Any = tree.data
    for number, step in enumerate(steps):
        if isinstance(data, list) and not any(isinstance(item, dict) for item in data):
            return tuple(steps[:number])
        try:
            data = data[step]
        except (LookupError, TypeError):  # what YAML gives another meaning has no data
            break
    return tuple(steps)


def _slips(error: yaml.YAMLError, text: str, path: str, *, ended: bool) -> tuple[Finding, ...]:
    """The findings behind an error of libyaml; several only where each has an edit."""
    if open_quote := _quote_left_open(error, text, path):
        return (open_quote,)
    lines, mark = text.split("\n"), getattr(error, "problem_mark", None)
    if mark and mark.line < len(lines) and _TAB.match(lines[mark.line]):
        found = tuple(islice(tabs(lines, path), _MOST_TABS))
        after = composed(edited(text, found)[0])[1] if found else error
        if found and (after is None or _reported(after) >= found[-1].place.line):
            return found
    return (broken(error, text, path, ended=ended),)


def _quote_left_open(error: Any, text: str, path: str) -> Finding | None:  # noqa: ANN401
    """The finding on a quotation mark without a partner.

    libyaml ends such a text where the next quoted one begins. No quoted text may go over the end of a
    line, so the first mark of the text is the one that was left open.
    """
    mark = getattr(error, "problem_mark", None)
    if mark is None or ('"' not in text and "'" not in text):
        return None
    opened: Any = None
    try:
        for token in yaml.scan(text, Loader=Loader):
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
                start: Any = token.start_mark
                end: Any = token.end_mark
                if start.line < end.line and end.line == mark.line:
                    opened = start
                if start.line > mark.line:
                    break
    except yaml.YAMLError:
        pass
    if opened is None:
        return None
    place = Place(path, opened.line + 1, opened.column + 1)
    return Finding(place, "GK102", "error", "引号没有配对", "补上后一半引号")


def _readable(error: yaml.YAMLError, text: str, number: int) -> Gap | None:
    """The least part around a line without which YAML reads on behind it."""
    lines = text.split("\n")
    if not is_slip(error, lines):
        return None
    for tried, gap in enumerate(gaps_at(lines, number)):
        if tried == _MOST_GAPS:
            break
        after = composed(leaving_out(text, gap))[1]
        # Where an item or a section is left out whose neighbour will not do, they belong together.
        behind = gap.last if gap.first == number else next_line(lines, gap.last)
        if after is None or _reported(after) > behind:
            return gap
    return None


def _reported(error: Any) -> int:  # noqa: ANN401
    """The line, counted from 0, that an error is about."""
    marks = [getattr(error, name, None) for name in ("problem_mark", "context_mark")]
    problem = str(getattr(error, "problem", ""))
    # A quotation mark, a bracket, a line without a colon is missed only further down.
    begins = re.search(r"end of stream|expected ',' or|node content|expected ':'", problem)
    mark = (marks[1] if begins else None) or marks[0] or marks[1]
    return mark.line if mark else -1
