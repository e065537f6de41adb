"""「键」 in a text stands for what the file says under that key, so that nothing is written twice.

A key is looked up where the text stands, then one level further out, up to the whole file;
「键.键」 goes on inside what was found. In a list an item answers to its 材料, 标题 or 内容, or to its number.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, NamedTuple

from .plaindata import Data, Step, Steps

_REFERENCE = re.compile(r"「([^「」\n]*)」")
_MARK = re.compile("[「」]")
# A reference leads to a date or a name, not to a chain of texts that keeps growing.
_NAMING = ("材料", "标题", "内容")
_LONGEST = 20_000
_DEEPEST = 20
_LONGEST_NUMBER = 4
# Beyond these the file is not a campaign but an attack, or one slip repeated.
_LONGEST_IN_ALL = 200_000
_MOST_FAULTS = 100
_MOST_HINTS = 20


@dataclass(frozen=True, slots=True)
class Fault:
    """A reference that cannot be resolved, its offset in its text, and the key ``wanted``, if any."""

    steps: Steps
    offset: int
    code: str
    message: str
    hint: str
    wanted: str = ""


class Piece(NamedTuple):
    """A stretch of a resolved text: ``length`` characters, typed from the offset ``typed`` on.

    Where not ``literal``, a 「键」 was typed there and these are the characters it stands for.
    """

    typed: int
    length: int
    literal: bool


Pieces = Mapping[Steps, tuple[Piece, ...]]
"""The pieces of every text with references, by the steps that lead to it."""


class Resolved(NamedTuple):
    """Data of the same shape with references replaced, and the pieces its texts are made of.

    A reference that could not be resolved is a fault, and stays in the text as typed.
    """

    data: dict[str, Data]
    faults: list[Fault]
    pieces: Pieces


def resolve(data: Mapping[str, Any], computed: Mapping[Steps, str]) -> Resolved:
    """Replace every 「键」 in the values of ``data``.

    ``computed`` gives the printed form of keys by their path, e.g. ("届次",) → 第十五届.
    """
    resolver = _Resolver(data, computed)
    copied = {key: resolver.copy(child, (key,)) for key, child in data.items()}
    return Resolved(copied, resolver.faults, resolver.pieces)


class _Resolver:
    def __init__(self, top: Mapping[str, Any], computed: Mapping[Steps, str]) -> None:
        self._faults: dict[Fault, None] = {}
        self._total = 0
        self._top = top
        self._computed = computed
        self._expanded: dict[Steps, str] = {}
        self.pieces: dict[Steps, tuple[Piece, ...]] = {}

    def copy(self, data: Data, steps: Steps) -> Data:
        if isinstance(data, str):
            return self._expand(data, steps, ())
        # Most texts have no references, and need no steps that lead to them.
        if isinstance(data, list):
            return [
                child if _is_plain(child) else self.copy(child, (*steps, index))
                for index, child in enumerate(data)
            ]
        for key in data:
            if "「" in key or "」" in key:
                message, hint = "键里不能用「」引用", "把要引用的话写进内容"
                self._complain(Fault((*steps, key), 0, "GK115", message, hint))
        return {
            key: child if _is_plain(child) else self.copy(child, (*steps, key))
            for key, child in data.items()
        }

    def _expand(self, text: str, steps: Steps, inside: tuple[Steps, ...]) -> str:
        """Expand one text; ``inside`` holds the texts being expanded, to catch circles."""
        if _is_plain(text):
            return text
        if steps in inside or len(inside) > _DEEPEST:
            raise _Circular
        if steps in self._expanded:
            return self._expanded[steps]
        written: list[str] = []
        pieces: list[Piece] = []
        at = 0
        *parts, last = _REFERENCE.split(text)
        names = parts[1::2]
        for literal, name in zip(parts[::2], names, strict=True):
            written.append(literal)
            pieces.append(Piece(at, len(literal), literal=True))
            at += len(literal)
            value = self._found(name, steps, at, (*inside, steps))
            written.append(f"「{name}」" if value is None else value)
            pieces.append(Piece(at, len(written[-1]), literal=value is None))
            at += len(name) + 2
        written.append(last)
        pieces.append(Piece(at, len(last), literal=True))
        if text.count("「") > len(names) or text.count("」") > len(names):
            hint = "「」只用来引用别处的内容，引号用“”"
            self._complain(Fault(steps, _stray(text), "GK113", "「」没有配对", hint))
        expanded = "".join(written)
        self._total += len(expanded)
        if len(expanded) > _LONGEST or self._total > _LONGEST_IN_ALL:
            self._complain(Fault(steps, 0, "GK114", "引用展开后太长", "查是不是层层引用"))
            expanded, pieces = text, [Piece(0, len(text), literal=True)]
        self._expanded[steps] = expanded
        self.pieces[steps] = tuple(pieces)
        return expanded

    @property
    def faults(self) -> list[Fault]:
        return list(self._faults)

    def _complain(self, fault: Fault) -> None:
        if len(self._faults) < _MOST_FAULTS:
            self._faults[fault] = None

    def _found(self, name: str, steps: Steps, at: int, inside: tuple[Steps, ...]) -> str | None:
        """What a reference stands for; where it leads nowhere None, and a fault is noted."""
        try:
            return self._value(name.strip(), steps, inside)
        except _Circular:
            message, hint = f"“「{name}」”绕了一圈又引用自己", "改成直接写明"
            self._complain(Fault(steps, at, "GK112", message, hint))
        except _NotFound as missing:
            near = f"是不是“{missing.near}”" if missing.near else ""
            hint = near or "检查键名；「」只用来引用别处的内容，引号用“”"
            self._complain(Fault(steps, at, "GK111", f"没有“{name}”可引用", hint, name))
        return None

    def _value(self, name: str, steps: Steps, inside: tuple[Steps, ...]) -> str:
        if (name,) in self._computed:
            return self._computed[name,]
        head, *rest = map(str.strip, name.split("."))
        scopes: list[Any] = [self._top]
        for step in steps[:-1]:
            scopes.append(scopes[-1][step])
        for depth in range(len(scopes) - 1, -1, -1):
            scope = scopes[depth]
            if isinstance(scope, dict) and head in scope:
                return self._text(scope[head], (*steps[:depth], head), rest, inside)
        # Looking for near names costs more than the rest together; after many faults it stops.
        helping = len(self._faults) < _MOST_HINTS
        near = [key for scope in reversed(scopes) if isinstance(scope, dict) for key in scope]
        raise _NotFound(get_close_matches(head, near, 1, 0.5) if helping else [])

    def _text(
        self,
        found: Any,  # noqa: ANN401
        steps: Steps,
        rest: Sequence[str],
        inside: tuple[Steps, ...],
    ) -> str:
        for name in rest:
            step = _step_into(found, name)
            if step is None:
                raise _NotFound(get_close_matches(name, _names(found), 1, 0.5))
            found, steps = found[step], (*steps, step)
        if steps in self._computed:
            return self._computed[steps]
        if isinstance(found, str):
            return self._expand(found, steps, inside)
        if isinstance(found, list) and all(isinstance(item, str) for item in found):
            return "、".join(
                self._expand(str(item), (*steps, i), inside) for i, item in enumerate(found)
            )
        raise _NotFound([])


def _is_plain(data: Data) -> bool:
    """A text without references."""
    return isinstance(data, str) and "「" not in data and "」" not in data


def _stray(text: str) -> int:
    """The offset of the first mark without a partner."""
    paired = _REFERENCE.sub(lambda match: " " * len(match[0]), text)
    stray = _MARK.search(paired)
    return stray.start() if stray else 0


class _Circular(Exception):
    """A text is needed to expand itself."""


class _NotFound(Exception):
    """No such key; ``near`` is the closest one there is."""

    def __init__(self, near: list[str]) -> None:
        super().__init__()
        self.near = near[0] if near else ""


def _step_into(data: Data, name: str) -> Step | None:
    if isinstance(data, dict):
        return name if name in data else None
    if isinstance(data, list):
        if (
            len(name) <= _LONGEST_NUMBER
            and name.isascii()
            and name.isdigit()
            and 0 < int(name) <= len(data)
        ):
            return int(name) - 1
        return next((i for i, item in enumerate(data) if _names_of_item(item) == name), None)
    return None


def _names(data: Data) -> list[str]:
    if isinstance(data, list):
        return [name for item in data if (name := _names_of_item(item))]
    return list(data) if isinstance(data, dict) else []


def _names_of_item(item: Data) -> str:
    """What an item of a list can be referred to by."""
    if isinstance(item, dict):
        names = (item[key] for key in _NAMING if key in item)
        return next((name for name in names if isinstance(name, str)), "")
    return ""
