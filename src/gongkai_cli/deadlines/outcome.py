"""How each task and report came out by a moment: on time, late, not at all, or still open."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from ..dates.span import Moment, Span, begins, end_of
from .entry import Agenda, Entry
from .progress import Fact, Mark
from .standing import turns_of
from .validity import marks_of, valid_of

Ending = Literal["on-time", "late", "open", "missing"]
"""The better first. Open is what is not due yet, or has no end."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an entry: ``on`` is when it was first marked, ``evidence`` from all its marks.

    For recurring entries, ``turns`` is how often it has fallen due so far, and ``closed`` how many of
    these are marked.
    """

    entry: Entry
    ending: Ending
    on: Moment | None = None
    evidence: tuple[str, ...] = ()
    turns: int = 0
    closed: int = 0


def outcomes(agenda: Agenda, facts: Iterable[Fact], until: datetime) -> tuple[Outcome, ...]:
    """The outcome of every task and report, by what was marked up to ``until``."""
    marks = marks_of(fact for fact in facts if begins(fact.mark.on) <= until)
    return tuple(
        _outcome(entry, agenda, valid_of(entry, marks), until)
        for entry in agenda.entries
        if entry.kind != "milestone"
    )


def last_moment(facts: Iterable[Fact]) -> datetime | None:
    """The end of the last thing that was marked; None where nothing was."""
    return max((end_of(fact.mark.on) for fact in facts), default=None)


def _outcome(entry: Entry, agenda: Agenda, marks: Sequence[Mark], until: datetime) -> Outcome:
    span = entry.span or Span()
    evidence = tuple(dict.fromkeys(mark.evidence for mark in marks if mark.evidence))
    if span.again:
        return _recurring(entry, span, agenda, marks, until)
    if marks:
        # A mark without an hour is for the whole day.
        late = span.due is not None and begins(marks[0].on) > end_of(span.due)
        return Outcome(entry, "late" if late else "on-time", marks[0].on, evidence)
    missing = span.due is not None and until > end_of(span.due)
    return Outcome(entry, "missing" if missing else "open")


def _recurring(
    entry: Entry, span: Span, agenda: Agenda, marks: Sequence[Mark], until: datetime
) -> Outcome:
    """The worst of the turns that have fallen due."""
    turns, ends, closed = turns_of(span, agenda, marks)
    gone = bisect_left(ends, until)
    due = [closed.get(number) for number in range(gone)]
    if None in due:
        ending: Ending = "missing"
    elif (gone < len(turns) and len(closed) < len(turns)) or not (turns or marks):
        ending = "open"
    else:
        # A mark behind the last turn is for none; where there is no turn, it cannot be late.
        told = zip(ends, map(closed.get, range(len(ends))), strict=True)
        late = any(mark is not None and begins(mark.on) > end for end, mark in told)
        ending = "late" if late else "on-time"
    evidence = tuple(dict.fromkeys(mark.evidence for mark in marks if mark.evidence))
    on = marks[-1].on if marks else None
    return Outcome(entry, ending, on, evidence, gone, sum(mark is not None for mark in due))
