"""落款 of several bodies with seals (7.3.5.1): in rows, in their order, the last above the date."""

from itertools import product
from math import ceil
from typing import NamedTuple

from ...document import Signature
from ...gbt9704 import Standard, twips
from ..ems import width
from .ooxml import indent, paragraph, plain_table, run, spacing

USUAL_DATE = "2026年12月31日"
"""Whose room a draft keeps that has no date."""

_MOST_IN_A_ROW = 3
_BETWEEN = 3.0  # mm from seal to seal
_TEXT = 2  # lines of it above them, at the least
_SPARE = 0.3  # 字 beside a name, so that no word processor breaks it
_CENTER = indent() + '<w:jc w:val="center"/>'


class _Columns(NamedTuple):
    """Columns of one width, in twips; the last one's middle is that of the date."""

    number: int
    width: float
    right: float
    """What they leave of the line."""

    def grid(self, total: float) -> tuple[int, ...]:
        """All columns of a table as wide as the line, those beside the names as well."""
        left = total - self.right - self.number * self.width
        return (round(left), *[round(self.width)] * self.number, round(self.right))


def joint(block: Signature, s: Standard, *, noted: bool) -> str:
    """Several sealed names: side by side with room for their seals, the last above the date.

    Seals stand one to one over their names, and do not touch.
    """
    columns = _columns(block, s)
    grid = columns.grid(twips(s.type_width))
    rows = [
        block.names[at : at + columns.number] for at in range(0, len(block.names), columns.number)
    ]
    cells: list[str] = []
    for number, names in enumerate(rows):
        last = number == len(rows) - 1
        room = twips(s.seal + _BETWEEN) - s.pitch if number else s.blank_lines_above_seal * s.pitch
        keep = "<w:keepNext/>" if noted or not last else ""
        # A row that is not full stands at the right, where the date is.
        texts = [
            paragraph("Signature", run(name), keep + spacing(room) + _CENTER)
            for name in (*[""] * (columns.number - len(names)), *names)
        ]
        if last:
            texts[-1] += paragraph("Date", run(block.date), keep + _CENTER)
        beside = paragraph("Signature", "", keep)
        cells += [
            "<w:tr><w:trPr><w:cantSplit/></w:trPr>",
            *(
                f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/></w:tcPr>{text}</w:tc>'
                for wide, text in zip(grid, (beside, *texts, beside), strict=True)
                if wide
            ),
            "</w:tr>",
        ]
    return plain_table([wide for wide in grid if wide], "".join(cells))


def _columns(block: Signature, s: Standard) -> _Columns:
    """As many columns as there is room for, but no more than make the rows even."""
    total = twips(s.type_width)
    date = width(block.date or USUAL_DATE)
    longest = max(date, *map(width, block.names)) + _SPARE
    # The middle of a date four 字 from the edge, and of the names above it.
    middle = (s.sealed_gap + date / 2) * s.character

    def widest(count: int) -> float:
        return min((total - middle) / (count - 0.5), 2 * middle)

    seal = twips(s.seal + _BETWEEN)
    # One below the other they would not leave their page room for text (7.3.5.5): two lines a name.
    lines = 2 if len(block.names) * seal > twips(s.type_height) - _TEXT * s.pitch else 1
    for names, count in product(
        range(1, lines + 1), range(min(_MOST_IN_A_ROW, len(block.names)), 1, -1)
    ):
        if widest(count) >= max(seal, max(date, longest / names) * s.character):
            rows = ceil(len(block.names) / count)
            even = ceil(len(block.names) / rows)
            return _Columns(even, widest(even), middle - widest(even) / 2)
    # A name too long to be centred on a date four 字 in moves both to the left.
    middle = min(max(middle, longest * s.character / 2), total / 2)
    return _Columns(1, 2 * middle, 0.0)
