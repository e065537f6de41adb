"""A table as HTML: merged cells stay merged, heads say what they head, narrow screens scroll it."""

from collections.abc import Sequence
from html import escape

from ...document import Align, Cell, Table
from .text import broken

_CLASSES: dict[Align, str] = {"left": "", "center": ' class="center"', "right": ' class="right"'}


_NARROWEST = 2.0
_TO_WRITE_IN = 5.0
_ONE_LINE = 9.0
_LINES = 5
_WIDEST = 18.0
_PADDING = 1.4
_HALF = 0.6
_TIGHTEST = 0.85


def table(block: Table, name: str) -> str:
    """The table in a region of its own that a keyboard can scroll; ``name`` is its caption."""
    said = escape(name)
    head = "".join(_head(cell) for cell in block.head if cell is not None)
    widths = [_width(block, column) for column in range(len(block.aligns))]
    columns = "".join(f'<col style="width:{100 * w / sum(widths):.4g}%">' for w in widths)
    rows = "\n".join(_row(row, block.aligns) for row in block.rows)
    return (
        f'<div class="scroll" role="region" aria-label="{said}" tabindex="0">\n'
        f'<table style="min-width:{_TIGHTEST * sum(widths):.4g}em">\n<caption>{said}</caption>\n'
        f"<colgroup>{columns}</colgroup>\n"
        f"<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{rows}\n</tbody>\n</table>\n</div>"
    )


def _head(cell: Cell) -> str:
    scope = "colgroup" if cell.columns > 1 else "col"
    return f'<th scope="{scope}"{_spans(cell)}>{broken(cell.lines)}</th>'


def _row(row: Sequence[Cell | None], aligns: Sequence[Align]) -> str:
    cells: list[str] = []
    for column, (cell, align) in enumerate(zip(row, aligns, strict=True)):
        if cell is None:
            continue
        # The first column says which row it is; an empty one says nothing.
        heads = column == 0 and cell.rows == 1 and any(cell.lines)
        tag, scope = ("th", ' scope="row"') if heads else ("td", "")
        cells.append(f"<{tag}{scope}{_CLASSES[align]}{_spans(cell)}>{broken(cell.lines)}</{tag}>")
    return f"<tr>{''.join(cells)}</tr>"


def _width(block: Table, column: int) -> float:
    """What a column wants in em: a name or a date stands on one line, a long text on several."""
    cells = [row[column] for row in (block.head, *block.rows)]
    lines = [line for cell in cells if cell and cell.columns == 1 for line in cell.lines]
    longest = max((_em("".join(span.text for span in line)) for line in lines), default=_NARROWEST)
    wanted = longest if longest <= _ONE_LINE else _ONE_LINE + (longest - _ONE_LINE) / _LINES
    to_fill = not any(any(cell.lines) for cell in cells[1:] if cell)
    return min(max(wanted, _TO_WRITE_IN if to_fill else _NARROWEST), _WIDEST) + _PADDING


def _em(text: str) -> float:
    return sum(_HALF if char.isascii() else 1.0 for char in text)


def _spans(cell: Cell) -> str:
    columns = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    rows = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    return columns + rows
