"""版记 at the foot of the last page (7.4)."""

from collections.abc import Sequence

from ...document import Imprint, Layout
from ...gbt9704 import POINTS_PER_MM, TWIPS_PER_POINT, Standard, twips
from .drawing import Area, foot_box
from .fitting import most_lines
from .ooxml import LOWEST_LINE, TAB, indent, paragraph, plain_table, rule, run, spacing

_IMPRINT_ID = 9
_INDENTS = 5  # 字: the label, and one on either side
_RULES = 0.25  # of a line, all of them
_CLOSEST = 1.1
"""The least height of a line, in the size of its characters."""


def imprint(block: Imprint, layout: Layout, s: Standard) -> str:
    """版记 at the foot of the last page's type area (7.4); in a letter without rules (10.1)."""
    unit = round(s.imprint_size * TWIPS_PER_POINT)
    letter = layout == "信函"
    rows: list[str] = []
    if listed := _listed(block):
        line = _imprint_line(block, s, letter=letter)
        close = spacing(0, line * TWIPS_PER_POINT) if line < s.imprint_line else ""
        ind = close + indent(left=4 * unit, right=unit, hanging=3 * unit)
        rows.append("".join(paragraph("Imprint", run(text), ind) for text in listed))
    if (block.printer or block.printed) and not letter:
        tab = f'<w:tabs><w:tab w:val="right" w:pos="{round(twips(s.type_width)) - unit}"/></w:tabs>'
        date = f"{block.printed}印发" if block.printed else ""
        content = run(block.printer) + TAB + run(date)
        rows.append(paragraph("Imprint", content, tab + indent(left=unit, right=unit)))
    if not rows:
        return ""
    content = _ruled(rows, s) if not letter else "".join(rows)
    # A box whose text stands on its lower edge needs no exact height; a floating table as wide as
    # the type area and a frame with rules do not stay at the foot in LibreOffice.
    height = imprint_height(block, s, letter=letter)
    area = Area(s.left, s.type_bottom - height, s.type_width, height)
    turn = "<w:pageBreakBefore/>" if block.apart else ""
    blank = paragraph("TableText", "") if block.apart == "after blank page" else ""
    return blank + paragraph("TableText", foot_box(_IMPRINT_ID, area, content), turn + LOWEST_LINE)


def _listed(block: Imprint) -> list[str]:
    """主送 above 抄送, no rule between them (7.4.2)."""
    given = (("主送", block.recipients), ("抄送", block.copies_to))
    return [f"{label}：{text}。" for label, text in given if text]


def imprint_height(block: Imprint, s: Standard, *, letter: bool = False) -> float:
    """How high 版记 is at the most, in millimetres."""
    lines = _imprint_lines(block, s, letter=letter)
    return lines * _imprint_line(block, s, letter=letter) / POINTS_PER_MM


def _imprint_line(block: Imprint, s: Standard, *, letter: bool) -> float:
    """The height of its lines in points, less where 主送 are so many that they would fill a page."""
    fits = s.type_height * POINTS_PER_MM / _imprint_lines(block, s, letter=letter)
    return min(s.imprint_line, max(fits, _CLOSEST * s.imprint_size))


def _imprint_lines(block: Imprint, s: Standard, *, letter: bool) -> float:
    room = s.type_width * POINTS_PER_MM / s.imprint_size - _INDENTS
    given = filter(None, (block.recipients, block.copies_to))
    lines = sum(most_lines(f"{text}。", room) for text in given)
    printed = bool(block.printer or block.printed) and not letter
    return lines + printed + _RULES


def _ruled(rows: Sequence[str], s: Standard) -> str:
    """Rows between rules as wide as the type area: first and last thick, the others thin (7.4.1)."""
    total = round(twips(s.type_width))
    borders = (
        rule("top", s.thick_rule) + rule("bottom", s.thick_rule) + rule("insideH", s.thin_rule)
    )
    cells = "".join(
        f'<w:tr><w:tc><w:tcPr><w:tcW w:w="{total}" w:type="dxa"/></w:tcPr>{row}</w:tc></w:tr>'
        for row in rows
    )
    return plain_table((total,), cells, borders=borders) + paragraph("TableText", "", LOWEST_LINE)
