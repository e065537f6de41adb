"""gongkai check-deadlines: what is overdue, due today and due soon; nothing where nothing is."""

from collections.abc import Sequence

from .. import report
from ..deadlines import DUE, reminder, rows
from .choice import choose
from .watching import moment, watch

_COLORS = {"overdue": "31", "due-today": "33", "due-soon": "36"}

SOON, OVERDUE, UNKNOWN = 1, 2, 3
"""Exit codes, as monitoring plugins have them."""


def run(campaigns: Sequence[str], now: str, within: int, format_: str) -> int:
    """Check and return the exit code: 0 nothing due, 1 due soon, 2 overdue, 3 could not check."""
    choose("--format", [format_], ("text", "json"))
    found = watch(campaigns, moment(now), within)
    report.complain(found.findings)
    pairs = [(one.agenda, one.standings) for one in found.campaigns]
    lines = reminder(pairs)
    if format_ == "json":
        report.say_json(
            [
                row
                for agenda, standings in pairs
                for row in rows(agenda, [one for one in standings if one.status in DUE])
            ]
        )
    else:
        report.say_lines((line.text, _COLORS.get(line.status or "done", "")) for line in lines)
    if found.failed:
        return UNKNOWN
    statuses = {standing.status for _, standings in pairs for standing in standings}
    if "overdue" in statuses:
        return OVERDUE
    return SOON if statuses & set(DUE) else 0
