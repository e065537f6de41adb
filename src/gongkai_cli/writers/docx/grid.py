"""Tables: a full grid with merged cells, widths from the text, the head on every page."""

from collections.abc import Sequence

from ...document import Align, Cell, Lines, Table, plain
from ...gbt9704 import TWIPS_PER_POINT, Standard, twips
from .metrics import width
from .ooxml import paragraph, rule, runs

_NARROWEST = 3.0
_TO_WRITE_IN = 6.0
# A name of this many 字 should not be broken; nor should rules and rounding break one that fits.
_ONE_LINE = 10.0
_SLACK = 0.5
_STEP = 0.5
_FURTHEST = 10.0
_BROKEN_NAME = 0.35
_HIDDEN = 0.02
# Enough rows to judge the columns by; a table of thousands repeats itself.
_SAMPLE = 60


def grid(table: Table, s: Standard, *, wide: bool) -> str:
    """The table as wide as the type area; ``wide`` where the paper lies on its side."""
    total = twips(s.type_height if wide else s.type_width)
    widths = _column_widths(table, total, s)
    borders = "".join(
        rule(side, s.table_rule)
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margin = round(twips(s.cell_margin))
    head = _row(table.head, [None] * len(widths), widths, table.aligns, s, head=True)
    rows: list[str] = []
    above: list[Cell | None] = [None] * len(widths)
    left_over = [0] * len(widths)
    for row in table.rows:
        rows.append(_row(row, above, widths, table.aligns, s))
        for column, cell in enumerate(row):
            if cell is not None:
                above[column], left_over[column] = cell, cell.rows
            if left_over[column]:
                left_over[column] -= 1
            if not left_over[column]:
                above[column] = None
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:left w:w="{margin}" w:type="dxa"/><w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr><w:tblGrid>"
        + "".join(f'<w:gridCol w:w="{column}"/>' for column in widths)
        + f"</w:tblGrid>{head}{''.join(rows)}</w:tbl>"
    )


def _row(
    row: Sequence[Cell | None],
    above: Sequence[Cell | None],
    widths: Sequence[int],
    aligns: Sequence[Align],
    s: Standard,
    *,
    head: bool = False,
) -> str:
    """One row; a place covered from above continues the merge, one covered from the left is gone."""
    cells: list[str] = []
    column = 0
    while column < len(row):
        cell, upper = row[column], above[column]
        if cell is not None:
            merge = '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
            cells.append(
                _cell(cell.lines, cell.columns, merge, widths[column:], aligns[column], head=head)
            )
            column += cell.columns
        else:
            columns = upper.columns if upper else 1
            cells.append(
                _cell((), columns, "<w:vMerge/>", widths[column:], aligns[column], head=head)
            )
            column += columns
    repeat = "<w:tblHeader/>" if head else ""
    # Where most is left blank, somebody is to write there by hand.
    blank = 2 * sum(map(_is_blank, row)) >= len(row)
    room = f'<w:trHeight w:val="{round(twips(s.blank_row))}" w:hRule="atLeast"/>' if blank else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{room}{repeat}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(
    lines: Lines, columns: int, merge: str, widths: Sequence[int], align: Align, *, head: bool
) -> str:
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    style = "TableHead" if head else "TableText"
    place = "" if head else f'<w:jc w:val="{align}"/>'
    # A long text merged over rows may run on over a page's end, and only from the top does it well.
    height = "top" if merge and align == "left" else "center"
    text = "".join(paragraph(style, runs(line), place) for line in lines) or paragraph(style, "")
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{sum(widths[:columns])}" w:type="dxa"/>{span}{merge}'
        f'<w:vAlign w:val="{height}"/></w:tcPr>{text}</w:tc>'
    )


def _column_widths(table: Table, total: float, s: Standard) -> list[int]:
    """Share the width so that the rows come out as low as possible and names stay whole.

    Every column starts narrow, or with room to write in; the rest goes, step by step, to the column that gains most by it.
    """
    size = s.table_size * TWIPS_PER_POINT
    margins = 2 * twips(s.cell_margin)
    count = len(table.aligns)
    free = (total - count * margins) / size - count * _SLACK
    rows = [table.head, *table.rows[:_SAMPLE]]
    columns = [_Column([_line_widths(row[number]) for row in rows]) for number in range(count)]
    blank = [
        bool(table.rows) and all(_is_blank(row[n]) for row in table.rows) for n in range(count)
    ]
    given = [min(_TO_WRITE_IN if to_fill else _NARROWEST, free / count) for to_fill in blank]
    while (rest := free - sum(given)) >= _STEP:
        heights = [column.heights(width) for column, width in zip(columns, given, strict=True)]
        gains = [
            _best_gain(columns[number], given[number], rest, _highest_besides(heights, number))
            for number in range(count)
        ]
        ratio, more, chosen = max((*gain, number) for number, gain in enumerate(gains))
        if ratio <= 0:
            break
        given[chosen] += more
    left_over = (free - sum(given)) / count
    return [int((width + left_over + _SLACK) * size + margins) for width in given]


def _is_blank(cell: Cell | None) -> bool:
    return cell is not None and not any(cell.lines)


class _Column:
    """The text of one column and what it costs to set it in a given width."""

    def __init__(self, cells: Sequence[tuple[list[float], int]]) -> None:
        self._cells = cells
        self._names = [line for lines, _ in cells for line in lines if line <= _ONE_LINE]
        self._heights: dict[float, list[float]] = {}
        self._broken: dict[float, int] = {}

    def heights(self, given: float) -> list[float]:
        """The height of each row in lines; a merged cell shares its own among its rows."""
        if given not in self._heights:
            self._heights[given] = [
                sum(-(-line // given) or 1.0 for line in lines) / rows
                for lines, rows in self._cells
            ]
        return self._heights[given]

    def broken(self, given: float) -> int:
        """How many names and dates do not stand on one line."""
        if given not in self._broken:
            self._broken[given] = sum([given < name for name in self._names])
        return self._broken[given]


def _line_widths(cell: Cell | None) -> tuple[list[float], int]:
    """The width of each line of a cell in 字, and how many rows share its height."""
    if cell is None or cell.columns > 1:
        return [], 1
    return [width(plain(line)) for line in cell.lines], cell.rows


def _highest_besides(heights: Sequence[Sequence[float]], number: int) -> list[float]:
    others = [one for index, one in enumerate(heights) if index != number]
    return [max(row) for row in zip(*others, strict=True)] or [1.0] * len(heights[0])


def _best_gain(
    column: _Column, given: float, rest: float, besides: Sequence[float]
) -> tuple[float, float]:
    """The most that the table gains per 字 given to a column, and how many 字 that takes."""

    def cost(own: Sequence[float], broken: int) -> float:
        # Lines that another column hides count a little, to order equals.
        pairs = zip(own, besides, strict=True)
        lines = sum([(o if o > b else b) + o * _HIDDEN for o, b in pairs])  # noqa: FURB136  a call costs
        return lines + broken * _BROKEN_NAME

    shape = column.heights(given), column.broken(given)
    now = cost(*shape)
    best = (0.0, 0.0)
    more = _STEP
    while more <= min(rest, _FURTHEST):
        wider = column.heights(given + more), column.broken(given + more)
        # More width for the same lines gains less per 字.
        if wider != shape:
            shape = wider
            best = max(best, ((now - cost(*shape)) / more, more))
        more += _STEP
    return best
