"""gongkai tasks: every task, report and date of the campaigns, with how each stands."""

from collections.abc import Sequence
from itertools import chain

from .. import report
from ..deadlines import STATUSES, Standing, how_soon, rows, when
from ..deadlines.words import KINDS, WORDS
from ..prose import shortened
from .choice import choose, know_unit
from .standings import known_units, of_unit, tell_of_years, watch
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
    if found.campaigns:
        know_unit(unit, known_units(found.campaigns))
    kept = [
        (each.agenda, [one for one in of_unit(each, unit) if status in ("", one.status)])
        for each in found.campaigns
    ]
    if format_ == "json":
        report.say_json([row for agenda, standings in kept for row in rows(agenda, standings)])
    else:
        for agenda, standings in kept:
            if standings:
                report.say(f"{agenda.title}（{agenda.path}）")
                report.table(_HEADINGS, map(_row, standings), _LOOSE)
        tell_of_years(chain.from_iterable(standings for _, standings in kept))
    return found.code


def _row(standing: Standing) -> tuple[str, ...]:
    entry = standing.entry
    soon = how_soon(standing) if standing.status not in ("done", "not-started") else ""
    return (
        entry.id,
        KINDS[entry.kind],
        shortened(entry.title, _LONGEST),
        entry.unit or "",
        when(standing),
        WORDS[standing.status],
        soon,
    )
