"""Working days in mainland China, 调休 included. The only module that imports chinese_calendar."""

from calendar import isleap
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import accumulate

_SATURDAY = 5


@cache
def is_known(year: int) -> bool:
    """Whether the State Council's holidays of a year are known; else only weekends count."""
    # Loading the tables costs more than most commands; few expressions need them.
    import chinese_calendar

    try:
        chinese_calendar.is_workday(date(year, 1, 1))
    except NotImplementedError:
        return False
    return True


def is_workday(day: date) -> bool:
    """Whether people work on a day; Monday to Friday where the year's holidays are not known."""
    plain = day.weekday() < _SATURDAY
    return _official(day, plain=plain) if is_known(day.year) else plain


def add_workdays(day: date, count: int) -> date:
    """The ``count``-th working day after a day (before it, where negative)."""
    step = timedelta(days=1 if count > 0 else -1)
    left = abs(count)
    while left:
        day += step
        left -= is_workday(day)
    return day


@lru_cache(maxsize=4096)
def workdays_until(today: date, day: date) -> int:
    """How many working days are left after ``today`` up to and with ``day``.

    Negative where ``day`` has gone by: the working days since then.
    """
    whole_years = sum(_counted(year)[-1] for year in range(today.year, day.year))
    whole_years -= sum(_counted(year)[-1] for year in range(day.year, today.year))
    return whole_years + _so_far(day) - _so_far(today)


def _so_far(day: date) -> int:
    """Working days of its year up to and with a day."""
    return _counted(day.year)[day.timetuple().tm_yday - 1]


@cache
def _counted(year: int) -> tuple[int, ...]:
    """For each day of a year, the working days up to and with it."""
    first = date(year, 1, 1)
    length = 365 + isleap(year)
    if not is_known(year):
        return _weekdays(first.weekday(), length)
    return tuple(accumulate(is_workday(first + timedelta(days=n)) for n in range(length)))


@cache
def _weekdays(first: int, length: int) -> tuple[int, ...]:
    """The same for a year of plain weeks: there are fourteen of those, however far away it is."""
    return tuple(accumulate((first + n) % 7 < _SATURDAY for n in range(length)))


def _official(day: date, *, plain: bool) -> bool:
    # The library's own question looks through all of its years at each call.
    import chinese_calendar

    return day in chinese_calendar.workdays or (plain and day not in chinese_calendar.holidays)
