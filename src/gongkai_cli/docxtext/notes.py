"""脚注 and 尾注: what the marks in the text point to."""

from docx.opc.part import Part

from .names import Node, W
from .parts import related


class Notes:
    """The notes of a part, looked for when the first mark is met."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self._bodies: dict[str, dict[str, Node]] = {}

    def body(self, kind: str, number: str) -> Node | None:
        """The note of a mark."""
        if kind not in self._bodies:
            root = related(self._part, kind)
            notes = () if root is None else root
            self._bodies[kind] = {note.get(f"{W}id"): note for note in notes}
        return self._bodies[kind].get(number)
