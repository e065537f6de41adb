"""版头: of a document (7.2), of a telegram (no standard; the usual form), of a letter (10.1)."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from ...document import Block, Masthead
from ...gbt9704 import POINTS_PER_MM, TWIPS_PER_POINT, Standard, twips
from ..ems import width
from .fitting import most_lines
from .letter import below_letter_rule, letter_text_top
from .mark import classified, classified_lines, mark_line, mark_paragraph, mark_size
from .metrics import before, ink_above, ink_below
from .ooxml import TAB, indent, of_one_font, paragraph, plain_table, rule, run, spacing

_ROOM: Final = 0.5
"""字 to spare beside a text, so that no word processor breaks it."""
_LABEL: Final = 5
"""字 of a label in a telegram's head, with the blank after it."""
_BESIDE_NAME: Final = _LABEL + 1
"""With what parts the name from the next label."""


def masthead(head: Masthead, s: Standard) -> str:
    """Everything above the title on the first page."""
    match head.layout:
        case "电报":
            return _telegram(head, s)
        case "信函":
            return below_letter_rule(head, s)
        case "公文":
            return _official(head, s)


def title_before(before_title: Sequence[Block], s: Standard) -> str:
    """The space above the title, as a property; at the top of a page there is none."""
    return spacing(gap) if (gap := title_gap(before_title, s)) else ""


def title_gap(before_title: Sequence[Block], s: Standard) -> float:
    """Twips above the title: two lines below the rule (7.3.1)."""
    if not before_title or not isinstance(before_title[-1], Masthead):
        return 0.0
    # The rule closes the head's last line; of a letter or telegram the last line itself does.
    return before(s.two_blank_lines, ink_above(s.title_line, s.title_size))


def masthead_height(head: Masthead, s: Standard) -> float:
    """What stands above the title, in twips from the top of the type area."""
    match head.layout:
        case "电报":
            mark = head.field("发文机关标志")
            own = s.pitch + mark_line(mark_size(mark, s), s) * TWIPS_PER_POINT if mark else 0.0
            # The blank line above the two rows, and each row with its margins and its rule.
            row = s.pitch + 2 * twips(s.telegram_margin) + s.red_rule * TWIPS_PER_POINT
            name_room = _first_split(head, s) / s.character - _BESIDE_NAME
            more = most_lines(head.field("发电单位"), name_room) - 1
            return own + s.table_line * TWIPS_PER_POINT + 2 * row + more * s.pitch
        case "信函":
            lines = max(len(classified(head)), 1)
            return letter_text_top(head, s) * TWIPS_PER_POINT - twips(s.top) + lines * s.pitch
        case "公文":
            mark = head.field("发文机关标志")
            own = mark_line(mark_size(mark, s), s) * TWIPS_PER_POINT if mark else 0.0
            lines = len(classified(head)) + len(_signer_rows(head))
            rule_below = (_rule_space(s) + s.red_rule) * TWIPS_PER_POINT
            return sum(_gaps(head, s)) + own + lines * s.pitch + rule_below


def _official(head: Masthead, s: Standard) -> str:
    parts = classified_lines(classified(head), s)
    above_mark, gap = _gaps(head, s)
    if mark := head.field("发文机关标志"):
        parts.append(mark_paragraph(mark, mark_size(mark, s), above_mark, s))
    number = head.field("发文字号")
    border = _rule_below(s)
    if head.field("签发人"):
        parts += _upward(number, _signer_rows(head), border, gap, s)
    else:
        center = '<w:jc w:val="center"/>'
        parts.append(paragraph("Recipients", run(number), border + spacing(gap) + center))
    return "".join(parts)


def _gaps(head: Masthead, s: Standard) -> tuple[float, float]:
    """Twips above the mark, and above the line of the number."""
    body_line = s.pitch / TWIPS_PER_POINT
    wanted, taken, above_mark = s.mark_below_type_top, len(classified(head)) * body_line, 0.0
    if mark := head.field("发文机关标志"):
        size = mark_size(mark, s)
        line = mark_line(size, s)
        above_mark = before(wanted, taken + ink_above(line, size))
        wanted, taken = s.two_blank_lines, ink_below(line, size)
    return above_mark, before(wanted, taken + ink_above(body_line, s.body_size))


def _signer_rows(head: Masthead) -> list[list[str]]:
    """签发人, two on a line (7.2.6); the number has a line even where there is none."""
    signers = head.field("签发人").split("、")
    return [signers[i : i + 2] for i in range(0, len(signers), 2)]


