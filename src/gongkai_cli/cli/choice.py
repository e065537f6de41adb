"""Values that an option takes from a fixed list."""

from collections.abc import Collection, Iterable, Sequence
from difflib import get_close_matches

import typer

USAGE = 2
"""Exit code of a command that was called wrongly."""


DOCUMENTS = {
    "通知": "notice",
    "任务分解表": "task-table",
    "单位任务单": "unit-tasks",
    "任务单": "unit-tasks",
    "报送表": "report-form",
    "调查问卷": "questionnaire",
    "问卷": "questionnaire",
    "总结": "summary",
}
"""What people call a document → the name of its template."""


def documents(given: Iterable[str], allowed: Collection[str]) -> list[str]:
    """The names of templates, of which some may be given as what people call the document."""
    names = (name if name in allowed else DOCUMENTS.get(name, name) for name in given)
    return list(dict.fromkeys(names))


def choose(option: str, given: Iterable[str], allowed: Sequence[str]) -> None:
    """Raise a usage error for a value that is not allowed, naming the nearest one that is."""
    for value in given:
        if value not in allowed:
            near = get_close_matches(value, allowed, 1, 0.5)
            hint = f"是不是 {near[0]}" if near else f"可以写：{'、'.join(allowed)}"
            raise typer.BadParameter(f"没有“{value}”（{hint}）", param_hint=option)


def know_unit(unit: str, known: Collection[str]) -> None:
    """Raise a usage error for a unit that there is nothing for, naming the nearest that has.

    An empty answer would say that it is free, or that nothing changed for it. "" is no unit.
    """
    if unit and unit not in known:
        near = get_close_matches(unit, known, 1, 0.5)
        hint = f"是不是 {near[0]}" if near else f"有：{'、'.join(known) or '无'}"
        raise typer.BadParameter(f"没有单位“{unit}”的任务（{hint}）", param_hint="--unit")
