"""页码 at the foot of the page (7.5), turned with a landscape page (8); the letter's lower rule (10.1)."""

from functools import lru_cache

from ...gbt9704 import POINTS_PER_MM, TWIPS_PER_POINT, Standard, twips
from .metrics import BASELINE
from .ooxml import indent, paragraph, plain_table, run

# The middle of 一字线 above the baseline, in em; measured.
_DASH_HEIGHT = 0.36

_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    "<w:r><w:t>1</w:t></w:r>"
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def distance(s: Standard) -> int:
    """``w:footer`` in twips: from the paper's edge to the foot of the number's line."""
    return round(
        ((s.paper_height - s.dash_height) * POINTS_PER_MM - _below_dash(s)) * TWIPS_PER_POINT
    )


def _below_dash(s: Standard) -> float:
    """Points from the middle of the dash to the foot of its line."""
    return (1 - BASELINE) * s.imprint_line + _DASH_HEIGHT * s.folio_size


@lru_cache
def folio(s: Standard, *, even: bool) -> str:
    """The number between dashes: odd pages one 字 from the right, even ones from the left."""
    unit = s.folio_size * TWIPS_PER_POINT
    place = indent(left=unit if even else 0, right=0 if even else unit)
    side = f'<w:jc w:val="{"left" if even else "right"}"/>'
    return paragraph(
        "Footer", run(f"{s.folio_dash} ") + _FIELD + run(f" {s.folio_dash}"), place + side
    )


@lru_cache
def turned_folio(s: Standard, *, even: bool) -> str:
    """The number where it stands on the other pages when the sheet is held upright (8).

    The sheet is turned to the right on the screen: its lower edge is the left one there. A cell
    of turned text at a fixed place keeps it in Word, WPS and LibreOffice; a box of turned text
    does not in LibreOffice.
    """
    left = round(twips(s.paper_height - s.dash_height) - _below_dash(s) * TWIPS_PER_POINT)
    width, height = round(s.imprint_line * TWIPS_PER_POINT), round(twips(s.type_width))
    place = (
        '<w:tblpPr w:vertAnchor="page" w:horzAnchor="page"'
        f' w:tblpX="{left}" w:tblpY="{round(twips(s.left))}"/>'
    )
    row = (
        f'<w:tr><w:trPr><w:trHeight w:val="{height}" w:hRule="exact"/></w:trPr>'
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:textDirection w:val="tbRl"/></w:tcPr>'
        f"{folio(s, even=even)}</w:tc></w:tr>"
    )
    return plain_table((width,), row, place=place) + paragraph("Header", "")
