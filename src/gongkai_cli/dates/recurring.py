"""What comes again and again, or goes on without an end: 每周四12:00前, 每月底前, 持续发布."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import time
from typing import Literal

from .days import DAY_NAMES
from .points import Point, Unclear, extent, read_point
from .span import Recurrence, Span, day_of
from .tokens import Word, words

_UNITS: dict[str, Literal["日", "周", "月", "季度"]] = {
    "day_again": "日",
    "week_again": "周",
    "month_again": "月",
    "quarter_again": "季度",
}
_OPEN = re.compile(
    r"(?:持续|长期|常年|常态化|常态|随时|即时|实时|经常性?|不间断)(?:地)?"
    r"(?:发布|开展|推进|进行|坚持|更新|公开|实施|做好|落实|宣传|办理|接收|受理)?"
)
_SINCE = re.compile("(?:请|务必)*+(?:自|从)?([^每]+?)(?:起|开始)，?(每.+)")
_DAYS_OF_A_MONTH = range(1, 32)


def open_ended(text: str, _: int) -> Span | None:
    """持续发布, 长期坚持, 常态化开展."""
    return Span(open_ended=True) if _OPEN.fullmatch(text) else None


def recurring(text: str, year: int) -> Span | None:
    """A weekly, monthly, daily or quarterly deadline; 自12月18日起，每周五 from a day on."""
    if match := _SINCE.fullmatch(text):
        start, _ = extent(read_point(words(match[1])), year)
        again = recurring(match[2], year)
        return again and replace(again, start=day_of(start))
    if not text.lstrip("请务必于在").startswith("每"):
        return None
    first, *rest = [word for word in words(text) if word.name != "lead"]
    unit = _UNITS[first.name]  # no other word begins with 每
    if rest and rest[-1].name == "before":
        rest.pop()
    # 每月 and 每季度 say how often, but not until when.
    told = [rest.pop(0)] if unit in ("月", "季度") and rest else []
    wanted = {"月": {"day", "end"}, "季度": {"end"}}.get(unit, set())
    if {word.name for word in told} - wanted or bool(told) != bool(wanted):
        raise Unclear(first.text)
    stray = next((word for word in rest if word.name not in ("half", "hour", "clock")), None)
    if stray:
        raise Unclear(stray.text)
    point = read_point(rest)
    if point.half and point.at is None:
        raise Unclear(point.half)
    return Span(again=Recurrence(unit, _day(unit, first, told), _at(point)))


def _day(unit: str, first: Word, told: Sequence[Word]) -> int:
    if unit == "周":
        return DAY_NAMES.index(first.groups[0].replace("天", "日")) + 1
    if not told or told[0].name == "end":
        return 0
    if told[0].number not in _DAYS_OF_A_MONTH:
        raise Unclear(told[0].text)
    return told[0].number


def _at(point: Point) -> time | None:
    return None if point.at_midnight else point.at
