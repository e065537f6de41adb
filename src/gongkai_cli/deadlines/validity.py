"""Which lines of the record hold: of two about one thing, the one further down."""

from collections.abc import Iterable, Mapping, Sequence

from ..dates.span import begins
from .entry import Entry
from .progress import Fact, Mark


def marks_of(facts: Iterable[Fact]) -> dict[Entry, list[Mark]]:
    """The marks of each entry, in the order of the lines."""
    marks: dict[Entry, list[Mark]] = {}
    for fact in facts:
        marks.setdefault(fact.entry, []).append(fact.mark)
    return marks


def recurs(entry: Entry) -> bool:
    """Whether each of its turns is marked by itself."""
    return entry.span is not None and entry.span.again is not None


def valid_of(entry: Entry, marks: Mapping[Entry, Sequence[Mark]]) -> tuple[Mark, ...]:
    """The marks of an entry that no line below takes back, the earliest first.

    A line's time is when something was done, not when that was written down: 补记 comes days after,
    and a mistake is taken back at any time. So a task taken back is open again, however often and
    for whatever days it was marked above; and what is marked below that is done again, for whatever
    day. Of what recurs the last turn is taken back. A line that two have written alike, as when git
    puts their lines together, counts once.
    """
    left: dict[tuple[object, str], Mark] = {}
    for mark in marks.get(entry, ()):
        if mark.done:
            left.setdefault((mark.on, mark.evidence), mark)
        elif not recurs(entry):
            left.clear()
        elif left:
            last = max(left, key=lambda key: begins(left[key].on))
            del left[last]
    return tuple(sorted(left.values(), key=lambda mark: begins(mark.on)))
