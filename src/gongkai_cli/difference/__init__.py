"""What changed between two campaign files, in the words of the notice."""

from .change import GROUPS, Change, Difference, Side
from .compare import compare
from .text import FORMATS, as_json, markdown, text

__all__ = [
    "FORMATS",
    "GROUPS",
    "Change",
    "Difference",
    "Side",
    "as_json",
    "compare",
    "markdown",
    "text",
]
