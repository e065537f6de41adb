"""Working days in mainland China, 调休 included. The only module that imports chinese_calendar."""

from calendar import isleap
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import accumulate

_SATURDAY = 5
# 《全国年节及纪念日放假办法》: the days off by the calendar, whatever is moved around them.
_EVERY_YEAR = ((1, 1), (5, 1), (10, 1), (10, 2), (10, 3))
_SINCE_2025 = (5, 2)
_LAW_OF_2025 = 2025
_CENTURY = range(2000, 2100)


@cache
def is_known(year: int) -> bool:
    """Whether the State Council's holidays of a year are known, with the days moved around them."""
    # Loading the tables costs more than most commands; few expressions need them.
    import chinese_calendar

    try:
        chinese_calendar.is_workday(date(year, 1, 1))
    except NotImplementedError:
        return False
    return True


def is_workday(day: date) -> bool:
    """Whether people work on a day.

    Where the year's holidays are not known: Monday to Friday, but for those that the law names.
    """
    plain = day.weekday() < _SATURDAY
    if is_known(day.year):
        return _official(day, plain=plain)
    return plain and (day.month, day.day) not in _named_by_law(day.year)


def add_workdays(day: date, count: int) -> date:
    """The ``count``-th working day after a day (before it, where negative)."""
    step = timedelta(days=1 if count > 0 else -1)
    left = abs(count)
    while left:
        day += step
        left -= is_workday(day)
    return day


def first_unknown(one: date, other: date) -> int | None:
    """The first year from one day to another whose holidays are not known, so that a count is a guess."""
    first, last = sorted((one.year, other.year))
    return next((year for year in range(first, last + 1) if not is_known(year)), None)


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
        off = [(date(year, *named) - first).days for named in _named_by_law(year)]
        return _weekdays(first.weekday(), length, frozenset(off))
    return tuple(accumulate(is_workday(first + timedelta(days=n)) for n in range(length)))


@cache
def _weekdays(first: int, length: int, off: frozenset[int]) -> tuple[int, ...]:
    """``_counted`` for a year without a table of holidays: Monday to Friday except the days ``off``."""
    worked = ((first + n) % 7 < _SATURDAY and n not in off for n in range(length))
    return tuple(accumulate(worked))


@cache
def _named_by_law(year: int) -> frozenset[tuple[int, int]]:
    """The statutory holidays of a year as (month, day), without a table of holidays.

    Not 春节, 端午 and 中秋, which go by the moon.
    """
    days = {*_EVERY_YEAR}
    if year >= _LAW_OF_2025:
        days.add(_SINCE_2025)
    if year in _CENTURY:
        clear = qingming(year)
        days.add((clear.month, clear.day))
    return frozenset(days)


def qingming(year: int) -> date:
    """清明 of a year of this century, as the usual rule has it: when the sun stands at 15°."""
    of_century = year % 100
    return date(year, 4, int(of_century * 0.2422 + 4.81) - of_century // 4)


def _official(day: date, *, plain: bool) -> bool:
    # The library's own question looks through all of its years at each call.
    import chinese_calendar

    return day in chinese_calendar.workdays or (plain and day not in chinese_calendar.holidays)
