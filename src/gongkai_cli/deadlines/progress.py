"""The progress record: what has been done, one fact on a line, only ever added to.

    时间 | 任务（编号或名称） | 单位 | 状态 | 佐证

Only the first two are needed; without a unit the line is about all of them. The order of the lines
does not matter, so two people's lines may be put together in any order.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from difflib import SequenceMatcher, get_close_matches
from typing import Final

from ..dates import Context, Moment, NotUnderstood, read_moment
from ..dates.span import begins, day_of, end_of
from ..finding import Finding, Place
from ..members import Members
from ..prose import UNPRINTABLE
from .entry import Agenda, Entry

HEAD = (
    "# 进展记录：一行一条，只在末尾添加，不改前面的。用 gongkai done 添加，也可以手写。\n"
    "# 时间 | 任务（编号或名称） | 单位 | 状态（完成、撤销） | 佐证\n"
)
_BAR = re.compile(r"[|｜\t]")
_BARS = re.compile(" ?[|｜] ?")
_SEVERAL = re.compile("[、，,]")
_DONE = {"", "完成", "已完成", "办结", "已办结", "已报", "已报送", "已上报", "√", "✓"}
_UNDONE = {"撤销", "取消", "退回", "未完成"}
_CONFLICT = re.compile(r"<{7}|={7}|>{7}")
_FEWEST, _MOST = 2, 5
# More than anybody mends before looking again; guessing takes longer than all the rest.
_MOST_TOLD, _MOST_GUESSES, _LONGEST_TIME, _LONGEST_TASK = 200, 300, 60, 1_000
_Entries = tuple[Entry, ...]
ALL = "全部"
"""The word for every task and report of a campaign, as when an old one is closed."""
# A task reworded this little is still the same one; a name this like another was meant to be it.
_SAME: Final = 0.8


@dataclass(frozen=True, slots=True)
class Mark:
    """One line of the record. ``unit`` is empty where the line is about all of a task's units."""

    on: Moment
    task: str
    unit: str
    done: bool
    evidence: str
    place: Place


@dataclass(frozen=True, slots=True)
class Fact:
    """A mark that is about a known entry."""

    entry: Entry
    mark: Mark


def line_of(on: Moment, entry: Entry, *, done: bool, evidence: str) -> str:
    """The line of the record that says so, with its line break."""
    when = f"{on:%Y-%m-%d %H:%M}" if isinstance(on, datetime) else on.isoformat()
    task = f"{entry.id} {_clean(entry.title)}"
    state = "完成" if done else "撤销"
    fields = [when, task, _clean(entry.unit or ""), state, _clean(evidence)]
    return " | ".join(fields).rstrip(" |") + "\n"


def _clean(text: str) -> str:
    """Without what would make two fields or two lines of one, or could not be read back."""
    text = UNPRINTABLE.sub(" ", text.encode("utf-8", "replace").decode())
    return _BARS.sub("/", " ".join(text.split()))


def read(text: str, path: str, context: Context) -> tuple[tuple[Mark, ...], tuple[Finding, ...]]:
    """The marks of a record, in the order of the lines; a line with a mistake is a finding."""
    marks: list[Mark] = []
    findings: list[Finding] = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() and not line.lstrip().startswith("#"):
            found = _read_line(line, Place(path, number), context)
            (marks if isinstance(found, Mark) else findings).append(found)  # type: ignore[arg-type]
    return tuple(marks), tuple(findings[:_MOST_TOLD])


def _read_line(line: str, place: Place, context: Context) -> Mark | Finding:
    if _CONFLICT.match(line):
        hint = "两边的记录都留下，删去 <<<<<<<、=======、>>>>>>> 这几行"
        return Finding(place, "GK801", "error", "合并时留下的冲突标记", hint)
    fields = [field.strip() for field in _BAR.split(line.strip(), _MOST - 1)]
    if len(fields) < _FEWEST:
        hint = "写成 时间 | 任务 | 单位 | 完成 | 佐证，竖线隔开"
        return Finding(place, "GK801", "error", "这一行看不明白", hint)
    when, task, unit, state, evidence = [*fields, "", "", ""][:_MOST]
    on = _moment(when, context) if len(when) <= _LONGEST_TIME else None
    if on is None:
        hint = "写成 2026-05-20 或 2026-05-20 16:00"
        return Finding(place, "GK802", "error", f"时间“{when}”看不明白", hint)
    if not task:
        return Finding(place, "GK801", "error", "没有写是哪项任务", "写任务的编号或名称")
    if state not in _DONE | _UNDONE:
        column = line.index(state) + 1
        hint = "写“完成”；记错了要收回，写“撤销”；说明放在后面一格"
        place = Place(place.path, place.line, column)
        return Finding(place, "GK801", "error", f"状态“{state}”看不明白", hint)
    return Mark(on, task, unit, state in _DONE, evidence, place)


def _moment(text: str, context: Context) -> Moment | None:
    """A day or a moment of a day; the campaign's own year where none is written."""
    from ..dates import understand  # a record that the program writes never needs it

    try:
        if moment := read_moment(text):
            return moment
        span = understand(text, context)
    except (NotUnderstood, ValueError):
        return None
    return span.due if span.start == span.due else None


