"""The days above the chart on the page: where each begins, what is written over it, which are free."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from ..dates.days import DAY_NAMES
from ..dates.workdays import is_workday
from ..widths import half_ems
from .shape import Extent, month_name

WIDTH: Final = 1032
LEFT: Final = 300
"""Where the days begin; to the left stand the names."""
RIGHT: Final = 110
"""What the words to the right take."""
HEADING: Final = 18
"""Each of months, days, weekdays and 今天 above the rows, as far as they are there."""
_ALL_DAYS: Final = 15
"""px a day must have for a number of two digits under each."""
_TEN_DAYS: Final = 2.4
"""px a day must have for a label at the 1st, 11th and 21st."""
_LABEL: Final = 6.5
"""px that half an em of a label takes."""
_RESTS: Final = 2.4
"""px below which weekends would be a grey wash."""
_OVER: Final = 40
"""How far a label may reach over the last day."""
_BETWEEN: Final = 4
_SATURDAY: Final = 5


@dataclass(frozen=True, slots=True)
class Label:
    """A text that begins at ``x``, or has its middle there.

    ``special`` where the day is a holiday or an odd working day.
    """

    x: float
    text: str
    middle: bool = False
    special: bool = False


@dataclass(frozen=True, slots=True)
class Axis:
    """The days in px. ``rests`` are left edges and widths, ``today`` is None where it is outside."""

    extent: Extent
    head: float
    months: tuple[Label, ...]
    days: tuple[Label, ...]
    weekdays: tuple[Label, ...]
    grid: tuple[float, ...]
    rests: tuple[tuple[float, float], ...]
    today: float | None

    def x(self, position: float) -> float:
        """Days from the first midnight to px."""
        return _x(self.extent, position)


def axis_of(extent: Extent, now: datetime) -> Axis:
    """What stands above every sheet of the chart, as fine as there is room for."""
    day = _day(extent)
    months, days, weekdays = _labels(extent)
    rests = extent.rests() if day >= _RESTS else ()
    inside = extent.first <= now.date() <= extent.last
    return Axis(
        extent,
        float(HEADING * (2 + bool(days) + bool(weekdays))),
        months,
        days,
        weekdays,
        _grid(extent, days or months),
        tuple((_x(extent, start), round(length * day, 1)) for start, length in rests),
        _x(extent, extent.at(now)) if inside else None,
    )


def _day(extent: Extent) -> float:
    return (WIDTH - LEFT - RIGHT) / extent.days


def _x(extent: Extent, position: float) -> float:
    return round(LEFT + position * _day(extent), 1)


def _labels(extent: Extent) -> tuple[tuple[Label, ...], tuple[Label, ...], tuple[Label, ...]]:
    """Months, days and weekdays, as fine as there is room for."""
    days = list(extent.each())
    firsts = [(n, day) for n, day in enumerate(days) if n == 0 or day.day == 1]
    long, short = (
        _apart(Label(_x(extent, n), month_name(n, day, year=year)) for n, day in firsts)
        for year in (True, False)
    )
    months = long if len(long) == len(short) else short
    if _day(extent) >= _ALL_DAYS:
        numbers = tuple(
            Label(_x(extent, n + 0.5), str(d.day), middle=True) for n, d in enumerate(days)
        )
        weekdays = tuple(
            Label(_x(extent, n + 0.5), text, middle=True, special=special)
            for n, (text, special) in enumerate(map(_weekday, days))
        )
        return months, numbers, weekdays
    if _day(extent) >= _TEN_DAYS:
        tens = [(n, day) for n, day in enumerate(days) if n == 0 or day.day in {1, 11, 21}]
        return months, _apart(Label(_x(extent, n), f"{day.day}日") for n, day in tens), ()
    return months, (), ()


def _grid(extent: Extent, labels: tuple[Label, ...]) -> tuple[float, ...]:
    """Lines between the days, or at the labels where the days are too narrow."""
    if _day(extent) >= _ALL_DAYS:
        return tuple(_x(extent, n) for n in range(extent.days + 1))
    return tuple(label.x for label in labels)


def _weekday(day: date) -> tuple[str, bool]:
    """一 to 日; 休 for a holiday in the week and 班 for a weekend on which people work."""
    weekend = day.weekday() >= _SATURDAY
    if is_workday(day) == weekend:
        return "班" if weekend else "休", True
    return DAY_NAMES[day.weekday()], False


def _apart(labels: Iterable[Label]) -> tuple[Label, ...]:
    """Those that do not run into the next or over the edge."""
    kept: list[Label] = []
    edge: float = WIDTH - RIGHT + _OVER
    for label in reversed(list(labels)):
        if label.x + half_ems(label.text) * _LABEL <= edge:
            kept.append(label)
            edge = label.x - _BETWEEN
    return tuple(reversed(kept))