def _upward(
    number: str, rows: Sequence[Sequence[str]], border: str, gap: float, s: Standard
) -> list[str]:
    """上行文: the number one 字 from the left on the last signer's line (7.2.5).

    The signers stand one 字 from the right, wrapped lines under the first name (7.2.6).
    """
    first, second = (
        max((width(row[place]) for row in rows if len(row) > place), default=0) for place in (0, 1)
    )
    names_width = (first + (1 + second if second else 0)) * s.character
    label = "签发人："
    names_at = twips(s.type_width) - s.character - names_width
    tabs = "".join(
        f'<w:tab w:val="left" w:pos="{round(place)}"/>'
        for place in (
            s.character,
            names_at - width(label) * s.character,
            names_at,
            names_at + (first + 1) * s.character,
        )
    )
    lines = []
    for index, row in enumerate(rows):
        last = index == len(rows) - 1
        lead = TAB + run(number if last else "") + TAB + (run(label) if index == 0 else "")
        # A tab after the label leads to the names' own place even where the label reaches it.
        names = TAB.join(run(name, "Signer") for name in row)
        content = lead + ("" if index == 0 else TAB) + names
        properties = (border if last else "") + f"<w:tabs>{tabs}</w:tabs>"
        lines.append(
            paragraph("Recipients", content, properties + (spacing(gap) if index == 0 else ""))
        )
    return lines


def _rule_below(s: Standard) -> str:
    """The red rule, four millimetres below the ink of the number (7.2.7)."""
    return f"<w:pBdr>{rule('bottom', s.red_rule, color=s.red, space=_rule_space(s))}</w:pBdr>"


def _rule_space(s: Standard) -> float:
    """Points from the number's line to the rule."""
    below = ink_below(s.pitch / TWIPS_PER_POINT, s.body_size)
    return s.rule_below_number * POINTS_PER_MM - below


def _telegram(head: Masthead, s: Standard) -> str:
    """Two ruled rows: 发电单位 and 签批盖章; 等级, 密级 and the number."""
    mark = head.field("发文机关标志")
    above = mark_paragraph(mark, mark_size(mark, s), s.pitch, s) if mark else ""
    total = round(twips(s.type_width))
    left = _first_split(head, s)
    second = _second_split(head, left, total, s)
    grid = sorted({left, second})
    columns = tuple(end - start for start, end in pairwise((0, *grid, total)))
    broken = (width(head.field("发电单位")) + _BESIDE_NAME) * s.character > left
    under_name = indent(left=_LABEL * s.character, right=s.character, hanging=_LABEL * s.character)
    rows = (
        (
            left,
            (under_name if broken else "") + _side("left"),
            _labelled(head, "发电单位", s),
            _side("left"),
            _labelled(head, "签批盖章", s),
        ),
        (
            second,
            _side("left"),
            _labelled(head, "等级", s) + run("　　") + _labelled(head, "密级", s),
            _side("right"),
            run(head.field("发电号")),
        ),
    )
    cells = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + _head_cell(at, grid.index(at) + 1, place, one)
        + _head_cell(total - at, len(grid) - grid.index(at), side, other)
        + "</w:tr>"
        for at, place, one, side, other in rows
    )
    borders = "".join(rule(side, s.red_rule, color=s.red) for side in ("top", "bottom", "insideH"))
    margin = round(twips(s.telegram_margin))
    return (
        above
        + paragraph("TableText", "")
        + plain_table(columns, cells, borders=borders, above=margin)
    )


def _first_split(head: Masthead, s: Standard) -> int:
    """Where the first row is divided: half way, or further for a long name beside a short one."""
    total = twips(s.type_width)
    sender = (width(head.field("发电单位")) + _BESIDE_NAME + 1) * s.character
    signer = (width(head.field("签批盖章")) + _LABEL + _ROOM) * s.character
    return round(max(0.5 * total, min(sender, total - max(signer, 0.25 * total))))


def _second_split(head: Masthead, first: int, total: int, s: Standard) -> int:
    """Where the second row of a telegram's head is divided: as the first, unless the number breaks."""
    number = width(head.field("发电号"))
    if first + number * s.character <= total:
        return first
    labels = "　　".join(f"{label}　{head.field(label)}" for label in ("等级", "密级"))
    own = round((width(labels) + _ROOM) * s.character)
    return min(first, max(total - round((number + _ROOM) * s.character), own))


def _side(side: str) -> str:
    return f'<w:jc w:val="{side}"/>'


def _head_cell(wide: int, columns: int, place: str, content: str) -> str:
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{span}<w:vAlign w:val="center"/></w:tcPr>'
        + paragraph("Recipients", content, place)
        + "</w:tc>"
    )


def _labelled(head: Masthead, label: str, s: Standard) -> str:
    value = head.field(label)
    black = label in ("等级", "密级")
    return run(f"{label}　") + (of_one_font(value, s.black_font, "Strong") if black else run(value))
