"""What stays together where a page ends: a signature with text (7.3.5.5), a table with its notes."""

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from ...document import AnnexList, Block, Heading, Note, Paragraph, Signature, Table, plain
from ...gbt9704 import Standard, twips
from ..ems import width
from .heights import text_lines

# Fonts and programs differ; what fills less than this of a line more than one may not fill two.
_SLACK = 0.25
_WITH_SIGNATURE = 2  # lines
# What is longer, of a list or below a table, is text of its own.
_MOST_HELD = 6  # lines


class Hold(NamedTuple):
    """How a block is kept together with what follows it, and its own lines with each other.

    ``below`` is how many lines at most go with the last row of a table.
    """

    to_next: bool = False
    by_two: bool = False
    below: int = 0

    @property
    def properties(self) -> str:
        """The paragraph's properties, where the schema wants them."""
        next_to = "<w:keepNext/>" if self.to_next else ""
        return next_to + ("<w:widowControl/>" if self.by_two else "")


FREE = Hold()


def holds(blocks: Sequence[Block], s: Standard, *, wide: bool) -> dict[int, Hold]:
    """How blocks are kept together, by their index; blocks that are free are left out."""
    signed = next((i for i, block in enumerate(blocks) if isinstance(block, Signature)), None)
    if signed is None:
        return _last_list(blocks) or _notes(blocks, s, wide=wide) or _leads(blocks)
    noted = signed + 1 < len(blocks) and isinstance(blocks[signed + 1], Note)
    found = {signed: Hold(to_next=True)} if noted else {}
    last = signed - 1
    if last >= 0 and isinstance(blocks[last], AnnexList):
        # A line of 附件说明 does as well as one of the text.
        found[last] = Hold(to_next=True)
        return found
    # Two lines of text at least go with the signature, be they one paragraph or two.
    taken = 0
    while last >= 0 and (taken < _WITH_SIGNATURE or _goes_on(blocks[last], taken)):
        block = blocks[last]
        if not isinstance(block, Paragraph | Heading):
            break
        found[last] = Hold(to_next=True, by_two=True)
        taken += _lines(block, s, wide=wide)
        last -= 1
    if taken and (last < 0 or not isinstance(blocks[last], Paragraph | Heading)):
        # It is all there is: some of it stays where the text begins (7.3.3).
        if last + 2 < signed:
            del found[last + 1]
        else:
            found[last + 1] = Hold(to_next=True)
    return found


def _last_list(blocks: Sequence[Block]) -> dict[int, Hold]:
    """附件说明 that ends what a notice issues: no line of it alone on the last page, unless it is long."""
    is_short = blocks and isinstance(blocks[-1], AnnexList) and len(blocks[-1].titles) <= _MOST_HELD
    return {len(blocks) - 1: Hold(by_two=True)} if is_short else {}


def _leads(blocks: Sequence[Block]) -> dict[int, Hold]:
    """A paragraph of nothing but emphasis, such as a question, does not part from what it asks for."""
    return {
        at: Hold(to_next=True)
        for at, block in enumerate(blocks[:-1])
        if isinstance(block, Paragraph)
        and all(span.strong for line in block.lines for span in line)
    }


def _goes_on(block: Block, taken: int) -> bool:
    """Whether a paragraph is part of a short list that runs on below it, such as the contacts."""
    if taken >= _MOST_HELD or not isinstance(block, Paragraph):
        return False
    return plain(block.lines[-1]).endswith("；")


def _notes(blocks: Sequence[Block], s: Standard, *, wide: bool) -> dict[int, Hold]:
    """A few lines below a table go with its last row, however many of them there is room for."""
    first = len(blocks)
    while first > 0 and isinstance(blocks[first - 1], Paragraph):
        first -= 1
    notes = [block for block in blocks[first:] if isinstance(block, Paragraph)]
    lines = sum(_lines(block, s, wide=wide) for block in notes)
    if first in {0, len(blocks)} or not isinstance(blocks[first - 1], Table) or lines > _MOST_HELD:
        return {}
    last = len(blocks) - 1
    texts = (plain(line) for block in notes for line in block.lines)
    below = text_lines(texts, s, wide=wide, indented=True)
    found = {at: Hold(to_next=at < last, by_two=True) for at in range(first, len(blocks))}
    return {first - 1: Hold(to_next=True, by_two=True, below=below), **found}


def _lines(block: Paragraph | Heading, s: Standard, *, wide: bool) -> int:
    """How many lines a block takes at least."""
    match block:
        case Paragraph(lines):
            texts = [plain(line) for line in lines]
        case Heading():
            texts = [block.number + block.text + plain(block.body)]
    room = twips(s.sides(wide=wide)[0]) / s.character
    return sum(max(1, ceil((s.indent + width(text)) / room - _SLACK)) for text in texts)
