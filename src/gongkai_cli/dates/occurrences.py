"""The days on which something recurring falls."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final

from .span import Moment, Recurrence

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


def never(again: Recurrence, first: date, last: date) -> bool:
    """Whether it does not fall due at all in that time."""
    return next(occurrences(again, first, last), None) is None


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
