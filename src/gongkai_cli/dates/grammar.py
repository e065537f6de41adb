"""Whole expressions: plain days and periods, recurring dates, dates relative to an event.

First what can be read by itself, then the forms that depend on other dates. Each form is a function
that returns a Span, or None where the expression has another form.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from ..prose import clipped
from .bare import bare, lasting
from .plain import plain
from .recurring import open_ended, recurring, whole_year
from .span import Context, NotUnderstood, Span, begins, day_of
from .tokens import RUN_TOGETHER, words

# Longer than any date: the rest is prose, and reading it would take ever longer.
_LONGEST: Final = 200
_SHOWN: Final = 20


def understand(text: str, context: Context) -> Span:
    """Read one expression. Raises NotUnderstood for what cannot be read with certainty."""
    try:
        return read(text, context)
    except NotUnderstood as refused:
        raise refused.of(clipped(text, _SHOWN)) from None


def read(text: str, context: Context) -> Span:
    """As ``understand``; what it raises may be about a part of the expression."""
    if len(text) > _LONGEST:
        hint = "写明几月几日，如 5月20日前、5月14日至21日"
        damaged = bool(RUN_TOGETHER.search(text))
        raise NotUnderstood(f"时间“{clipped(text, _SHOWN)}”太长，看不明白", hint, damaged=damaged)
    found = by_itself(text, context.year)
    if isinstance(found, Span):
        first = found.start or found.due
        if first and "年" not in text and (off := context.years_off(day_of(first))):
            moved = by_itself(text, context.year + off)
            return moved if isinstance(moved, Span) else found
        return found
    together, length, refused = found
    from .leaning import LEANING  # nearly every date stands by itself

    for form in LEANING:
        if (span := form(together, context)) is not None:
            return _checked(lasting(span, length), text)
    # Raised itself, it would keep whoever asked, and the whole file with them, as long as it is kept.
    raise refused.of(text)


@lru_cache(maxsize=4096)
def by_itself(text: str, year: int) -> Span | tuple[str, re.Match[str] | None, NotUnderstood]:
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


_FORMS: tuple[Callable[[str, int], Span | None], ...] = (open_ended, whole_year, recurring)
