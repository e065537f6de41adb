"""Which task and which unit somebody means, in a line of the record or on the command line."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher, get_close_matches
from itertools import islice
from operator import eq
from typing import Final, NamedTuple

from ..members import Members
from ..prose import UNPRINTABLE
from .entry import Agenda, Entry

Entries = tuple[Entry, ...]
Collectives = Mapping[str, tuple[str, ...]]
ALL = "全部"
"""The word for every task and report of a campaign, as when an old one is closed."""
_BARS = re.compile(" ?[|｜] ?")
_ADDRESS = re.compile("[A-Za-z][A-Za-z0-9+.-]*://[!-~]+")
_SEVERAL = re.compile("[、，,]")
# Guessing takes longer than all the rest.
_MOST_GUESSES, _LONGEST_TASK = 300, 1_000
_SHORTEST, _LONGEST_PART = 2, 20
_MOST = 6
# Words that any task may have in it.
_VAGUE: Final = {"活动", "任务", "事项", "工作", "报送"}
# A task reworded this little is still the same one; a name this like another was meant to be it.
_SAME: Final = 0.8
# What tells tasks of one wording apart: 第一、第二季度, 上、下半年, 初稿、终稿, 周报、月报.
_TELLING = re.compile(
    r"[\d〇零一二三四五六七八九十百千两甲乙丙丁上下前后初终首末春夏秋冬年季月旬周日]"
)


def clean(text: str) -> str:
    """A text that is safe in a field of the record: one line, without the bar that parts fields."""
    return _BARS.sub("/", _in_one_line(text))


def clean_evidence(text: str) -> str:
    """A text that is safe in the last field of a line of the record.

    There bars are allowed, but readers take them for the end of a column; so in a web address they are
    percent-encoded.
    """
    return _ADDRESS.sub(lambda found: found[0].replace("|", "%7C"), _in_one_line(text))


def _in_one_line(text: str) -> str:
    text = UNPRINTABLE.sub(" ", text.encode("utf-8", "replace").decode())
    return " ".join(text.split())


class Meant(NamedTuple):
    """The entries of the one task that somebody means; where that is none, a hint.

    ``is_ambiguous`` where several tasks match; ``is_reworded`` where the task had another name when the
    line was written.
    """

    entries: Entries
    hint: str = ""
    is_ambiguous: bool = False
    is_reworded: bool = False


class Tasks:
    """Finds the task that each line of a record is about; remembers what it found, for guessing is slow."""

    def __init__(self, agenda: Agenda) -> None:
        self._entries, self._collectives = agenda.entries, agenda.collectives
        self._known: dict[str, tuple[Entries, bool]] = {}
        self._guesses = 0

    def of(self, written: str, unit: str) -> Meant:
        """The task that a line is about, whose unit tells namesakes apart."""
        if written not in self._known:
            called = _called(written, self._entries)
            found = called or self._guess(written)
            reworded = not called and not all(written in entry.title for entry in found)
            self._known[written] = found, reworded
        found, reworded = self._known[written]
        if meant := _meant(found, written, unit, self._collectives):
            return meant._replace(is_reworded=reworded)
        return Meant((), self._nearest(written))

    def _nearest(self, written: str) -> str:
        """A hint at what may have been meant by a task that is none."""
        titles = [entry.title for entry in self._entries] if self._may_guess(written) else []
        return _nearest(written, titles)

    def _guess(self, written: str) -> Entries:
        found = self._like(written) if self._may_guess(written) else ()
        self._guesses += 1
        return found

    def _like(self, written: str) -> Entries:
        part = _by_part(written, self._entries)
        return part if _is_one(part) else _reworded(written, self._entries) or part

    def _may_guess(self, written: str) -> bool:
        return self._guesses < _MOST_GUESSES and len(written) <= _LONGEST_TASK


def _meant(found: Entries, written: str, unit: str, collectives: Collectives) -> Meant | None:
    """The one task among those found; of several, the one that the unit answers for."""
    if not found:
        return None
    if written == ALL or _is_one(found):
        return Meant(found)
    tasks: dict[str, list[Entry]] = {}
    for entry in found:
        tasks.setdefault(entry.id, []).append(entry)
    of_unit = [task for task in tasks.values() if unit and of_units(task, unit, collectives)[0]]
    if len(of_unit) == 1:
        return Meant(tuple(of_unit[0]))
    listed = "、".join(_told_apart(task, tasks.values()) for task in islice(tasks.values(), _MOST))
    more = f"等{len(tasks)}项" if len(tasks) > _MOST else ""
    return Meant((), f"有几项都对得上，写编号：{listed}{more}", is_ambiguous=True)


def _told_apart(task: Sequence[Entry], tasks: Iterable[Sequence[Entry]]) -> str:
    """The id and title of a task; with its units where another task has the same title."""
    first = task[0]
    told = f"{first.id} {first.title[:_LONGEST_PART]}"
    if sum(other[0].title == first.title for other in tasks) == 1 or not first.unit:
        return told
    return f"{told}（{first.unit}{'等' if len(task) > 1 else ''}）"


def _called(written: str, entries: Sequence[Entry]) -> Entries:
    """The entries that are called so: by id, by id and title, or by title.

    They may be of several tasks.
    """
    if written == ALL:
        return tuple(entry for entry in entries if entry.kind != "milestone")
    identity, title = [*written.split(maxsplit=1), "", ""][:2]
    if found := tuple(e for e in entries if e.id.casefold() == identity.casefold()):
        return found
    if found := tuple(e for e in entries if e.bare and e.bare == identity.casefold()):
        return found
    for name in filter(None, dict.fromkeys((written, title))):
        if found := tuple(entry for entry in entries if clean(entry.title) == name):
            return found
    return ()


def _is_one(entries: Sequence[Entry]) -> bool:
    """Whether entries are of one task, for several units."""
    return len({entry.id for entry in entries}) == 1


def _reworded(written: str, entries: Sequence[Entry]) -> Entries:
    """The entries of a task that has been worded a little differently since; none where in doubt."""
    title = [*written.split(maxsplit=1), "", ""][1]
    if not title:
        return ()
    titles = {entry.id: clean(entry.title) for entry in entries}
    like = [identity for identity, now in titles.items() if _is_reworded(title, now)]
    return tuple(entry for entry in entries if entry.id == like[0]) if len(like) == 1 else ()


def _is_reworded(before: str, now: str) -> bool:
    """Whether two titles are of one task: nearly alike, and not different in a number, season or the like."""
    compared = SequenceMatcher(None, now, before)
    if compared.ratio() < _SAME:
        return False
    apart = [part for part in compared.get_opcodes() if part[0] != "equal"]
    return not any(
        _TELLING.search(now[i:j]) or _TELLING.search(before[k:end]) for _, i, j, k, end in apart
    )


def of_units(
    entries: Sequence[Entry], written: str, collectives: Collectives
) -> tuple[Entries, str]:
    """The entries of the units written, with 、 between several; or the name that is no unit of theirs.

    A collective name means those of its members that answer for the task: the line may be older than
    the file's 统称.
    """
    whole, names = clean(written), list(filter(None, map(clean, _SEVERAL.split(written))))
    known = {clean(entry.unit or "") for entry in entries}
    wanted: set[str] = set()
    for name in [whole] if whole in known else names:
        inside = {name} & known or known.intersection(_members(name, collectives))
        if not inside:
            return (), name
        wanted |= inside
    if not wanted:
        return (), written
    return tuple(entry for entry in entries if clean(entry.unit or "") in wanted), ""


def _members(name: str, collectives: Collectives) -> Iterator[str]:
    for collective, units in collectives.items():
        if clean(collective) == name:
            yield from map(clean, units)


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
    """The entries of every task whose title contains the words written.

    None for words that say too little, such as 活动 or what the campaign's own period is called.
    """
    periods = [entry.title for entry in entries if entry.kind == "milestone"]
    vague = written in _VAGUE or any(written in title for title in periods)
    if vague or len(written) < _SHORTEST:
        return ()
    return tuple(entry for entry in entries if entry.kind != "milestone" and written in entry.title)


def find(wanted: str, agenda: Agenda, unit: str) -> Meant:
    """The task that somebody means: as a line of the record names it, or by a part of its name."""
    real = tuple(entry for entry in agenda.entries if entry.kind != "milestone")
    written = clean(wanted)
    found = _called(written, real) or _by_part(written, agenda.entries)
    return _meant(found, written, unit, agenda.collectives) or Meant(
        (), _nearest(written, (entry.title for entry in real))
    )
