"""The days on which something recurring falls."""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Final

from .span import Context, Moment, Recurrence, Span, day_of

_A_QUARTER: Final = 3
_A_YEAR: Final = timedelta(days=366)
_TEN_YEARS: Final = timedelta(days=3653)


def occurrences(again: Recurrence, first: date, last: date) -> Iterator[Moment]:
    """Every time a recurrence falls due from ``first`` to ``last``, both included, in order.

    每月31日 falls on the last day of a shorter month.
    """
    for day in _days(again, first, last):
        yield datetime.combine(day, again.at) if again.at else day


def turns(span: Span, context: Context, first: date, last: date) -> list[Moment]:
    """Every time a recurring span falls due, up to the ``last`` day of the campaign.

    It begins with the day that the span itself names, otherwise with the campaign's first day, because
    before it there is nothing to report. Only where nothing falls due in the campaign does it begin
    with the notice (``first``). More than a year back or ten years on is a slip in a year.
    """
    if span.again is None:
        return []
    last = min(last, first + _TEN_YEARS) if first < date.max - _TEN_YEARS else last
    if span.start:
        earliest = first - _A_YEAR if first > date.min + _A_YEAR else first
        return list(occurrences(span.again, max(day_of(span.start), earliest), last))
    begun = day_of(context.whole.start) if context.whole.start else first
    inside = list(occurrences(span.again, max(first, begun), last))
    return inside or list(occurrences(span.again, first, last))


def _days(again: Recurrence, first: date, last: date) -> Iterator[date]:
    days = range(first.toordinal(), last.toordinal() + 1)
    match again.unit:
        case "日":
            numbers: Iterable[int] = days
        case "周":
            ahead = sorted((day - first.isoweekday()) % 7 for day in again.days)
            numbers = (day + more for day in days[::7] for more in ahead if day + more in days)
        case _:
            numbers = _in_months(again, first, last)
    return map(date.fromordinal, numbers)


def _in_months(again: Recurrence, first: date, last: date) -> Iterator[int]:
    """The numbers of the days on which months, or quarters, have their turn."""
    for month in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        year, before = divmod(month, 12)
        if again.unit == "月" or before % _A_QUARTER + 1 == again.month:
            last_day = monthrange(year, before + 1)[1]
            for day in sorted({min(day or last_day, last_day) for day in again.days}):
                number = date(year, before + 1, day).toordinal()
                if first.toordinal() <= number <= last.toordinal():
                    yield number
