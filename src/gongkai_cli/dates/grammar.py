"""Whole expressions: plain days and periods, recurring dates, dates relative to an event.

First what can be read by itself, then the forms that depend on other dates. Each form is a function
that returns a Span, or None where the expression has another form.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

from ..prose import clipped
from .bare import bare, lasting
from .dayless import open_ended, whole_year
from .plain import plain
from .points import Unclear
from .recurring import recurring
from .relative import after, before, during, parted, sessions, with_month
from .span import Context, NotUnderstood, Span, begins, day_of
from .tokens import RUN_TOGETHER, words

_FROM_NOW = re.compile(
    r"^(?:自|从)?(?:即日(?:起|(?=[至到—-]))|现在(?:起|开始)|(?:发文|印发|发布|下发|(?:本|此)?(?:通知|公告|通告|文件)(?:印发|发布|下发)?)之日起)，?"
)
_UNTIL = re.compile("，?[至到—–-]+")
# Longer than any date: the rest is prose, and reading it would take ever longer.
_LONGEST: Final = 200
_SHOWN: Final = 20


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
        return _checked(lasting(plain(words(together), year), length), together)
    except NotUnderstood as refused:
        return together, length, refused.of(clipped(text, _SHOWN))


def _checked(span: Span, text: str) -> Span:
    start, due = span.start, span.due
    if start and due and day_of(due) != day_of(start) and begins(due) < begins(start):
        raise NotUnderstood(f"“{text}”结束早于开始", "检查前后两个日期", damaged=True)
    return span


def _in_other_words(text: str, context: Context) -> Span | None:
    """What nobody typed so; what is wrong with it is told of the text as typed, but for days there are not."""
    try:
        return _read(text, context)
    except NotUnderstood as refused:
        if refused.damaged:
            raise
        return None


def _this_month(text: str, context: Context) -> Span | None:
    dated = context.issued and with_month(text, context.issued)
    return _in_other_words(dated, context) if dated else None


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
    spans = [_in_other_words(session, context) for session in (*said, *sessions(hours, last)[-1:])]
    if not said or not all(spans):
        return None
    *of_first, at_end = filter(None, spans)
    for one, other in pairwise(of_first):
        if not (one.due and other.start and begins(one.due) <= begins(other.start)):
            return None
    return Span(of_first[0].start, at_end.due)


_FORMS: tuple[Callable[[str, int], Span | None], ...] = (open_ended, whole_year, recurring)
_Leaning = Callable[[str, Context], Span | None]
_LEANING: tuple[_Leaning, ...] = (after, _this_month, _from_now, before, during, _hours)
