"""gongkai check-deadlines: what is overdue, due today and due soon; nothing where nothing is."""

from collections.abc import Sequence

from .. import project, report
from ..deadlines import DUE, headline, reminder, rows
from ..finding import Refused
from .choice import choose
from .watching import moment, watch

SOON, OVERDUE, UNKNOWN = 1, 2, 3
"""Exit codes, as monitoring plugins have them."""

_COLORS = {"overdue": "31", "due-today": "33", "due-soon": "36"}


def run(
    campaigns: Sequence[str], now: str, within: int, format_: str, notify: Sequence[str]
) -> int:
    """Check and return the exit code: 0 nothing due, 1 due soon, 2 overdue, 3 could not check."""
    choose("--format", [format_], ("text", "json"))
    found = watch(campaigns, moment(now), within)
    report.complain(found.findings)
    pairs = [
        (one.agenda, [standing for standing in one.standings if standing.status in DUE])
        for one in found.campaigns
    ]
    lines = reminder(pairs)
    if format_ == "json":
        report.say_json([row for agenda, due in pairs for row in rows(agenda, due)])
    else:
        report.say_lines((line.text, _COLORS.get(line.status or "", "")) for line in lines)
    title = headline(standing for _, due in pairs for standing in due)
    body = [line.text for line in lines]
    if found.failed:
        # Nobody reads the server's mail: that a file is not watched is told where the rest is.
        title = "，".join(filter(None, [title, "有活动没能查"]))
        body += [report.text(found.findings).rstrip("\n")]
    if not _told(notify, title, "\n".join(body)) or found.failed:
        return UNKNOWN
    statuses = {standing.status for _, due in pairs for standing in due}
    if "overdue" in statuses:
        return OVERDUE
    return SOON if statuses else 0


def _told(notify: Sequence[str], title: str, body: str) -> bool:
    """Send the reminder where it is wanted; whether there was an address to send it to.

    The addresses are looked up even on a day with nothing to send: a slip in them comes out before
    the day it matters. A failing one changes no exit code: what is due is due.
    """
    if not notify:
        return True
    try:
        report.complain(project.notify(project.addresses(notify), title, body))
    except Refused as refused:
        report.complain(refused.findings)
        return False
    return True
