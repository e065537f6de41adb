"""An office's own style: a small file that changes single measures of the standard by name."""

import re
from dataclasses import Field, replace
from difflib import get_close_matches
from typing import Any

from . import yamltree
from .decoding import decode
from .finding import Finding
from .gbt9704 import MEASURES, STANDARD, Standard

_NUMBER = re.compile(r"\d{1,4}(?:\.\d{1,3})?")
_COLOR = re.compile(r"[0-9A-Fa-f]{6}")
_FURTHEST = 2.5


def read_style(data: bytes, path: str) -> tuple[Standard, tuple[Finding, ...]]:
    """Read the file of an office's style. Measures it does not name are the standard's.

    Returns the style as far as it could be read, and what is wrong with the rest.
    """
    text, findings = decode(data, path)
    if text is None:
        return STANDARD, findings
    tree, complaints = yamltree.parse(text, path)
    found = [*findings, *complaints]
    if tree is None:
        return STANDARD, tuple(sorted(found))
    changes: dict[str, float | str] = {}
    for name, value in tree.data.items():
        measure = MEASURES.get(name)
        if measure is None:
            near = get_close_matches(name, MEASURES, 1, 0.5)
            hint = f"是不是“{near[0]}”" if near else "可以写的见 gongkai validate --explain GK321"
            found.append(
                Finding(
                    tree.place((name,), key=True), "GK321", "error", f"没有“{name}”这一项", hint
                )
            )
        elif (known := _value(value, measure)) is None:
            choices = "、".join(measure.metadata["choices"])
            hint = f"标准是 {_written(measure.default)}{measure.metadata['unit']}"
            hint = f"可以写：{choices}" if choices else hint
            message = f"“{name}”的值不对"
            found.append(Finding(tree.place((name,)), "GK322", "error", message, hint))
        else:
            changes[measure.name] = known
    style = replace(STANDARD, **changes)  # type: ignore[arg-type]
    if not (
        style.left + style.type_width < style.paper_width and style.type_bottom < style.paper_height
    ):
        message = "版心比纸大"
        found.append(Finding(tree.place(()), "GK322", "error", message, "改小版心、天头或订口"))
        return STANDARD, tuple(sorted(found))
    return style, tuple(sorted(found))


def _value(value: object, measure: Field[Any]) -> float | str | None:
    """A value of the same kind as the standard's, or None. The unit may be written after it."""
    if not isinstance(value, str):
        return None
    default: Any = measure.default
    if choices := measure.metadata["choices"]:
        return value if value in choices else None
    if isinstance(default, str):
        if _COLOR.fullmatch(default):
            return value.upper() if _COLOR.fullmatch(value) else None
        return value if value and value.isprintable() and '"' not in value else None
    number = value.removesuffix(measure.metadata["unit"]).strip()
    if not _NUMBER.fullmatch(number):
        return None
    # Beyond these it is a slip, and no word processor would set it.
    if not default / _FURTHEST <= float(number) <= default * _FURTHEST:
        return None
    return float(number)


def _written(value: Any) -> str:  # noqa: ANN401
    return value if isinstance(value, str) else f"{value:g}"
