"""Arguments that can only be one of a few; for any other a usage error names the nearest."""

import re
from collections.abc import Collection, Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path

import typer

from .arguments import DOCUMENTS, called

_NOT = ("未", "没", "不")
_BETWEEN = re.compile(r"[,，、;； ]+")

_TEMPLATE = "--template"


def documents(given: Iterable[str], allowed: Sequence[str]) -> tuple[str, ...]:
    """The templates asked for, be it as what people call the document; raises as ``choose`` does."""
    names = dict.fromkeys(name if name in allowed else DOCUMENTS.get(name, name) for name in given)
    choose(_TEMPLATE, names, allowed)
    return tuple(names)


def choose(option: str, given: Iterable[str], allowed: Sequence[str]) -> None:
    """Raise a usage error for a value that is not allowed, naming the nearest one that is."""
    for value in given:
        if value not in allowed:
            names = allowed if option != _TEMPLATE else [_labelled(name) for name in allowed]
            hint = _meant(option, value, allowed) or f"可以写：{'、'.join(names)}"
            raise typer.BadParameter(f"没有“{value}”（{hint}）", param_hint=option)


def _meant(option: str, value: str, allowed: Sequence[str]) -> str:
    """What somebody meant who wrote that, as a hint; empty where nobody can tell."""
    parts = _BETWEEN.split(value)
    if len(parts) > 1 and all(part in allowed for part in parts):
        return f"分开写：{' '.join(f'{option} {part}' for part in parts)}"
    # What people call a document may be given as well, and may be what was meant.
    words = [word for word, name in DOCUMENTS.items() if option == _TEMPLATE and name in allowed]
    near = get_close_matches(value.lower(), [*allowed, *words], 1, 0.5)
    # 未完成 is no slip of 完成.
    if not near or value.startswith(_NOT) != near[0].startswith(_NOT):
        return ""
    return f"是不是“{near[0]}”"


def _labelled(name: str) -> str:
    """A template with what people call its document: notice（通知）."""
    word = called(name)
    return f"{name}（{word}）" if word else name


def end_in(output: Path, endings: Sequence[str], what: str) -> None:
    """Raise a usage error for a file of another kind: it may be one of the office's own."""
    if output.suffix.lower() not in endings:
        message = f"{what}的文件名要以 {endings[0]} 结尾，“{output}”不行"
        raise typer.BadParameter(message, param_hint="--output")


def know_unit(unit: str, known: Collection[str]) -> None:
    """Raise a usage error for a unit that has no tasks, naming the nearest that has.

    Otherwise an empty answer would read as: this unit has nothing to do. "" means all units.
    """
    if unit and unit not in known:
        near = get_close_matches(unit, known, 1, 0.5)
        hint = f"是不是“{near[0]}”" if near else f"有：{'、'.join(known) or '无'}"
        raise typer.BadParameter(f"没有单位“{unit}”的任务（{hint}）", param_hint="--unit")
