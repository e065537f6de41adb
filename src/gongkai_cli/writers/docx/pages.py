"""The blocks of a document as the body of its pages, cut where the paper turns."""

from collections.abc import Sequence
from typing import NamedTuple, assert_never

from ...document import (
    Annex,
    AnnexList,
    Block,
    Document,
    Heading,
    Imprint,
    Masthead,
    Note,
    Paragraph,
    Recipients,
    Signature,
    Table,
    Title,
)
from ...gbt9704 import TWIPS_PER_POINT, Standard
from ..paper import is_wide
from .closing import annex_list, signature
from .grid import grid
from .heights import height_above, is_line_of_page, title_pieces
from .holding import FREE, Hold, holds
from .imprint import imprint
from .letter import letter_head
from .masthead import masthead, title_before
from .ooxml import broken, of_one_font, paragraph, run, runs, spacing
from .parting import Room

_SCRIPT_LEVEL = 2


class Section(NamedTuple):
    """Pages of one kind: body XML, orientation, whether they are numbered.

    ``first_header`` is the extra header on the first page of a letter.
    """

    body: str
    landscape: bool = False
    numbered: bool = True
    first_header: str = ""


def pages(document: Document, standard: Standard) -> tuple[Section, ...]:
    """Lay the document out: the text, then each annex on a page of its own (7.3.7)."""
    main = [block for block in document.blocks if not isinstance(block, Annex | Imprint)]
    annexes = [block for block in document.blocks if isinstance(block, Annex)]
    last = [block for block in document.blocks if isinstance(block, Imprint)]
    sections: list[Section] = []
    typesetter = _Typesetter(standard)
    if main or not document.blocks:
        sections.append(Section(typesetter.text(main), is_wide(main, standard)))
    for annex in annexes:
        wide = is_wide(annex.blocks, standard)
        # A turn of the paper starts a page by itself.
        new_page = bool(sections) and sections[-1].landscape == wide
        _add(sections, Section(typesetter.annex(annex, new_page=new_page), wide))
    for block in last:
        # The foot of a turned page is not where a reader looks for it; and neither a blank page
        # before it nor its own page is numbered then (7.5).
        numbered = block.apart != "after blank page"
        _add(sections, Section(imprint(block, document.layout, standard), numbered=numbered))
    sections[0] = sections[0]._replace(first_header=letter_head(document, standard))
    return tuple(sections)


def _add(sections: list[Section], new: Section) -> None:
    """Append a section, or join it to the last one where both are of one make."""
    if sections and sections[-1]._replace(body="") == new._replace(body=""):
        sections[-1] = new._replace(body=sections[-1].body + new.body)
    else:
        sections.append(new)


class _Place(NamedTuple):
    """Where a block stands: after which others, on which paper, in an annex or not."""

    before: Sequence[Block]
    wide: bool
    in_annex: bool

    @property
    def after_title(self) -> bool:
        return bool(self.before) and isinstance(self.before[-1], Title)


class _Typesetter:
    """Sets blocks one after another; what stands before a block decides the space above it."""

    def __init__(self, standard: Standard) -> None:
        self._standard = standard

    def text(self, blocks: Sequence[Block], *, in_annex: bool = False) -> str:
        """The document up to its annexes, or one of them."""
        wide = is_wide(blocks, self._standard)
        held = holds(blocks, self._standard, wide=wide)
        return "".join(
            self._block(block, _Place(blocks[:index], wide, in_annex), held.get(index, FREE))
            for index, block in enumerate(blocks)
        )

    def annex(self, annex: Annex, *, new_page: bool) -> str:
        """An annex: its label on the first line, its title on the third (7.3.7).

        What a notice issues bears no label; its title stands on the same line.
        """
        break_before = "<w:pageBreakBefore/>" if new_page else ""
        label = f"附件{annex.number or ''}"
        said = "" if annex.is_issued else of_one_font(label, self._standard.black_font)
        first = paragraph("AnnexLabel", said, f"<w:keepNext/>{break_before}")
        return first + self.text(annex.blocks, in_annex=True)

    def _title(self, title: Title, place: _Place) -> str:
        s = self._standard
        pieces = title_pieces(title.lines, s, wide=place.wide)
        if place.in_annex:
            return paragraph("AnnexTitle", broken(map(run, pieces)), spacing(s.pitch))
        is_line = is_line_of_page(pieces, place.before, s)
        gap = spacing(0, s.pitch) if is_line else title_before(place.before, s)
        return paragraph("Title", broken(map(run, pieces)), gap)

    def _block(self, block: Block, place: _Place, hold: Hold) -> str:
        s = self._standard
        # One line is left blank between the title and what follows (7.3.2).
        gap = spacing(s.pitch) if place.after_title else ""
        match block:
            case Masthead():
                return masthead(block, s)
            case Title():
                return self._title(block, place)
            case Recipients(text):
                return paragraph("Recipients", run(text), gap)
            case Heading():
                return _heading(block, hold.properties, gap)
            case Paragraph(lines):
                return paragraph("BodyText", broken(map(runs, lines)), hold.properties + gap)
            case AnnexList(titles):
                return annex_list(titles, s, keep=hold.to_next, whole=hold.by_two)
            case Signature():
                return signature(block, s, noted=hold.to_next)
            case Note(text):
                return paragraph("Note", run(f"（{text}）"))
            case Table():
                return self._table(block, place, hold)
            case Annex() | Imprint():
                raise TypeError(f"{type(block).__name__} does not stand in running text")
            case _:
                assert_never(block)

    def _table(self, table: Table, place: _Place, hold: Hold) -> str:
        s = self._standard
        blank = paragraph("TableText", "") if place.after_title else ""
        above = height_above(place.before, s, wide=place.wide, in_annex=place.in_annex)
        if above is not None and blank:
            above += s.table_line * TWIPS_PER_POINT
        room = Room(above, hold.below * s.pitch)
        return blank + grid(table, s, room, wide=place.wide, keep=hold.to_next)


def _heading(heading: Heading, keep: str, gap: str) -> str:
    """A heading on a line of its own, or set off from the text that runs on after it (7.3.3)."""
    numbered = run(heading.number + heading.text)
    if not heading.body:
        return paragraph(f"Heading{heading.level}", numbered, gap)
    if heading.level == _SCRIPT_LEVEL and heading.text:
        numbered = run(heading.number + heading.text, "Heading2Char")
    return paragraph("BodyText", numbered + runs(heading.body), keep + gap)
