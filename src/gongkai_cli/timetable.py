"""The dates of a campaign file: which of its texts are dates, and what they are read by."""

import contextlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Any

from .dates.days import read_day
from .dates.grammar import understand
from .dates.reading import understood
from .dates.span import WHOLE, Context, NotUnderstood, Span, begins, day_of
from .ownperiod import called, is_of_period, period_section
from .plaindata import Step, Steps, walk
from .prose import one_line

_OF_WORK = {"时间", "完成时间", "截止"}
NONE = "无"
"""Written where a date, a place or a channel that holds above does not hold."""
_TEXT = ("正文",)
_TO_SECTION = 2
BLANK = re.compile("【(?:待|此处|请?填)")
"""In a date that is still to be filled in."""
_ASIDE = re.compile("备注|说明|注意|要求|其他|形式")
_UNCERTAIN = re.compile("如|若|遇")
_DAY = re.compile(r"[\d一二三四五六七八九十] ?[月日号]")
# 开展“重要工作部门谈”活动 is spoken of as 重要工作部门谈.
_DRESSED = re.compile(r"(?:开展|举办|举行|组织|召开)?(?:“([^“”]+)”|(.+?))(?:活动)?")


def is_of_work(steps: Sequence[Step]) -> bool:
    """Whether a date is of an item, a task or a report; 时间 may also label a line of text."""
    return steps[-1] in _OF_WORK and len(steps) > 1 and isinstance(steps[-2], int)


def gives_days(name: str, text: str) -> bool:
    """Whether a line of 活动时间 should give days; a remark beside the dates should not."""
    return bool(_DAY.search(text)) and not _ASIDE.search(name) and not _UNCERTAIN.match(text)


def is_left_open(data: Mapping[str, Any]) -> bool:
    """Whether a date is still a blank to fill in."""
    return any(BLANK.search(text) for _, text in dates(data))


def dates(data: Mapping[str, Any]) -> Iterator[tuple[Steps, str]]:
    """Every date of the work and of the campaign's period, with the steps to it."""
    waiting: list[tuple[Steps, Any]] = [((), data)]
    while waiting:
        steps, node = waiting.pop()
        if isinstance(node, str) or (len(steps) == _TO_SECTION and is_of_period(steps)):
            yield from ((steps + more, text) for more, text in walk(node))
            continue
        children = node.items() if isinstance(node, dict) else enumerate(node)
        # A file has ten times as many texts as dates; those under other keys need no look.
        for step, child in children:
            if not isinstance(child, str):
                waiting.append(((*steps, step), child))
            elif step in _OF_WORK or steps == _TEXT:
                path = (*steps, step)
                if is_of_work(path) or is_of_period(path):
                    waiting.append((path, child))


def context_of(data: Mapping[str, Any]) -> Context | None:
    """What dates of this file are read by; None without a year.

    The campaign's own dates and its events may depend on each other (活动结束后…), so they are read in
    turns. Those that depend on each other in a circle are ``circular``.
    """
    year = str(data.get("年份", "")).removesuffix("年")
    if not re.fullmatch(r"(?:19|20)\d{2}", year):
        return None
    document = data.get("公文")
    issued = _day(document.get("成文日期")) if isinstance(document, dict) else None
    periods = dict(periods_of(data))
    events = {name: text for name, text in _events(data) if name not in periods}
    known: dict[str, Span] = {}
    # The context sees what becomes known while it is being read by it.
    context = Context(int(year), issued, known, called=called(data))
    circular = _read_all(periods, events, context, known)
    return _over_new_year(context, events)._replace(circular=circular)


def _read_all(
    periods: Mapping[str, str], events: Mapping[str, str], context: Context, known: dict[str, Span]
) -> frozenset[str]:
    """Put everything that can be understood into ``known``; returns what waits in a circle.

    What waits for an event is read again when that is known, and everything when the whole campaign
    is: a chain of a thousand takes a thousand readings, not half a million.
    """
    waiting = {**periods, **events}
    place = {name: number for number, name in enumerate(waiting)}
    awaited: dict[str, list[str]] = defaultdict(list)
    turn = list(waiting)
    while turn:
        new: dict[str, Span] = {}
        for name in turn:
            try:
                new[name] = understand(one_line(waiting[name]), context)
            except NotUnderstood as refused:
                awaited[refused.event or ""].append(name)
        known |= new
        for name in new:
            del waiting[name]
        if WHOLE not in known and (whole := _whole(known, periods, waiting, awaited)):
            known[WHOLE] = new[WHOLE] = whole
        if WHOLE in new:
            turn = list(waiting)
            awaited.clear()
        else:
            read_again = chain.from_iterable(awaited.pop(name, ()) for name in new)
            turn = sorted(read_again, key=place.__getitem__)
    return _hanging(awaited, waiting, periods)


