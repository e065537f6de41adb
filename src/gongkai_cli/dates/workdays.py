"""Working days in mainland China, 调休 included. The only module that imports chinese_calendar."""

from datetime import date, timedelta

_SATURDAY = 5


def is_known(year: int) -> bool:
    """Whether the State Council's holidays of a year are known; else only weekends count."""
    return _official(date(year, 1, 1)) is not None


def is_workday(day: date) -> bool:
    """Whether people work on a day; Monday to Friday where the year's holidays are not known."""
    official = _official(day)
    return day.weekday() < _SATURDAY if official is None else official


def add_workdays(day: date, count: int) -> date:
    """The ``count``-th working day after a day (before it, where negative)."""
    step = timedelta(days=1 if count > 0 else -1)
    left = abs(count)
    while left:
        day += step
        left -= is_workday(day)
    return day


def _official(day: date) -> bool | None:
    # Loading the tables costs more than most commands; few expressions need them.
    import chinese_calendar

    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return None
