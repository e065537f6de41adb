"""What closes a document: 附件说明, 落款, 版记."""

from collections.abc import Sequence

from ...document import Imprint, Layout, Signature
from ...gbt9704 import TWIPS_PER_POINT, Standard, twips
from .metrics import width
from .ooxml import TAB, indent, paragraph, rule, run, spacing


def annex_list(titles: Sequence[str], s: Standard, *, keep: bool) -> str:
    """附件说明: one line below the text, wrapped lines under the name's first character (7.3.4)."""
    label, number = 3, 1
    hold = "<w:keepNext/>" if keep else ""
    gap = spacing(s.pitch)
    if len(titles) == 1:
        ind = indent(left=(s.indent + label) * s.character, hanging=label * s.character)
        return paragraph("AnnexList", run(f"附件：{titles[0]}"), hold + gap + ind)
    left = (s.indent + label + number) * s.character
    first = indent(left=left, hanging=(label + number) * s.character)
    other = indent(left=left, hanging=number * s.character)
    return "".join(
        paragraph(
            "AnnexList",
            run(f"{'' if index else '附件：'}{index + 1}.{title}"),
            hold + ("" if index else gap) + (other if index else first),
        )
        for index, title in enumerate(titles)
    )


def signature(block: Signature, s: Standard) -> str:
    """落款: with a seal the names are centred on the date (7.3.5.1), without one 7.3.5.2."""
    gaps = _sealed_gaps(block, s) if block.sealed else _unsealed_gaps(block, s)
    blank = s.blank_lines_above_seal if block.sealed else 1
    lines: list[str] = []
    for index, (text, gap) in enumerate(zip((*block.names, block.date), gaps, strict=True)):
        if not text:
            continue
        style = "Date" if index == len(block.names) else "Signature"
        above = spacing(0 if lines else blank * s.pitch)
        keep = "<w:keepNext/>" if style == "Signature" and block.date else ""
        ind = indent(right=gap * s.character)
        lines.append(paragraph(style, run(text), f"{keep}<w:keepLines/>{above}{ind}"))
    return "".join(lines)


def _sealed_gaps(block: Signature, s: Standard) -> list[float]:
    """Right gaps in 字 of each name and of the date."""
    date = width(block.date)
    names = [max(0.0, s.sealed_gap + (date - width(name)) / 2) for name in block.names]
    return [*names, s.sealed_gap]


def _unsealed_gaps(block: Signature, s: Standard) -> list[float]:
    """The date begins two 字 right of the name; a date longer than the name keeps the gap itself."""
    date, longest = width(block.date), max(map(width, block.names), default=0)
    shift = 2
    if date <= longest or not block.date:
        return [s.unsealed_gap + longest - width(name) for name in block.names] + [
            max(0.0, s.unsealed_gap + longest - shift - date)
        ]
    left = s.unsealed_gap + date + shift
    return [*(left - width(name) for name in block.names), s.unsealed_gap]


def imprint(block: Imprint, layout: Layout, s: Standard) -> str:
    """版记 at the foot of the last page's type area (7.4); in a letter without rules (10.1)."""
    unit = round(s.imprint_size * TWIPS_PER_POINT)
    letter = layout == "信函"
    rows: list[tuple[str, str, str]] = []  # tabs, indent, content
    if block.copies_to:
        ind = indent(left=4 * unit, right=unit, hanging=3 * unit)
        rows.append(("", ind, run(f"抄送：{block.copies_to}。")))
    if (block.printer or block.printed) and not letter:
        tab = f'<w:tabs><w:tab w:val="right" w:pos="{round(twips(s.type_width)) - unit}"/></w:tabs>'
        date = f"{block.printed}印发" if block.printed else ""
        rows.append((tab, indent(left=unit, right=unit), run(block.printer) + TAB + run(date)))
    # A frame stands at the foot of its page in Word, WPS and LibreOffice alike; a floating table
    # as wide as the type area does not in LibreOffice.
    frame = (
        f'<w:framePr w:w="{round(twips(s.type_width))}" w:wrap="around" w:vAnchor="margin"'
        ' w:hAnchor="margin" w:xAlign="left" w:yAlign="bottom"/>'
    )
    return "".join(
        paragraph(
            "Imprint", content, frame + _rules(index, len(rows), s, ruled=not letter) + tabs + ind
        )
        for index, (tabs, ind, content) in enumerate(rows)
    ) + (paragraph("TableText", "", '<w:spacing w:line="20" w:lineRule="exact"/>') if rows else "")


def _rules(index: int, count: int, s: Standard, *, ruled: bool) -> str:
    """First and last rule thick, those between thin (7.4.1)."""
    if not ruled:
        return ""
    top = rule("top", s.thin_rule if index else s.thick_rule)
    bottom = rule("bottom", s.thick_rule) if index == count - 1 else ""
    return f"<w:pBdr>{top}{bottom}</w:pBdr>"
