"""When each matter stands in a calendar, under which name, and when it rings."""

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Final

from ..dates.span import Moment, begins, day_of
from ..dates.workdays import add_workdays
from ..deadlines import Agenda
from ..deadlines.matters import Matter
from ..deadlines.validity import recurs
from .wording import description, summary

_RINGS_AT = time(9)
_YEARS: Final = range(1900, 2200)
"""A date outside is a slip, and common readers refuse the whole file for it."""
_MOST_TURNS: Final = 1000
"""Three years of something daily; a campaign that long is a slip of its year."""
_MOST_IN_ALL: Final = 2000
"""More turns than anybody has a use for, in one calendar; the matters that recur share them."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event. All in China's time; ``end`` is the first moment after it, None where it lasts none.

    ``alarms`` count from the start. Days without a time are events of whole days.
    """

    uid: str
    stamp: date
    start: Moment
    end: Moment | None
    summary: str
    description: str
    location: str | None
    category: str
    alarms: tuple[timedelta, ...]


def events(campaigns: Iterable[tuple[Agenda, Iterable[Matter]]]) -> tuple[Event, ...]:
    """The events of campaigns, in the order of their files. No two have the same UID."""
    found: list[Event] = []
    taken: dict[str, int] = {}
    parts = [(agenda, tuple(matters)) for agenda, matters in campaigns]
    recurring = sum(recurs(matter.entry) for _, matters in parts for matter in matters)
    most = min(_MOST_TURNS, _MOST_IN_ALL // recurring + 1) if recurring else 0
    for agenda, matters in parts:
        for matter in matters:
            for event in _of(matter, agenda, most):
                turn = taken[event.uid] = taken.get(event.uid, 0) + 1
                uid = event.uid if turn == 1 else f"{event.uid}-{turn}"
                found.append(replace(event, uid=uid))
    return tuple(found)


def _of(matter: Matter, agenda: Agenda, most: int) -> Iterator[Event]:
    """One event, or one for each turn of what recurs; none where there is no day to put it on.

    Turns are events of their own and not an RRULE: 调休 moves the working day before, and with it
    the alarm.
    """
    span = matter.entry.span
    if span is None:
        return
    if span.again:
        for turn in agenda.turns(span)[:most]:
            if turn.year in _YEARS:
                yield _event(matter, agenda, turn, turn, str(day_of(turn)))
        return
    start, due = span.start or span.due, span.due or span.start
    if start and due and start.year in _YEARS and due.year in _YEARS:
        yield _event(matter, agenda, start, due)


def _event(matter: Matter, agenda: Agenda, start: Moment, due: Moment, turn: str = "") -> Event:
    entry = matter.entry
    first, end = _extent(start, due)
    # A period of the campaign is to be ready for, everything else to be finished.
    anchor = start if entry.kind == "milestone" else due
    # A turn that is done is followed by another: what recurs goes on ringing.
    closed = not turn and all(one.mark is not None for one in matter.standings)
    return Event(
        _uid(agenda.campaign, entry.id, turn),
        agenda.context.issued or date(agenda.context.year, 1, 1),
        first,
        end,
        summary(matter, agenda, closed=closed),
        description(matter, agenda),
        entry.where,
        agenda.title,
        () if closed else tuple(ring - begins(first) for ring in _rings(anchor, matter)),
    )


def _extent(start: Moment, due: Moment) -> tuple[Moment, Moment | None]:
    """Whole days from the first to the day after the last; else from one moment to another."""
    day_after = day_of(due) + timedelta(days=1)
    if not isinstance(start, datetime) and not isinstance(due, datetime):
        return start, day_after
    first = begins(start)
    end = due if isinstance(due, datetime) else begins(day_after)
    return first, end if end > first else None


def _rings(anchor: Moment, matter: Matter) -> Iterator[datetime]:
    """At nine on the last working day before, and at nine on the day itself if that is early enough."""
    day, span = day_of(anchor), matter.entry.span
    daily = span is not None and span.again is not None and span.again.unit == "日"
    if not daily:  # else yesterday's alarm would ring together with the day's own
        yield datetime.combine(add_workdays(day, -1), _RINGS_AT)
    on_the_day = datetime.combine(day, _RINGS_AT)
    if not isinstance(anchor, datetime) or on_the_day < anchor:
        yield on_the_day


def _uid(campaign: str, identity: str, turn: str) -> str:
    """From names, so that it stays when the plan is reordered, reworded around it, or a date moves."""
    name = f"gongkai:{campaign}/{identity}/{turn}"
    # A file's name may hold bytes that are no text.
    plain = name.encode("utf-8", "backslashreplace").decode()
    return str(uuid.uuid5(uuid.NAMESPACE_URL, plain))
