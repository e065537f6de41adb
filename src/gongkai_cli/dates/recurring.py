"""What comes again and again, or goes on: 每周四12:00前, 每月5日、20日前, 每季度首月10日前, 长期坚持, 全年."""

import re
from dataclasses import replace
from datetime import date, time
from typing import Final, Literal

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
_LEADS = "请务必于在要应"
_SINCE = re.compile(f"[请务必]*+(?:自|从)?([^每]+?)(?:起|开始)，?([{_LEADS}]*每.+)")
_MONTHS = {"首": 1, "一": 1, "1": 1, "二": 2, "2": 2}
_DAYS_OF_A_MONTH = range(1, 32)
_OF_A_WEEK, _OF_A_MONTH = {"week_again", "weekday"}, {"day", "end"}
_JOINED: Final = 3
_OPEN = re.compile(
    r"(?:(?:立行立改|立即整改|即知即改)(?:\W?并?)(?=长期))?(?:持续|长期|常年|常态化|常态|随时|即时|实时|经常性?|不间断)(?:地)?"
    r"(?:发布|开展|推进|进行|坚持|更新|公开|实施|执行|做好|落实|整改|巩固|宣传|办理|接收|受理)?"
)


def open_ended(text: str, _: int) -> Span | None:
    """持续发布, 立行立改、长期坚持: without an end."""
    return Span(open_ended=True) if _OPEN.fullmatch(text) else None


def whole_year(text: str, year: int) -> Span | None:
    """全年, 2026年全年."""
    if not (match := re.fullmatch(r"(?:((?:19|20)\d{2})年|今年|本年)?全年度?", text)):
        return None
    year = int(match[1] or year)
    return Span(date(year, 1, 1), date(year, 12, 31))


def recurring(text: str, year: int) -> Span | None:
    """A weekly, monthly, daily or quarterly deadline; 自12月18日起，每周五 from a day on."""
    if match := _SINCE.fullmatch(text):
        start, _ = extent(read_point(words(match[1])), year)
        again = recurring(match[2], year)
        return again and replace(again, start=day_of(start))
    if not text.lstrip(_LEADS).startswith("每"):
        return None
    first, *rest = [word for word in words(text) if word.name != "lead"]
    unit = _UNITS[first.name]  # no other word begins with 每
    if rest and rest[-1].name == "before":
        rest.pop()
    month = 3
    if unit == "季度" and len(rest) > 1 and rest[0].name == "month_of_quarter":
        month = _MONTHS.get(rest.pop(0).groups[0], month)
    elif unit == "季度" and rest and rest[0].name != "end":
        raise Unclear(first.text)
    days, rest = ((0,), rest) if unit == "日" else _days([first, *rest] if unit == "周" else rest)
    # 每月 and 每季度 say how often, but not until when.
    if not days:
        raise Unclear(first.text)
    stray = next((word for word in rest if word.name not in ("half", "hour", "clock")), None)
    if stray:
        raise Unclear(stray.text)
    point = read_point(rest)
    if point.half and point.at is None:
        raise Unclear(point.half)
    return Span(again=Recurrence(unit, days, _at(point), month))


def _days(said: list[Word]) -> tuple[tuple[int, ...], list[Word]]:
    """The days that are told first, joined by 、, and the words behind them."""
    days: list[int] = []
    kinds = _OF_A_WEEK if said and said[0].name == "week_again" else _OF_A_MONTH
    while said and said[0].name in kinds:
        days.append(_day(said[0]))
        if len(said) < _JOINED or said[1].name != "also":
            return tuple(days), said[1:]
        said = said[2:]
    return tuple(days), said


def _day(word: Word) -> int:
    if word.name in _OF_A_WEEK:
        return DAY_NAMES.index(word.groups[0].replace("天", "日")) + 1
    if word.name == "end":
        return 0
    if word.number not in _DAYS_OF_A_MONTH:
        raise Unclear(word.text)
    return word.number


def _at(point: Point) -> time | None:
    return None if point.at_midnight else point.at
