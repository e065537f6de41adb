"""What both ways of reading Markdown give: paragraphs, headings without numbers, plain tables."""

from collections.abc import Sequence
from typing import NamedTuple

from ..document import Align, Lines, Paragraph

Typed = tuple[str, Lines]
"""A cell as typed (data is escaped there, so it is never a mark) and as read."""


class Headline(NamedTuple):
    """A heading as typed; ``level`` counts its #."""

    level: int
    lines: Lines


class Rows(NamedTuple):
    """A pipe table: the head, and below it rows of as many cells."""

    aligns: tuple[Align, ...]
    head: Sequence[Typed]
    body: Sequence[Sequence[Typed]]


Piece = tuple[Paragraph | Headline | Rows, int, int]
"""With the lines of the text that it begins and ends at."""
