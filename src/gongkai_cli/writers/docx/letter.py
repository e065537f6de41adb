"""信函 (10.1): the head above the rule, the lines below it, the rule at the foot of the first page."""

from ...document import Document, Masthead
from ...gbt9704 import POINTS_PER_MM, TWIPS_PER_POINT, Standard, twips
from .drawing import Area, bar
from .mark import CLASSIFICATION, classified, classified_lines, mark_line, mark_paragraph, mark_size
from .metrics import ASCENT, DESCENT, before, ink_above
from .ooxml import TAB, of_one_font, paragraph, run, spacing


def below_letter_rule(head: Masthead, s: Standard) -> str:
    """Below the double rule: 份号 … flush left, the number flush right on the first line (10.1)."""
    number = head.field("发文字号")
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{round(twips(s.type_width))}"/></w:tabs>'
    (style, first), *others = classified(head) or [("Recipients", "")]
    # The number on the same line is 仿宋, whatever stands beside it (7.2.5).
    said = of_one_font(first, s.black_font, "Strong") if style == CLASSIFICATION else run(first)
    lines = [paragraph("Recipients", said + TAB + run(number), tab)]
    return "".join([*lines, *classified_lines(others, s)])


def letter_head(document: Document, s: Standard) -> str:
    """The first page's header of a letter: mark and double rule; empty for everything else."""
    head = document.masthead
    if head is None or head.layout != "信函":
        return ""
    mark = head.field("发文机关标志")
    size = mark_size(mark, s)
    line = mark_line(size, s)
    # The header starts at the paper's edge; the mark's ink is where the clause wants it.
    gap = before(s.letter_mark_top, ink_above(line, size))
    bars = _double_rule(5, _rule_top(head, s), (s.letter_thick_rule, s.letter_thin_rule), s)
    # The header is as high as where the text below it begins.
    filler = (letter_text_top(head, s) - gap / TWIPS_PER_POINT - line) * TWIPS_PER_POINT
    return mark_paragraph(mark, size, gap, s) + paragraph("Header", bars, spacing(0, filler))


def _rule_top(head: Masthead, s: Standard) -> float:
    """Millimetres from the sheet's edge to the first double rule."""
    size = mark_size(head.field("发文机关标志"), s)
    return s.letter_mark_top + (ASCENT + DESCENT) * size / POINTS_PER_MM + s.letter_rule_below_mark


def letter_text_top(head: Masthead, s: Standard) -> float:
    """Points from the sheet's edge to the first line of a letter, one gap under the rule (10.1)."""
    rule = s.letter_thick_rule + s.letter_thin_rule + s.letter_rule_gap
    text_top = _rule_top(head, s) + rule + s.letter_gap_below_rule
    return text_top * POINTS_PER_MM - ink_above(s.pitch / TWIPS_PER_POINT, s.body_size)


def letter_foot(s: Standard) -> str:
    """The second double rule on a letter's first page, thin above thick; no number (10.1)."""
    top = s.paper_height - s.letter_rule_from_bottom
    widths = (s.letter_thin_rule, s.letter_thick_rule)
    return paragraph("Footer", _double_rule(3, top, widths, s))


def _double_rule(identifier: int, top: float, widths: tuple[float, float], s: Standard) -> str:
    """Two red bars of a letter, the upper and the lower one ``widths`` millimetres thick, as runs."""
    left = s.left - (s.letter_rule_width - s.type_width) / 2
    upper, lower = widths
    return bar(identifier, Area(left, top, s.letter_rule_width, upper), s.red) + bar(
        identifier + 1,
        Area(left, top + upper + s.letter_rule_gap, s.letter_rule_width, lower),
        s.red,
    )
