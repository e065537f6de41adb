"""The days on which something recurring falls."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final

from .span import Context, Moment, Recurrence, Span, day_of

_A_QUARTER: Final = 3


def occurrences(again: Recurrence, first: date, last: date) -> Iterator[Moment]:
    """Every time it falls due from ``first`` to ``last``, both included, in order.

    每月31日 falls on the last day of a shorter month.
    """
    day = first
    while day <= last:
        if _falls_on(again, day):
            yield datetime.combine(day, again.at) if again.at else day
        day += timedelta(days=1)


def turns(span: Span, context: Context, first: date, last: date) -> list[Moment]:
    """Every time a recurring span falls due from the notice (``first``) to the ``last`` day.

    From the day that it names itself; else from the first of the campaign, since before that there
    is nothing to tell; only where it falls due at no time in the campaign, from the notice.
    """
    if span.again is None:
        return []
    if span.start:
        return list(occurrences(span.again, day_of(span.start), last))
    begun = day_of(context.whole.start) if context.whole.start else first
    inside = list(occurrences(span.again, max(first, begun), last))
    return inside or list(occurrences(span.again, first, last))


def _falls_on(again: Recurrence, day: date) -> bool:
    last_day = monthrange(day.year, day.month)[1]
    match again.unit:
        case "日":
            return True
        case "周":
            return day.isoweekday() == again.day
        case "月":
            return day.day == min(again.day or last_day, last_day)
    return day.day == last_day and day.month % _A_QUARTER == 0
