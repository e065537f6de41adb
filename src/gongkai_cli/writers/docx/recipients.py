"""主送机关: below the title, or in 版记 where page 1 would show no text for them (7.3.2)."""

from collections.abc import Sequence
from dataclasses import replace

from ...document import (
    Annex,
    Block,
    Document,
    Heading,
    Imprint,
    Paragraph,
    Recipients,
    Signature,
    plain,
)
from ...gbt9704 import Standard, twips
from ..paper import is_wide
from .heights import height_above, text_lines
from .imprint import imprint_height


def placed(document: Document, s: Standard) -> Document:
    """The document with its 主送 where they belong; a 版记 is made where there is none."""
    main = [block for block in document.blocks if not isinstance(block, Annex | Imprint)]
    recipients = next((block for block in main if isinstance(block, Recipients)), None)
    if recipients is None or _shows_text(main, main.index(recipients), s):
        return document
    names = recipients.text.removesuffix("：")
    old = next((block for block in document.blocks if isinstance(block, Imprint)), Imprint())
    new = replace(old, recipients=names)
    if not names or imprint_height(new, s) > s.type_height:
        # No page holds them in one piece.
        return document
    others = (block for block in document.blocks if block not in (recipients, old))
    return Document((*others, new))


def _shows_text(main: Sequence[Block], at: int, s: Standard) -> bool:
    """Whether the page of the title has room for a line of the text below 主送."""
    wide = is_wide(main, s)
    height = height_above(main[: at + 1], s, wide=wide, in_annex=False)
    page = twips(s.sides(wide=wide)[1])
    return height is not None and height + _first_lines(main[at + 1 :], s) * s.pitch <= page


def _first_lines(text: Sequence[Block], s: Standard) -> float:
    """How many lines a page needs that is to show the first one of the text."""
    match text:
        case [Heading(body=()), *_]:
            # It does not stand alone at the foot of a page.
            return 2
        case [Paragraph(lines), Signature(names), *after]:
            # LibreOffice does not part what goes with the signature.
            own = text_lines(map(plain, lines), s, indented=True)
            return own + s.blank_lines_above_seal + len(names) + 1 + len(after)
    return len(text[:1])
