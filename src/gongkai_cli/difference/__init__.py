"""What changed between two campaign files, in the words of the notice."""

from .change import GROUPS, Change, Difference, Side
from .compare import compare
from .header import blanks
from .text import FORMATS, as_json, markdown, text

__all__ = [
    "FORMATS",
    "GROUPS",
    "Change",
    "Difference",
    "Side",
    "as_json",
    "blanks",
    "compare",
    "markdown",
    "text",
]
