"""The year that a campaign has in its name: 2026年防汛演练, 2027年度民生实事征集."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_LEADING = re.compile(r"“?((?:19|20)\d{2}) ?(年度?)")
_TELLING = 2


class Renamed(NamedTuple):
    """A year in a text that moves with the campaign's name; ``check`` is what the clerk is told."""

    start: int
    said: str
    to: str
    check: str


def renamed(name: str, text: str, years: int, year: int | None) -> Iterator[Renamed]:
    """Where a text has the year that is part of the campaign's name, even if that year is another one.

    A name with ``year`` itself needs nothing here: every mention of that year is moved anyway. For a
    later year every mention is found, for an earlier one only those that look like the name.
    """
    found = _LEADING.match(name)
    if not found or int(found[1]) == year:
        return
    later = year is not None and int(found[1]) > year
    behind = "年" if later else re.escape(found[2] + name[found.end() :][:_TELLING])
    to = str(int(found[1]) + years)
    for match in re.finditer(rf"(?<![\d—－–~～至-]){found[1]}(?= ?{behind})", text):
        yield Renamed(match.start(), match[0], to, f"{found[1]}年改成了{to}年，和活动名称一样")
