"""The dates of a campaign file: which of its texts are dates, and what they lean on."""

import contextlib
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from .dates import Context, NotUnderstood, Span, read_day, understand
from .dates.span import begins
from .finding import Finding
from .plaindata import walk
from .prose import one_line
from .yamltree import Tree

_KEYS = {"时间", "完成时间", "截止"}
_PERIOD = "活动时间"
"""The section of the text that gives the campaign's own period."""
_WHOLE = "活动"


def findings(data: Mapping[str, Any], tree: Tree, context: Context) -> Iterator[Finding]:
    """What cannot be understood of the dates in resolved ``data``: an error where a date is
    damaged, a warning where it is only too vague to be reminded of.
    """
    for steps, text in walk(dict(data)):
        # Only an item, a task or a report has dates; 时间 may also be the label of a line of text.
        of_work = steps[-1] in _KEYS and isinstance(steps[-2], int)
        if not of_work and steps[:2] != ("正文", _PERIOD):
            continue
        if text == "无":
            continue
        try:
            understand(one_line(text), context)
        except NotUnderstood as refused:
            place = tree.place(steps)
            if refused.damaged:
                yield Finding(place, "GK205", "error", refused.message, refused.hint)
            elif of_work:
                message = f"{refused.message}，到期提醒用不上它"
                yield Finding(place, "GK210", "warning", message, refused.hint)


def context_of(data: Mapping[str, Any]) -> Context | None:
    """The year, the day of the notice and the campaign's own periods; None without a year."""
    year = str(data.get("年份", "")).removesuffix("年")
    if not re.fullmatch(r"(?:19|20)\d{2}", year):
        return None
    document = data.get("公文")
    issued = _day(document.get("成文日期")) if isinstance(document, dict) else None
    plain = Context(int(year), issued)
    events = dict(_periods(data, plain))
    if events:
        events.setdefault(_WHOLE, _around(list(events.values())))
    return Context(int(year), issued, events)


def _periods(data: Mapping[str, Any], context: Context) -> Iterator[tuple[str, Span]]:
    """活动时间 as one period, or one for each of its lines."""
    body = data.get("正文")
    section = body.get(_PERIOD) if isinstance(body, dict) else None
    lines = {_WHOLE: section} if isinstance(section, str) else section
    if not isinstance(lines, dict):
        return
    for name, text in lines.items():
        if isinstance(text, str):
            with contextlib.suppress(NotUnderstood):
                span = understand(one_line(text), context)
                if span.start and span.due:
                    yield str(name), span


def _around(spans: list[Span]) -> Span:
    starts = [span.start for span in spans if span.start]
    dues = [span.due for span in spans if span.due]
    return Span(min(starts, key=begins), max(dues, key=begins))


def _day(text: object) -> date | None:
    with contextlib.suppress(ValueError):
        return read_day(text) if isinstance(text, str) else None
    return None
