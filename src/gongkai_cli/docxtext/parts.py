"""Parts of a package by what they are to another one."""

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part, XmlPart
from docx.oxml.parser import parse_xml

from .names import Node

_KINDS = {
    "settings": RELATIONSHIP_TYPE.SETTINGS,
    "styles": RELATIONSHIP_TYPE.STYLES,
    "numbering": RELATIONSHIP_TYPE.NUMBERING,
    "footnotes": RELATIONSHIP_TYPE.FOOTNOTES,
    "endnotes": RELATIONSHIP_TYPE.ENDNOTES,
}


def root_of(part: Part) -> Node:
    """The outermost element of a part."""
    return part.element if isinstance(part, XmlPart) else parse_xml(part.blob)


def related(part: Part, kind: str) -> Node | None:
    """The outermost element of the part that is this to another one; None where there is none."""
    wanted = _KINDS[kind]
    for relation in part.rels.values():
        if relation.reltype == wanted and not relation.is_external:
            return root_of(relation.target_part)
    return None
