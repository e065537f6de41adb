"""Small DOCX packages such as Word and WPS write, out of the XML that matters."""

import io
import zipfile
from collections.abc import Mapping

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = (
    f'xmlns:w="{_W}" xmlns:r="{_OFFICE}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
_ROOTS = {"header": "hdr", "footer": "ftr"}
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def package(body: str, others: Mapping[str, str] | None = None) -> bytes:
    """A document with this body. ``others`` are further parts, "header1" and the like, by their
    content; each is related under its own name.
    """
    parts = {"document": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>"}
    types, relations = f"{_MAIN}.document.main+xml", ""
    overrides = f'<Override PartName="/word/document.xml" ContentType="{types}"/>'
    for name, content in (others or {}).items():
        kind = name.rstrip("0123456789")
        root = _ROOTS.get(kind, kind)
        parts[name] = f"<w:{root} {_SPACES}>{content}</w:{root}>"
        relations += f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{name}.xml"/>'
        overrides += f'<Override PartName="/word/{name}.xml" ContentType="{_MAIN}.{kind}+xml"/>'
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1"'
        f' Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f"{relations}</Relationships>",
        **{f"word/{name}.xml": content for name, content in parts.items()},
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def par(*texts: str, properties: str = "") -> str:
    """A paragraph; what begins with ``<`` stands in it as it is."""
    runs = (text if text.startswith("<") else f"<w:r><w:t>{text}</w:t></w:r>" for text in texts)
    return f"<w:p>{properties and f'<w:pPr>{properties}</w:pPr>'}{''.join(runs)}</w:p>"


def drawn(content: str, where: str = "") -> str:
    """A text box as Word 2010 and later write it."""
    shape = (
        "<a:graphic><a:graphicData><wps:wsp><wps:txbx>"
        f"<w:txbxContent>{content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic>"
    )
    kind = "anchor" if where else "inline"
    return f"<w:drawing><wp:{kind}>{where}{shape}</wp:{kind}></w:drawing>"


def shaped(content: str, style: str = "") -> str:
    """A text box as Word 2007 and WPS write it."""
    inside = f"<v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox>"
    return f'<w:pict><v:shape style="{style}">{inside}</v:shape></w:pict>'


def either(choice: str, fallback: str) -> str:
    """Both, as Word writes them for programs of every age."""
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def at(relative: str, *, offset: int = 0, align: str = "") -> str:
    """Where a drawing stands, from above, in millimetres."""
    inside = f"<wp:align>{align}</wp:align>" if align else ""
    inside = inside or f"<wp:posOffset>{offset * 36000}</wp:posOffset>"
    return f'<wp:positionV relativeFrom="{relative}">{inside}</wp:positionV>'


def code(instruction: str, result: str) -> str:
    """A field with what it showed when it was last counted."""

    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return (
        f"{mark('begin')}<w:r><w:instrText> {instruction} </w:instrText></w:r>{mark('separate')}"
        f"<w:r><w:t>{result}</w:t></w:r>{mark('end')}"
    )
