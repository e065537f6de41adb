"""One end of an expression: words to the first and last moment they can mean."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Final

from .clock import EVENING, MORNING, NOON, WHOLE, later_in, read_hour
from .span import Moment, NotUnderstood, day_of
from .tokens import Word

_LAST_DAY: Final = 31
_YEARS: Final = range(1900, 2100)
_HINT: Final = "写明几月几日，如 5月20日前、5月14日至21日"
_DECADES = {
    "上旬": (1, 10),
    "中旬": (11, 20),
    "下旬": (21, 0),
    "上中旬": (1, 20),
    "中下旬": (11, 0),
}


@dataclass(frozen=True, slots=True)
class Point:
    """What has been said of one end of an expression so far: year, month, day, hour.

    ``to_end`` where only the last day is meant (月底).
    """

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
    this: bool = False
    """Whether 今年 was said."""

    @property
    def has_day(self) -> bool:
        return self.day is not None or bool(self.decade)

    @property
    def is_bare(self) -> bool:
        """Whether nothing but a year has been said so far."""
        return replace(self, year=None, later=False, this=False) == Point()

    @property
    def has_year(self) -> bool:
        return self.year is not None or self.later or self.this


def read_point(words: Sequence[Word]) -> Point:
    """Put the words of one end together. Raises NotUnderstood where they do not fit."""
    point = Point()
    for word in words:
        point = _with(point, word)
    return point


def _with(point: Point, word: Word) -> Point:  # noqa: C901, PLR0911, PLR0912
    match word.name:
        case "year" if point == Point():
            if word.number not in _YEARS:
                raise NotUnderstood(f"“{word.text}”不对", "检查年份", damaged=True)
            return replace(point, year=word.number)
        case "this_year" if point == Point():
            return replace(point, this=True)
        case "next_year" if point == Point():
            return replace(point, later=True)
        case "year_end" if replace(point, year=None) in (Point(), Point(this=True)):
            return replace(point, months=(1, 12), to_end=True)
        case "half_year" if point.is_bare:
            return replace(point, months=(1, 6) if word.groups[0] == "上" else (7, 12))
        case "quarter" if point.is_bare and 1 <= word.number <= 4:  # noqa: PLR2004
            return replace(point, months=(word.number * 3 - 2, word.number * 3))
        case "month" if point.is_bare:
            return replace(point, month=word.number)
        case "decade" if replace(point, month=None).is_bare:
            return replace(point, decade=word.text)
        case "end" if point.is_bare and point.has_year:
            return replace(point, months=(1, 12), to_end=True)
        case "end" if not point.is_bare and not point.has_day and not point.to_end:
            return replace(point, to_end=True)
        case "day" if word.number > _LAST_DAY:
            raise NotUnderstood(f"没有“{word.text}”这一天", "检查日子", damaged=True)
        case "day" if replace(point, month=None).is_bare:
            return replace(point, day=word.number)
        case "weekday" | "remark" | "inclusive" | "same_day" if point.day is not None:
            return point
        case "half" if not point.half and point.at is None:
            return replace(point, half=word.text)
        case "hour" | "clock" if point.at is None:
            at = read_hour(point.half, word)
            return replace(point, at=at or time(), at_midnight=at is None)
    raise Unclear(word.text)


def extent(point: Point, year: int) -> tuple[Moment, Moment]:
    """The first and the last moment of an end. Raises NotUnderstood for a day that does not exist."""
    year = (point.year or year) + point.later
    if point.day is not None and point.month is not None:
        return _within_day(_day(year, point.month, point.day), point)
    if point.at or point.half or point.day is not None:
        raise Unclear(fault=f"没有写明哪{'个月' if point.day else '一天'}")
    if point.months is not None:
        first, last = point.months
        return _day(year, first, 1), _last_day(year, last)
    if point.decade and point.month is None:
        raise Unclear(point.decade)
    if point.month is not None:
        start, end = _DECADES.get(point.decade, (1, 0))
        last_day = _last_day(year, point.month)
        return _day(year, point.month, start), _day(year, point.month, end) if end else last_day
    if point.year is not None:
        return date(year, 1, 1), date(year, 12, 31)
    raise Unclear


def _within_day(day: date, point: Point) -> tuple[Moment, Moment]:
    if point.at_midnight:
        # 24时 is the end of the day, which is what a day's deadline means.
        return day, day
    if point.at is not None:
        moment = datetime.combine(day, point.at)
        return moment, moment
    if point.half in MORNING:
        return datetime.combine(day, time()), datetime.combine(day, NOON)
    if point.half == "中午":
        return datetime.combine(day, NOON), datetime.combine(day, NOON)
    if point.half == "凌晨":
        raise Unclear(point.half)
    if point.half and point.half not in WHOLE:
        # An afternoon or evening ends with its day.
        return datetime.combine(day, NOON if point.half == "下午" else EVENING), day
    return day, day


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise NotUnderstood(f"没有{month}月{day}日这一天", "检查月份和日子", damaged=True) from None


def _last_day(year: int, month: int) -> date:
    return _day(year, month, 1) + timedelta(days=monthrange(year, month)[1] - 1)


def same_half(first: Point, second: Point) -> Point:
    """下午2时至4时: the second hour is of the same half of the day."""
    if second.half or second.at is None or second.at_midnight or not first.half:
        return second
    at = later_in(first.half, second.at, f"{second.at:%H:%M}")
    return replace(second, at=at or time(), at_midnight=at is None)


class Unclear(NotUnderstood):
    """A word does not fit where it stands; ``fault`` says why.

    ``of`` makes of it the error about the whole expression, which is not known here.
    """

    def __init__(self, word: str = "", fault: str = "", hint: str = _HINT) -> None:
        super().__init__(fault or (f"的“{word}”看不明白" if word else "有看不明白的地方"), hint)
        self._word = word

    def of(self, text: str) -> NotUnderstood:
        is_all = self._word and self._word == "".join(text.replace("，", "").split())
        fault = "看不明白" if is_all else f"里{self.message}"
        return NotUnderstood(f"时间“{text}”{fault}", self.hint)


def months_later(day: date, count: int) -> date:
    """The same day of a later month, or that month's last."""
    years, month = divmod(day.month - 1 + count, 12)
    year = day.year + years
    last = day_of(extent(Point(month=month + 1), year)[1])
    return last.replace(day=min(day.day, last.day))
