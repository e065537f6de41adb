"""One text of a campaign file on its way to another year, and what is to be said of stretches of it.

All of it is findings: what carries an edit is changed, the rest is left to people.
"""

import re
from dataclasses import dataclass
from typing import Final

from ..finding import Edit, Finding
from ..plaindata import Steps
from ..prose import BLANK, TO_FILL
from ..yamltree import Tree
from .outcome import Kind

MADE: Final = "GK911"
"""An edit that needs no check: the message is its kind, by which it is only counted."""
CHECK: Final = "GK912"
"""Something for people to check, whether it was changed or not."""
FILL: Final = "GK913"
"""Something for people to fill in."""
_BREAK = re.compile(r"\n *")


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with the steps that lead to it; offsets count its characters."""

    tree: Tree
    steps: Steps
    text: str

    def words(self, start: int, end: int) -> str:
        """A few words to quote, within a line."""
        return self.text[start:end].split("\n", maxsplit=1)[0]

    def moved(self, kind: Kind, offset: int, old: str, new: str) -> Finding:
        """An edit that needs no check."""
        return self._finding(MADE, offset, kind, "", self._edit(offset, old, new))

    def changed(self, offset: int, old: str, new: str, check: str) -> Finding:
        """An edit that somebody should check."""
        return self._finding(CHECK, offset, check, "不对就改过来", self._edit(offset, old, new))

    def left(self, offset: int, message: str, hint: str) -> Finding:
        """What is not changed, and somebody should look at."""
        return self._finding(CHECK, offset, message, hint)

    def blank(self, offset: int, old: str, what: str) -> Finding:
        """An edit that puts a blank in the place of what nobody knows yet."""
        if re.fullmatch(BLANK, old):
            return self._finding(FILL, offset, f"{what}还没有填", "定了就填上")
        edit = self._edit(offset, old, TO_FILL.format(what))
        return self._finding(FILL, offset, f"{what}原来是“{old}”，留空了", "定了就填上", edit)

    def _finding(
        self, code: str, offset: int, message: str, hint: str, edit: Edit | None = None
    ) -> Finding:
        return Finding(self.tree.place(self.steps, offset), code, "note", message, hint, edit)

    def _edit(self, offset: int, old: str, new: str) -> Edit:
        """The edit from ``old`` to ``new``; line breaks in the typed text stay, behind the new one."""
        typed = self.tree.typed(self.steps, offset, len(old))
        return Edit(typed, new + "".join(_BREAK.findall(typed)))
