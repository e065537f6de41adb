"""Findings on dates that cannot be understood."""

from collections.abc import Iterator, Mapping
from typing import Any

from ..dates.grammar import understand
from ..dates.span import WHOLE, Context, NotUnderstood
from ..finding import Finding, Severity
from ..ownperiod import PERIOD_SECTION
from ..plaindata import Steps
from ..prose import one_line
from ..timetable import BLANK, NONE, dates, gives_days, is_of_work, periods_of
from ..yamltree import Tree


def findings(data: Mapping[str, Any], tree: Tree, context: Context) -> Iterator[Finding]:
    """Findings on the dates in resolved ``data`` that cannot be understood.

    An error where a date cannot exist, a warning or a note where it is too vague for reminders.
    """
    wanted = _wanted(data, context)
    for steps, text in dates(data):
        # A blank is told by a rule of its own.
        if text == NONE or BLANK.search(text):
            continue
        try:
            understand(one_line(text), context)
        except NotUnderstood as refused:
            if refused.damaged:
                yield _error(steps, tree, refused.message, refused.hint)
            elif refused.event in context.circular:
                message = f"“{text}”要看“{refused.event}”的时间，而那里又要看别的时间，绕成一圈"
                yield _error(steps, tree, message, "至少一处写明几月几日")
            # What it depends on may stand in what could not be read.
            elif not tree.gaps.parts and (vague := _vague(steps, text, refused, wanted)):
                severity, message, hint = vague
                yield Finding(tree.place(steps), "GK210", severity, message, hint)


def _wanted(data: Mapping[str, Any], context: Context) -> set[str]:
    """The lines of 活动时间 that should give the campaign's period.

    Where no line has a day in it, none of them gives it; but 开放时间 may be hours only.
    """
    periods = dict(periods_of(data))
    with_days = {text for name, text in periods.items() if gives_days(name, text)}
    is_given = WHOLE in context.events or PERIOD_SECTION not in data.get("正文", ())
    return with_days or (set() if is_given else {*periods.values()})


def _error(steps: Steps, tree: Tree, message: str, hint: str) -> Finding:
    return Finding(tree.place(steps), "GK205", "error", message, hint)


def _vague(
    steps: Steps, text: str, refused: NotUnderstood, wanted: set[str]
) -> tuple[Severity, str, str] | None:
    """What to say of a date that is none to reminders, if anybody counts on it."""
    if is_of_work(steps):
        # An event may have many sessions; a deadline must be a day.
        severity: Severity = "note" if steps[-1] == "时间" else "warning"
        return severity, f"{refused.message}，到期提醒用不上它", refused.hint
    if text in wanted and "「" not in text:
        message = f"{refused.message}，检查和提醒不知道活动从哪天到哪天"
        hint = "只写几月几日，如 5月14日至21日；别的话写到“内容”或者别的一节"
        return "warning", message, hint
    return None