def _whole(
    known: Mapping[str, Span],
    periods: Iterable[str],
    waiting: Mapping[str, str],
    awaited: Mapping[str, Sequence[str]],
) -> Span | None:
    """The campaign's whole period, around all lines of 活动时间; None while it is not known.

    No line that should give days may still be unread, and none may be what another one waits for.
    """
    spans = [known[name] for name in periods if name in known]
    if not spans or any(name in waiting and gives_days(name, waiting[name]) for name in periods):
        return None
    hanging = _hanging(awaited, waiting, periods)
    return _around(spans) if hanging.isdisjoint(periods) else None


def _hanging(
    awaited: Mapping[str, Sequence[str]], waiting: Mapping[str, str], periods: Iterable[str]
) -> frozenset[str]:
    """The events in a circle: those that wait for one that waits itself, and the ones waited for.

    While a line of 活动时间 waits, the whole campaign counts as waiting, too.
    """
    names = {*waiting, WHOLE} if any(name in waiting for name in periods) else {*waiting}
    return frozenset(
        name for event, waits in awaited.items() if event in names for name in (event, *waits)
    )


def _over_new_year(context: Context, texts: Mapping[str, str]) -> Context:
    """The events read again where notice and campaign are of two years, and tell which of them theirs is."""
    due, issued = context.whole.due, context.issued
    if due is None or due.year == context.year == (issued.year if issued else context.year):
        return context
    again = {name: understood(one_line(text), context) for name, text in texts.items()}
    return context._replace(events={**context.events, **{k: v for k, v in again.items() if v}})


def watched(context: Context) -> tuple[date, date]:
    """The first and last day on which what recurs does so: from the notice to the campaign's end."""
    whole = context.whole
    first = context.issued or (day_of(whole.start) if whole.start else date(context.year, 1, 1))
    last = day_of(whole.due) if whole.due else date(context.year, 12, 31)
    return first, max(first, last)


def last_day(data: Mapping[str, Any], context: Context) -> date | None:
    """The last day of all dates of the work and of the campaign's period."""
    spans = (understood(one_line(text), context) for _, text in dates(data))
    return max((day_of(span.due) for span in spans if span and span.due), default=None)


def periods_of(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The lines of 活动时间 by label, or its text under 活动; in the short form or with all keys."""
    body = data.get("正文")
    section = body.get(period_section(body)) if isinstance(body, dict) else None
    if isinstance(section, dict) and isinstance(section.get("各项"), dict):
        section = section["各项"] or section.get("内容")
    lines = {WHOLE: section} if isinstance(section, str) else section
    if isinstance(lines, dict):
        yield from ((str(name), text) for name, text in lines.items() if isinstance(text, str))


def _events(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The 时间 of each item by its title, and by the bare name in it: 开展“…”活动."""
    body = data.get("正文")
    waiting = list(body.values()) if isinstance(body, dict) else []
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting = [*node, *waiting]
        elif isinstance(node, dict):
            title, text = node.get("标题"), node.get("时间")
            if isinstance(title, str) and isinstance(text, str):
                yield title, text
                if dressed := _DRESSED.fullmatch(title):
                    yield dressed[1] or dressed[2], text
            waiting = [inner for inner in node.values() if isinstance(inner, list)] + waiting


def _around(spans: list[Span]) -> Span:
    if len(spans) == 1:
        return spans[0]
    starts = [span.start for span in spans if span.start]
    dues = [span.due for span in spans if span.due]
    start, due = min(starts, key=begins, default=None), max(dues, key=begins, default=None)
    guessed = next((span.guessed for span in spans if span.guessed), None)
    return Span(start, due, open_ended=due is None, guessed=guessed)


def _day(text: object) -> date | None:
    with contextlib.suppress(ValueError):
        return read_day(text) if isinstance(text, str) else None
    return None
