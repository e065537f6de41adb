"""The dates of a campaign file: which of its texts are dates, and what they lean on."""

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
from .finding import Edit, Finding, Severity
from .ownperiod import PERIOD_SECTION, PERIOD_SECTIONS, called, is_of_period, period_section
from .plaindata import Step, Steps, walk
from .prose import one_line
from .yamltree import Tree

_OF_WORK = {"时间", "完成时间", "截止"}
NONE = "无"
"""Written where a date, a place or a channel that holds above does not hold."""
_DATED = {*_OF_WORK, *PERIOD_SECTIONS}
_TO_SECTION = 2
_BLANK = re.compile("【(?:待|此处|请?填)")
_ASIDE = re.compile("备注|说明|注意|要求|其他|形式")
_UNCERTAIN = re.compile("如|若|遇")
_DAY = re.compile(r"[\d一二三四五六七八九十] ?[月日号]")
_DAYLESS = re.compile(r"(月 ?\d{1,2})(?![\d日号至到、，—–－～~-])")
# 开展“重要工作部门谈”活动 is spoken of as 重要工作部门谈.
_DRESSED = re.compile(r"(?:开展|举办|举行|组织|召开)?“?(.+?)”?(?:活动)?")


def is_of_work(steps: Sequence[Step]) -> bool:
    """Whether a date is of an item, a task or a report; 时间 may also label a line of text."""
    return steps[-1] in _OF_WORK and len(steps) > 1 and isinstance(steps[-2], int)


def findings(data: Mapping[str, Any], tree: Tree, context: Context) -> Iterator[Finding]:
    """What cannot be understood of the dates in resolved ``data``: an error where a date is
    damaged, a warning where it is only too vague to be reminded of.
    """
    periods = dict(_periods(data))
    vague = {text for name, text in periods.items() if gives_days(name, text)}
    # Where no line has a day in it, none of them gives the period. 开放时间 may be hours only.
    own = PERIOD_SECTION in data.get("正文", ())
    wanting = vague or (set() if WHOLE in context.events or not own else {*periods.values()})
    for steps, text in _dates(data):
        of_work = is_of_work(steps)
        # A blank is told by a rule of its own.
        if text == NONE or _BLANK.search(text):
            continue
        try:
            understand(one_line(text), context)
        except NotUnderstood as refused:
            place = tree.place(steps)
            if refused.damaged:
                yield Finding(place, "GK205", "error", refused.message, refused.hint)
            elif refused.event in context.circular:
                message = f"“{text}”要看“{refused.event}”的时间，而那里又要看别的时间，绕成一圈"
                yield Finding(place, "GK205", "error", message, "至少一处写明几月几日")
            elif tree.gaps.parts or (own and refused.event == WHOLE):
                # What it leans on may stand in what could not be read, or is told where it stands.
                continue
            elif of_work:
                message = f"{refused.message}，到期提醒用不上它"
                # An event may have many sessions; a deadline must be a day.
                severity: Severity = "note" if steps[-1] == "时间" else "warning"
                hint, edit = _mended(text, context) or (refused.hint, None)
                yield Finding(place, "GK210", severity, message, hint, edit)
            elif text in wanting and "「" not in text:
                message = f"{refused.message}，检查和提醒不知道活动从哪天到哪天"
                hint = "只写几月几日，如 5月14日至21日；别的话写到“内容”或者别的一节"
                yield Finding(place, "GK210", "warning", message, hint)


def _mended(text: str, context: Context) -> tuple[str, Edit] | None:
    """What there is to do where nothing but a 日 is missing; None where something else is."""
    right = _DAYLESS.sub(r"\1日", text)
    with contextlib.suppress(NotUnderstood):
        understand(one_line(right), context)
        return f"写成“{right}”", Edit(text, right)
    return None


def gives_days(name: str, text: str) -> bool:
    """Whether a line of 活动时间 is to give days, understood or not: a remark beside them is none."""
    return bool(_DAY.search(text)) and not _ASIDE.search(name) and not _UNCERTAIN.match(text)


def is_left_open(data: Mapping[str, Any]) -> bool:
    """Whether one of the dates is still to be filled in."""
    return any(_BLANK.search(text) for _, text in _dates(data))


