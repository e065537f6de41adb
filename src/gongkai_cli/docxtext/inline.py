"""A paragraph: the text on its lines, and what hangs from it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from . import place
from .names import SHAPE_TEXT, TEXTS, WP, Node, V, W, is_on, parts_of
from .place import Place
from .symbols import sign

_FIELDS_OF_NUMBERS = {"PAGE", "NUMPAGES", "SECTIONPAGES"}
_MARKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_SIGNS = {W + name: mark for name, mark in _MARKS.items()}
_NOTES = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
_SHAPES = {f"{V}shape", f"{V}rect", f"{V}roundrect", f"{V}group"}
_TURNS = ("page", "column")


class Box(NamedTuple):
    """Lines in a text box, and where it stands."""

    lines: Sequence[str]
    place: Place


@dataclass(slots=True)
class Paragraph:
    """What a paragraph shows; ``numbered`` where the number of the page is part of it.

    ``turns`` where a page ends in it or before it.
    """

    pieces: list[str] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    numbered: bool = False
    turns: bool = False

    @property
    def text(self) -> str:
        """The text on its lines, without the number of the page."""
        return "".join(self.pieces)

    @property
    def shows_nothing(self) -> bool:
        """Whether there is nothing in it, not even a blank."""
        return not (self.pieces or self.boxes or self.notes)

    def and_then(self, other: "Paragraph") -> "Paragraph":
        """One paragraph of two: the mark between them was struck."""
        return Paragraph(
            self.pieces + other.pieces,
            self.boxes + other.boxes,
            self.notes + other.notes,
            self.numbered or other.numbered,
            self.turns or other.turns,
        )


@dataclass(slots=True)
class _Field:
    """A field that is open: its instruction so far, and whether its result has begun."""

    instruction: str = ""
    shows: bool = False

    @property
    def is_number(self) -> bool:
        return self.instruction.strip().partition(" ")[0].upper() in _FIELDS_OF_NUMBERS


class Reader:
    """Reads one paragraph; ``read_box`` gives the lines of a text box in it."""

    def __init__(self, read_box: Callable[[Node], Sequence[str]]) -> None:
        self._read_box = read_box
        self._found = Paragraph()
        self._fields: list[_Field] = []
        self._places: list[Place] = []
        self._ways: Mapping[str, Callable[[Node], None]] = {
            **dict.fromkeys(TEXTS, self._text),
            **dict.fromkeys(_SIGNS, self._sign),
            **dict.fromkeys(_NOTES, self._note),
            **dict.fromkeys(_SHAPES, self._anchored),
            f"{W}r": self._run,
            f"{W}sym": self._symbol,
            f"{W}ruby": self._ruby,
            f"{W}fldSimple": self._simple_field,
            f"{W}fldChar": self._field_mark,
            f"{W}instrText": self._instruction,
            f"{W}lastRenderedPageBreak": self._page_end,
            f"{W}txbxContent": self._box,
            f"{WP}anchor": self._anchored,
            SHAPE_TEXT: self._shape_text,
        }

    def read(self, paragraph: Node) -> Paragraph:
        """Everything the paragraph shows."""
        self._found.turns = is_on(paragraph.find(f"{W}pPr"), "pageBreakBefore")
        self._parts(paragraph)
        return self._found

    def _parts(self, node: Node) -> None:
        for part in parts_of(node):
            self._ways.get(part.tag, self._parts)(part)

    def _say(self, text: str) -> None:
        if any(not one.shows for one in self._fields):
            return
        if any(one.is_number for one in self._fields):
            self._found.numbered = True
        else:
            self._found.pieces.append(text)

    def _text(self, text: Node) -> None:
        self._say(text.text or "")

    def _sign(self, sign: Node) -> None:
        if sign.get(f"{W}type") in _TURNS:
            self._found.turns = True
        else:
            self._say(_SIGNS[sign.tag])

    def _symbol(self, symbol: Node) -> None:
        self._say(sign(symbol.get(f"{W}font") or "", symbol.get(f"{W}char") or "20"))

    def _run(self, run: Node) -> None:
        if not is_on(run.find(f"{W}rPr"), "vanish"):
            self._parts(run)

    def _ruby(self, ruby: Node) -> None:
        """拼音指南: the sound above the characters follows them."""
        for name, before, after in (("rubyBase", "", ""), ("rt", "（", "）")):
            self._say(before)
            for part in ruby.findall(W + name):
                self._parts(part)
            self._say(after)

    def _note(self, mark: Node) -> None:
        self._found.notes.append((_NOTES[mark.tag], mark.get(f"{W}id") or ""))

    def _page_end(self, _: Node) -> None:
        self._found.turns = True

    def _simple_field(self, node: Node) -> None:
        self._fields.append(_Field(node.get(f"{W}instr") or "", shows=True))
        self._parts(node)
        self._close()

    def _instruction(self, text: Node) -> None:
        if self._fields:
            self._fields[-1].instruction += text.text or ""

    def _field_mark(self, mark: Node) -> None:
        """A field begins, comes to its result, or ends."""
        kind = mark.get(f"{W}fldCharType")
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].shows = True
        elif kind == "end":
            self._close()

    def _close(self) -> None:
        # A field over several paragraphs, as a table of contents is, ends where it did not begin.
        if self._fields and self._fields.pop().is_number:
            self._found.numbered = True

    def _anchored(self, node: Node) -> None:
        is_drawing = node.tag == f"{WP}anchor"
        self._places.append(place.of_drawing(node) if is_drawing else place.of_shape(node))
        self._parts(node)
        self._places.pop()

    def _box(self, content: Node) -> None:
        self._hang(self._read_box(content))

    def _shape_text(self, shape: Node) -> None:
        self._hang([shape.get("string") or ""])

    def _hang(self, lines: Sequence[str]) -> None:
        # A shape in a group stands where the group does.
        self._found.boxes.append(Box(lines, self._places[0] if self._places else "beside"))
