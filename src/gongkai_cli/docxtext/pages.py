"""The order in which a reader meets what a document shows.

A section's headers, its text, its footers. What is placed at the foot of a page comes where that
page ends, as far as the file tells, or else at the end of the section.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from docx.opc.part import Part

from .inline import Box, Paragraph, Reader
from .names import Node, R, W, blocks, cells, is_on, rows
from .notes import Notes
from .numbering import Numbering
from .parts import related, root_of
from .place import Place, of_frame, of_table

_WHEN = ("first", "default", "even")
# “— 1 —”, “第 1 页 共 3 页”, “Page 1 of 3”: what stands beside the number of a page.
_BESIDE_NUMBER = re.compile(r"(?:第|页|共|[Pp]ages?|of|[\s\d.,，/|·\-\u2012-\u2015~～])*")


def lines(document: Part) -> Iterator[str]:
    """Everything the pages show, line by line."""
    body = root_of(document).find(f"{W}body")
    numbering = Numbering(document)
    story, marginal = Story(document, numbering), _Marginal(document, numbering)
    for section, properties in _sections(body):
        yield from marginal.of(properties, "header")
        yield from story.lines(section)
        yield from marginal.of(properties, "footer")


def _sections(body: Node) -> Iterator[tuple[Sequence[Node], Node | None]]:
    """Blocks and properties of each section; those of the last one close the body."""
    section: list[Node] = []
    for block in blocks(body):
        section.append(block)
        properties = block.find(f"{W}pPr/{W}sectPr")
        if properties is not None:
            yield section, properties
            section = []
    yield section, body.find(f"{W}sectPr")


class _Marginal:
    """What stands in headers and footers besides the number of the page; the same only once."""

    def __init__(self, document: Part, numbering: Numbering) -> None:
        self._document = document
        self._numbering = numbering
        self._both_sides = is_on(related(document, "settings"), "evenAndOddHeaders")
        self._references: dict[tuple[str, str], str] = {}
        self._told: set[str] = set()

    def of(self, section: Node | None, kind: str) -> Iterator[str]:
        """Lines of a section's headers or footers that none before it showed."""
        if section is None:
            return
        for reference in section.findall(f"{W}{kind}Reference"):
            when = reference.get(f"{W}type") or "default"
            self._references[kind, when] = reference.get(f"{R}id") or ""
        shown = {
            "first": is_on(section, "titlePg"),
            "default": True,
            "even": self._both_sides,
        }
        for when in _WHEN:
            identity = self._references.get((kind, when))
            if identity and shown[when]:
                part = self._document.related_parts[identity]
                story = Story(part, self._numbering)
                for line in story.lines(blocks(root_of(part))):
                    if line.strip() and line not in self._told:
                        self._told.add(line)
                        yield line


class Story:
    """Reads the blocks of one part of the document."""

    def __init__(self, part: Part, numbering: Numbering) -> None:
        self._notes = Notes(part)
        self._numbering = numbering

    def lines(self, content: Iterable[Node]) -> Iterator[str]:
        """Their lines, in the order of reading."""
        foot: list[str] = []
        begun = Paragraph()
        for block in content:
            is_paragraph = block.tag == f"{W}p"
            if is_paragraph and _runs_on(block):
                begun = begun.and_then(Reader(self._box).read(block))
                continue
            found = self._paragraph(block, begun) if is_paragraph else None
            if not (found or begun.shows_nothing):
                yield from self._around(begun)
            begun = Paragraph()
            own = self._around(found) if found else list(self._table(block))
            if found and found.turns:
                yield from foot
                foot = []
            if self._place_of(block) == "foot":
                foot += own
            else:
                yield from own
            if found:
                foot += _boxed(found.boxes, "foot")
        if not begun.shows_nothing:
            yield from self._around(begun)
        yield from foot

    def _paragraph(self, node: Node, begun: Paragraph) -> Paragraph:
        """A paragraph with what runs on into it; its number is the one of where it ends."""
        found = begun.and_then(Reader(self._box).read(node))
        if found.pieces and (label := self._numbering.label(node)):
            found.pieces.insert(0, label)
        return found

    def _around(self, found: Paragraph) -> list[str]:
        """A paragraph with what stands above it and beside it."""
        above, beside = (_boxed(found.boxes, place) for place in ("above", "beside"))
        notes = [line for kind, number in found.notes for line in self._note(kind, number)]
        is_only_number = found.numbered and _BESIDE_NUMBER.fullmatch(found.text)
        # The paragraph that only holds a box is no blank line of the page.
        holds = bool(found.boxes) and not found.text.strip()
        text = [] if is_only_number or holds else [found.text]
        return [*above, *text, *beside, *notes]

    def _box(self, content: Node) -> Sequence[str]:
        return [line for line in self.lines(blocks(content)) if line.strip()]

    def _note(self, kind: str, number: str) -> Iterator[str]:
        body = self._notes.body(kind, number)
        if body is not None:
            yield from self._box(body)

    def _table(self, table: Node) -> Iterator[str]:
        for row in rows(table):
            yield "\t".join(self._cell(cell) for cell in cells(row))

    def _cell(self, cell: Node) -> str:
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        if merged is not None and merged.get(f"{W}val") != "restart":
            return ""
        return " ".join("\n".join(self.lines(blocks(cell))).split("\n"))

    @staticmethod
    def _place_of(block: Node) -> Place | None:
        if block.tag == f"{W}p":
            return of_frame(block.find(f"{W}pPr/{W}framePr"))
        return of_table(block.find(f"{W}tblPr/{W}tblpPr"))


def _runs_on(paragraph: Node) -> bool:
    """Whether the mark at its end was struck, so that the next one is part of it."""
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    return is_on(mark, "del") or is_on(mark, "moveFrom")


def _boxed(boxes: Iterable[Box], place: Place) -> list[str]:
    return [line for box in boxes if box.place == place for line in box.lines]
