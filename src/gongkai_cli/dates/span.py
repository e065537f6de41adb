"""What a date expression means: a start, an end, or that there is none."""

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Final, Literal, NamedTuple

Moment = date | datetime
"""A whole day, or a minute of one; both in China's time."""


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Something that happens every ``unit``.

    ``days`` are the days in it: 1 for Monday of a week; 0 for the last day of a month. Of a quarter they
    are days of its ``month``, 1 to 3.
    """

    unit: Literal["日", "周", "月", "季度"]
    days: tuple[int, ...] = (0,)
    at: time | None = None
    month: int = 3


@dataclass(frozen=True, slots=True)
class Span:
    """What an expression means: from ``start`` to ``due``, either may be missing.

    A deadline that is a day ends with that day. ``open_ended``: it goes on without an end (持续发布).
    ``again``: it recurs. ``guessed``: working days were counted into this year, whose holidays are not
    published yet.
    """

    start: Moment | None = None
    due: Moment | None = None
    open_ended: bool = False
    again: Recurrence | None = None
    guessed: int | None = field(default=None, compare=False)


WHOLE = "活动"
"""The event that the campaign itself is."""


_UNKNOWN: Final = Span()
_NO_EVENTS: Final[Mapping[str, Span]] = {}


class Context(NamedTuple):
    """What an expression is read by: the year, the day of the notice, and the dates of events by name.

    ``circular`` are events whose dates depend on each other, so that none of them is known. ``called``
    are the names of the campaign; the last words of one may stand for the whole name.
    """

    year: int
    issued: date | None = None
    events: Mapping[str, Span] = _NO_EVENTS
    circular: frozenset[str] = frozenset()
    called: tuple[str, ...] = ()

    @property
    def whole(self) -> Span:
        """The campaign's own period; without ends where it is not known."""
        return self.events.get(WHOLE, _UNKNOWN)

    def years_off(self, day: date) -> int:
        """How many years a day written without one lies off the campaign's year: -1, 0 or 1.

        In a campaign from 12月15日 to 1月31日, 1月15日 is of the next year: as a day of this one it would lie
        long before the notice, as one of the next it lies near the end. In a notice of 12月27日 about the
        New Year, 12月28日 is of the year of the notice.
        """
        whole = self.whole
        if whole.due is None:
            return 0
        due, issued = day_of(whole.due), self.issued
        if issued and issued.year == self.year - 1:
            earlier = _moved(day, -1)
            # Twice as near, here and below: of a day in between nobody could tell.
            is_earlier = earlier and earlier >= issued and (earlier - issued) * 2 < day - due
            return -1 if is_earlier else 0
        first = issued or (day_of(whole.start) if whole.start else None)
        if due.year != self.year + 1 or first is None or not day < first:
            return 0
        later = _moved(day, 1)
        return 1 if later and (later - due) * 2 < first - day else 0


def _moved(day: date, years: int) -> date | None:
    """The same day of another year; None for a 29th of February that has none."""
    with contextlib.suppress(ValueError):
        return day.replace(year=day.year + years)
    return None


class NotUnderstood(ValueError):
    """An expression is refused.

    ``damaged`` where it is a date that cannot exist rather than a vague one; ``event`` is the unknown
    event it depends on.
    """

    def __init__(
        self, message: str, hint: str, *, damaged: bool = False, event: str | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.damaged = damaged
        self.event = event

    def of(self, _: str) -> "NotUnderstood":
        """The same error as a new object, about a whole expression."""
        return NotUnderstood(self.message, self.hint, damaged=self.damaged, event=self.event)


def day_of(moment: Moment) -> date:
    """The day of a moment."""
    return moment.date() if isinstance(moment, datetime) else moment


def begins(moment: Moment) -> datetime:
    """The first minute of a moment, to compare moments by."""
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time())


def end_of(moment: Moment) -> datetime:
    """The last moment of one: a day's deadline ends with that day."""
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time.max)
