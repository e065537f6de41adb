"""The texts of a campaign file as they are printed; each knows where its characters were typed."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any, NamedTuple

from ..finding import Edit, Place
from ..ownperiod import is_of_period
from ..plaindata import Steps
from ..prose import one_line
from ..reference import Piece, Pieces
from ..timetable import is_of_work
from ..yamltree import Tree

_UNITS = {"责任单位", "牵头", "配合", "参加单位", "报送单位", "名单", "统称"}
# What the loader has read to a value; nothing of it is prose.
_VALUES = {"年份", "届次", "首届年份", "成文日期", "印发日期", "版式", "印章", "份号", "空行"}
_SECTION = {"内容", "各项", "事项"}


class Origin:
    """Where each character of a printed text was typed.

    Worked out when asked for, since few texts have a finding.
    """

    def __init__(self, resolved: str, pieces: Sequence[Piece]) -> None:
        self._resolved = resolved
        self._pieces = pieces or (Piece(0, len(resolved), literal=True),)

    @cached_property
    def offsets(self) -> Sequence[int]:
        """For each printed character the offset at which it was typed.

        For a character that a reference stands for, ``~offset`` of the reference's 「.
        """
        typed: list[int] = []
        for piece in self._pieces:
            if piece.literal:
                typed += range(piece.typed, piece.typed + piece.length)
            else:
                typed += [~piece.typed] * piece.length
        kept: list[int] = []
        for joint, begin, end in _lines(self._resolved):
            kept += [typed[begin]] * len(joint)
            kept += typed[begin:end]
        return kept


class Text(NamedTuple):
    """A printed value, or with ``is_key`` a printed key.

    ``steps`` lead to it, ``key`` is the nearest key above, ``start`` its offset in ``Subject.whole``.
    ``origin`` is None where it is printed exactly as typed.
    """

    steps: Steps
    key: str
    printed: str
    start: int
    origin: Origin | None
    tree: Tree
    is_key: bool = False

    @property
    def end(self) -> int:
        return self.start + len(self.printed)

    @property
    def is_units(self) -> bool:
        """Whether the text is the name of a body, or several."""
        return not self.is_key and not _UNITS.isdisjoint(self.steps)

    @property
    def is_date(self) -> bool:
        """Whether the text is a date of work, or the campaign's own period."""
        return not self.is_key and (is_of_work(self.steps) or is_of_period(self.steps))

    def is_typed(self, start: int, end: int) -> bool:
        """Whether any of the characters between two offsets was typed here, not only referred to."""
        return self.origin is None or any(
            offset >= 0 for offset in self.origin.offsets[start - self.start : end - self.start]
        )

    def place(self, at: int | None = None) -> Place:
        """The place in the file of the character at an offset in ``Subject.whole``."""
        offset = 0 if at is None else at - self.start
        if self.origin is not None and offset < len(self.origin.offsets):
            typed = self.origin.offsets[offset]
            offset = typed if typed >= 0 else ~typed
        place = self.tree.place(self.steps, offset, key=self.is_key)
        # A key has no inside to the tree; what is printed of it stands in one line.
        return Place(place.path, place.line, place.column + offset) if self.is_key else place

    def edit(self, start: int, end: int, new: str) -> Edit | None:
        """The edit that puts ``new`` there; None where it is not one stretch of the file."""
        if self.is_key:
            # A key may be referred to.
            return None
        first, last = start - self.start, end - self.start
        if self.origin is not None:
            typed = self.origin.offsets[first:last]
            if typed[0] < 0 or any(b != a + 1 for a, b in pairwise(typed)):
                return None
        return Edit(self.printed[first:last], new)


def _printed(typed: str, resolved: str, pieces: Sequence[Piece]) -> tuple[str, Origin | None]:
    """A text as it is printed: lines joined, a line break between paragraphs; and its origin."""
    if "\n" not in resolved and "\t" not in resolved and resolved == resolved.strip():
        return resolved, None if typed is resolved else Origin(resolved, pieces)
    lines = (joint + resolved[begin:end] for joint, begin, end in _lines(resolved))
    return "".join(lines).replace("\t", " "), Origin(resolved, pieces)


def _lines(text: str) -> Iterator[tuple[str, int, int]]:
    """For each line that is not blank: what joins it to the last one, and its start and end."""
    offset = 0
    last = ""
    parted = False
    for line in text.split("\n"):
        if piece := line.strip():
            begin = offset + line.index(piece)
            # Only the joint decides whether a blank comes in, so one character will do.
            joint = "\n" if parted else one_line(f"{last}\n{piece[0]}")[len(last) : -1]
            yield joint, begin, begin + len(piece)
            last, parted = piece[-1], False
        else:
            parted = bool(last)
        offset += len(line) + 1


def texts(tree: Tree, data: Mapping[str, Any], pieces: Pieces) -> tuple[Text, ...]:
    """Every text of a tree as printed, resolved ``data`` giving the values."""
    collected: list[_Typed] = []
    _collect(tree.data, data, (), "", collected)
    found: list[Text] = []
    start = 0
    for steps, key, typed, resolved, is_key in collected:
        text, origin = _printed(typed, resolved, pieces.get(steps, ()))
        found.append(Text(steps, key, text, start, origin, tree, is_key))
        start += len(text) + 1
    return tuple(found)


class _Typed(NamedTuple):
    """A text with its steps and nearest key, as typed, as resolved, and whether it is a key."""

    steps: Steps
    key: str
    typed: str
    resolved: str
    is_key: bool


def _collect(
    typed: Any,  # noqa: ANN401
    resolved: Any,  # noqa: ANN401
    steps: Steps,
    key: str,
    found: list[_Typed],
) -> None:
    """Add every text, in the order of the file."""
    # Not a generator: each level of those hands on every text again.
    if isinstance(typed, str):
        found.append(_Typed(steps, key, typed, resolved, is_key=False))
    elif isinstance(typed, list):
        for number, child in enumerate(typed):
            _collect(child, resolved[number], (*steps, number), key, found)
    else:
        free = _is_free(typed, steps)
        for own, child in typed.items():
            inside = (*steps, own)
            if free:
                found.append(_Typed(inside, own, own, own, is_key=True))
            if own not in _VALUES or len(steps) > 1:
                _collect(child, resolved[own], inside, own, found)


def _is_free(data: Mapping[str, Any], steps: Steps) -> bool:
    """Whether the keys are the file's own, to be printed."""
    match steps:
        case ("正文",) | ("联系",) | ("统称",) | ("正文", _, "各项"):
            return True
        case ("正文", str()):
            return not data.keys() & _SECTION
    return False
