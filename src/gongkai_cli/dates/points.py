"""One end of an expression: words to the first and last moment they can mean."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Final

from .span import Moment, NotUnderstood
from .tokens import Word

NOON, _EVENING = time(12), time(18)
_LAST_HOUR: Final = 24
_LAST_DAY: Final = 31
_DECADES = {
    "上旬": (1, 10),
    "中旬": (11, 20),
    "下旬": (21, 0),
    "上中旬": (1, 20),
    "中下旬": (11, 0),
}
_MORNING = {"上午", "早上", "早", "凌晨"}
_WHOLE = {"全天", "全日"}
AFTERNOON = {"下午", "晚上", "晚"}


@dataclass(frozen=True, slots=True)
class Point:
    """What has been said of one end so far. ``to_end`` where only its last day is meant (月底)."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    decade: str = ""
    half: str = ""
    at: time | None = None
    at_midnight: bool = False
    months: tuple[int, int] | None = None
    to_end: bool = False
    later: bool = False
    """Whether 次年 or 明年 was said."""


def read_point(words: Sequence[Word]) -> Point:
    """Put the words of one end together. Raises NotUnderstood where they do not fit."""
    point = Point()
    for word in words:
        point = _with(point, word)
    return point


def _with(point: Point, word: Word) -> Point:  # noqa: C901, PLR0911, PLR0912
    match word.name:
        case "year":
            return replace(point, year=word.number)
        case "this_year":
            return point
        case "next_year":
            return replace(point, later=True)
        case "year_end":
            return replace(point, months=(1, 12), to_end=True)
        case "half_year":
            return replace(point, months=(1, 6) if word.groups[0] == "上" else (7, 12))
        case "quarter" if 1 <= word.number <= 4:  # noqa: PLR2004
            return replace(point, months=(word.number * 3 - 2, word.number * 3))
        case "month" if point.month is None:
            return replace(point, month=word.number)
        case "decade" if point.month and point.day is None:
            return replace(point, decade=word.text)
        case "end" if (point.month or point.months) and point.day is None:
            return replace(point, to_end=True)
        case "end" if point.year and not point.month:
            return replace(point, months=(1, 12), to_end=True)
        case "day" if word.number > _LAST_DAY:
            raise NotUnderstood(f"没有“{word.text}”这一天", "检查日子", damaged=True)
        case "day" if point.day is None and not point.decade:
            return replace(point, day=word.number)
        case "weekday" | "inclusive" | "same_day" if point.day is not None:
            return point
        case "half" if point.half == "":
            return replace(point, half=word.text)
        case "hour" | "clock" if point.at is None:
            return _timed(point, word)
    raise unclear(word.text)


def _timed(point: Point, word: Word) -> Point:
    hour = word.number
    minute = 0
    if len(word.groups) > 1:
        minute = 30 if word.groups[1] == "半" else int(word.groups[1])
    if point.half in AFTERNOON and hour < NOON.hour:
        hour += NOON.hour
    if point.half in _MORNING and hour > NOON.hour:
        raise NotUnderstood(
            f"“{point.half}{word.text}”不对", "上午不到12时；写成 14时 或 下午2时", damaged=True
        )
    if hour == _LAST_HOUR and minute == 0:
        return replace(point, at=time(), at_midnight=True)
    try:
        return replace(point, at=time(hour, minute))
    except ValueError:
        raise NotUnderstood(f"没有“{word.text}”这个时刻", "检查几时几分", damaged=True) from None


def extent(point: Point, year: int) -> tuple[Moment, Moment]:
    """The first and the last moment of an end. Raises NotUnderstood for a day that does not exist."""
    year = (point.year or year) + point.later
    if point.day is not None and point.month is not None:
        return _within_day(_day(year, point.month, point.day), point)
    if point.at or point.half or point.day is not None:
        raise unclear(f"{point.day}日" if point.day else "几时")
    if point.months is not None:
        first, last = point.months
        return _day(year, first, 1), _last_day(year, last)
    if point.month is not None:
        start, end = _DECADES.get(point.decade, (1, 0))
        last_day = _last_day(year, point.month)
        return _day(year, point.month, start), _day(year, point.month, end) if end else last_day
    if point.year is not None:
        return date(year, 1, 1), date(year, 12, 31)
    raise unclear("这里")


def _within_day(day: date, point: Point) -> tuple[Moment, Moment]:
    if point.at_midnight:
        # 24时 is the end of the day, which is what a day's deadline means.
        return day, day
    if point.at is not None:
        moment = datetime.combine(day, point.at)
        return moment, moment
    if point.half in _MORNING - {"凌晨"}:
        return datetime.combine(day, time()), datetime.combine(day, NOON)
    if point.half == "中午":
        return datetime.combine(day, NOON), datetime.combine(day, NOON)
    if point.half == "凌晨":
        raise unclear(point.half)
    if point.half and point.half not in _WHOLE:
        # An afternoon or evening ends with its day.
        return datetime.combine(day, NOON if point.half == "下午" else _EVENING), day
    return day, day


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise NotUnderstood(f"没有{month}月{day}日这一天", "检查月份和日子", damaged=True) from None


def _last_day(year: int, month: int) -> date:
    return _day(year, month, 1) + timedelta(days=monthrange(year, month)[1] - 1)


def unclear(what: str) -> NotUnderstood:
    """What to raise where a word does not fit its place."""
    return NotUnderstood(f"时间里的“{what}”看不明白", "写明几月几日，如 5月20日前、5月14日至21日")
