"""One text of the file as it is printed, that knows where each of its characters was typed."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..finding import Edit, Place
from ..plaindata import Step
from ..prose import one_line
from ..reference import Piece
from ..timetable import is_of_period, is_of_work
from ..yamltree import Tree

Steps = tuple[Step, ...]

_UNITS = {"责任单位", "牵头", "配合", "参加单位", "报送单位", "名单", "统称"}


@dataclass(frozen=True, slots=True)
class Text:
    """A value, or with ``is_key`` a key that is printed; ``start`` is its offset in all texts.

    ``origin`` holds for each printed character the offset it was typed at; one that a reference
    brought has the offset of its 「 as ``~offset``. None where all stand as they were typed.
    """

    steps: Steps
    printed: str
    start: int
    origin: Sequence[int] | None
    tree: Tree
    is_key: bool = False

    @property
    def end(self) -> int:
        return self.start + len(self.printed)

    @property
    def key(self) -> str:
        """The nearest key of the text."""
        # Every rule asks this of every text: a generator here would be felt.
        for step in reversed(self.steps):
            if isinstance(step, str):
                return step
        return ""

    @property
    def is_units(self) -> bool:
        """Whether the text is a name of bodies, or several."""
        return not self.is_key and not _UNITS.isdisjoint(self.steps)

    @property
    def is_date(self) -> bool:
        """Whether the text is a date of work, or the campaign's own period."""
        return not self.is_key and (is_of_work(self.steps) or is_of_period(self.steps))

    def is_typed(self, start: int, end: int) -> bool:
        """Whether any of the characters was typed here and not only referred to."""
        return self.origin is None or any(
            offset >= 0 for offset in self.origin[start - self.start : end - self.start]
        )

    def place(self, at: int | None = None) -> Place:
        """Where the character at an offset in all texts stands in the file."""
        offset = 0 if at is None else at - self.start
        if self.origin is not None and offset < len(self.origin):
            typed = self.origin[offset]
            offset = typed if typed >= 0 else ~typed
        place = self.tree.place(self.steps, offset, key=self.is_key)
        # A key has no inside to the tree; what is printed of it stands in one line.
        return Place(place.path, place.line, place.column + offset) if self.is_key else place

    def edit(self, start: int, end: int, new: str) -> Edit | None:
        """The edit that puts ``new`` there; None where that is not one stretch of the file."""
        if self.is_key:
            # A key may be referred to.
            return None
        first, last = start - self.start, end - self.start
        if self.origin is not None:
            typed = self.origin[first:last]
            if typed[0] < 0 or any(b != a + 1 for a, b in pairwise(typed)):
                return None
        return Edit(self.printed[first:last], new)


def printed(typed: str, resolved: str, pieces: Sequence[Piece]) -> tuple[str, list[int] | None]:
    """A text's lines joined as they will be printed, paragraphs parted by a line break."""
    if typed is resolved and "\n" not in typed and "\t" not in typed and typed == typed.strip():
        return typed, None
    origin: list[int] = []
    for piece in pieces or (Piece(0, len(typed), literal=True),):
        if piece.literal:
            origin += range(piece.typed, piece.typed + piece.length)
        else:
            origin += [~piece.typed] * piece.length
    return _joined(resolved, origin)


def _joined(text: str, origin: Sequence[int]) -> tuple[str, list[int]]:
    written, kept, offset = "", [], 0
    parted = False
    for line in text.split("\n"):
        piece = line.strip()
        if not piece:
            parted = bool(written)
        else:
            begin = offset + line.index(piece)
            if parted:
                together = f"{written}\n"
            else:
                # Only the joint decides whether a blank comes in, so one character will do.
                together = written + one_line(f"{written[-1:]}\n{piece[0]}")[len(written[-1:]) : -1]
            kept += [origin[begin]] * (len(together) - len(written))
            kept += origin[begin : begin + len(piece)]
            written, parted = together + piece.replace("\t", " "), False
        offset += len(line) + 1
    return written, kept
