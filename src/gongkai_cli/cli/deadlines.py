"""gongkai check-deadlines: what is overdue, due today and due soon; nothing where nothing is."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

import typer

from .. import report
from ..deadlines import DUE, Standing, Status, headline, reminder, rows, unknown_years, years_of
from ..finding import Finding, Refused, has_errors
from ..project import files
from .choice import choose
from .parallel import across
from .standings import COLORS, survey, watch_one
from .when import moment

_DIGITS, _FOREVER = 5, 100_000
SOON, OVERDUE, UNKNOWN = 1, 2, 3
"""Exit codes, as monitoring plugins have them."""


@dataclass(frozen=True, slots=True)
class _Report:
    """What there is to say of one campaign."""

    lines: tuple[tuple[str, str], ...]
    rows: tuple[dict[str, Any], ...]
    counts: Mapping[Status, int]
    years: frozenset[int]
    findings: tuple[Finding, ...]
    failed: bool


def run(
    campaigns: Sequence[str], now: str, within: str, format_: str, notify: Sequence[str]
) -> int:
    """Check and return the exit code: 0 nothing due, 1 due soon, 2 overdue, 3 could not check."""
    choose("--format", [format_], ("text", "json"))
    found, wrong = survey(campaigns)
    work = partial(_report_on, now=moment(now), within=_days(within), as_rows=format_ == "json")
    findings, failed = set(wrong), has_errors(wrong)
    counts: Counter[Status] = Counter()
    years: set[int] = set()
    all_rows: list[dict[str, Any]] = []
    body: list[str] = []
    with report.held() as page:
        for one in across(work, found, "查到期"):
            findings.update(one.findings)
            failed = failed or one.failed
            counts.update(one.counts)
            years |= one.years
            all_rows += one.rows
            body += [text for text, _ in one.lines] if notify else ()
            page.say_lines(() if format_ == "json" else one.lines)
        last = [*unknown_years(years)]
        page.say_lines((text, "") for text in (() if format_ == "json" else last))
        body += last
        complaints = sorted(findings)
        report.complain(complaints)
    if format_ == "json":
        report.say_json(all_rows)
    title = headline(counts)
    if failed:
        # Nobody reads the server's mail: that a file is not watched is told where the rest is.
        title = "，".join(filter(None, [title, "有活动没能查全"]))
        body += [report.text(complaints).rstrip("\n")]
    if not _send(notify, title, "\n".join(body)) or failed:
        return UNKNOWN
    if counts["overdue"]:
        return OVERDUE
    return SOON if counts.total() else 0


def _days(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise typer.BadParameter(f"“{text}”不是天数（写成 3）", param_hint="--within")
    return int(text) if len(text) <= _DIGITS else _FOREVER


def _report_on(one: files.Found, *, now: datetime, within: int, as_rows: bool) -> _Report:
    found = watch_one(one, now, within)
    lines: list[tuple[str, str]] = []
    flat: list[dict[str, Any]] = []
    due: list[Standing] = []
    for watched in found.campaigns:
        due = [standing for standing in watched.standings if standing.status in DUE]
        if as_rows:
            flat = rows(watched.agenda, due)
        said = reminder(watched.agenda, due)
        lines = [(line.text, COLORS.get(line.status, "")) for line in said]
    counts = Counter(standing.status for standing in due)
    years = frozenset(years_of(due))
    return _Report(tuple(lines), tuple(flat), counts, years, found.findings, found.failed)


def _send(notify: Sequence[str], title: str, body: str) -> bool:
    """Send the reminder where it is wanted; whether every address is one that it can be sent to.

    The addresses are looked up even on a day with nothing to send: a slip in them comes out before
    the day it matters. One that fails today changes no exit code: what is due is due.
    """
    if not notify:
        return True
    from ..project import messages

    try:
        failed = messages.notify(messages.addresses(notify), title, body)
        report.complain(failed)
    except Refused as refused:
        report.complain(refused.findings)
        return False
    return all(finding.code != messages.WRONG_ADDRESS for finding in failed)
