"""The texts of a campaign file in their order: what is printed of it, values and keys chosen freely."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from ..reference import Pieces
from ..yamltree import Tree
from .text import Steps, Text, printed

# What the loader has read to a value; nothing of it is prose.
_VALUES = {"年份", "届次", "首届年份", "成文日期", "印发日期", "版式", "印章", "份号", "空行"}
_SECTION = {"内容", "各项", "事项"}


def texts(tree: Tree, data: Mapping[str, Any], pieces: Pieces) -> tuple[Text, ...]:
    """Every text of a tree, with what resolved ``data`` makes of it; offsets run through all."""
    found: list[Text] = []
    start = 0
    for steps, key, typed, resolved, is_key in _typed(tree.data, data):
        text, origin = printed(typed, resolved, pieces.get(steps, ()))
        found.append(Text(steps, key, text, start, origin, tree, is_key))
        start += len(text) + 1
    return tuple(found)


class _Typed(NamedTuple):
    """A text with its steps and nearest key, as typed, as resolved, and whether it is a key."""

    steps: Steps
    key: str
    typed: str
    resolved: str
    is_key: bool


def _typed(typed: Mapping[str, Any], resolved: Mapping[str, Any]) -> list[_Typed]:
    """Every text, in the order of the file."""
    found: list[_Typed] = []
    _collect(typed, resolved, (), "", found)
    return found


def _collect(
    typed: Any,  # noqa: ANN401
    resolved: Any,  # noqa: ANN401
    steps: Steps,
    key: str,
    found: list[_Typed],
) -> None:
    # Not a generator: each level of those hands on every text again.
    if isinstance(typed, str):
        found.append(_Typed(steps, key, typed, resolved, is_key=False))
    elif isinstance(typed, list):
        for number, child in enumerate(typed):
            _collect(child, resolved[number], (*steps, number), key, found)
    else:
        free = _is_free(typed, steps)
        for own, child in typed.items():
            inside = (*steps, own)
            if free:
                found.append(_Typed(inside, own, own, own, is_key=True))
            if own not in _VALUES or len(steps) > 1:
                _collect(child, resolved[own], inside, own, found)


def _is_free(data: Mapping[str, Any], steps: Steps) -> bool:
    """Whether the keys are the file's own, to be printed."""
    match steps:
        case ("正文",) | ("联系",) | ("统称",) | ("正文", _, "各项"):
            return True
        case ("正文", str()):
            return not data.keys() & _SECTION
    return False
