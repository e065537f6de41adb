"""Body, styles and footers to one DOCX file. The only module that imports docx.

The package starts from a base of our own, without a theme, and is written so that equal documents
are equal bytes: parts in order, dates fixed, nothing compressed (compressors differ by machine).
"""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.section import Section as PlacedSection

from ...gbt9704 import Standard, twips
from .folio import distance, folio, turned_folio
from .letter import letter_foot
from .ooxml import declare, paragraph
from .pages import Section
from .parts import BASE, CORE
from .styles import font_table, styles

_ROOT = declare("w", "r", "wp", "a", "wps")
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says of itself: the title and the issuer, and nothing else."""

    title: str
    issuer: str


def assemble(sections: Sequence[Section], properties: Properties, standard: Standard) -> bytes:
    """Put the parts together into the bytes of a DOCX file."""
    document = docx.Document(io.BytesIO(_base(properties, standard)))
    body = document.element.body
    for child in list(body):
        body.remove(child)
    for section in sections:
        for child in parse_xml(f"<w:body {_ROOT}>{section.body}</w:body>"):
            body.append(child)
        ending = parse_xml(_section_properties(section, standard))
        if section is sections[-1]:
            body.append(ending)
        else:
            _end_section(body, ending)
    for section, placed in zip(sections, document.sections, strict=True):
        _place_folios(section, placed, standard)
    saved = io.BytesIO()
    document.save(saved)
    return _repacked(saved.getvalue())


def _end_section(body: object, ending: object) -> None:
    """A section ends in its last paragraph; after a table that takes one more, as low as can be."""
    children = list(body)  # type: ignore[call-overload]
    last = children[-1] if children else None
    if last is None or last.tag != qn("w:p"):
        last = parse_xml(
            f'<w:p {_ROOT}><w:pPr><w:pStyle w:val="TableText"/>'
            '<w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
        )
        body.append(last)  # type: ignore[attr-defined]
    last.get_or_add_pPr().append(ending)


def _section_properties(section: Section, s: Standard) -> str:
    edges = (s.top, s.right, s.bottom, s.left)
    width, height, turned = s.paper_width, s.paper_height, ""
    if section.landscape:
        # The top of the turned sheet is its binding edge (8).
        edges = (s.left, s.top, s.right, s.bottom)
        width, height, turned = height, width, ' w:orient="landscape"'
    top, right, bottom, left = (round(twips(edge)) for edge in edges)
    header = 0 if section.first_header else round(twips(s.header))
    return (
        f"<w:sectPr {_ROOT}>"
        f'<w:pgSz w:w="{round(twips(width))}" w:h="{round(twips(height))}"{turned}/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}"'
        f' w:header="{header}" w:footer="{distance(s)}" w:gutter="0"/>'
        f"{'<w:titlePg/>' if section.first_header else ''}</w:sectPr>"
    )


def _place_folios(section: Section, placed: PlacedSection, s: Standard) -> None:
    odd, even = (_folio(section, s, even=even) for even in (False, True))
    if section.landscape:
        # Its place is the sheet's own, whatever part it hangs from.
        _fill(placed.header, odd)
        _fill(placed.even_page_header, even)
        odd = even = paragraph("Footer", "")
    else:
        _fill(placed.header, paragraph("Header", ""))
        _fill(placed.even_page_header, paragraph("Header", ""))
    _fill(placed.footer, odd)
    _fill(placed.even_page_footer, even)
    if section.first_header:
        _fill(placed.first_page_header, section.first_header)
        _fill(placed.first_page_footer, letter_foot(s))


def _folio(section: Section, s: Standard, *, even: bool) -> str:
    if not section.numbered:
        return paragraph("Footer", "")
    return (turned_folio if section.landscape else folio)(s, even=even)


def _fill(part: object, content: str) -> None:
    part.is_linked_to_previous = False  # type: ignore[attr-defined]
    element = part._element  # type: ignore[attr-defined]  # noqa: SLF001
    for child in list(element):
        element.remove(child)
    for child in parse_xml(f"<w:ftr {_ROOT}>{content}</w:ftr>"):
        element.append(child)


def _base(properties: Properties, standard: Standard) -> bytes:
    """An empty package with our styles: what python-docx opens instead of its own template."""
    core = CORE.format(title=escape(properties.title), issuer=escape(properties.issuer))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in BASE.items():
            archive.writestr(name, text)
        archive.writestr("docProps/core.xml", core)
        archive.writestr("word/styles.xml", styles(standard))
        archive.writestr("word/fontTable.xml", font_table(standard))
    return packed.getvalue()


def _repacked(data: bytes) -> bytes:
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(result, "w") as target:
        # [Content_Types].xml comes first, as readers that stream a package expect.
        for name in sorted(
            source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)
        ):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = 0
            target.writestr(entry, source.read(name))
    return result.getvalue()
