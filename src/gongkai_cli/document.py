"""The document tree: what a rendered text says, and which part of a document each piece is.

Templates are read into it and every output format is written from it. All of it is frozen.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from .prose import title_line

Align = Literal["left", "center", "right"]
Layout = Literal["公文", "电报", "信函"]
Apart = Literal["", "own page", "after blank page"]
"""Where 版记 stands: at the foot of the text's last page, or by itself."""


class Run(NamedTuple):
    """A piece of text; ``strong`` where the template emphasises it."""

    text: str
    strong: bool = False


Line = tuple[Run, ...]
Lines = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Masthead:
    """版头 of a document, a telegram or a letter: labelled fields in the template's order."""

    layout: Layout
    fields: tuple[tuple[str, str], ...]

    def field(self, label: str) -> str:
        """The value under a label, empty where there is none."""
        return dict(self.fields).get(label, "")


@dataclass(frozen=True, slots=True)
class Title:
    """标题, in its sense lines."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recipients:
    """主送机关, with its closing colon."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading of level 1–4. ``body`` is the text that runs on in the same paragraph."""

    level: int
    number: str
    text: str
    body: Line = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; more than one line only where the template breaks it."""

    lines: Lines


@dataclass(frozen=True, slots=True)
class AnnexList:
    """附件说明: the titles of the annexes in order."""

    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """落款: who signs, and the day. ``sealed`` where a seal is to be set on it."""

    names: tuple[str, ...]
    date: str
    sealed: bool


@dataclass(frozen=True, slots=True)
class Note:
    """附注, without its brackets."""

    text: str


@dataclass(frozen=True, slots=True)
class Imprint:
    """版记: 抄送, 印发机关, 印发日期; empty where not given.

    ``recipients`` are 主送 that the first page has no room for.
    """

    copies_to: str = ""
    printer: str = ""
    printed: str = ""
    apart: Apart = ""
    recipients: str = ""


class Cell(NamedTuple):
    """A table cell that covers ``columns`` by ``rows`` places of the grid."""

    lines: Lines
    columns: int = 1
    rows: int = 1


class Table(NamedTuple):
    """A table on a full grid: every place holds a cell, or None where another one covers it."""

    aligns: tuple[Align, ...]
    head: tuple[Cell | None, ...]
    rows: tuple[tuple[Cell | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Annex:
    """附件: starts a page. ``number`` is 0 where it is the only one.

    ``is_issued``: the document itself that a notice issues, on a page of its own and without a label.
    """

    number: int
    blocks: "tuple[Block, ...]"
    is_issued: bool = False


Block = (
    Masthead
    | Title
    | Recipients
    | Heading
    | Paragraph
    | AnnexList
    | Signature
    | Note
    | Imprint
    | Table
    | Annex
)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document, top to bottom."""

    blocks: tuple[Block, ...]

    @property
    def title(self) -> str:
        """The title on one line, empty where there is none."""
        found = next((block for block in self.blocks if isinstance(block, Title)), None)
        return title_line(found.lines, self.issuers) if found else ""

    @property
    def issuers(self) -> tuple[str, ...]:
        """All who sign."""
        return tuple(name for signature in self.signatures for name in signature.names)

    @property
    def signatures(self) -> tuple[Signature, ...]:
        """The signatures, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Signature))

    @property
    def layout(self) -> Layout:
        """Which kind of head the first page has; 公文 where there is none."""
        return self.masthead.layout if self.masthead else "公文"

    @property
    def masthead(self) -> Masthead | None:
        """The head of the first page, if it has one."""
        return next((block for block in self.blocks if isinstance(block, Masthead)), None)


def plain(line: Line) -> str:
    """The text of a line without emphasis."""
    return line[0].text if len(line) == 1 else "".join([run.text for run in line])
