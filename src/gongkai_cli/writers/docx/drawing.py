"""Things that stand at a fixed place of the sheet: bars of colour and turned boxes of text."""

from typing import NamedTuple

from .ooxml import NAMESPACES

_EMU_PER_MM = 36000


class Area(NamedTuple):
    """A part of the sheet, in millimetres from its upper left corner."""

    x: float
    y: float
    width: float
    height: float


def bar(identifier: int, area: Area, color: str) -> str:
    """A filled bar, as a run."""
    fill = f'<a:solidFill><a:srgbClr val="{color}"/></a:solidFill><a:ln><a:noFill/></a:ln>'
    return _anchored(
        identifier, "红线", area, _shape("<wps:cNvSpPr/>", area, fill) + "<wps:bodyPr/>"
    )


def foot_box(identifier: int, area: Area, content: str) -> str:
    """A box of paragraphs that stand on its lower edge, as a run; text keeps clear of it."""
    box = _box(identifier, "版记", area, content, 'vert="horz" anchor="b"')
    return box.replace("<wp:wrapNone/>", "<wp:wrapTopAndBottom/>")


def _box(identifier: int, name: str, area: Area, content: str, attributes: str) -> str:
    empty = "<a:noFill/><a:ln><a:noFill/></a:ln>"
    return _anchored(
        identifier,
        name,
        area,
        _shape('<wps:cNvSpPr txBox="1"/>', area, empty)
        + f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"
        f'<wps:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" {attributes}>'
        "<a:noAutofit/></wps:bodyPr>",
    )


def _shape(kind: str, area: Area, fill: str) -> str:
    size = f'<a:ext cx="{_emu(area.width)}" cy="{_emu(area.height)}"/>'
    return (
        f'{kind}<wps:spPr><a:xfrm><a:off x="0" y="0"/>{size}</a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}</wps:spPr>'
    )


def _anchored(identifier: int, name: str, area: Area, shape: str) -> str:
    return (
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0"'
        f' relativeHeight="{identifier}" behindDoc="0" locked="1" layoutInCell="0" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{_emu(area.x)}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{_emu(area.y)}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{_emu(area.width)}" cy="{_emu(area.height)}"/>'
        '<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{identifier}" name="{name}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{NAMESPACES["wps"]}"><wps:wsp>{shape}</wps:wsp>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )


def _emu(millimetres: float) -> int:
    return round(millimetres * _EMU_PER_MM)
