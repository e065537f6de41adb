"""How high the blocks at the top of a page are, at the most."""

from collections.abc import Iterable, Sequence

from ...document import Block, Heading, Masthead, Paragraph, Recipients, Title, plain
from ...gbt9704 import TWIPS_PER_POINT, Standard, title_room, twips
from ..ems import width
from .fitting import most_lines
from .masthead import masthead_height, title_gap

# A title's line is as high as its characters at the least, and a little more.
_LEAST_LINE = 1.2


def height_above(
    blocks: Sequence[Block], s: Standard, *, wide: bool, in_annex: bool
) -> float | None:
    """The height of the blocks that begin a text or an annex, in twips.

    None where they may not fit on one page, or where something is among them whose height nobody
    knows.
    """
    # An annex begins with its label (7.3.7).
    height = float(s.pitch) if in_annex else 0.0
    for at, block in enumerate(blocks):
        own = _height(block, blocks[:at], s, wide=wide, in_annex=in_annex)
        if own is None:
            return None
        height += own
    return height if height <= twips(s.sides(wide=wide)[1]) else None


def _height(
    block: Block, before: Sequence[Block], s: Standard, *, wide: bool, in_annex: bool
) -> float | None:
    match block:
        case Masthead():
            return masthead_height(block, s)
        case Title(lines):
            return _title_height(lines, before, s, wide=wide, in_annex=in_annex)
        case Recipients(text):
            own = text_lines([text], s, wide=wide)
        case Paragraph(lines):
            own = text_lines(map(plain, lines), s, wide=wide, indented=True)
        case Heading():
            text = block.number + block.text + plain(block.body)
            own = text_lines([text], s, wide=wide, indented=True)
        case _:
            return None
    # One line is left blank below the title (7.3.2).
    after_title = bool(before) and isinstance(before[-1], Title)
    return float((own + after_title) * s.pitch)


def is_line_of_page(pieces: Sequence[str], before: Sequence[Block], s: Standard) -> bool:
    """Whether a title takes exactly one line of its page.

    On a page that begins with a title of one line, there must still be 22 lines (5.2.3).
    """
    fits = s.pitch >= s.title_size * TWIPS_PER_POINT * _LEAST_LINE
    return not before and len(pieces) == 1 and fits


def title_pieces(lines: Sequence[str], s: Standard, *, wide: bool) -> tuple[str, ...]:
    """The lines of a title as they are set."""
    room = title_room(s, wide=wide)
    if all(width(line) <= room for line in lines):
        return tuple(lines)
    from ..sense import sense_lines  # nearly every title fits, or is given in lines that do

    return sense_lines(lines, room)


def _title_height(
    lines: Sequence[str], before: Sequence[Block], s: Standard, *, wide: bool, in_annex: bool
) -> float:
    """A title with the room above it."""
    pieces, room = title_pieces(lines, s, wide=wide), title_room(s, wide=wide)
    count = sum(most_lines(piece, room) for piece in pieces)
    if not in_annex and is_line_of_page(pieces, before, s):
        return float(count * s.pitch)
    above = s.pitch if in_annex else title_gap(before, s)
    return above + count * s.title_line * TWIPS_PER_POINT


def text_lines(
    texts: Iterable[str], s: Standard, *, wide: bool = False, indented: bool = False
) -> int:
    """The lines that a paragraph of the text takes at the most."""
    room = twips(s.sides(wide=wide)[0]) / s.character
    indent = s.indent if indented else 0.0
    return sum(most_lines(text, room, indent) for text in texts)
