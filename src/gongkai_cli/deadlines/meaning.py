"""What somebody means by a task and a unit, in a line of the record or at the keyboard."""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher, get_close_matches
from operator import eq
from typing import Final, NamedTuple

from ..members import Members
from ..prose import UNPRINTABLE
from .entry import Agenda, Entry

Entries = tuple[Entry, ...]
ALL = "全部"
"""The word for every task and report of a campaign, as when an old one is closed."""
_BARS = re.compile(" ?[|｜] ?")
_SEVERAL = re.compile("[、，,]")
# Guessing takes longer than all the rest.
_MOST_GUESSES, _LONGEST_TASK = 300, 1_000
_SHORTEST, _LONGEST_PART = 2, 20
# Words that any task may have in it.
_VAGUE: Final = {"活动", "任务", "事项", "工作", "报送"}
# A task reworded this little is still the same one; a name this like another was meant to be it.
_SAME: Final = 0.8


def clean(text: str) -> str:
    """Without what would make two fields or two lines of one, or could not be read back."""
    text = UNPRINTABLE.sub(" ", text.encode("utf-8", "replace").decode())
    return _BARS.sub("/", " ".join(text.split()))


class Tasks:
    """What each task written in a record is; looking for what was meant takes longer than the rest."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        self._known: dict[str, tuple[Entries, bool]] = {}
        self._guesses = 0

    def of(self, written: str) -> tuple[Entries, bool]:
        """The entries a line is about, and whether the task has been reworded since."""
        if written not in self._known:
            named = _named(written, self._entries)
            found = self._guess(written) if named is None else named
            reworded = named is None and not all(written in entry.title for entry in found)
            self._known[written] = found, reworded
        return self._known[written]

    def nearest(self, written: str) -> str:
        """A hint at what may have been meant by a task that is none."""
        titles = [entry.title for entry in self._entries] if self._may_guess(written) else []
        return _nearest(written, titles)

    def _guess(self, written: str) -> Entries:
        found = self._like(written) if self._may_guess(written) else ()
        self._guesses += 1
        return found

    def _like(self, written: str) -> Entries:
        part = _by_part(written, self._entries)
        return part if _is_one(part) else _reworded(written, self._entries)

    def _may_guess(self, written: str) -> bool:
        return self._guesses < _MOST_GUESSES and len(written) <= _LONGEST_TASK


def _named(written: str, entries: Sequence[Entry]) -> Entries | None:
    """The entries that a line names; none where it could be several, None where nothing is called so."""
    if written == ALL:
        return tuple(entry for entry in entries if entry.kind != "milestone")
    found = _called(written, entries)
    if not found:
        return None
    return found if _is_one(found) else ()


def _called(written: str, entries: Sequence[Entry]) -> Entries:
    """The entries with an id, an id and whatever follows it, or else a name."""
    identity, title = [*written.split(maxsplit=1), "", ""][:2]
    if found := tuple(e for e in entries if e.id.casefold() == identity.casefold()):
        return found
    for name in filter(None, dict.fromkeys((written, title))):
        if found := tuple(entry for entry in entries if clean(entry.title) == name):
            return found
    return ()


def _is_one(entries: Sequence[Entry]) -> bool:
    """Whether entries are of one task, each of another unit."""
    return len({entry.id for entry in entries}) == 1


def _reworded(written: str, entries: Sequence[Entry]) -> Entries:
    """The entries of a task that has been worded a little differently since; none where in doubt."""
    title = [*written.split(maxsplit=1), ""][1]
    if not title:
        return ()
    likeness = {
        entry.id: SequenceMatcher(None, clean(entry.title), title).ratio() for entry in entries
    }
    like = [identity for identity, ratio in likeness.items() if ratio >= _SAME]
    return tuple(entry for entry in entries if entry.id == like[0]) if len(like) == 1 else ()


def of_units(entries: Sequence[Entry], written: str) -> tuple[tuple[Entry, ...], str]:
    """The entries of one unit, or of several with 、 between them; and a name that is none's."""
    whole, names = clean(written), list(filter(None, map(clean, _SEVERAL.split(written))))
    known = {clean(entry.unit or "") for entry in entries}
    wanted = {whole} if whole in known else set(names)
    unknown = next((name for name in names if name not in known), "" if names else written)
    if wanted and wanted <= known:
        return tuple(entry for entry in entries if clean(entry.unit or "") in wanted), ""
    return (), unknown


def unit_hint(unit: str, entries: Sequence[Entry]) -> str:
    """Who answers for a task, for somebody who named another unit."""
    units = [entry.unit for entry in entries if entry.unit]
    if near := get_close_matches(unit, units, 1, 0.6):
        return f"是不是“{near[0]}”"
    if not units:
        return "这项没有责任单位，不写单位"
    hint = f"责任单位是：{'、'.join(units)}"
    # A collective name that is still a unit of the agenda has no members in the file.
    many = next(filter(Members({}).are_open, units), None)
    return f"{hint}；要按单位记，先在“统称”里写明“{many}”有哪些单位" if many else hint


def _nearest(task: str, titles: Iterable[str]) -> str:
    task, titles = task.partition(" ")[2] or task, list(titles)
    near = get_close_matches(task, titles, 1, 0.4)
    near = near or [title for title in titles if _holds_like(title, task)]
    return f"是不是“{near[0]}”" if near else "用 gongkai tasks 看各项任务的编号"


def _holds_like(title: str, part: str) -> bool:
    """Whether a part of a title was meant: at least half of its characters stand there, in their places."""
    starts = range(len(title) - len(part) + 1) if _SHORTEST <= len(part) <= _LONGEST_PART else ()
    return any(sum(map(eq, part, title[at : at + len(part)])) * 2 >= len(part) for at in starts)


def _by_part(written: str, entries: Sequence[Entry]) -> Entries:
    """The entries of every task that has a part of its name in common; none where that tells nothing.

    What the campaign's own periods are called, too, is part of anything: 活动.
    """
    periods = [entry.title for entry in entries if entry.kind == "milestone"]
    vague = written in _VAGUE or any(written in title for title in periods)
    if vague or len(written) < _SHORTEST:
        return ()
    return tuple(entry for entry in entries if entry.kind != "milestone" and written in entry.title)


class Meant(NamedTuple):
    """The entries of the task that somebody means; where there are none, a hint.

    It ``is_ambiguous`` where there are several such tasks.
    """

    entries: Entries
    hint: str = ""
    is_ambiguous: bool = False


def find(wanted: str, agenda: Agenda) -> Meant:
    """The task that somebody means: as a line of the record names it, or by a part of its name."""
    real = tuple(entry for entry in agenda.entries if entry.kind != "milestone")
    written = clean(wanted)
    if named := _named(written, real):
        return Meant(named)
    found = _called(written, real) or _by_part(written, agenda.entries)
    if _is_one(found):
        return Meant(found)
    if found:
        titles = {entry.id: entry.title for entry in found}
        listed = "、".join(f"{key} {title[:20]}" for key, title in titles.items())
        return Meant((), f"有几项都对得上，写编号：{listed}", is_ambiguous=True)
    return Meant((), _nearest(written, (entry.title for entry in real)))
