"""Names of WordprocessingML, and what of it is on no page."""

from collections.abc import Iterable, Iterator
from typing import Any

Node = Any
"""An element of lxml, which comes without types."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
V = "{urn:schemas-microsoft-com:vml}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

TEXTS = (f"{W}t", f"{_M}t")
SHAPE_TEXT = f"{V}textpath"
"""艺术字 and watermarks of old Word: the text is an attribute."""
_ALTERNATES = f"{_MC}AlternateContent"

_UNSEEN = frozenset(
    W + name
    for name in (
        *("del", "moveFrom", "delText", "delInstrText"),
        *("pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr"),
        *("sdtPr", "sdtEndPr", "rubyPr"),
    )
)
_OFF = ("0", "false", "off", "none")


def parts_of(node: Node) -> Iterator[Node]:
    """The children of an element that may show something; of alternates only one."""
    for child in node:
        # Comments and instructions to programs have no name.
        if not isinstance(child.tag, str) or child.tag in _UNSEEN:
            continue
        if child.tag != _ALTERNATES:
            yield child
        elif (branch := _chosen(child)) is not None:
            yield branch


def _chosen(alternates: Node) -> Node | None:
    """The first branch that says something: Word draws the choice, old programs the fallback."""
    return next((branch for branch in alternates if _says(branch)), None)


def _says(node: Node) -> bool:
    return next(node.iter(*TEXTS, SHAPE_TEXT), None) is not None


def blocks(container: Node) -> Iterator[Node]:
    """Paragraphs and tables in order, out of whatever wraps them: controls, insertions, choices."""
    yield from _inside(container, (f"{W}p", f"{W}tbl"))


def rows(table: Node) -> Iterator[Node]:
    """The rows of a table that are there; struck and hidden ones are not."""
    for row in _inside(table, (f"{W}tr",)):
        properties = row.find(f"{W}trPr")
        gone = ("del", "hidden")
        if properties is None or not any(is_on(properties, name) for name in gone):
            yield row


def cells(row: Node) -> Iterator[Node]:
    """The cells of a row."""
    yield from _inside(row, (f"{W}tc",))


def _inside(container: Node, wanted: Iterable[str]) -> Iterator[Node]:
    for child in parts_of(container):
        if child.tag in wanted:
            yield child
        else:
            yield from _inside(child, wanted)


def is_on(properties: Node | None, name: str) -> bool:
    """Whether a property that may be switched off is there and on."""
    found = None if properties is None else properties.find(W + name)
    return found is not None and found.get(f"{W}val") not in _OFF


def value(properties: Node | None, path: str) -> str | None:
    """The ``w:val`` of an element below, if it is there: ``value(p, "pPr/pStyle")``."""
    if properties is None:
        return None
    found = properties.find("/".join(W + step for step in path.split("/")))
    return None if found is None else found.get(f"{W}val")
