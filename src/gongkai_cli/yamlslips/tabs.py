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
    levels: list[_Level] = []
    above, opens, text = 0, False, False
    for number, line in enumerate(lines):
        rest = line.lstrip(" \t")
        typed = line[: len(line) - len(rest)]
        if not rest or (rest[0] == "#" and not text):
            continue
        dashes = _DASHES.match(rest)
        kind = "list" if dashes else "key"
        column = len(typed)
        if "\t" in typed:
            found = _column(levels, typed, kind, above, opens=opens, text=text, rest=rest)
            if found is None:
                return
            column = found
            # What stands before the first tab may stay, unless there is too much of it.
            first = min(typed.index("\t"), column)
            hint, edit = (
                "改成空格，一级两格，和同级的键对齐",
                Edit(typed[first:], " " * (column - first)),
            )
            place = Place(path, number + 1, first + 1)
            yield Finding(place, "GK102", "error", "用了制表符（Tab）缩进", hint, edit)
        if text and column > above:
            levels.append(_Level(typed, column, "text"))
            continue
        levels = [one for one in levels if one.column <= column and one.kind != "text"]
        levels.append(_Level(typed, column, kind))
        above = column
        if dashes:
            above += len(dashes[0])
            levels.append(_Level(typed + " " * len(dashes[0]), above, "key"))
        text = bool(OPENS_TEXT.search(line))
        opens = text or bool(_OPENS.search(line))


def _column(
    levels: Sequence[_Level],
    typed: str,
    kind: str,
    above: int,
    *,
    opens: bool,
    text: bool,
    rest: str,
) -> int | None:
    """The column of a line; ``above`` is that of the last key, which ``opens`` what is below it."""
    known = {one.column for one in levels if one.typed == typed and one.kind in (kind, "text")}
    if known:
        return known.pop() if len(known) == 1 else None
    inside = {one.column for one in levels if one.kind == "text"}
    if text and not _KEY.match(rest) and kind == "key":
        return inside.pop() if len(inside) == 1 else above + _STEP if not inside else None
    last = levels[-1].typed if levels else ""
    if opens and not inside and (not above or (typed.startswith(last) and typed != last)):
        return above + _STEP
    if opens:
        return None
    places = {one.column for one in levels if one.kind == kind and one.column}
    return places.pop() if len(places) == 1 else None
