"""Where something that floats stands: above its paragraph, beside it, or at the page's foot."""

import re
from typing import Literal

from .names import WP, Node, W

Place = Literal["above", "beside", "foot"]

_OF_THE_PAGE = {"page", "margin"}
# The middle of an A4 page; nobody places the head of a page below it, nor its foot above.
_MIDDLE = 148.5  # mm
_TWIPS, _EMU = 1440 / 25.4, 36000
_STYLE = re.compile(r"(?<![\w-])([\w-]++)\s*+:\s*([^;]+)")
_LENGTH = re.compile(r"(-?[\d.]+)(pt|in|mm|cm)?")
_UNITS = {"pt": 25.4 / 72, "in": 25.4, "mm": 1.0, "cm": 10.0, None: 25.4 / 72}


def of_drawing(anchor: Node) -> Place:
    """Of a drawing, by ``wp:positionV``."""
    where = anchor.find(f"{WP}positionV")
    if where is None:
        return "beside"
    offset = where.findtext(f"{WP}posOffset")
    height = float(offset) / _EMU if offset else 0
    return _place(where.get("relativeFrom"), where.findtext(f"{WP}align"), height)


def of_shape(shape: Node) -> Place:
    """Of a shape of old Word, by its style."""
    style = dict(_STYLE.findall(shape.get("style") or ""))
    length = _LENGTH.match(style.get("margin-top", "").strip())
    height = float(length[1]) * _UNITS[length[2]] if length else 0
    align = style.get("mso-position-vertical", "").strip()
    return _place(style.get("mso-position-vertical-relative", "").strip(), align, height)


def of_frame(frame: Node | None) -> Place | None:
    """Of a framed paragraph; None where it stands in the text."""
    return _of_box(frame, "vAnchor", "yAlign", "y")


def of_table(floating: Node | None) -> Place | None:
    """Of a floating table; None where it stands in the text."""
    return _of_box(floating, "vertAnchor", "tblpYSpec", "tblpY")


def _of_box(properties: Node | None, anchor: str, align: str, height: str) -> Place | None:
    if properties is None:
        return None
    twips = float(properties.get(W + height) or 0)
    return _place(properties.get(W + anchor), properties.get(W + align), twips / _TWIPS)


def _place(anchor: str | None, align: str | None, millimetres: float) -> Place:
    if anchor == "bottomMargin":
        return "foot"
    if anchor not in _OF_THE_PAGE:
        return "beside"
    if align:
        return "foot" if align == "bottom" else "above"
    return "foot" if millimetres > _MIDDLE else "above"
