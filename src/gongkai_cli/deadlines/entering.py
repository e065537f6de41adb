"""The lines to add to a record, so that what they say holds."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..dates.span import Moment, begins, end_of
from ..finding import Place
from .entry import Agenda, Entry
from .meaning import clean_evidence
from .progress import Fact, Mark, line_of
from .standing import is_settled, turns_of
from .validity import marks_of, meant_by, recurs, valid_of


class Entered(NamedTuple):
    """Lines to add to a record, and the entries that they change."""

    entries: tuple[Entry, ...]
    lines: str


class Recorded:
    """What a record says of a campaign so far, to find out which lines must be added."""

    def __init__(self, agenda: Agenda, facts: Iterable[Fact]) -> None:
        self._agenda, self._marks = agenda, marks_of(facts)

    def completing(self, entries: Sequence[Entry], on: Moment, evidence: str) -> Entered:
        """The lines that say that entries are done.

        None for an entry that is done already, unless there is new evidence.
        """
        told = tuple(one for one in entries if self._is_news(one, on, evidence))
        lines = (line_of(on, one, done=True, evidence=evidence) for one in told)
        return Entered(told, "".join(lines))

    def withdrawing(
        self, entries: Sequence[Entry], on: Moment, evidence: str, by: Moment | None
    ) -> Entered:
        """The lines that take back that entries are done; with ``by`` only what was done by then.

        Of a recurring entry one occurrence is taken back: the one marked at that time, or the last.
        """
        told: dict[Entry, str] = {}
        for one in entries:
            if recurs(one):
                times = self._of_a_turn(one, by)
            else:
                held = [mark.on for mark in valid_of(one, self._marks)]
                done = any(by is None or begins(each) <= end_of(by) for each in held)
                times = [on] if done else []
            if times:
                lines = (line_of(when, one, done=False, evidence=evidence) for when in times)
                told[one] = "".join(lines)
        return Entered(tuple(told), "".join(told.values()))

    def since(self, entries: Sequence[Entry]) -> Moment | None:
        """When the first of entries was done; None where none is."""
        held = [valid[0].on for one in entries if (valid := valid_of(one, self._marks))]
        return min(held, key=begins, default=None)

    def _is_news(self, entry: Entry, on: Moment, evidence: str) -> bool:
        """Whether one mark more changes how an entry stands, or what is known of it."""
        valid = valid_of(entry, self._marks)
        if any((mark.on, mark.evidence) == (on, clean_evidence(evidence)) for mark in valid):
            return False
        if evidence or not (valid and recurs(entry)):
            return bool(evidence or not valid)
        mark = Mark(on, "", "", done=True, evidence="", place=Place(""))
        more = sorted([*valid, mark], key=lambda each: begins(each.on))
        return self._reached(entry, more) > self._reached(entry, valid)

    def _of_a_turn(self, entry: Entry, by: Moment | None) -> Sequence[Moment]:
        """The times of the marks to take back for one turn to be open: it may be marked twice."""
        valid = valid_of(entry, self._marks)
        times = dict.fromkeys(mark.on for mark in valid)
        if by is not None:
            return meant_by(by, times, times)
        reached = self._reached(entry, valid)
        taken: list[Moment] = []
        for on in sorted(times, key=begins, reverse=True):
            taken.append(on)
            left = [mark for mark in valid if mark.on not in taken]
            if not any(reached) or self._reached(entry, left) < reached:
                break
        return taken

    def _reached(self, entry: Entry, marks: Sequence[Mark]) -> tuple[bool, int]:
        """Whether nothing more is wanted of what recurs, and how many of its turns marks close."""
        if entry.span is None or entry.span.again is None:
            return False, 0
        turns, ends, closed = turns_of(entry.span, self._agenda, marks)
        is_whole = 0 < len(turns) == len(closed)
        return is_whole or is_settled(ends, marks, closed), len(closed)
