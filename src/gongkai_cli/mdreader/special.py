"""What stands between fences: each part of an official document from its argument and lines.

A label or an argument that a part does not have is refused: a slip in a template must not cost
a document its signature.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from ..document import AnnexList, Block, Imprint, Layout, Masthead, Note, Recipients, Signature
from .parts import FENCE, refuse

_COMMON = ("发文机关标志", "密级")
_LABELS: Mapping[Layout, tuple[str, ...]] = MappingProxyType(
    {
        "公文": (*_COMMON, "份号", "紧急程度", "发文字号", "签发人"),
        "电报": (*_COMMON, "发电单位", "签批盖章", "等级", "发电号"),
        "信函": (*_COMMON, "份号", "紧急程度", "发文字号"),
    }
)
_SEALS = {"盖章": True, "不盖章": False}


def _fields(
    lines: Sequence[str], allowed: Sequence[str], part: str, path: str
) -> tuple[tuple[str, str], ...]:
    """Lines 名称：值 as pairs, in order."""
    pairs = []
    for line in lines:
        label, colon, value = line.partition("：")
        if not colon or label.strip() not in allowed:
            hint = f"一行一项“名称：值”，可以写：{'、'.join(allowed)}"
            raise refuse(path, f"“{FENCE} {part}”里看不懂“{line[:20]}”", hint)
        pairs.append((label.strip(), value.strip()))
    return tuple(pairs)


def _masthead(argument: str, lines: Sequence[str], path: str) -> Block:
    for layout, labels in _LABELS.items():
        if argument == layout:
            return Masthead(layout, _fields(lines, labels, "版头", path))
    raise refuse(path, f"没有“{FENCE} 版头 {argument}”", f"可以写：{'、'.join(_LABELS)}")


def _signature(argument: str, lines: Sequence[str], path: str) -> Block:
    if argument not in _SEALS:
        raise refuse(path, f"没有“{FENCE} 落款 {argument}”", f"可以写：{'、'.join(_SEALS)}")
    fields = _fields(lines, ("署名", "成文日期"), "落款", path)
    names = tuple(value for label, value in fields if label == "署名")
    return Signature(names, dict(fields).get("成文日期", ""), _SEALS[argument])


def _imprint(_: str, lines: Sequence[str], path: str) -> Block:
    fields = dict(_fields(lines, ("抄送", "印发机关", "印发日期"), "版记", path))
    return Imprint(fields.get("抄送", ""), fields.get("印发机关", ""), fields.get("印发日期", ""))


SPECIAL: Mapping[str, Callable[[str, Sequence[str], str], Block]] = MappingProxyType(
    {
        "版头": _masthead,
        "主送": lambda _, lines, __: Recipients("".join(lines)),
        "附件说明": lambda _, lines, __: AnnexList(tuple(lines)),
        "落款": _signature,
        "附注": lambda _, lines, __: Note("".join(lines)),
        "版记": _imprint,
    }
)
"""Name of a part → its reader, from argument, lines and the template's path."""
