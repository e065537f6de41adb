"""A file with errors: everything that is wrong in it, and the campaign without the parts that are.

What is wrong is looked for in the file as it was typed. Then the parts that the model refuses are
taken out, again and again, for without a part another one may be refused; what is left is a
campaign that rules and reminders can look at. Nothing is concluded from a part's being left out.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from .. import timetable, yamltree
from ..dates.span import Context
from ..finding import MOST, Finding, errors
from ..reference import Fault
from ..yamltree import Tree
from . import modelfault, unread
from .loaded import Loaded
from .reading import Reading, read

# A part that is left out may make another one useless; more often than this, little is left.
_MOST_PASSES = 6


def in_part(whole: Reading, findings: tuple[Finding, ...], context: Context | None) -> Loaded:
    """What is known of a file with errors; ``findings`` are those made before the model read it."""
    tree = whole.tree
    keys = _keys_in_doubt(whole)
    unresolved = {tree.place(fault.steps) for fault in whole.faults}
    findings = tuple(
        modelfault.with_colon(one, tree) for one in findings if one.place not in unresolved
    )
    rest = _without_refused(whole, keys)
    told = [*_unresolved(whole, keys), *_refused(whole), *rest.findings]
    every = tuple(sorted({*findings, *modelfault.without_echoes(told, findings)}))
    left = rest.reading
    doubtful = {*tree.gaps.doubtful, *(finding.place.line for finding in errors(every))}
    # A 「键」 that led to a part which is left out now stands in the text as typed.
    doubtful |= {_of_fault(fault, left.tree).place.line for fault in left.faults}
    return Loaded(
        tree.path,
        None,
        every,
        left.tree,
        left.data,
        context if left is whole else timetable.context_of(left.data),
        left.pieces,
        left.campaign,
        frozenset(keys | tree.keys_at(rest.lines | doubtful)),
        frozenset(doubtful),
    )


def _keys_in_doubt(whole: Reading) -> set[str]:
    """The keys that have an error, or may have been meant where one stands."""
    gaps = whole.tree.gaps
    keys = {
        *modelfault.keys_in_doubt(whole.refused),
        *unread.keys_within(gaps.parts),
        *gaps.words,
    }
    if "届次" in keys:
        keys.add("届数")  # is reckoned from it
    return keys


def _unresolved(whole: Reading, keys: set[str]) -> Iterator[Finding]:
    """What is wrong with each 「键」; not where it leads to a key that has an error of its own."""
    for fault in whole.faults:
        if keys.isdisjoint(re.split(r" *\. *", fault.wanted.strip())):
            yield _of_fault(fault, whole.tree)


def _of_fault(fault: Fault, tree: Tree) -> Finding:
    place = tree.place(fault.steps, fault.offset)
    return Finding(place, fault.code, "error", fault.message, fault.hint)


def _refused(whole: Reading) -> Iterator[Finding]:
    """What the model refuses of the file as typed; not what follows from another error."""
    tree = whole.tree
    for details in whole.refused[:MOST]:
        follows = modelfault.is_meant(details, whole.refused, tree)
        if not follows and not unread.is_of_gap(details, tree):
            yield modelfault.finding(details, tree)


class _Rest(NamedTuple):
    """What is left of a file without the parts that are refused.

    ``lines`` are those of the parts, ``findings`` what is wrong with keys that could only be
    looked at together once the parts were gone.
    """

    reading: Reading
    lines: set[int]
    findings: list[Finding]


def _without_refused(whole: Reading, in_doubt: set[str]) -> _Rest:
    reading, lines, findings = whole, set[int](), list[Finding]()
    for _ in range(_MOST_PASSES):
        if reading.campaign is not None:
            break
        parts = [modelfault.part(details) for details in reading.refused]
        lines |= reading.tree.lines(parts)
        left = yamltree.without(reading.tree, parts)
        if left is None:
            break
        reading = read(left)
        findings += (
            modelfault.finding(details, reading.tree)
            for details in reading.refused
            if modelfault.is_of_known(details, in_doubt)
            and not unread.is_of_gap(details, whole.tree)
        )
    return _Rest(reading, lines, findings)
