"""Whole expressions: points, periods, deadlines, recurring dates, dates relative to an event.

First what can be read by itself, then the forms that depend on other dates. Each form is a function
that returns a Span, or None where the expression has another form.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Final

from ..prose import clipped
from .bare import bare, lasting
from .dayless import open_ended, whole_year
from .points import Point, Unclear, extent, read_point, same_half
from .recurring import recurring
from .relative import after, before, during, parted, sessions, with_month
from .span import Context, Moment, NotUnderstood, Span, begins, day_of
from .tokens import RUN_TOGETHER, Word, words

_FROM_NOW = re.compile(
    r"^(?:自|从)?(?:即日(?:起|(?=[至到—-]))|现在(?:起|开始)|(?:发文|印发|发布|下发|(?:本|此)?(?:通知|公告|通告|文件)(?:印发|发布|下发)?)之日起)，?"
)
_UNTIL = re.compile("，?[至到—–-]+")
# A period that runs into the next year without saying so is at most this long; else it is a slip.
_LONGEST_UNSAID = timedelta(days=183)
# Longer than any date: the rest is prose, and reading it would take ever longer.
_LONGEST: Final = 200
_SHOWN: Final = 20
# Words before a day that make it a deadline.
_DEADLINE = re.compile("截至|截止|最迟|最晚|迟于|晚于|不超过|务必|[至到]$")
_APART = "不相连的几个日期分成几项写，一项写一个"
_EDGES, _JOINTS = ("lead", "before", "since", "until"), ("to", "also")


def understand(text: str, context: Context) -> Span:
    """Read one expression. Raises NotUnderstood for what cannot be read with certainty."""
    try:
        return _read(text, context)
    except NotUnderstood as refused:
        raise refused.of(clipped(text, _SHOWN)) from None


def _read(text: str, context: Context) -> Span:
    if len(text) > _LONGEST:
        hint = "写明几月几日，如 5月20日前、5月14日至21日"
        damaged = bool(RUN_TOGETHER.search(text))
        raise NotUnderstood(f"时间“{clipped(text, _SHOWN)}”太长，看不明白", hint, damaged=damaged)
    found = _by_itself(text, context.year)
    if isinstance(found, Span):
        first = found.start or found.due
        if first and "年" not in text and (off := context.years_off(day_of(first))):
            moved = _by_itself(text, context.year + off)
            return moved if isinstance(moved, Span) else found
        return found
    together, length, refused = found
    for form in _LEANING:
        if (span := form(together, context)) is not None:
            return _checked(lasting(span, length), text)
    # Raised itself, it would keep whoever asked, and the whole file with them, as long as it is kept.
    raise refused.of(text)


@lru_cache(maxsize=4096)
def _by_itself(text: str, year: int) -> Span | tuple[str, re.Match[str] | None, NotUnderstood]:
    """What an expression means that depends on nothing but the year (cached: notices repeat a few).

    Otherwise the expression as other forms take it, how long it lasts, and why it is none of these.
    """
    together, length = bare(text)
    try:
        for form in _FORMS:
            if (span := form(together, year)) is not None:
                return _checked(lasting(span, length), together)
        return _checked(lasting(_plain(words(together), year), length), together)
    except NotUnderstood as refused:
        return together, length, refused.of(clipped(text, _SHOWN))


def _checked(span: Span, text: str) -> Span:
    start, due = span.start, span.due
    if start and due and day_of(due) != day_of(start) and begins(due) < begins(start):
        raise NotUnderstood(f"“{text}”结束早于开始", "检查前后两个日期", damaged=True)
    return span


def _this_month(text: str, context: Context) -> Span | None:
    dated = context.issued and with_month(text, context.issued)
    if not dated:
        return None
    try:
        return understand(dated, context)
    except NotUnderstood as refused:
        # What is wrong with it is told of the text as typed, but for a day that there is not.
        if refused.damaged:
            raise
        return None


def _from_now(text: str, context: Context) -> Span | None:
    """即日起至5月31日: from the day of the notice."""
    lead = _FROM_NOW.match(text)
    if not lead:
        return None
    if context.issued is None:
        raise NotUnderstood(f"“{lead[0]}”要有成文日期才算得出", "填写成文日期，或写明从哪天起")
    rest = text[lead.end() :]
    if not rest or open_ended(rest, context.year):
        return Span(start=context.issued, open_ended=True)
    if rest.startswith("每"):
        return replace(understand(rest, context), start=context.issued)
    joint = _UNTIL.match(rest)
    end = understand(rest[joint.end() :], context) if joint else Span()
    one_day = end.start is None or (end.due and day_of(end.start) == day_of(end.due))
    if end.due is None or not one_day:
        raise Unclear(rest)
    return Span(context.issued, end.due, guessed=end.guessed)


def _hours(text: str, context: Context) -> Span | None:
    """8:00—11:30、14:00—16:00 of days said in front, or of a campaign that lasts but a day."""
    days, hours = parted(text)
    if days and not isinstance(_by_itself(days, context.year), Span):
        return None
    span = _read(days, context) if days else context.whole
    if not (span.start and span.due):
        return None
    first, last = day_of(span.start), day_of(span.due)
    said = sessions(hours, first)
    # With one day and one session it is what has been refused before.
    if (first == last and len(said) == 1) if days else first != last:
        return None
    spans = [_read(session, context) for session in said]
    for one, other in pairwise(spans):
        if not (one.due and other.start and begins(one.due) <= begins(other.start)):
            return None
    if not spans:
        return None
    return Span(spans[0].start, _read(sessions(hours, last)[-1], context).due)


def _plain(found: Sequence[Word], year: int) -> Span:
    """[年][月]日 … 至 … 前: the forms made of plain points."""
    found, last = _without_edge(found)
    ends = _ends(found, year)
    first = ends[0]
    leads = bool(found) and found[0].name == "lead" and bool(_DEADLINE.search(found[0].text))
    led = found[0] if leads else None
    since = last if last and last.name == "since" else None
    if len(ends) > 1:
        if stray := led or since:
            raise Unclear(stray.text)
        joint = next(word for word in found if word.name in _JOINTS)
        if last and last.name == "before" and joint.name == "also":
            raise Unclear(joint.text, hint=_APART)
        return Span(*_period(first, ends[1], year, joint))
    start, due = extent(first, year)
    if since:
        # 2月底起 may mean its last day, or its last days.
        if first.at_midnight or first.to_end or led:
            raise Unclear(since.text)
        return Span(start=start, open_ended=True)
    if edge := last or led:
        return _deadline(first, due, edge)
    return Span(due=due) if first.to_end else Span(start, due)


def _without_edge(found: Sequence[Word]) -> tuple[Sequence[Word], Word | None]:
    """The words without the 前, 起 or 止 at their end, and which it was."""
    body = list(found)
    while (
        len(body) > 1
        and body[-1].name in ("weekday", "remark", "inclusive")
        and body[-2].name == "before"
    ):
        body.pop()  # 5月20日前（星期三）
    last = body.pop() if body and body[-1].name in _EDGES else None
    for number, word in enumerate(body):
        # 自5月14日起至21日止: an edge inside stands before the joint.
        joined = number + 1 < len(body) and body[number + 1].name == "to"
        if word.name == "before" or (word.name in ("since", "until") and not joined):
            raise Unclear(word.text)
    return body, last


def _deadline(point: Point, due: Moment, edge: Word) -> Span:
    # 5月前, 5月中旬前 may mean its first day or its last, 下午前 its first hour or its last.
    stretch = point.day is None and not point.to_end
    # 上午下班前 is by noon.
    at_end = point.half == "中午" or edge.text.startswith("下班")
    if stretch or (point.half and not point.at and not at_end):
        raise Unclear(edge.text)
    return Span(due=due)


def _ends(found: Sequence[Word], year: int) -> list[Point]:
    """One point, or the two ends of a period; 、 joins days that follow one another."""
    groups: list[list[Word]] = [[]]
    for word in found:
        if word.name in _JOINTS:
            groups.append([])
        elif word.name not in _EDGES:
            groups[-1].append(word)
    joints = [word for word in found if word.name in _JOINTS]
    names = [joint.name for joint in joints]
    if not all(groups) or len(set(names)) > 1 or names.count("to") > 1:
        raise Unclear("".join(word.text for word in found if word.name != "lead"))
    points = [read_point(group) for group in groups]
    if "also" in names:
        points = _following(points, joints, year)
    return [points[0], points[-1]] if joints else points


def _following(points: Sequence[Point], joints: Sequence[Word], year: int) -> list[Point]:
    """Consecutive days or months, which together are a period: 5月14日、15日、16日."""
    filled = [points[0]]
    for joint, point in zip(joints, points[1:], strict=True):
        said = replace(point, month=filled[-1].month) if point.month is None else point
        before, after = extent(filled[-1], year)[1], extent(said, year)[0]
        timed = isinstance(before, datetime) or isinstance(after, datetime)
        if timed or filled[-1].half or point.to_end or after <= before:
            raise Unclear(joint.text, hint=_APART)
        if before + timedelta(days=1) != after:
            raise Unclear(fault="的日子不连着", hint=_APART)
        filled.append(said)
    return filled


def _period(first: Point, second: Point, year: int, joint: Word) -> tuple[Moment, Moment]:
    """A period whose second end takes what it leaves out from the first; an earlier month is next year's."""
    of_years = bool(first.is_bare and first.year and second.is_bare and second.year)
    if first.to_end or first.at_midnight or (second.is_bare and not of_years):
        raise Unclear(joint.text)
    year = first.year or year
    start = extent(first, year)[0]
    if second.month is None and second.months is None and not second.has_year:
        second = same_half(first, second) if second.day is None else second
        second = replace(second, month=first.month)
        if not second.has_day:
            second = replace(second, day=first.day)
    goes_back = bool(second.month and first.month and second.month < first.month)
    unsaid = goes_back and not second.has_year
    if unsaid:
        second = replace(second, later=True)
    due = extent(second, year)[1]
    if unsaid and begins(due) - begins(start) > _LONGEST_UNSAID:
        raise NotUnderstood("结束早于开始", "检查前后两个日期；跨年的写明“次年”", damaged=True)
    if isinstance(start, datetime) and isinstance(due, datetime) and due < start:
        raise NotUnderstood("结束早于开始", "检查前后两个时刻", damaged=True)
    return start, due


_FORMS: tuple[Callable[[str, int], Span | None], ...] = (open_ended, whole_year, recurring)
_Leaning = Callable[[str, Context], Span | None]
_LEANING: tuple[_Leaning, ...] = (after, _this_month, _from_now, before, during, _hours)
