"""Where a table is cut into pages, so that each page shows what its rows belong to.

A cell merged over many rows shows its text once; where it runs on to another page its place is blank
there. So the pages of such a table are ended here, early enough for every word processor, and merged
cells begin anew on each page. Tables without such cells are left to the word processor.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ...document import Cell, Table, plain
from ...gbt9704 import TWIPS_PER_POINT, Standard, twips
from .columns import is_to_write_in
from .fitting import most_lines

_Row = Sequence[Cell | None]
_Part = tuple[tuple[Cell | None, ...], ...]
_RULE = 20  # twips, between two rows
# How much earlier than reckoned a page may end, in lines.
_UNEVEN = 0.5


class Room(NamedTuple):
    """The height on its pages that a table does not have, in twips.

    ``above`` is taken on its first page, None where it is not known; ``below`` goes with its last row.
    """

    above: float | None = 0.0
    below: float = 0.0


class Parted(NamedTuple):
    """The rows in parts; each but the first begins a page. The first is empty where all of them do.

    ``ended``: the last page, too, has been reckoned, with what goes with the last row.
    """

    parts: tuple[_Part, ...]
    ended: bool = False


def parted(table: Table, widths: Sequence[int], height: float, room: Room, s: Standard) -> Parted:
    """The table cut into pages; ``height`` is what a page has for text, in twips.

    Where it is not known how much of the first page is left, every row shows all it belongs to.
    """
    merged = [
        at for at, row in enumerate(table.rows) if any(cell and cell.rows > 1 for cell in row)
    ]
    if not merged:
        return Parted((table.rows,))
    if room.above is None:
        single = _cut(table.rows, range(1, len(table.rows)))
        return Parted((tuple(row for (row,) in single),))
    starts, last = _Sheets(table, widths, height, room.below, s).starts(room.above, merged)
    return Parted(tuple(_cut(table.rows, starts)), ended=last == len(table.rows) - 1)


class _Open(NamedTuple):
    """A cell that spans the row at hand: its last row, its height, and the y at which its text ends."""

    last: int
    height: float
    end: float


class _Sheets:
    """Fills page after page with the rows of a table."""

    def __init__(
        self, table: Table, widths: Sequence[int], height: float, below: float, s: Standard
    ) -> None:
        self._rows = table.rows
        self._below = below
        self._line = s.table_line * TWIPS_PER_POINT
        self._blank = twips(s.blank_row)
        self._size = s.table_size * TWIPS_PER_POINT
        self._margins = 2 * round(twips(s.cell_margin))
        self._widths = widths
        self._shortest = [(wide - self._margins) / self._size - 0.5 for wide in widths]
        self._height = height - _UNEVEN * self._line
        self._head = self._own(table.head)
        self._most_rows = int(height / (self._line + _RULE))

    def starts(self, above: float, merged: Sequence[int]) -> tuple[list[int], int]:
        """The rows that begin a page, and the last row whose page is known.

        No rows, and -1, where a merged cell is too high for a page. ``merged`` are the rows in which a cell
        begins that spans several.
        """
        found: list[int] = []
        last = max(at + cell.rows for at in merged for cell in self._rows[at] if cell) - 1
        last = min(last, len(self._rows) - 1)
        beginning = set(merged)
        opened: list[_Open] = []
        at, y, texts = 0, above + self._head, 0.0
        while at <= last:
            if not opened and at not in beginning:
                following = merged[bisect_left(merged, at)]
                # Nobody can say where on its page a long stretch of free rows ends.
                if following - at > self._most_rows:
                    found.append(following)
                    at, y = following, self._head
            own = self._own(self._rows[at])
            begun = self._begun(at) if at in beginning else []
            if any(self._head + height > self._height for _, height in begun):
                return [], -1
            lowest = max([y + own, texts, *(y + height for _, height in begun)])
            if at == len(self._rows) - 1:
                lowest += self._below
            if lowest > self._height and y > self._head:
                found.append(at)
                y = self._head
                opened = [one._replace(end=y + one.height) for one in opened]
            opened += (_Open(end, height, y + height) for end, height in begun)
            y += own
            if any(one.last == at for one in opened):
                y = max([y, *(one.end for one in opened if one.last == at)])
                opened = [one for one in opened if one.last > at]
            texts = max([one.end for one in opened], default=0.0)
            at += 1
        return found, last

    def _begun(self, at: int) -> list[tuple[int, float]]:
        """The last rows and the heights of the cells that begin in a row and cover more of them."""
        return [
            (at + cell.rows - 1, self._cell(cell, column))
            for column, cell in enumerate(self._rows[at])
            if cell and cell.rows > 1
        ]

    def _own(self, row: _Row) -> float:
        """The height of a row without the cells that span several rows."""
        height = self._line
        for column, cell in enumerate(row):
            # Rows may be thousands, and most of their texts are short.
            if (
                cell is None
                or cell.rows > 1
                or (len(cell.lines) == 1 and (len(plain(cell.lines[0])) < self._shortest[column]))
            ):
                continue
            height = max(height, self._cell(cell, column))
        if height < self._blank and is_to_write_in(row):
            height = self._blank
        return height + _RULE

    def _cell(self, cell: Cell, column: int) -> float:
        wide = sum(self._widths[column : column + cell.columns]) - self._margins
        room = wide / self._size
        return self._line * sum([most_lines(plain(line), room) for line in cell.lines])


def _cut(rows: _Part, starts: Sequence[int]) -> Iterator[_Part]:
    """The rows cut before those at ``starts``; a cell that is cut shows its text in each part."""
    opened: dict[int, tuple[Cell, int]] = {}
    for start, end in pairwise([0, *starts, len(rows)]):
        part = list(rows[start:end])
        for at, row in enumerate(part, start):
            opened = {column: one for column, one in opened.items() if one[1] > at}
            begun = {
                column: (cell, at + cell.rows)
                for column, cell in enumerate(row)
                if cell and cell.rows > 1
            }
            opened |= begun
            shown = opened if at == start else begun
            if shown:
                cells = list(row)
                for column, (cell, last) in shown.items():
                    cells[column] = cell._replace(rows=min(last, end) - at)
                part[at - start] = tuple(cells)
        yield tuple(part)
