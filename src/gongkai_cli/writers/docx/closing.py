"""What closes the text: 附件说明 and 落款."""

from collections.abc import Sequence

from ...document import Signature
from ...gbt9704 import Standard
from ..ems import width
from .joint import USUAL_DATE, joint
from .ooxml import TAB, indent, paragraph, run, spacing

_DATE_SHIFT = 2.0  # 字, 7.3.5.2
_TWO_DIGITS = 10


def annex_list(titles: Sequence[str], s: Standard, *, keep: bool, whole: bool) -> str:
    """附件说明: one line below the text, wrapped lines under the name's first character (7.3.4).

    ``keep`` where its last line stays on the page of the signature, ``whole`` where all of it stays
    on one.
    """
    label = 3.0
    gap = spacing(s.pitch)
    if len(titles) == 1:
        ind = indent(left=(s.indent + label) * s.character, hanging=label * s.character)
        return paragraph("AnnexList", run(f"附件：{titles[0]}"), _kept(keep) + gap + ind)
    lines: list[str] = []
    for number, title in enumerate(titles, 1):
        last = number == len(titles)
        kept = _kept(keep if last else whole) + ("<w:keepLines/>" if whole and last else "")
        # "1." or "10.", and a little between it and the name.
        room = 1.0 if number < _TWO_DIGITS else 1.5
        hanging = room if lines else label + room
        place = indent(left=(s.indent + label + room) * s.character, hanging=hanging * s.character)
        # The tab leads to where wrapped lines begin, whatever the font of the number.
        text = run(f"{'' if lines else '附件：'}{number}.") + TAB + run(title)
        lines.append(paragraph("AnnexList", text, kept + ("" if lines else gap) + place))
    return "".join(lines)


def _kept(to_next: bool) -> str:  # noqa: FBT001
    return "<w:keepNext/>" if to_next else ""


def signature(block: Signature, s: Standard, *, noted: bool) -> str:
    """落款: with a seal the names are centred on the date (7.3.5.1), without one 7.3.5.2.

    ``noted`` where 附注 follows: it stays on the page of the date (7.3.6).
    """
    if block.sealed and len(block.names) > 1:
        return joint(block, s, noted=noted)
    gaps = _sealed_gaps(block, s) if block.sealed else _unsealed_gaps(block, s)
    blank = s.blank_lines_above_seal if block.sealed else 1
    lines: list[str] = []
    for index, (text, gap) in enumerate(zip((*block.names, block.date), gaps, strict=True)):
        if not text:
            continue
        style = "Date" if index == len(block.names) else "Signature"
        above = spacing(0 if lines else blank * s.pitch)
        followed = noted if style == "Date" else bool(block.date)
        keep = "<w:keepNext/>" if followed else ""
        ind = indent(right=gap * s.character)
        lines.append(paragraph(style, run(text), f"{keep}<w:keepLines/>{above}{ind}"))
    return "".join(lines)


def _sealed_gaps(block: Signature, s: Standard) -> list[float]:
    """Right gaps in 字 of the name and of the date; a draft without a date keeps its room."""
    date = width(block.date or USUAL_DATE)
    name = max(map(width, block.names), default=0)
    # A name too long to be centred on a date four 字 in moves both to the left (7.3.5.2 by analogy).
    gap = max(s.sealed_gap, (name - date) / 2)
    return [*(gap + (date - width(name)) / 2 for name in block.names), gap]


def _unsealed_gaps(block: Signature, s: Standard) -> list[float]:
    """The date begins two 字 right of the name; a date longer than the name keeps the gap itself."""
    date, longest = width(block.date), max(map(width, block.names), default=0)
    if date <= longest or not block.date:
        return [s.unsealed_gap + longest - width(name) for name in block.names] + [
            max(0.0, s.unsealed_gap + longest - _DATE_SHIFT - date)
        ]
    left = s.unsealed_gap + date + _DATE_SHIFT
    return [*(left - width(name) for name in block.names), s.unsealed_gap]
