"""How each entry of a campaign stands at a moment: done, overdue, due, under way, to come."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Literal, NamedTuple, get_args

from ..dates.span import Moment, Span, begins, day_of, end_of
from ..dates.workdays import workdays_until
from .entry import Agenda, Entry
from .progress import Fact, Mark
from .validity import marks_of, valid_of

Status = Literal[
    "overdue", "due-today", "due-soon", "in-progress", "not-started", "ongoing", "done"
]
"""The most urgent first."""

STATUSES: tuple[Status, ...] = get_args(Status)
DUE: tuple[Status, ...] = STATUSES[:3]
WITHIN = 3
"""How many working days ahead something is due soon, unless told."""


class Standing(NamedTuple):
    """An entry at a moment; ``due`` of a recurring entry is the occurrence to watch.

    ``days_left`` and ``workdays_left`` count from today and are negative when the date has passed.
    ``mark`` is the line of the record that says it is done.
    """

    entry: Entry
    status: Status
    start: Moment | None
    due: Moment | None
    days_left: int | None
    workdays_left: int | None
    mark: Mark | None = None


def standings(
    agenda: Agenda, facts: Iterable[Fact], now: datetime, within: int = WITHIN
) -> tuple[Standing, ...]:
    """Every entry as it stands ``now`` (China's time); soon is within so many working days."""
    marks = marks_of(facts)
    return tuple(
        _standing(entry, agenda, valid_of(entry, marks), now, within) for entry in agenda.entries
    )


def urgency(standing: Standing) -> tuple[int, datetime, str]:
    """A key to sort by: the most urgent first."""
    due = begins(standing.due) if standing.due else datetime.max
    return STATUSES.index(standing.status), due, standing.entry.title


def _standing(
    entry: Entry, agenda: Agenda, marks: Sequence[Mark], now: datetime, within: int
) -> Standing:
    span = entry.span or Span()
    start, due, mark = span.start, span.due, (marks[-1] if marks else None)
    if span.again and entry.kind == "milestone":
        start, due = _coming(span, agenda, now)
    elif span.again:
        due, mark = _turn(span, agenda, marks, now)
    days = (day_of(due) - now.date()).days if due else None
    workdays = workdays_until(now.date(), day_of(due)) if due else None
    if mark is not None:
        status: Status = "done"
    elif entry.kind == "milestone":
        status = _passing(start, due, now)
    else:
        begun = begins(start or agenda.first) <= now
        status = _status(
            span, due, now, soon=workdays is not None and workdays <= within, begun=begun
        )
    return Standing(entry, status, start, due, days, workdays, mark)


def _status(span: Span, due: Moment | None, now: datetime, *, soon: bool, begun: bool) -> Status:
    if due is not None:
        if now > end_of(due):
            return "overdue"
        if day_of(due) == now.date():
            return "due-today"
        if soon:
            return "due-soon"
    if not begun:
        return "not-started"
    return "ongoing" if span.open_ended else "in-progress"


def _passing(start: Moment | None, due: Moment | None, now: datetime) -> Status:
    """The status of a date of the campaign, which nobody has to complete."""
    first = start or due
    if first is not None and now < begins(first):
        return "not-started"
    if due is not None and now > end_of(due):
        return "done"
    return "in-progress"


def _coming(span: Span, agenda: Agenda, now: datetime) -> tuple[Moment, Moment | None]:
    """For a recurring date of the campaign: the day of its first turn, and the next turn or else the last."""
    turns, ends, _ = turns_of(span, agenda, ())
    if not turns:
        return agenda.first, None
    return day_of(turns[0]), turns[min(bisect_left(ends, now), len(turns) - 1)]


def _turn(
    span: Span, agenda: Agenda, marks: Sequence[Mark], now: datetime
) -> tuple[Moment | None, Mark | None]:
    """Which turn of a recurring entry is to be watched, and the mark that closes it, if one does."""
    turns, ends, closed = turns_of(span, agenda, marks)
    gone = bisect_left(ends, now)
    # In the campaign older turns are past; behind the last one nothing else is to come.
    watched: Iterable[int] = (gone - 1, gone)
    if gone == len(turns):
        watched = () if is_settled(ends, marks, closed) else range(gone - 1, -1, -1)
    for number in watched:
        if number >= 0 and number not in closed:
            return turns[number], None
    if gone == len(turns):  # or where it never falls due: only somebody's mark says that it is done
        return turns[-1] if turns else None, marks[-1] if marks else None
    return turns[gone], closed[gone]


def is_settled(ends: Sequence[datetime], marks: Sequence[Mark], closed: Mapping[int, Mark]) -> bool:
    """Whether a mark made after the last turn closes a recurring entry for good, missed turns included.

    A mark shortly after the last turn only closes that turn, late.
    """
    if not ends[1:]:  # the one turn is closed, or nothing is
        return False
    last, near = closed.get(len(ends) - 1), ends[-1] + (ends[-1] - ends[-2]) / 2
    return any(begins(mark.on) > (near if mark is last else ends[-1]) for mark in marks)


def turns_of(
    span: Span, agenda: Agenda, marks: Sequence[Mark]
) -> tuple[list[Moment], list[datetime], dict[int, Mark]]:
    """The turns of a recurring entry, the last moment of each, and the mark that closes each.

    A mark closes the next turn; or the one before, late, where that is still open and nearer.
    """
    turns = agenda.turns(span)
    ends = [end_of(turn) for turn in turns]
    closed: dict[int, Mark] = {}
    for mark in marks:
        on = begins(mark.on)
        number = bisect_left(ends, on)
        missed = number > 0 and number - 1 not in closed
        if missed and (number == len(ends) or on - ends[number - 1] < ends[number] - on):
            number -= 1
        if number < len(ends):  # after the last one there is nothing left to close
            closed.setdefault(number, mark)
    return turns, ends, closed


def counted(standings: Iterable[Standing]) -> Mapping[Status, int]:
    """How many entries stand so, for each status, in the order of urgency."""
    found = [standing.status for standing in standings]
    return {status: found.count(status) for status in STATUSES}
