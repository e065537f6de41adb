"""gongkai tasks: every task, report and date of the campaigns, with how each stands."""

from collections.abc import Sequence
from difflib import get_close_matches

import typer

from .. import report
from ..deadlines import STATUSES, Standing, how_soon, rows, when
from ..deadlines.words import KINDS, WORDS
from .choice import choose
from .watching import watch
from .when import moment

_HEADINGS = ("编号", "类别", "内容", "责任单位", "时间", "状态", "")
_LOOSE = {2, 3, 4, 6}
_LONGEST = 40


def run(campaigns: Sequence[str], unit: str, status: str, now: str, format_: str) -> int:
    """List and return the exit code: 0, 1 where a campaign could not be read, 2 usage."""
    choose("--format", [format_], ("text", "json"))
    names = {word: name for name, word in WORDS.items()}
    if status not in STATUSES:
        choose("--status", [status] if status else [], tuple(names))
    status = names.get(status, status)
    found = watch(campaigns, moment(now))
    report.complain(found.findings)
    know_unit(unit, [one for each in found.campaigns for one in each.standings])
    kept = [
        (each.agenda, [one for one in each.standings if _wanted(one, unit, status)])
        for each in found.campaigns
    ]
    if format_ == "json":
        report.say_json([row for agenda, standings in kept for row in rows(agenda, standings)])
    else:
        for agenda, standings in kept:
            if standings:
                report.say(f"{agenda.title}（{agenda.path}）")
                report.table(_HEADINGS, map(_row, standings), _LOOSE)
    return int(found.failed)


def know_unit(unit: str, standings: Sequence[Standing]) -> None:
    """Raise a usage error for a unit that no campaign names: an empty list would say it is free."""
    units = sorted({one.entry.unit for one in standings if one.entry.unit})
    if unit and unit not in units and standings:
        near = get_close_matches(unit, units, 1, 0.5)
        hint = f"是不是 {near[0]}" if near else f"有：{'、'.join(units)}"
        raise typer.BadParameter(f"没有责任单位“{unit}”（{hint}）", param_hint="--unit")


def _wanted(standing: Standing, unit: str, status: str) -> bool:
    return unit in ("", standing.entry.unit) and status in ("", standing.status)


def _row(standing: Standing) -> tuple[str, ...]:
    entry = standing.entry
    title = entry.title if len(entry.title) <= _LONGEST else entry.title[:_LONGEST] + "…"
    soon = how_soon(standing) if standing.status not in ("done", "not-started") else ""
    return (
        entry.id,
        KINDS[entry.kind],
        title,
        entry.unit or "",
        when(standing),
        WORDS[standing.status],
        soon,
    )
