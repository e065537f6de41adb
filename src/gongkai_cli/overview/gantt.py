"""The geometry of the chart on the page: every position in px, computed from dates alone.

A figure is what one sheet of A4 landscape takes: 297 mm less two margins of 12 mm is 1032 px wide,
210 mm less the same is 703 px high, of which heading and legend take 90.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Final

from ..dates.workdays import is_workday
from ..deadlines import Status
from ..deadlines.matters import Matter
from ..deadlines.words import WORDS
from .board import Board
from .shape import Extent, Shape, by_group, extent_of, month_name, shape_of
from .widths import cut, half_ems, wrap

WIDTH: Final = 1032
LEFT: Final = 300
"""Where the days begin; to the left stand the names."""
RIGHT: Final = 110
"""What the words to the right take."""
TALLEST: Final = 600
HEADING: Final = 18
"""Each of months, days, weekdays and 今天 above the rows, as far as they are there."""
GROUP: Final = 26
LINE: Final = 16
"""One line of a name at 13 px."""
SMALL: Final = 14
"""The line with the units at 11 px."""
PADDING: Final = 10
BAR: Final = 14
POINT: Final = 6
"""Half of a point's diagonal."""
_NAME: Final = (LEFT - 20) * 2 // 13  # half ems of 13 px
_UNITS: Final = (LEFT - 20) * 2 // 11
_NOTE: Final = (WIDTH - LEFT - RIGHT - 20) * 2 // 11
_NARROWEST: Final = 3
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
_WEEKDAYS = "一二三四五六日"
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
class Row:
    """A matter; or, without a title, the heading of an activity.

    ``alone`` where it is an activity of its own and belongs to no heading. ``band`` takes the
    place of ``turns`` that lie too close together.
    """

    y: float
    height: float
    name: tuple[str, ...]
    units: str = ""
    words: str = ""
    status: Status | None = None
    alone: bool = False
    title: str = ""
    bar: tuple[float, float] | None = None
    open: bool = False
    point: float | None = None
    turns: tuple[float, ...] = ()
    band: tuple[float, float] | None = None
    lead: tuple[float, float] | None = None
    note: str = ""

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Figure:
    """One sheet's worth of the chart. ``rests`` are left edges and widths."""

    head: float
    height: float
    months: tuple[Label, ...]
    days: tuple[Label, ...]
    weekdays: tuple[Label, ...]
    grid: tuple[float, ...]
    rests: tuple[tuple[float, float], ...]
    today: float | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """Days to px."""

    extent: Extent

    @property
    def day(self) -> float:
        return (WIDTH - LEFT - RIGHT) / self.extent.days

    def x(self, position: float) -> float:
        return round(LEFT + position * self.day, 1)


def figures(board: Board) -> tuple[Figure, ...]:
    """The chart, sheet by sheet, each with the days above it; none without a date."""
    extent = extent_of(board.matters, board.agenda, board.now)
    if extent is None:
        return ()
    scale = Scale(extent)
    inside = extent.first <= board.now.date() <= extent.last
    today = scale.x(extent.at(board.now)) if inside else None
    months, days, weekdays = _labels(scale)
    head = float(HEADING * (2 + bool(days) + bool(weekdays)))
    rests = extent.rests() if scale.day >= _RESTS else ()
    return tuple(
        Figure(
            head,
            rows[-1].y + rows[-1].height,
            months,
            days,
            weekdays,
            _grid(scale, days or months),
            tuple((scale.x(start), round(length * scale.day, 1)) for start, length in rests),
            today,
            rows,
        )
        for rows in _sheets(board, scale, head)
    )


def _sheets(board: Board, scale: Scale, head: float) -> Iterator[tuple[Row, ...]]:
    """Rows that fit on one sheet; an activity that does not goes on under its name on the next."""
    rows: list[Row] = []
    y = head
    for group, matters in by_group(board.matters):
        heading = _heading(group) if group else None
        for number, matter in enumerate(matters):
            row = _row(matter, shape_of(matter, board.agenda, scale.extent), scale)
            fresh = heading if number == 0 else None
            if rows and y + row.height + (fresh.height if fresh else 0) > TALLEST:
                yield tuple(rows)
                rows, y = [], head
                fresh = _heading(group if number == 0 else f"{group}（续）") if group else None
            for one in filter(None, (fresh, row)):
                rows.append(replace(one, y=y))
                y += one.height
    if rows:
        yield tuple(rows)


