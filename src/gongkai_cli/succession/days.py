"""Where a date of one year's campaign goes in the next, and how it is written there."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from ..dates.mentions import Written

Keep = Literal["日期", "星期"]
"""What of a date stays the same from year to year: 5月15日, or the Friday of that week."""

_A_WEEK = timedelta(weeks=1)
_PARTS = re.compile(
    r"(?:(?P<year>\d{4})(?= ?年))?(?P<a>[^\d]*)(?:(?P<month>\d{1,2})(?= ?月))?(?P<b>[^\d]*)(?P<day>\d{1,2})"
)


@dataclass(frozen=True, slots=True)
class Onward:
    """The move from the year ``old`` to ``new``; ``keep`` says what of a date stays the same.

    ``last`` is the last day of the old campaign, which may lie in the year after.
    """

    old: int
    new: int
    keep: Keep
    last: date

    @property
    def years(self) -> int:
        """How many years on."""
        return self.new - self.old

    @property
    def crosses(self) -> bool:
        """Whether the campaign runs on into the year after its own."""
        return self.last.year == self.old + 1

    def is_beyond(self, day: date | None) -> bool:
        """Whether a day of the following year lies after the end of this campaign."""
        return day is None or (day.year > self.old and not (self.crosses and day <= self.last))

    def stays(self, day: Written, before: date | None) -> bool:
        """Whether a day must not move: it lies in the past, or ends a span of many years.

        ``before`` is the new date of the day that it ends a period with: nothing ends before it begins.
        """
        if day.date is None:
            return True
        behind = day.year - self.old
        if behind > 1 and before and day.ends_period:
            return before <= day.date
        first = day.chain[0]
        return behind not in (0, 1) or (first.has_year and self.is_beyond(first.date))

    def next(self, day: Written, before: date | None, keep: Keep) -> date | None:
        """The new date of a day; None where the new year has no such day."""
        if keep == "星期" and day.date and before and day.before and day.before.date:
            # By itself, with 29 February between the two, it might go the other way.
            end = before + (day.date - day.before.date)
            within = self._within(end, day.date.year + self.years)
            return within if before <= within else end
        return self.moved(day.date, keep)

    def moved(self, day: date | None, keep: Keep) -> date | None:
        """The same day of the new year, or the nearest one with the same weekday.

        None where there is none: 29 February.
        """
        if day is None:
            return None
        try:
            same = day.replace(year=day.year + self.years)
        except ValueError:
            return None
        if keep == "日期":
            return same
        near = same + timedelta(days=(day.weekday() - same.weekday() + 3) % 7 - 3)
        return self._within(near, same.year)

    def _within(self, near: date, year: int) -> date:
        """The day with this weekday that is nearest to one, and of the year that it is written for.

        Without its year, 31 December of the year before would be read as of the year itself.
        """
        if near.year < year == self.new:
            return near + _A_WEEK
        if near.year > year and not (self.crosses and year == self.new):
            return near - _A_WEEK
        return near


def iso_day(match: re.Match[str]) -> date | None:
    try:
        return date.fromisoformat(match[0])
    except ValueError:
        return None


def rewritten(said: str, day: Written, to: date) -> str:
    """The day as it was written, with the new numbers; a month that changes inside a period is named."""
    match = _PARTS.match(said)
    if match is None:
        return said
    year = str(to.year) if match["year"] else ""
    month = str(to.month) if match["month"] else ""
    between, lead = match["b"], match["a"]
    if not month and to.month != _month_before(day, to):
        month = f"{to.month}月"
    return f"{year}{lead}{month}{between}{to.day}{said[match.end() :]}"


def _month_before(day: Written, to: date) -> int:
    before = day.before.date if day.before else None
    if before is None or day.date is None:
        return to.month
    return (to - (day.date - before)).month
