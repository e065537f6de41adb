"""Tables: a full grid with merged cells, widths from the text, the head on every page."""

from collections.abc import Sequence

from ...document import Align, Cell, Lines, Table
from ...gbt9704 import Standard, twips
from .columns import column_widths, is_blank
from .ooxml import paragraph, rule, runs

_CELL_STYLE = '<w:pStyle w:val="TableText"/>'


def grid(table: Table, s: Standard, *, wide: bool, keep: bool) -> str:
    """The table as wide as the type area; ``wide`` where the paper lies on its side.

    ``keep`` where the last row stays on the page of what follows.
    """
    total = twips(s.type_height if wide else s.type_width)
    widths = column_widths(table, total, s)
    borders = "".join(
        rule(side, s.table_rule)
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margin = round(twips(s.cell_margin))
    rows = [_row(table.head, [None] * len(widths), widths, table.aligns, s, head=True)]
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
    beginning = (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:left w:w="{margin}" w:type="dxa"/><w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr><w:tblGrid>"
        + "".join(f'<w:gridCol w:w="{column}"/>' for column in widths)
        + "</w:tblGrid>"
    )
    if keep:
        rows[-1] = rows[-1].replace(_CELL_STYLE, f"{_CELL_STYLE}<w:keepNext/>")
    # Rows may be thousands: they are copied once.
    return "".join([beginning, *rows, "</w:tbl>"])


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
    blank = 2 * sum(map(is_blank, row)) >= len(row)
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
    text = "".join([paragraph(style, runs(line), place) for line in lines]) or paragraph(style, "")
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{sum(widths[:columns])}" w:type="dxa"/>{span}{merge}'
        f'<w:vAlign w:val="{height}"/></w:tcPr>{text}</w:tc>'
    )