def _heading(group: str) -> Row:
    return Row(0, GROUP, (cut(group, (WIDTH - 20) * 2 // 13, half_ems),))


def _row(matter: Matter, shape: Shape, scale: Scale) -> Row:
    name = wrap(matter.entry.title, _NAME, 2)
    units = _units(matter.units)
    milestone = matter.entry.kind == "milestone"
    bar = None
    if shape.bar:
        x = scale.x(shape.bar[0])
        width = round(max(scale.x(shape.bar[1]) - x, _NARROWEST), 1)
        bar = (min(x, WIDTH - RIGHT - width), width)
    lead = (scale.x(shape.lead[0]), scale.x(shape.lead[1])) if shape.lead else None
    turns = tuple(map(scale.x, shape.turns))
    dense = any(after - before < 2 * POINT for before, after in pairwise(turns))
    return Row(
        0,
        PADDING + LINE * len(name) + (SMALL if units else 0),
        name,
        units,
        "" if milestone else _words(matter),
        None if milestone else matter.status,
        matter.entry.group in ("", matter.entry.title),
        _title(matter),
        bar,
        shape.open,
        scale.x(shape.point) if shape.point is not None else None,
        () if dense else turns,
        (turns[0], turns[-1]) if dense else None,
        lead,
        "" if shape != Shape() else cut(matter.entry.due_text or "没有写时间", _NOTE, half_ems),
    )


def _units(units: tuple[str, ...]) -> str:
    said = "、".join(units)
    if half_ems(said) <= _UNITS:
        return said
    many = f"等{len(units)}个单位"
    return cut("、".join(units[:2]), _UNITS - half_ems(many), half_ems).rstrip("…") + many


def _words(matter: Matter) -> str:
    many = len(matter.standings)
    return WORDS[matter.status] + (f" {matter.done}/{many}" if many > 1 else "")


def _title(matter: Matter) -> str:
    said = (matter.entry.title, "、".join(matter.units), matter.entry.due_text or "没有写时间")
    status = "" if matter.entry.kind == "milestone" else _words(matter)
    return "；".join(filter(None, (*said, status)))


def _labels(scale: Scale) -> tuple[tuple[Label, ...], tuple[Label, ...], tuple[Label, ...]]:
    """Months, days and weekdays, as fine as there is room for."""
    days = list(scale.extent.each())
    firsts = [(n, day) for n, day in enumerate(days) if n == 0 or day.day == 1]
    long, short = (
        _apart(Label(scale.x(n), month_name(n, day, year=year)) for n, day in firsts)
        for year in (True, False)
    )
    months = long if len(long) == len(short) else short
    if scale.day >= _ALL_DAYS:
        numbers = tuple(
            Label(scale.x(n + 0.5), str(d.day), middle=True) for n, d in enumerate(days)
        )
        weekdays = tuple(
            Label(scale.x(n + 0.5), text, middle=True, special=special)
            for n, (text, special) in enumerate(map(_weekday, days))
        )
        return months, numbers, weekdays
    if scale.day >= _TEN_DAYS:
        tens = [(n, day) for n, day in enumerate(days) if n == 0 or day.day in {1, 11, 21}]
        return months, _apart(Label(scale.x(n), f"{day.day}日") for n, day in tens), ()
    return months, (), ()


def _grid(scale: Scale, labels: tuple[Label, ...]) -> tuple[float, ...]:
    """Lines between the days, or at the labels where the days are too narrow."""
    if scale.day >= _ALL_DAYS:
        return tuple(map(scale.x, range(scale.extent.days + 1)))
    return tuple(label.x for label in labels)


def _weekday(day: date) -> tuple[str, bool]:
    """一 to 日; 休 for a holiday in the week and 班 for a weekend on which people work."""
    weekend = day.weekday() >= _SATURDAY
    if is_workday(day) == weekend:
        return "班" if weekend else "休", True
    return _WEEKDAYS[day.weekday()], False


def _apart(labels: Iterable[Label]) -> tuple[Label, ...]:
    """Those that do not run into the next or over the edge."""
    kept: list[Label] = []
    edge: float = WIDTH - RIGHT + _OVER
    for label in reversed(list(labels)):
        if label.x + half_ems(label.text) * _LABEL <= edge:
            kept.append(label)
            edge = label.x - _BETWEEN
    return tuple(reversed(kept))
