"""Tables: a full grid with merged cells, widths from the text, the head on every page."""

from collections.abc import Iterator, Sequence

from ...document import Align, Cell, Lines, Table
from ...gbt9704 import Standard, twips
from .columns import column_widths, is_to_write_in
from .ooxml import LOWEST_LINE, paragraph, rule, runs
from .parting import Room, parted

_CELL_STYLE = '<w:pStyle w:val="TableText"/>'
# LibreOffice 7.4 breaks no page within a table: what goes on is a table again, with its own head.
_NEW_PAGE = paragraph("TableText", "", f"<w:pageBreakBefore/>{LOWEST_LINE}")


def grid(table: Table, s: Standard, room: Room, *, wide: bool, keep: bool) -> str:
    """The table as wide as the type area; ``wide`` where the paper lies on its side.

    ``room`` is what else its first and last page hold; ``keep`` keeps its last row on the page of what
    follows.
    """
    across, down = s.sides(wide=wide)
    widths = column_widths(table, twips(across), s)
    borders = "".join(
        rule(side, s.table_rule)
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margin = round(twips(s.cell_margin))
    beginning = (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:left w:w="{margin}" w:type="dxa"/><w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr><w:tblGrid>"
        + "".join(f'<w:gridCol w:w="{column}"/>' for column in widths)
        + "</w:tblGrid>"
        + _row(table.head, [None] * len(widths), widths, table.aligns, s, head=True)
    )
    # Rows may be thousands: they are copied once.
    pieces: list[str] = []
    found = parted(table, widths, twips(down), room, s)
    for number, part in enumerate(found.parts):
        if number:
            pieces.append(_NEW_PAGE)
        if part or not table.rows:
            pieces += (beginning, *_rows(part, widths, table.aligns, s), "</w:tbl>")
    # LibreOffice 7.4 would move a row on that has room for what follows it, where cells are merged.
    if keep and not found.ended:
        pieces[-2] = pieces[-2].replace(_CELL_STYLE, f"{_CELL_STYLE}<w:keepNext/>")
    return "".join(pieces)


def _rows(
    rows: Sequence[Sequence[Cell | None]],
    widths: Sequence[int],
    aligns: Sequence[Align],
    s: Standard,
) -> Iterator[str]:
    above: list[Cell | None] = [None] * len(widths)
    left_over = [0] * len(widths)
    for row in rows:
        yield _row(row, above, widths, aligns, s)
        for column, cell in enumerate(row):
            if cell is not None:
                above[column], left_over[column] = cell, cell.rows
            if left_over[column]:
                left_over[column] -= 1
            if not left_over[column]:
                above[column] = None


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
    room = (
        f'<w:trHeight w:val="{round(twips(s.blank_row))}" w:hRule="atLeast"/>'
        if is_to_write_in(row)
        else ""
    )
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
