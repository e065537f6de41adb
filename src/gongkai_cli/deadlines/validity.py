"""Which lines of the record count: of two about the same thing, the later line."""

from collections.abc import Iterable, Mapping, Sequence

from ..dates.span import Moment, begins, day_of, end_of
from .entry import Entry
from .progress import Fact, Mark


def marks_of(facts: Iterable[Fact]) -> dict[Entry, list[Mark]]:
    """The marks of each entry, in the order of the lines."""
    marks: dict[Entry, list[Mark]] = {}
    for fact in facts:
        marks.setdefault(fact.entry, []).append(fact.mark)
    return marks


def recurs(entry: Entry) -> bool:
    """Whether an entry has occurrences that are marked one by one."""
    return entry.span is not None and entry.span.again is not None


def valid_of(entry: Entry, marks: Mapping[Entry, Sequence[Mark]]) -> tuple[Mark, ...]:
    """The marks of an entry that no line below takes back, the earliest first.

    A line's time is when something was done, not when that was written down: 补记 comes days after,
    and a mistake is taken back at any time. So a task taken back is open again, however often and
    for whatever days it was marked above; and what is marked below that is done again, for whatever
    day. Of what recurs only the time tells which turn is taken back (``meant_by``). A line that two
    have written alike, as when git puts their lines together, counts once.
    """
    left: dict[tuple[Moment, str], Mark] = {}
    told: dict[Moment, None] = {}
    for mark in marks.get(entry, ()):
        if mark.done:
            left.setdefault((mark.on, mark.evidence), mark)
            told[mark.on] = None
        elif not recurs(entry):
            left.clear()
        else:
            taken = meant_by(mark.on, told, [on for on, _ in left])
            left = {key: one for key, one in left.items() if key[0] not in taken}
    return tuple(sorted(left.values(), key=lambda mark: begins(mark.on)))


def meant_by(on: Moment, told: Iterable[Moment], left: Iterable[Moment]) -> tuple[Moment, ...]:
    """The times of the marks that a line takes back: those of its own time, or else of its day.

    Where nothing was ever marked then, it takes back the latest mark before it that is still ``left``.
    The same line twice takes back no more than once.
    """
    told = tuple(told)
    if same := [one for one in told if one == on]:
        return tuple(same)
    if on == day_of(on) and (of_day := [one for one in told if day_of(one) == on]):
        return tuple(of_day)
    before = [one for one in left if begins(one) <= end_of(on)]
    return (max(before, key=begins),) if before else ()
