"""The geometry of the chart on the page: every position in px, computed from dates alone.

A figure is what one sheet of A4 landscape takes: 297 mm less two margins of 12 mm is 1032 px wide,
210 mm less the same is 703 px high, of which heading and legend take 90.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from ..deadlines import Status
from ..deadlines.matters import Matter
from ..widths import cut, half_ems, wrap
from .axis import LEFT, RIGHT, WIDTH, Axis, axis_of
from .board import Board, words_of
from .shape import Shape, by_group, extent_of, shape_of

TALLEST: Final = 600
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
    """One sheet's worth of the chart."""

    axis: Axis
    height: float
    rows: tuple[Row, ...]


def figures(board: Board) -> tuple[Figure, ...]:
    """The chart, sheet by sheet, each with the days above it; none without a date."""
    extent = extent_of(board.matters, board.agenda, board.now)
    if extent is None:
        return ()
    axis = axis_of(extent, board.now)
    return tuple(Figure(axis, rows[-1].y + rows[-1].height, rows) for rows in _sheets(board, axis))


def _sheets(board: Board, axis: Axis) -> Iterator[tuple[Row, ...]]:
    """Rows that fit on one sheet; an activity that does not goes on under its name on the next."""
    rows: list[Row] = []
    y = axis.head
    for group, matters in by_group(board.matters):
        heading = _heading(group) if group else None
        for number, matter in enumerate(matters):
            row = _row(matter, shape_of(matter, board.agenda, axis.extent), axis)
            fresh = heading if number == 0 else None
            if rows and y + row.height + (fresh.height if fresh else 0) > TALLEST:
                yield tuple(rows)
                rows, y = [], axis.head
                fresh = _heading(group if number == 0 else f"{group}（续）") if group else None
            for one in filter(None, (fresh, row)):
                rows.append(replace(one, y=y))
                y += one.height
    if rows:
        yield tuple(rows)


def _heading(group: str) -> Row:
    return Row(0, GROUP, (cut(group, (WIDTH - 20) * 2 // 13, half_ems),))


def _row(matter: Matter, shape: Shape, axis: Axis) -> Row:
    name = wrap(matter.entry.title, _NAME, 2)
    units = _units(matter.units)
    milestone = matter.entry.kind == "milestone"
    bar = None
    if shape.bar:
        x = axis.x(shape.bar[0])
        width = round(max(axis.x(shape.bar[1]) - x, _NARROWEST), 1)
        bar = (min(x, WIDTH - RIGHT - width), width)
    lead = (axis.x(shape.lead[0]), axis.x(shape.lead[1])) if shape.lead else None
    turns = tuple(map(axis.x, shape.turns))
    dense = any(after - before < 2 * POINT for before, after in pairwise(turns))
    return Row(
        0,
        PADDING + LINE * len(name) + (SMALL if units else 0),
        name,
        units,
        "" if milestone else words_of(matter),
        None if milestone else matter.status,
        matter.entry.group in ("", matter.entry.title),
        _title(matter),
        bar,
        shape.open,
        axis.x(shape.point) if shape.point is not None else None,
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


def _title(matter: Matter) -> str:
    said = (matter.entry.title, "、".join(matter.units), matter.entry.due_text or "没有写时间")
    status = "" if matter.entry.kind == "milestone" else words_of(matter)
    return "；".join(filter(None, (*said, status)))
