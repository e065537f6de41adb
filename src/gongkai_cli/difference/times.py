"""Two dates compared: whether one moved, from when to when, and by how much."""

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from ..dates.reading import understood
from ..dates.span import Context, Moment, Span, day_of
from ..dates.weekdays import with_weekdays
from ..dates.workdays import workdays_until

# What follows from the year, and is no change of the date.
_OF_THE_YEAR = re.compile(r"\d{4}年|[（(](?:星期|周)[一二三四五六日天][）)]")
_SECONDS_AN_HOUR = 3600


@dataclass(frozen=True, slots=True)
class Moved:
    """A date that changed: as it was and as it is, with weekdays, and what is to be said of it."""

    old: str
    new: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Times:
    """Compares dates of two campaigns; those of different years by month and day."""

    before: Context
    after: Context

    def moved(self, old: str, new: str) -> Moved | None:
        """How a date changed; None where it means the same. An empty text is no date."""
        spans = self._spans(old, new)
        if old == new and (self._years or spans is None or spans[0] == spans[1]):
            return None
        if self._years and _bare(old) == _bare(new):
            return None
        shown = Moved(with_weekdays(old, self.before), with_weekdays(new, self.after))
        if shown.old == shown.new:  # only one of them has its weekday written
            shown = Moved(old, new)
        if spans is None:
            return shown
        if spans[0] == spans[1]:
            return replace(shown, note="日期没有变，写法不同")
        return replace(shown, note=self._note(*spans))

    def days(self, old: str, new: str) -> int | None:
        """By how many days both ends of a date moved; None where it has none, or it changed shape."""
        if (spans := self._spans(old, new)) is None:
            return None
        shifts = {_days(a, b) for a, b in _ends(*spans)}
        return shifts.pop() if len(shifts) == 1 else None

    @property
    def _years(self) -> int:
        return self.after.year - self.before.year

    def _spans(self, old: str, new: str) -> tuple[Span, Span] | None:
        """What both mean, the old one in the new one's year; None where either is unclear."""
        before, after = understood(old, self.before), understood(new, self.after)
        if before is None or after is None:
            return None
        start = before.start and _later(before.start, self._years)
        due = before.due and _later(before.due, self._years)
        return replace(before, start=start, due=due), after

    def _note(self, old: Span, new: Span) -> str:
        """推迟2天（1个工作日）, 开始提前1天（1个工作日），结束比2025年推迟3天, 提前4小时."""
        ends = _ends(old, new)
        if not ends:
            return ""
        told = [self._by(*end) for end in ends]
        if len(set(told)) == 1 or len({_days(*end) for end in ends}) == 1:
            return told[-1]
        named = zip(("开始", "结束"), told, strict=True)
        return "，".join(word + by for word, by in named if by)

    def _by(self, old: Moment, new: Moment) -> str:
        days = _days(old, new)
        if not days:
            return self._than() + hours if (hours := _by_hours(old, new)) else ""
        said = f"{self._than()}{'推迟' if days > 0 else '提前'}{abs(days)}天"
        if self._years:
            return said
        return f"{said}（{abs(workdays_until(day_of(old), day_of(new)))}个工作日）"

    def _than(self) -> str:
        return f"比{self.before.year}年" if self._years else ""


def _bare(text: str) -> str:
    return _OF_THE_YEAR.sub("", text)


def _ends(old: Span, new: Span) -> list[tuple[Moment, Moment]]:
    """The ends that can be compared: both of two periods, or those of two days or deadlines."""
    if old.again or new.again or old.open_ended or new.open_ended:
        return []
    if (old.start is None) != (new.start is None) or old.due is None or new.due is None:
        return []
    if old.start is None or new.start is None:
        return [(old.due, new.due)]
    return [(old.start, new.start), (old.due, new.due)]


def _days(old: Moment, new: Moment) -> int:
    return (day_of(new) - day_of(old)).days


def _by_hours(old: Moment, new: Moment) -> str:
    """提前4小时, on the same day."""
    if not isinstance(old, datetime) or not isinstance(new, datetime) or old == new:
        return ""
    hours = abs(new - old).total_seconds() / _SECONDS_AN_HOUR
    return f"{'推迟' if new > old else '提前'}{hours:g}小时" if hours % 0.5 == 0 else ""


def _later(moment: Moment, years: int) -> Moment:
    """The same day of another year; 29 February becomes 1 March."""
    try:
        return moment.replace(year=moment.year + years)
    except ValueError:
        return (moment + timedelta(days=1)).replace(year=moment.year + years)