def settle(
    marks: Iterable[Mark], agenda: Agenda, latest: Moment
) -> tuple[tuple[Fact, ...], tuple[Finding, ...]]:
    """Each mark with the entries it is about, oldest first, and the marks that are about none.

    A mark later than ``latest`` is told and does not count.
    """
    facts: list[Fact] = []
    findings: list[Finding] = []
    tasks = _Tasks(agenda.entries)
    known: dict[tuple[str, str], tuple[_Entries, Finding | None]] = {}
    for mark in sorted(marks, key=_order):
        if day_of(mark.on) > day_of(latest):
            day = day_of(mark.on)
            message = f"记的是以后的事：{day.isoformat()}，先不算数"
            findings.append(Finding(mark.place, "GK805", "warning", message, "核对这一行的时间"))
            continue
        if (about := (mark.task, mark.unit)) not in known:
            known[about] = _about(mark, tasks)
        entries, finding = known[about]
        facts += (Fact(entry, mark) for entry in entries)
        findings += [replace(finding, place=mark.place)] if finding else []
    return tuple(facts), _fewer(findings)


def _fewer(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """As many as anybody mends before looking again: what does not count before what does."""
    first = sorted(findings, key=lambda finding: (finding.severity == "note", finding))
    return tuple(sorted(first[:_MOST_TOLD]))


def _order(mark: Mark) -> tuple[datetime, bool]:
    """What is taken back on a day is taken back of all that was marked on it."""
    return begins(mark.on) if mark.done else end_of(mark.on), not mark.done


class _Tasks:
    """What each task written in a record is; looking for what was meant takes longer than the rest."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        self._known: dict[str, tuple[_Entries, bool]] = {}
        self._guesses = 0

    def of(self, written: str) -> tuple[_Entries, bool]:
        """The entries a line is about, and whether the task has been reworded since."""
        if written not in self._known:
            found = _named(written, self._entries)
            if found is None:
                found = _reworded(written, self._entries) if self.may_guess(written) else ()
                self._guesses += 1
                self._known[written] = found, bool(found)
            else:
                self._known[written] = found, False
        return self._known[written]

    def may_guess(self, written: str) -> bool:
        return self._guesses < _MOST_GUESSES and len(written) <= _LONGEST_TASK

    def nearest(self, written: str) -> str:
        titles = [entry.title for entry in self._entries] if self.may_guess(written) else []
        return _nearest(written, titles)


def _about(mark: Mark, tasks: _Tasks) -> tuple[_Entries, Finding | None]:
    entries, renamed = tasks.of(mark.task)
    if not entries:
        hint = tasks.nearest(mark.task)
        message = f"活动里没有任务“{mark.task}”，这一行没有算"
        return (), Finding(mark.place, "GK803", "warning", message, hint)
    if mark.unit:
        of_unit, unknown = of_units(entries, mark.unit)
        if unknown:
            hint = unit_hint(unknown, entries)
            message = f"“{entries[0].title}”没有责任单位“{unknown}”，这一行没有算"
            return (), Finding(mark.place, "GK804", "warning", message, hint)
        entries = of_unit
    finding = None
    if renamed:
        message = f"“{mark.task}”现在是“{entries[0].id} {entries[0].title}”，按同一项算"
        hint = "不是同一项，就在活动文件里给它写“编号”"
        finding = Finding(mark.place, "GK806", "note", message, hint)
    return entries, finding


def _named(written: str, entries: Sequence[Entry]) -> _Entries | None:
    """The entries that a line names; none where it could be several, None where nothing is called so."""
    identity, title = [*written.split(maxsplit=1), ""][:2]
    if written == ALL:
        return tuple(entry for entry in entries if entry.kind != "milestone")
    if found := tuple(e for e in entries if e.id.casefold() == identity.casefold()):
        return found
    for name in dict.fromkeys((written, title)):
        if found := tuple(entry for entry in entries if name and _clean(entry.title) == name):
            return found if len({entry.id for entry in found}) == 1 else ()
    return None


def _reworded(written: str, entries: Sequence[Entry]) -> _Entries:
    """The entries of a task that has been worded a little differently since; none where in doubt."""
    title = [*written.split(maxsplit=1), ""][1]
    if not title:
        return ()
    likeness = {
        entry.id: SequenceMatcher(None, _clean(entry.title), title).ratio() for entry in entries
    }
    like = [identity for identity, ratio in likeness.items() if ratio >= _SAME]
    return tuple(entry for entry in entries if entry.id == like[0]) if len(like) == 1 else ()


def of_units(entries: Sequence[Entry], written: str) -> tuple[tuple[Entry, ...], str]:
    """The entries of one unit, or of several with 、 between them; and a name that is none's."""
    names = [_clean(name) for name in (written, *_SEVERAL.split(written))]
    known = {_clean(entry.unit or "") for entry in entries}
    wanted = set(names[:1] if names[0] in known else names[1:])
    unknown = next((name for name in names[1:] if name not in known), "")
    if wanted <= known:
        return tuple(entry for entry in entries if _clean(entry.unit or "") in wanted), ""
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
    near = get_close_matches(task.partition(" ")[2] or task, list(titles), 1, 0.4)
    return f"是不是“{near[0]}”" if near else "用 gongkai tasks 看各项任务的编号"


def find(wanted: str, agenda: Agenda) -> tuple[tuple[Entry, ...], str]:
    """The entries of the task that somebody means by its id, its name or a part of its name; 全部
    means every one.

    Empty, with a hint, where there is none, or where several are meant.
    """
    real = tuple(entry for entry in agenda.entries if entry.kind != "milestone")
    if wanted == ALL and real:
        return real, ""
    tests = (
        lambda entry: entry.id.casefold() == wanted.casefold(),
        lambda entry: entry.title == wanted,
        lambda entry: len(wanted) > 1 and wanted in entry.title,
    )
    for fits in tests:
        found = tuple(filter(fits, real))
        named = {entry.id: entry.title for entry in found}
        if len(named) == 1:
            return found, ""
        if named:
            listed = "、".join(f"{key} {title[:20]}" for key, title in named.items())
            return (), f"有几项都对得上，写编号：{listed}"
    return (), _nearest(wanted, (entry.title for entry in real))
