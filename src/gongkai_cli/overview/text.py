"""The timeline in characters, as wide as the terminal, for eyes without colour as well.

All marks are ASCII: a terminal set to Chinese draws half of the others two columns wide.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Final

from ..dates.workdays import is_workday
from ..deadlines import STATUSES, Status
from ..deadlines.matters import Matter
from ..deadlines.words import WORDS
from ..widths import columns, cut, pad
from .board import Board, words_of
from .shape import Extent, Shape, before_or_after, by_group, extent_of, month_name, shape_of

MARKS: dict[Status, str] = {
    "overdue": "#",
    "due-today": "!",
    "due-soon": "+",
    "in-progress": "-",
    "not-started": "o",
    "ongoing": "~",
    "done": "=",
}
_PERIOD, _POINT, _LEAD, _REST, _TODAY = ":", "*", "_", ".", "|"
_LEAST_CHART: Final = 20
_LONGEST_LABEL: Final = 40
_WIDEST_DAY: Final = 3
_INDENT: Final = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A line in pieces: each a text and, where it tells of one, a status; or that it is today's."""

    pieces: tuple[tuple[str, Status | None], ...]

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.pieces).rstrip()


@dataclass(frozen=True, slots=True)
class _Grid:
    """Cells of time: ``cell`` columns for each ``per`` days. Either of the two is 1."""

    extent: Extent
    cell: int
    per: int

    @property
    def width(self) -> int:
        return ceil(self.extent.days / self.per) * self.cell

    def column(self, position: float) -> int:
        return min(int(position / self.per) * self.cell, self.width - self.cell)

    def until(self, position: float) -> int:
        return min(ceil(position / self.per) * self.cell, self.width)


def timeline(board: Board, width: int) -> tuple[Line, ...]:
    """A line for each matter under its activity, within ``width`` columns; none without a date."""
    extent = extent_of(board.matters, board.agenda, board.now)
    if extent is None:
        return ()
    ends = {matter: _standing(matter) for matter in board.matters}
    right = max(map(columns, ends.values()))
    longest = max(columns(matter.entry.title) for matter in board.matters) + _INDENT
    left = max(
        min(longest, _LONGEST_LABEL, width - right - 2 - extent.days),
        min(longest, (width - right - 2) // 3),
    )
    room = max(width - left - right - 2, _LEAST_CHART)
    grid = _Grid(
        extent, min(max(room // extent.days, 1), _WIDEST_DAY), max(ceil(extent.days / room), 1)
    )
    heads = _head(grid, width - left - 1)
    lines = [Line(((" " * (left + 1) + head, None),)) for head in heads]
    for group, matters in by_group(board.matters):
        if group:
            lines.append(Line(((cut(group, width), None),)))
        for matter in matters:
            indent = " " * _INDENT if group else ""
            label = pad(cut(indent + matter.entry.title, left), left + 1)
            status = None if matter.entry.kind == "milestone" else matter.status
            drawn = _row(matter, shape_of(matter, board.agenda, extent), grid, board)
            lines.append(Line(((label, None), (f"{drawn} ", status), (ends[matter], status))))
    return (*lines, *_legend(board, extent, grid, width))


def _standing(matter: Matter) -> str:
    return "" if matter.entry.kind == "milestone" else words_of(matter)


def _row(matter: Matter, shape: Shape, grid: _Grid, board: Board) -> str:
    cells = _background(grid)
    if shape.lead:
        _fill(cells, grid.column(shape.lead[0]), grid.column(shape.lead[1]), _LEAD)
    if shape.bar:
        first, last = grid.column(shape.bar[0]), grid.until(shape.bar[1])
        mark = _PERIOD if matter.entry.kind == "milestone" else MARKS[matter.status]
        _fill(cells, first, max(last, first + 1), mark)
        if shape.open:
            cells[-1] = ">"
    for point in filter(None, (*shape.turns, shape.point)):
        cells[grid.column(point)] = _POINT
    if not before_or_after(grid.extent, board.now):
        cells[grid.column(grid.extent.at(board.now.date())) + grid.cell - 1] = _TODAY
    return "".join(cells)


def _background(grid: _Grid) -> list[str]:
    if grid.per > 1:
        return [" "] * grid.width
    return [
        mark
        for day in grid.extent.each()
        for mark in (" " if is_workday(day) else _REST) * grid.cell
    ]


def _fill(cells: list[str], first: int, last: int, mark: str) -> None:
    cells[first:last] = mark * (last - first)


def _head(grid: _Grid, room: int) -> Iterator[str]:
    """Months above, and where there is space the days below them; all within ``room`` columns."""
    days = list(grid.extent.each())
    months = [(n, day) for n, day in enumerate(days) if day.day == 1 or n == 0]
    long = [(n, month_name(n, day, year=True)) for n, day in months]
    short = [(n, month_name(n, day, year=False)) for n, day in months]
    crowded = len(months) > 1 and grid.column(months[1][0]) <= columns(long[0][1])
    yield _written(grid, short if crowded else long, room)
    if grid.per == 1:
        told = [(n, str(day.day)) for n, day in enumerate(days) if _told(day, days[0], grid)]
        yield _written(grid, told, room)


def _told(day: date, first: date, grid: _Grid) -> bool:
    """Which days have their number: all where there is room, else the first and each fifth."""
    return grid.cell == _WIDEST_DAY or day == first or day.day in {1, 5, 10, 15, 20, 25}


def _written(grid: _Grid, labels: Sequence[tuple[int, str]], room: int) -> str:
    """Labels at their days; one that would run into the next or over the edge is left out."""
    kept: list[tuple[int, str]] = []
    end = room
    for number, label in reversed(labels):
        column = grid.column(number)
        if column + columns(label) <= end:
            kept.append((column, label))
            end = column - 1
    line = ""
    for column, label in reversed(kept):
        line = pad(line, column) + label
    return line


def _legend(board: Board, extent: Extent, grid: _Grid, width: int) -> Iterator[Line]:
    used = {matter.status for matter in board.matters if matter.entry.kind != "milestone"}
    said = [f"{MARKS[status]} {WORDS[status]}" for status in STATUSES if status in used]
    said += [f"{_PERIOD} 活动时间", f"{_POINT} 截止"]
    if grid.per == 1:
        said.append(f"{_REST} 休息日")
    outside = before_or_after(extent, board.now)
    said.append(outside or f"{_TODAY} 今天")
    line = ""
    for part in said:
        if line and columns(line) + columns(part) + 2 > width:
            yield Line(((line, None),))
            line = ""
        line += f"　{part}" if line else part
    yield Line(((line, None),))
