"""How a table's width is shared among its columns.

Every column starts narrow, or with room to write in. The rest is given out step by step to the column
that gains most: rows get lower, names stay on one line. All heights are whole numbers, so that equal
gains are equal on every machine; of these the one for fewer steps is taken.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import chain, islice, pairwise
from math import ceil, lcm
from operator import getitem, sub

from ...document import Cell, Table, plain
from ...gbt9704 import TWIPS_PER_POINT, Standard, twips
from ..ems import width

_NARROWEST = 3.0
_TO_WRITE_IN = 6.0
# What is not parted: a date, a number, a word of the head, up to the most 字 for which all find room.
_LONGEST_PIECES = (8.0, 6.0)
# A name of this many 字 should not be broken; nor should rules and rounding break one that fits.
_ONE_LINE = 10.0
_SLACK = 0.5
_STEP = 0.5
_FURTHEST = 20  # steps
# What a row's line is worth, a line that a higher cell beside it hides, and a name kept whole.
_LINE, _HIDDEN, _WHOLE_NAME = 100, 2, 35
_NO_COLUMN = -1
# Enough rows to judge the columns by; a table of thousands repeats itself.
_SAMPLE = 60

_Texts = tuple[tuple[str, ...], int]


def column_widths(table: Table, total: float, s: Standard) -> list[int]:
    """The width of each column in twips; together at most ``total``."""
    size = s.table_size * TWIPS_PER_POINT
    margins = 2 * twips(s.cell_margin)
    count = len(table.aligns)
    free = (total - count * margins) / size - count * _SLACK
    given = [
        min(_TO_WRITE_IN if _is_to_fill(table, number) else _NARROWEST, free / count)
        for number in range(count)
    ]
    rows = [table.head, *table.rows[:_SAMPLE]]
    cells = [[_texts(row[number]) for row in rows] for number in range(count)]
    pieces = [_piece_widths(*own) for own in cells]
    for longest in _LONGEST_PIECES:
        whole = [max(one, _room_for(own, longest)) for one, own in zip(given, pieces, strict=True)]
        if sum(whole) <= free:
            given = whole
            break
    steps = _steps(free - sum(given))
    if steps:
        for number, more in enumerate(_shared(cells, given, steps)):
            given[number] += more * _STEP
    left_over = (free - sum(given)) / count
    return [int((width + left_over + _SLACK) * size + margins) for width in given]


def _is_blank(cell: Cell | None) -> bool:
    """Whether a cell is there to be written in."""
    return cell is not None and not any(cell.lines)


def is_to_write_in(row: Sequence[Cell | None]) -> bool:
    """Whether most of a row is left blank: somebody is to write there by hand."""
    return 2 * sum(map(_is_blank, row)) >= len(row)


def _is_to_fill(table: Table, number: int) -> bool:
    return bool(table.rows) and all(_is_blank(row[number]) for row in table.rows)


def _texts(cell: Cell | None) -> _Texts:
    """What a cell says, if it is one column's, and how many rows share its height."""
    if cell is None or cell.columns > 1:
        return (), 1
    return tuple([plain(line) for line in cell.lines]), cell.rows


def _piece_widths(head: _Texts, *cells: _Texts) -> list[float]:
    """The widths of what is not parted in a column: the words of its head, dates, numbers."""
    runs, kinds = _pieces()
    # All of them stand in runs of few characters, which are quickly found.
    text = "\n".join(chain.from_iterable(lines for lines, _ in {*cells}))
    pieces = {*head[0], *kinds.findall("\n".join(runs.findall(text)))}
    # No character is less than half a 字.
    return [width(piece) for piece in pieces if len(piece) <= 2 * _LONGEST_PIECES[0]]


def _room_for(pieces: Sequence[float], longest: float) -> float:
    widest = max((wide for wide in pieces if wide <= longest), default=0.0)
    return ceil(widest / _STEP) * _STEP


@cache
def _pieces() -> tuple[re.Pattern[str], re.Pattern[str]]:
    day = r"(?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}日"
    pieces = rf"{day}(?:[至—～-]{day})?|\d{{4}}年\d{{1,2}}月|[\d:]+—[\d:]+|[!-~]{{7,}}"
    return re.compile(r"[\d!-~][\d!-~年月日至—～]*"), re.compile(pieces)


def _steps(rest: float) -> int:
    return max(int(rest / _STEP), 0)


