"""版头: of a document (7.2), of a telegram (no standard; the usual form), of a letter (10.1)."""

from collections.abc import Sequence

from ...document import Block, Document, Masthead
from ...gbt9704 import POINTS_PER_MM, TWIPS_PER_POINT, Standard, twips
from .folio import double_rule
from .metrics import ASCENT, DESCENT, before, ink_above, ink_below, width
from .ooxml import TAB, paragraph, rule, run, spacing

_MARK_LINE = 1.2
_CLASSIFIED = ("份号", "密级", "紧急程度")


def masthead(head: Masthead, s: Standard) -> str:
    """Everything above the title on the first page."""
    match head.layout:
        case "电报":
            return _telegram(head, s)
        case "信函":
            return _letter(head, s)
        case "公文":
            return _official(head, s)


def title_before(before_title: Sequence[Block], s: Standard) -> str:
    """Space above the title: two lines below the rule (7.3.1); none at the top of a page."""
    head = before_title[-1] if before_title else None
    if not isinstance(head, Masthead):
        return ""
    # The rule closes the head's last line; of a letter or telegram the last line itself does.
    taken = ink_above(s.title_line, s.title_size)
    return spacing(before(s.two_blank_lines, taken))


def _classified(head: Masthead) -> list[str]:
    """份号, 密级, 紧急程度: one line each, flush left, in this order (7.2.1–7.2.3)."""
    styles = {"份号": "Recipients"}
    return [
        paragraph(styles.get(label, "Classification"), run(value))
        for label in _CLASSIFIED
        if (value := head.field(label))
    ]


def _official(head: Masthead, s: Standard) -> str:
    classified = _classified(head)
    body_line = s.pitch / TWIPS_PER_POINT
    parts = classified
    number_above = s.mark_below_type_top
    taken = len(classified) * body_line
    if mark := head.field("发文机关标志"):
        size = _mark_size(mark, s)
        line = size * _MARK_LINE
        gap = before(s.mark_below_type_top, taken + ink_above(line, size))
        parts.append(_mark(mark, size, gap))
        number_above = s.two_blank_lines
        taken = ink_below(line, size)
    number, signers = head.field("发文字号"), head.field("签发人")
    gap = before(number_above, taken + ink_above(body_line, s.body_size))
    border = _rule_below(s)
    if signers:
        content = run(number) + TAB + run("签发人：") + run(signers, "Signer")
        place = f'<w:tabs><w:tab w:val="right" w:pos="{round(twips(s.type_width)) - s.character}"/></w:tabs>'
        # 上行文: one 字 in from both sides (7.2.5, 7.2.6). The text is moved, the rule is not.
        lead = run("　")
        parts.append(paragraph("Recipients", lead + content, border + place + spacing(gap)))
    else:
        center = '<w:jc w:val="center"/>'
        parts.append(paragraph("Recipients", run(number), border + spacing(gap) + center))
    return "".join(parts)


def _rule_below(s: Standard) -> str:
    """The red rule, four millimetres below the ink of the number (7.2.7)."""
    below = ink_below(s.pitch / TWIPS_PER_POINT, s.body_size)
    space = s.rule_below_number * POINTS_PER_MM - below
    return f"<w:pBdr>{rule('bottom', s.red_rule, color=s.red, space=space)}</w:pBdr>"


def _mark_size(mark: str, s: Standard) -> float:
    """As large as fits the type area, up to the largest (7.2.4 leaves it open)."""
    fits = s.type_width * POINTS_PER_MM / max(width(mark), 1)
    return min(s.mark_largest, int(fits * 2) / 2)


def _mark(mark: str, size: float, gap: float) -> str:
    half_points = round(size * 2)
    sized = run(mark).replace(
        "</w:rPr>", f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr>'
    )
    return paragraph("Mark", sized, spacing(gap, size * _MARK_LINE * TWIPS_PER_POINT))


def _telegram(head: Masthead, s: Standard) -> str:
    """Two ruled rows: 发电单位 and 签批盖章; 等级, 密级 and the number."""
    mark = head.field("发文机关标志")
    above = _mark(mark, _mark_size(mark, s), s.pitch) if mark else ""
    total = round(twips(s.type_width))
    sender = width(head.field("发电单位")) + 7  # the label, the blank after it, and room to spare
    left = round(min(max(0.5 * total, sender * s.character), 0.75 * total))
    columns = (left, total - left)
    rows = (
        (_labelled(head, "发电单位"), _labelled(head, "签批盖章")),
        (
            _labelled(head, "等级") + run("　　") + _labelled(head, "密级"),
            run(head.field("发电号")),
        ),
    )
    cells = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{column}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
            + paragraph("Recipients", content, f'<w:jc w:val="{side}"/>')
            + "</w:tc>"
            for content, side, column in zip(row, sides, columns, strict=True)
        )
        + "</w:tr>"
        for row, sides in zip(rows, (("left", "left"), ("left", "right")), strict=True)
    )
    borders = "".join(rule(side, s.red_rule, color=s.red) for side in ("top", "bottom", "insideH"))
    return (
        above
        + paragraph("TableText", "")
        + f'<w:tbl><w:tblPr><w:tblW w:w="{total}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="80" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        '<w:bottom w:w="80" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{columns[0]}"/><w:gridCol w:w="{columns[1]}"/></w:tblGrid>{cells}</w:tbl>'
    )


def _labelled(head: Masthead, label: str) -> str:
    return run(f"{label}　") + run(head.field(label), "Strong" if label in ("等级", "密级") else "")


def _letter(head: Masthead, s: Standard) -> str:
    """Below the double rule: 份号 … flush left, the number flush right on the first line (10.1)."""
    number = head.field("发文字号")
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{round(twips(s.type_width))}"/></w:tabs>'
    lines = [(label, value) for label in _CLASSIFIED if (value := head.field(label))] or [("", "")]
    parts = []
    for index, (label, value) in enumerate(lines):
        content = run(value, "" if label in ("份号", "") else "Strong")
        if index == 0:
            content += TAB + run(number)
        parts.append(paragraph("Recipients", content, tab if index == 0 else ""))
    return "".join(parts)


def letter_head(document: Document, s: Standard) -> str:
    """The first page's header of a letter: mark and double rule; empty for everything else."""
    head = next((block for block in document.blocks if isinstance(block, Masthead)), None)
    if head is None or head.layout != "信函":
        return ""
    mark = head.field("发文机关标志")
    size = _mark_size(mark, s)
    line = size * _MARK_LINE
    # The header starts at the paper's edge; the mark's ink is where the clause wants it.
    gap = before(s.letter_mark_top, ink_above(line, size))
    rule_top = (
        s.letter_mark_top + (ASCENT + DESCENT) * size / POINTS_PER_MM + s.letter_rule_below_mark
    )
    widths = (s.letter_thick_rule, s.letter_thin_rule)
    bars = double_rule(5, rule_top, widths, s)
    # The text below begins one gap under the rule; the header is as high as that.
    body_line = s.pitch / TWIPS_PER_POINT
    text_top = rule_top + sum(widths) + s.letter_rule_gap + s.letter_gap_below_rule
    text_line = text_top * POINTS_PER_MM - ink_above(body_line, s.body_size)
    filler = (text_line - gap / TWIPS_PER_POINT - line) * TWIPS_PER_POINT
    return _mark(mark, size, gap) + paragraph("Header", bars, spacing(0, filler))
