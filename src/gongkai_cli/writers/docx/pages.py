"""The blocks of a document as the body of its pages, cut where the paper turns."""

from collections.abc import Iterator, Sequence
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
from ...gbt9704 import POINTS_PER_MM, TWIPS_PER_POINT, Standard
from ..paper import is_wide
from ..sense import sense_lines
from .closing import annex_list, imprint, signature
from .grid import grid
from .holding import FREE, Hold, holds
from .letter import letter_head
from .masthead import masthead, title_before
from .ooxml import broken, paragraph, run, runs, spacing

_SCRIPT_LEVEL = 2
_LEAST_LINE = 1.2  # of the height of its characters


class Section(NamedTuple):
    """Pages of one make: body XML, their orientation, whether they are numbered.

    ``first_header`` is what the first page of a letter carries besides.
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


class _Typesetter:
    """Sets blocks one after another; what stands before a block decides the space above it."""

    def __init__(self, standard: Standard) -> None:
        self._standard = standard

    def text(self, blocks: Sequence[Block]) -> str:
        """The document up to its annexes."""
        wide = is_wide(blocks, self._standard)
        held = holds(blocks, self._standard, wide=wide)
        return "".join(
            self._block(block, blocks[:index], held.get(index, FREE), wide=wide)
            for index, block in enumerate(blocks)
        )

    def annex(self, annex: Annex, *, new_page: bool) -> str:
        """An annex: its label on the first line, its title on the third (7.3.7)."""
        break_before = "<w:pageBreakBefore/>" if new_page else ""
        label = paragraph(
            "AnnexLabel", run(f"附件{annex.number or ''}"), f"<w:keepNext/>{break_before}"
        )
        blocks = annex.blocks
        wide = is_wide(blocks, self._standard)
        held = holds(blocks, self._standard, wide=wide)
        return "".join(
            [
                label,
                *(
                    self._annex_title(block, wide=wide)
                    if isinstance(block, Title)
                    else self._block(block, blocks[:index], held.get(index, FREE), wide=wide)
                    for index, block in enumerate(blocks)
                ),
            ]
        )

    def _title(self, lines: Sequence[str], *, wide: bool) -> Iterator[str]:
        s = self._standard
        room = s.type_height if wide else s.type_width
        return map(run, sense_lines(lines, room * POINTS_PER_MM / s.title_size))

    def _main_title(self, lines: Sequence[str], before: Sequence[Block], *, wide: bool) -> str:
        s = self._standard
        pieces = [*self._title(lines, wide=wide)]
        # On a page that begins with a title of one line, 22 lines are 22 (5.2.3): it is one of them.
        is_first_line = not before and len(pieces) == 1
        fits = s.pitch >= s.title_size * TWIPS_PER_POINT * _LEAST_LINE
        place = spacing(0, s.pitch) if is_first_line and fits else title_before(before, s)
        return paragraph("Title", broken(pieces), place)

    def _annex_title(self, title: Title, *, wide: bool) -> str:
        return paragraph(
            "AnnexTitle", broken(self._title(title.lines, wide=wide)), spacing(self._standard.pitch)
        )

    def _block(self, block: Block, before: Sequence[Block], hold: Hold, *, wide: bool) -> str:
        s = self._standard
        after_title = bool(before) and isinstance(before[-1], Title)
        # One line is left blank between the title and what follows (7.3.2).
        gap = spacing(s.pitch) if after_title else ""
        match block:
            case Masthead():
                return masthead(block, s)
            case Title(lines):
                return self._main_title(lines, before, wide=wide)
            case Recipients(text):
                return paragraph("Recipients", run(text), gap)
            case Heading():
                return _heading(block, hold.properties, gap)
            case Paragraph(lines):
                return paragraph("BodyText", broken(map(runs, lines)), hold.properties + gap)
            case AnnexList(titles):
                return annex_list(titles, s, keep=hold.to_next)
            case Signature():
                return signature(block, s, noted=hold.to_next)
            case Note(text):
                return paragraph("Note", run(f"（{text}）"))
            case Table():
                blank = paragraph("TableText", "") if after_title else ""
                return blank + grid(block, s, wide=wide, keep=hold.to_next)
            case Annex() | Imprint():
                raise TypeError(f"{type(block).__name__} does not stand in running text")
            case _:
                assert_never(block)


def _heading(heading: Heading, keep: str, gap: str) -> str:
    """A heading on a line of its own, or set off from the text that runs on after it (7.3.3)."""
    numbered = run(heading.number + heading.text)
    if not heading.body:
        return paragraph(f"Heading{heading.level}", numbered, gap)
    if heading.level == _SCRIPT_LEVEL and heading.text:
        numbered = run(heading.number + heading.text, "Heading2Char")
    return paragraph("BodyText", numbered + runs(heading.body), keep + gap)
