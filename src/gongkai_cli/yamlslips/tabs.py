"""Tabs at the beginning of lines, which YAML does not allow, and the blanks that should stand there.

A tab is as wide as the editor shows it. So a column is given only where every width leads to the same:
where the line begins like one above, or can stand nowhere else.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from ..finding import Edit, Finding, Place
from .colons import OPENS_TEXT

_STEP: Final = 2
_DASHES = re.compile(r"(?:- +)+")
_KEY = re.compile(r"[^\s:：#][^:：]*[:：](?:\s|$)")
_OPENS = re.compile(r":[ \t]*(?:#.*)?$")


class _Level(NamedTuple):
    """Where lines of one kind begin: as typed, and as a column."""

    typed: str
    column: int
    kind: str


def tabs(lines: Sequence[str], path: str) -> Iterator[Finding]:
    """The lines that tabs stand before, with the blanks that are right, up to the first in doubt."""
    outline = _Outline()
    for number, line in enumerate(lines):
        rest = line.lstrip(" \t")
        typed = line[: len(line) - len(rest)]
        if not rest or (rest[0] == "#" and not outline.in_text):
            continue
        column = len(typed)
        if "\t" in typed:
            found = outline.column(typed, rest)
            if found is None:
                return
            column = found
            # What stands before the first tab may stay, unless there is too much of it.
            first = min(typed.index("\t"), column)
            place, edit = (
                Place(path, number + 1, first + 1),
                Edit(typed[first:], " " * (column - first)),
            )
            hint = "改成空格，一级两格，和同级的键对齐"
            yield Finding(place, "GK102", "error", "用了制表符（Tab）缩进", hint, edit)
        outline.add(typed, rest, column)


class _Outline:
    """The levels at which the lines so far begin.

    ``above`` is the column of the last key; it ``opens`` a part below it, which may be a text:
    ``in_text`` while its lines go on.
    """

    def __init__(self) -> None:
        self._levels: list[_Level] = []
        self._above = 0
        self._opens = False
        self.in_text = False

    def column(self, typed: str, rest: str) -> int | None:
        """The column at which a line must stand; None where there may be several."""
        kind = _kind(rest)
        known = {
            one.column for one in self._levels if one.typed == typed and one.kind in (kind, "text")
        }
        if known:
            return known.pop() if len(known) == 1 else None
        inside = {one.column for one in self._levels if one.kind == "text"}
        if self.in_text and kind == "key" and not _KEY.match(rest):
            if not inside:
                return self._above + _STEP
            return inside.pop() if len(inside) == 1 else None
        last = self._levels[-1].typed if self._levels else ""
        if self._opens:
            further_in = typed.startswith(last) and typed != last
            return self._above + _STEP if not inside and (not self._above or further_in) else None
        places = {one.column for one in self._levels if one.kind == kind and one.column}
        return places.pop() if len(places) == 1 else None

    def add(self, typed: str, rest: str, column: int) -> None:
        """Note where a line begins."""
        if self.in_text and column > self._above:
            self._levels.append(_Level(typed, column, "text"))
            return
        kept = [one for one in self._levels if one.column <= column and one.kind != "text"]
        self._levels = [*kept, _Level(typed, column, _kind(rest))]
        self._above = column
        if dashes := _DASHES.match(rest):
            self._above += len(dashes[0])
            self._levels.append(_Level(typed + " " * len(dashes[0]), self._above, "key"))
        self.in_text = bool(OPENS_TEXT.search(rest))
        self._opens = self.in_text or bool(_OPENS.search(rest))


def _kind(rest: str) -> str:
    return "list" if _DASHES.match(rest) else "key"