def _dates(data: Mapping[str, Any]) -> Iterator[tuple[Sequence[Step], str]]:
    """Every date of the work, and of the campaign's period, with the steps that lead to it."""
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
            elif step in _DATED:
                path = (*steps, step)
                if is_of_work(path) or is_of_period(path):
                    waiting.append((path, child))


def context_of(data: Mapping[str, Any]) -> Context | None:
    """The year, the day of the notice, the campaign's own periods and events by name.

    None without a year. An event may hang on another one; those that hang on each other in a
    circle are in ``circular``.
    """
    year = str(data.get("年份", "")).removesuffix("年")
    if not re.fullmatch(r"(?:19|20)\d{2}", year):
        return None
    document = data.get("公文")
    issued = _day(document.get("成文日期")) if isinstance(document, dict) else None
    periods = dict(_periods(data))
    events = {name: text for name, text in _events(data) if name not in periods}
    waiting = periods | events
    place = {name: number for number, name in enumerate(waiting)}
    known: dict[str, Span] = {}
    context = Context(int(year), issued, known, called=called(data))
    awaited: dict[str, list[str]] = defaultdict(list)
    turn = list(waiting)
    # What waits for an event is read anew when that is known, and everything when the whole is: a
    # chain of a thousand takes a thousand readings, not half a million.
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
            read_anew = chain.from_iterable(awaited.pop(name, ()) for name in new)
            turn = sorted(read_anew, key=place.__getitem__)
    return _over_new_year(context, events)._replace(circular=_hanging(awaited, waiting, periods))


def _whole(
    known: Mapping[str, Span],
    periods: Iterable[str],
    waiting: Mapping[str, str],
    awaited: Mapping[str, Sequence[str]],
) -> Span | None:
    """The campaign's own period, around all others: none of those may be unknown, or be waited for."""
    spans = [known[name] for name in periods if name in known]
    if not spans or any(name in waiting and gives_days(name, waiting[name]) for name in periods):
        return None
    hanging = _hanging(awaited, waiting, periods)
    return _around(spans) if hanging.isdisjoint(periods) else None


def _hanging(
    awaited: Mapping[str, Sequence[str]], waiting: Mapping[str, str], periods: Iterable[str]
) -> frozenset[str]:
    """The events that wait for another one that waits, and those; with a period the whole waits as well."""
    names = {*waiting, WHOLE} if any(name in waiting for name in periods) else {*waiting}
    return frozenset(
        name for event, waits in awaited.items() if event in names for name in (event, *waits)
    )


def _over_new_year(context: Context, texts: Mapping[str, str]) -> Context:
    """The events read once more where only the campaign's own period tells of which year they are."""
    due = context.whole.due
    if due is None or due.year == context.year:
        return context
    again = {name: understood(one_line(text), context) for name, text in texts.items()}
    return context._replace(events={**context.events, **{k: v for k, v in again.items() if v}})


def watched(context: Context) -> tuple[date, date]:
    """From when to when what recurs does so: from the notice, or else the campaign, to its end."""
    whole = context.whole
    first = context.issued or (day_of(whole.start) if whole.start else date(context.year, 1, 1))
    last = day_of(whole.due) if whole.due else date(context.year, 12, 31)
    return first, max(first, last)


def last_day(data: Mapping[str, Any], context: Context) -> date | None:
    """The last day that a date of the work, or of the campaign's period, names."""
    spans = (understood(one_line(text), context) for _, text in _dates(data))
    return max((day_of(span.due) for span in spans if span and span.due), default=None)


def _periods(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """活动时间 as one period, or one for each of its lines; in the short form or with all keys."""
    body = data.get("正文")
    section = body.get(period_section(body)) if isinstance(body, dict) else None
    if isinstance(section, dict) and isinstance(section.get("各项"), dict):
        section = section["各项"] or section.get("内容")
    lines = {WHOLE: section} if isinstance(section, str) else section
    if isinstance(lines, dict):
        yield from ((str(name), text) for name, text in lines.items() if isinstance(text, str))


def _events(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The 时间 of each item under its title, with and without what dresses a title."""
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
                    yield dressed[1], text
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
