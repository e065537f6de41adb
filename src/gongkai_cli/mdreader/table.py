"""A pipe table's cells to a grid with merged cells, from three marks a template may write.

``<`` alone in a cell: part of the cell to its left. ``^`` alone: part of the cell above.
``^`` at the end of a head cell: equal neighbours in this column become one cell, as long as the
columns to the left that carry the mark do not change either.
"""

from collections.abc import Sequence

from ..document import Align, Cell, Line, Lines, Run, Table
from .pieces import Typed

_LEFT = "<"
_ABOVE = "^"


def table(
    aligns: tuple[Align, ...], head: Sequence[Typed], body: Sequence[Sequence[Typed]]
) -> Table:
    """Build the grid from head and body cells, all rows as wide as ``aligns``."""
    marked = [typed.endswith(_ABOVE) and not typed.endswith("\\" + _ABOVE) for typed, _ in head]
    bare_head = [
        (typed.removesuffix(_ABOVE).strip(), _without_mark(lines)) if mark else (typed, lines)
        for (typed, lines), mark in zip(head, marked, strict=True)
    ]
    (head_row,) = _grid([bare_head], [False] * len(marked))
    return Table(aligns, head_row, tuple(_grid(body, marked)))


def _grid(rows: Sequence[Sequence[Typed]], marked: Sequence[bool]) -> list[tuple[Cell | None, ...]]:
    widths = [_widths([typed for typed, _ in row]) for row in rows]
    joined = [_joined(rows, widths, marked, number) for number in range(len(rows))]
    grid: list[tuple[Cell | None, ...]] = []
    for number, row in enumerate(rows):
        cells: list[Cell | None] = []
        for column, (_, lines) in enumerate(row):
            width = widths[number][column]
            if width == 0 or joined[number][column]:
                cells.append(None)
                continue
            height = 1
            while number + height < len(rows) and joined[number + height][column]:
                height += 1
            cells.append(Cell(lines, width, height))
        grid.append(tuple(cells))
    return grid


def _widths(row: Sequence[str]) -> list[int]:
    """How many columns each cell covers; 0 for a cell that its left neighbour covers."""
    widths = [1] * len(row)
    for column in range(len(row) - 1, 0, -1):
        if row[column] == _LEFT:
            widths[column - 1] += widths[column]
            widths[column] = 0
    return widths


def _joined(
    rows: Sequence[Sequence[Typed]],
    widths: Sequence[Sequence[int]],
    marked: Sequence[bool],
    number: int,
) -> list[bool]:
    """Which cells of a row belong to the cell above them."""
    if number == 0:
        return [False] * len(marked)
    joined: list[bool] = []
    same_so_far = True
    for column, mark in enumerate(marked):
        typed = rows[number][column][0]
        same_width = widths[number][column] == widths[number - 1][column]
        same = same_width and typed == rows[number - 1][column][0] and typed != ""
        joined.append(same_width and (typed == _ABOVE or (mark and same and same_so_far)))
        if mark and widths[number][column]:
            same_so_far = same_so_far and (same or typed == _ABOVE)
    return joined


def _without_mark(lines: Lines) -> Lines:
    """The head cell's text without the ``^`` at its end."""
    *before, last = lines
    trimmed: Line = (*last[:-1], Run(last[-1].text.removesuffix(_ABOVE).rstrip(), last[-1].strong))
    return (*before, tuple(run for run in trimmed if run.text))
