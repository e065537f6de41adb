"""Body, styles, headers and footers to one DOCX file (ISO/IEC 29500: parts, relationships, types).

The package is our own, without a theme, and is written so that equal documents are equal bytes:
parts in order, dates fixed, nothing compressed (compressors differ by machine).
"""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import NamedTuple

from ...gbt9704 import Standard, twips
from .folio import distance, folio, turned_folio
from .letter import letter_foot
from .ooxml import LOWEST_LINE, declare, paragraph
from .pages import Section
from .parts import CORE, RELATED, SETTINGS, content_types, relationships
from .styles import font_table, styles

_ROOT = declare("w", "r", "wp", "a", "wps")
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EPOCH = (1980, 1, 1, 0, 0, 0)
_PARAGRAPH = re.compile(r"<(/?)w:p(?=[ >])")


class Properties(NamedTuple):
    """What the file says of itself: the title and the issuer, and nothing else."""

    title: str
    issuer: str


def assemble(sections: Sequence[Section], properties: Properties, standard: Standard) -> bytes:
    """Put the parts together into the bytes of a DOCX file."""
    margins = _Margins()
    body: list[str] = []
    for section in sections:
        ending = _section_properties(section, _references(section, margins, standard), standard)
        if section is sections[-1]:
            body += (section.body, ending)
        else:
            body.append(_ended(section.body, ending))
    core = CORE.format(
        title=escape(properties.title, quote=False), issuer=escape(properties.issuer, quote=False)
    )
    targets = [
        ("styles", "styles.xml"),
        ("settings", "settings.xml"),
        ("fontTable", "fontTable.xml"),
        *margins.related,
    ]
    parts = {
        "word/document.xml": (f"<w:document {_ROOT}><w:body>", *body, "</w:body></w:document>"),
        "word/settings.xml": (SETTINGS,),
        "word/styles.xml": (styles(standard),),
        "word/fontTable.xml": (font_table(standard),),
        "docProps/core.xml": (core,),
        **{name: (text,) for name, text in margins.parts.items()},
        "word/_rels/document.xml.rels": (relationships(targets),),
        "_rels/.rels": (RELATED,),
    }
    types = {"[Content_Types].xml": (content_types(parts),)}
    return _packed(types | dict(sorted(parts.items())))


@dataclass(slots=True)
class _Margins:
    """Headers and footers; those that are alike are one part."""

    parts: dict[str, str] = field(default_factory=dict)
    related: list[tuple[str, str]] = field(default_factory=list)
    _names: dict[tuple[str, str], str] = field(default_factory=dict)

    def reference(self, kind: str, when: str, content: str) -> str:
        """The reference of a section to a ``header`` or ``footer``."""
        if (kind, content) not in self._names:
            name = f"{kind}{len(self.related) + 1}.xml"
            self.related.append((kind, name))
            # Behind styles, settings and the font table.
            self._names[kind, content] = f"rId{len(self.related) + 3}"
            root = {"header": "hdr", "footer": "ftr"}[kind]
            self.parts[f"word/{name}"] = f"<w:{root} {_ROOT}>{content}</w:{root}>"
        return f'<w:{kind}Reference w:type="{when}" r:id="{self._names[kind, content]}"/>'


def _references(section: Section, margins: _Margins, s: Standard) -> str:
    """What stands above and below the pages of a section."""
    odd, even = (_folio(section, s, even=even) for even in (False, True))
    above = (paragraph("Header", ""),) * 2
    below = (odd, even)
    if section.landscape:
        # The number's place is the sheet's own, whatever part it hangs from.
        above, below = below, (paragraph("Footer", ""),) * 2
    references = "".join(
        margins.reference(kind, when, content)
        for kind, pair in (("header", above), ("footer", below))
        for when, content in zip(("default", "even"), pair, strict=True)
    )
    if section.first_header:
        references += margins.reference("header", "first", section.first_header)
        references += margins.reference("footer", "first", letter_foot(s))
    return references


def _ended(body: str, ending: str) -> str:
    """A section ends in its last paragraph; after a table that takes one more, as low as can be."""
    if not body.endswith("</w:p>"):
        return body + paragraph("TableText", "", LOWEST_LINE + ending)
    start = depth = 0
    for tag in _PARAGRAPH.finditer(body):
        if not depth:
            start = tag.start()
        depth += -1 if tag[1] else 1
    at = body.index("</w:pPr>", start)
    return body[:at] + ending + body[at:]


def _section_properties(section: Section, references: str, s: Standard) -> str:
    edges = (s.top, s.right, s.bottom, s.left)
    width, height, turned = s.paper_width, s.paper_height, ""
    foot = distance(s)
    if section.landscape:
        # Its footer is empty, and must not push the text up.
        foot = round(twips(s.header))
        # The top of the turned sheet is its binding edge (8).
        edges = (s.left, s.top, s.right, s.bottom)
        width, height, turned = height, width, ' w:orient="landscape"'
    top, right, bottom, left = (round(twips(edge)) for edge in edges)
    header = 0 if section.first_header else round(twips(s.header))
    return (
        f"<w:sectPr>{references}"
        f'<w:pgSz w:w="{round(twips(width))}" w:h="{round(twips(height))}"{turned}/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}"'
        f' w:header="{header}" w:footer="{foot}" w:gutter="0"/>'
        f"{'<w:titlePg/>' if section.first_header else ''}</w:sectPr>"
    )


def _folio(section: Section, s: Standard, *, even: bool) -> str:
    if not section.numbered:
        return paragraph("Footer", "")
    return (turned_folio if section.landscape else folio)(s, even=even)


def _packed(parts: Mapping[str, Sequence[str]]) -> bytes:
    """One stored entry for each part; [Content_Types].xml first, as readers of streams expect."""
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w") as archive:
        for name, pieces in parts.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = 0
            archive.writestr(entry, b"".join(piece.encode() for piece in (_XML, *pieces)))
    return result.getvalue()