def _shared(cells: Sequence[Sequence[_Texts]], given: Sequence[float], steps: int) -> list[int]:
    """How many steps each column gets; some are left over where no column gains any more."""
    # A merged cell shares its height among its rows; this makes every share a whole number.
    unit = lcm(*{rows for own in cells for _, rows in own})
    columns = [_Column(own, start, steps, unit) for own, start in zip(cells, given, strict=True)]
    at = [0] * len(columns)
    in_rows = list(zip(*(column.heights for column in columns), strict=True))
    lone = unit if len(columns) == 1 else 0
    peaks = [_peak(row, at, lone) for row in in_rows]
    gains = [(0.0, 0)] * len(columns)
    stale = set(range(len(columns)))
    while steps:
        stale.discard(_NO_COLUMN)
        highest: dict[int, list[tuple[Sequence[float], float]]] = {number: [] for number in stale}
        for heights, (number, besides) in zip(in_rows, peaks, strict=True):
            if number in stale:
                highest[number].append((heights[number], besides))
        for number, rows_of_its in highest.items():
            gains[number] = columns[number].best_gain(at[number], steps, rows_of_its)
        (gain, fewer), chosen = max(zip(gains, range(len(columns)), strict=True))
        if gain <= 0:
            break
        old, at[chosen] = at[chosen], at[chosen] - fewer
        steps += fewer
        stale = {chosen, *(number for number, (_, less) in enumerate(gains) if steps < -less)}
        for row, own in enumerate(columns[chosen].heights):
            before, now = own[old], own[at[chosen]]
            number, besides = peaks[row]
            # Nothing changes where the column is the highest still, or has not been one of those.
            if before == now or (now > besides if number == chosen else before < besides):
                continue
            peaks[row] = _peak(in_rows[row], at, lone)
            stale |= {number, peaks[row][0]}
    return at


def _peak(row: Sequence[Sequence[float]], at: Sequence[int], lone: int) -> tuple[int, float]:
    """The column that alone makes a row as high as it is, if one does, and how high the others are.

    Where there are no others the row is ``lone`` high.
    """
    heights = list(map(getitem, row, at))
    highest = max(heights)
    number = heights.index(highest)
    heights[number] = lone
    besides = max(heights)
    return (number if highest > besides else _NO_COLUMN), besides


class _Column:
    """One column: what its text costs at each number of steps above the starting width."""

    def __init__(self, cells: Sequence[_Texts], start: float, steps: int, unit: int) -> None:
        self._widths = [start + step * _STEP for step in range(steps + 1)]
        distinct = {*cells}
        widths = {lines: [width(line) for line in lines] for lines, _ in distinct}
        known = {cell: self._heights(widths[cell[0]], cell[1], unit) for cell in distinct}
        self.heights = [known[cell] for cell in cells]
        """Of each row, at each number of steps."""
        texts = sorted(chain.from_iterable(widths[lines] for lines, _ in cells))
        names = texts[: bisect_right(texts, _ONE_LINE)]
        # Where every text fits into one line more width changes nothing.
        changing = self._widths[: bisect_left(self._widths, max(texts, default=0)) + 1]
        heights = islice(zip(*self.heights, strict=True), len(changing))
        hidden = [_HIDDEN * sum(own) for own in heights]
        whole = [_WHOLE_NAME * unit * bisect_right(names, width) for width in changing]
        self._costs: list[float] = list(map(sub, hidden, whole))
        # Heights and broken names only ever become fewer.
        self._changes = [
            step for step, (before, after) in enumerate(pairwise(self._costs), 1) if after != before
        ]
        self._costs += self._costs[-1:] * (len(self._widths) - len(changing))

    def _heights(self, lines: Sequence[float], rows: int, unit: int) -> Sequence[float]:
        share = unit // rows
        narrow = self._widths[: bisect_left(self._widths, max(lines, default=0))]
        each = [[-(-(line or _STEP) // width) * share for width in narrow] for line in lines]
        heights = each[0] if len(each) == 1 else list(map(sum, zip(*each, strict=True)))
        return heights + [share * len(lines)] * (len(self._widths) - len(narrow))

    def best_gain(
        self, now: int, steps: int, highest: Sequence[tuple[Sequence[float], float]]
    ) -> tuple[float, int]:
        """The most that the table gains per step given to the column, and minus those steps.

        ``highest`` are the heights of the rows that only this column makes so high, each with how
        high the others are. More width for the same lines gains less per step.
        """
        costs = self._costs
        limit = now + min(steps, _FURTHEST)

        def gain(step: int) -> float:
            lines = 0.0
            for own, besides in highest:
                left = own[step]
                lines += own[now] - (left if left > besides else besides)  # noqa: FURB136  a call costs
            return _LINE * lines + costs[now] - costs[step]

        best, fewer = 0.0, 0
        changes = self._changes[
            bisect_right(self._changes, now) : bisect_right(self._changes, limit)
        ]
        most = gain(changes[-1]) if changes else 0.0
        for step in changes:
            # Nothing wider gains more than the widest.
            if most <= best * (step - now):
                break
            if (each := gain(step) / (step - now)) > best:
                best, fewer = each, now - step
        return best, fewer
