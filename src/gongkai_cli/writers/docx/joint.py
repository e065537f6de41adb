"""落款 of several bodies with seals (7.3.5.1): in rows, in their order, the last above the date."""

from collections.abc import Sequence
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
_BESIDES = 4  # lines on their page: two of text, the date, 附注
_SPARE = 0.3  # 字 beside a name, so that no word processor breaks it
_CENTER = indent() + '<w:jc w:val="center"/>'


class _Columns(NamedTuple):
    """Columns of one width, in twips; the last one's middle is that of the date."""

    number: int
    width: float
    right: float
    """What they leave of the line."""
    together: bool
    """Whether all rows stand on one page, with text above them."""

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
    rows = _rows(block.names, columns.number)
    cells: list[str] = []
    for number, names in enumerate(rows):
        last = number == len(rows) - 1
        room = twips(s.seal + _BETWEEN) - s.pitch if number else s.blank_lines_above_seal * s.pitch
        keep = "<w:keepNext/>" if (noted if last else columns.together) else ""
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
    ways = [
        count
        for lines in (1, 2)
        for count in range(min(_MOST_IN_A_ROW, len(block.names)), 0, -1)
        if count == 1 or widest(count) >= max(seal, max(date, longest / lines) * s.character)
    ]

    def leaves_room(count: int) -> bool:
        """Whether text has room on the page of the names (7.3.5.5), be it that some take two lines."""
        rows = _rows(block.names, count)
        broken = sum(width(max(row, key=width)) * s.character > widest(count) for row in rows)
        lines = s.blank_lines_above_seal + 1 + (broken if count > 1 else 0) + _BESIDES
        return (len(rows) - 1) * seal + lines * s.pitch <= twips(s.type_height)

    count = next(filter(leaves_room, ways), ways[0] if ways[0] > 1 else max(ways))
    together = leaves_room(count)
    if count > 1:
        even = len(_rows(block.names, count)[0])
        return _Columns(even, widest(even), middle - widest(even) / 2, together)
    # A name too long to be centred on a date four 字 in moves both to the left.
    middle = min(max(middle, longest * s.character / 2), total / 2)
    return _Columns(1, 2 * middle, 0.0, together)


def _rows(names: Sequence[str], most: int) -> list[Sequence[str]]:
    """The names in rows of at most so many, as even as can be."""
    even = ceil(len(names) / ceil(len(names) / most))
    return [names[at : at + even] for at in range(0, len(names), even)]
