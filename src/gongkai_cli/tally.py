"""What the summary's template sees of the progress record: figures, units, reports, tasks."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, get_args

from .dates.days import write_day
from .dates.span import Moment, day_of
from .deadlines import Ending, Outcome
from .model import Campaign
from .plan import members_of

_ENDINGS: tuple[Ending, ...] = get_args(Ending)
_WORDS: dict[Ending, str] = {
    "on-time": "按时",
    "late": "逾期",
    "open": "进行中",
    "missing": "未完成",
}


def progress_view(
    campaign: Campaign, outcomes: Sequence[Outcome], until: datetime
) -> dict[str, Any]:
    """The name 进展 of templates: how the tasks and reports of a campaign stood by ``until``.

    Among 任务 a task counts once, with the worst outcome of its units; in the rows of 单位 it counts
    for each of them.
    """
    year, members = campaign.year, members_of(campaign)
    tasks = [one for one in outcomes if one.entry.kind == "task"]
    of_task: dict[int, list[Outcome]] = {}
    of_unit: dict[str | None, list[Outcome]] = {}
    of_report: dict[str, list[Outcome]] = {}
    for one in tasks:
        of_task.setdefault(one.entry.serial, []).append(one)
        of_unit.setdefault(one.entry.unit, []).append(one)
    for one in outcomes:
        if one.entry.kind == "report":
            of_report.setdefault(one.entry.id, []).append(one)
    worst = [max((one.ending for one in each), key=_ENDINGS.index) for each in of_task.values()]
    named = dict.fromkeys(one.entry.unit for one in outcomes if one.entry.unit)
    return {
        "截至": write_day(until),
        "任务": {"总数": len(of_task), **_counted(worst)},
        "单位": [
            {"名称": unit, "总数": len(each), **_counted(one.ending for one in each)}
            for unit, each in of_unit.items()
        ],
        "报送": [_report(each, year) for each in of_report.values()],
        "统称": list(filter(members.are_open, named)),
        "结果": {serial: _results(each, year) for serial, each in of_task.items()},
    }


def _counted(endings: Iterable[Ending]) -> dict[str, int]:
    found = list(endings)
    return {word: found.count(ending) for ending, word in _WORDS.items()}


def _report(outcomes: Sequence[Outcome], year: int) -> dict[str, Any]:
    """One report: which units handed it in on time or late, which did not, which still have time."""
    entry = outcomes[0].entry
    named = [(one.ending, _reporter(one, year)) for one in outcomes]
    return {
        "材料": entry.title,
        "截止": entry.due_text,
        "接收": entry.receiver,
        "反复": any(one.turns for one in outcomes),
        "应报": len(outcomes),
        **{word: [who for its, who in named if its == ending] for ending, word in _WORDS.items()},
    }


def _reporter(outcome: Outcome, year: int) -> dict[str, Any]:
    return {
        "名称": outcome.entry.unit or "",
        "日期": _day(outcome.on, year),
        "应办次数": outcome.turns,
        "办结次数": outcome.closed,
    }


def _results(outcomes: Sequence[Outcome], year: int) -> list[dict[str, Any]]:
    """Units with the same result, together."""
    same: dict[tuple[Any, ...], list[str]] = {}
    for one in outcomes:
        said = (one.ending, one.on and day_of(one.on), one.evidence, one.turns, one.closed)
        units = same.setdefault((*said, one.entry.span is not None and one.entry.span.due), [])
        units += [one.entry.unit] if one.entry.unit else []
    return [
        {
            "单位": units,
            "结果": _WORDS[ending],
            "有期限": bool(due),
            "日期": _day(on, year),
            "佐证": evidence,
            "应办次数": turns,
            "办结次数": closed,
        }
        for (ending, on, evidence, turns, closed, due), units in same.items()
    ]


def _day(on: Moment | None, year: int) -> str:
    """A day without its year where that is the campaign's."""
    if on is None:
        return ""
    day: date = day_of(on)
    return write_day(day).removeprefix(f"{year}年")
