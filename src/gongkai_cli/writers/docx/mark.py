"""发文机关标志, and the lines of 份号, 密级, 紧急程度 that stand beside it (7.2.1–7.2.4)."""

from collections.abc import Sequence

from ...document import Masthead
from ...gbt9704 import POINTS_PER_MM, TWIPS_PER_POINT, Standard
from ..ems import width
from .ooxml import of_one_font, paragraph, run, spacing

CLASSIFICATION = "Classification"
_CLASSIFIED = ("份号", "密级", "紧急程度")


def mark_size(mark: str, s: Standard) -> float:
    """As large as fits the type area, up to the largest, in points (7.2.4 leaves it open)."""
    fits = s.type_width * POINTS_PER_MM / max(width(mark), 1)
    return min(s.mark_largest, int(fits * 2) / 2)


def mark_line(size: float, s: Standard) -> float:
    """The height of the mark's line in points."""
    return size * s.mark_line


def mark_paragraph(mark: str, size: float, gap: float, s: Standard) -> str:
    """The mark, ``gap`` twips below what stands above it."""
    line = mark_line(size, s) * TWIPS_PER_POINT
    return paragraph("Mark", run(mark, size=size), spacing(gap, line))


def classified(head: Masthead) -> list[tuple[str, str]]:
    """What of 份号, 密级, 紧急程度 is given, in this order, each with its paragraph style."""
    given = ((label, head.field(label)) for label in _CLASSIFIED)
    return [
        ("Recipients" if label == "份号" else CLASSIFICATION, text) for label, text in given if text
    ]


def classified_lines(given: Sequence[tuple[str, str]], s: Standard) -> list[str]:
    """A line for each of them; 密级 is 黑体 with its 保密期限 (7.2.2)."""
    return [
        paragraph(style, of_one_font(text, s.black_font) if style == CLASSIFICATION else run(text))
        for style, text in given
    ]
