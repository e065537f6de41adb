"""The lines to add to a record, so that what they say holds."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..dates import Moment
from ..dates.span import begins, end_of
from .entry import Entry
from .progress import Fact, line_of
from .validity import marks_of, recurs, valid_of


class Entered(NamedTuple):
    """Lines of a record and the entries they are about: those for which they change something."""

    entries: tuple[Entry, ...]
    lines: str


def completed(
    entries: Sequence[Entry], facts: Iterable[Fact], on: Moment, evidence: str
) -> Entered:
    """What says that entries are done; nothing for those that are, where there is no new evidence."""
    marks = marks_of(facts)
    told = tuple(one for one in entries if evidence or recurs(one) or not valid_of(one, marks))
    return Entered(told, "".join(line_of(on, one, done=True, evidence=evidence) for one in told))


def withdrawn(
    entries: Sequence[Entry], facts: Iterable[Fact], on: Moment, evidence: str, by: Moment | None
) -> Entered:
    """What takes entries back that were done ``by`` a time, if given; nothing for the others."""
    marks = marks_of(facts)
    told = tuple(
        one
        for one in entries
        if any(by is None or begins(mark.on) <= end_of(by) for mark in valid_of(one, marks))
    )
    return Entered(told, "".join(line_of(on, one, done=False, evidence=evidence) for one in told))


def since(entries: Sequence[Entry], facts: Iterable[Fact]) -> Moment | None:
    """When the first of entries was done, as far as the record holds; None where none is."""
    marks = marks_of(facts)
    held = [valid[0].on for one in entries if (valid := valid_of(one, marks))]
    return min(held, key=begins, default=None)
