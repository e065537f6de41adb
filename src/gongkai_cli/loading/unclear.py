"""Findings on dates that cannot be understood."""

import contextlib
import re
from collections.abc import Iterator, Mapping
from typing import Any

from ..dates.grammar import understand
from ..dates.span import WHOLE, Context, NotUnderstood
from ..finding import Edit, Finding, Severity
from ..ownperiod import PERIOD_SECTION
from ..plaindata import Steps
from ..prose import one_line
from ..timetable import BLANK, NONE, dates, gives_days, is_of_work, periods_of
from ..yamltree import Tree

# 5月14 and nothing behind it. Compiled when asked for.
_DAYLESS = r"(月 ?\d{1,2})(?![\d日号至到、，—–－～~-])"


def findings(data: Mapping[str, Any], tree: Tree, context: Context) -> Iterator[Finding]:
    """Findings on the dates in resolved ``data`` that cannot be understood.

    An error where a date cannot exist, a warning or a note where it is too vague for reminders.
    """
    has_period = PERIOD_SECTION in data.get("正文", ())
    wanted = _wanted(data, is_given=WHOLE in context.events or not has_period)
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
            elif tree.gaps.parts or (has_period and refused.event == WHOLE):
                # What it depends on may stand in what could not be read, or is told where it stands.
                continue
            elif is_of_work(steps):
                yield _of_work(steps, text, refused, tree, context)
            elif text in wanted and "「" not in text:
                message = f"{refused.message}，检查和提醒不知道活动从哪天到哪天"
                hint = "只写几月几日，如 5月14日至21日；别的话写到“内容”或者别的一节"
                yield Finding(tree.place(steps), "GK210", "warning", message, hint)


def _wanted(data: Mapping[str, Any], *, is_given: bool) -> set[str]:
    """The lines of 活动时间 that should give the campaign's period, unless it ``is_given`` already.

    Where no line has a day in it, none of them gives it; but 开放时间 may be hours only.
    """
    periods = dict(periods_of(data))
    with_days = {text for name, text in periods.items() if gives_days(name, text)}
    return with_days or (set() if is_given else {*periods.values()})


def _error(steps: Steps, tree: Tree, message: str, hint: str) -> Finding:
    return Finding(tree.place(steps), "GK205", "error", message, hint)


def _of_work(
    steps: Steps, text: str, refused: NotUnderstood, tree: Tree, context: Context
) -> Finding:
    # An event may have many sessions; a deadline must be a day.
    severity: Severity = "note" if steps[-1] == "时间" else "warning"
    hint, edit = _mended(text, context) or (refused.hint, None)
    message = f"{refused.message}，到期提醒用不上它"
    return Finding(tree.place(steps), "GK210", severity, message, hint, edit)


def _mended(text: str, context: Context) -> tuple[str, Edit] | None:
    """The hint and the edit where nothing but a 日 is missing; None where something else is."""
    right = re.sub(_DAYLESS, r"\1日", text)
    with contextlib.suppress(NotUnderstood):
        understand(one_line(right), context)
        return f"写成“{right}”", Edit(text, right)
    return None
