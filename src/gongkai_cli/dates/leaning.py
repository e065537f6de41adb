"""Expressions that lean on the notice, on events or on days said before: 本月底前, 即日起, 8:00—11:30.

Few campaigns have one; the forms are loaded when the first comes.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from .grammar import by_itself, read, understand
from .points import Unclear
from .recurring import open_ended
from .relative import after, before, during, parted, sessions, with_month
from .span import Context, NotUnderstood, Span, begins, day_of

_FROM_NOW = re.compile(
    r"^(?:自|从)?(?:即日(?:起|(?=[至到—-]))|现在(?:起|开始)|(?:发文|印发|发布|下发|(?:本|此)?(?:通知|公告|通告|文件)(?:印发|发布|下发)?)之日起)，?"
)
_UNTIL = re.compile("，?[至到—–-]+")


def _in_other_words(text: str, context: Context) -> Span | None:
    """What nobody typed so; what is wrong with it is told of the text as typed, but for days there are not."""
    try:
        return read(text, context)
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
    if days and not isinstance(by_itself(days, context.year), Span):
        return None
    span = read(days, context) if days else context.whole
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


_Leaning = Callable[[str, Context], Span | None]
LEANING: tuple[_Leaning, ...] = (after, _this_month, _from_now, before, during, _hours)
