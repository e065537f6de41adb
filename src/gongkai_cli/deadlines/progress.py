"""The progress record: what has been done, one fact on a line, only ever added to.

    时间 | 任务（编号或名称） | 单位 | 状态 | 佐证

Only the first two are needed; without a unit the line is about all of them. Of two lines about one
thing the one further down holds (``validity``). Lines about different things may stand in any order.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from ..dates.days import read_moment
from ..dates.span import Context, Moment, begins, day_of
from ..finding import MOST, Finding, Place
from .entry import Agenda, Entry, opens
from .meaning import Entries, Tasks, clean, clean_evidence, of_units, unit_hint

HEAD = (
    "# 进展记录：一行一条，只在末尾添加，不改前面的。用 gongkai done 添加，也可以手写。\n"
    "# 时间 | 任务（编号或名称） | 单位 | 状态（完成、撤销） | 佐证\n"
)
_BAR = re.compile(r"[|｜\t]")
_DONE = {"", "完成", "已完成", "办结", "已办结", "已报", "已报送", "已上报", "√", "✓"}
_TAKEN_BACK = {"撤销", "撤消", "撤回", "取消", "作废", "退回"}
_UNDONE = _TAKEN_BACK | {"未完成", "未办结", "未报", "未报送", "未上报"}
_CONFLICT = re.compile(r"<{7}|={7}|>{7}|\|{7}")
_BEFORE, _BETWEEN = "|" * 7, "=" * 7
_FEWEST, _MOST = 2, 5
_LONGEST_TIME = 60
_APART = timedelta(minutes=10)
"""What the clocks of two machines may differ by, and no more needs to be said of."""


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


def time_of(on: Moment) -> str:
    """A day or a moment as the record has it."""
    return on.isoformat(" ", "minutes") if isinstance(on, datetime) else on.isoformat()


def line_of(on: Moment, entry: Entry, *, done: bool, evidence: str) -> str:
    """The line of the record that says so, with its line break."""
    task = f"{entry.id} {clean(entry.title)}"
    state = "完成" if done else "撤销"
    fields = [time_of(on), task, clean(entry.unit or ""), state]
    if told := clean_evidence(evidence):
        fields.append(told)
    return " | ".join(fields) + "\n"


def read(text: str, path: str, context: Context) -> tuple[tuple[Mark, ...], tuple[Finding, ...]]:
    """The marks of a record, in the order of the lines; a line with a mistake is a finding."""
    marks: list[Mark] = []
    findings: list[Finding] = []
    lines = text.split("\n")
    if _BEFORE in text:
        _strike_base(lines)
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.lstrip().startswith("#"):
            found = _read_line(line, Place(path, number), context)
            (marks if isinstance(found, Mark) else findings).append(found)  # type: ignore[arg-type]
    return tuple(marks), tuple(findings[:MOST])


def _strike_base(lines: list[str]) -> None:
    """Empty the lines of the common ancestor that git shows in a conflict (diff3); neither side has them."""
    base: int | None = None
    for number, line in enumerate(lines):
        if line.startswith(_BEFORE):
            base = number + 1
        elif base is not None and line.startswith(_BETWEEN):
            lines[base:number] = [""] * (number - base)
            base = None


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
    from ..dates.grammar import understand

    try:
        if moment := read_moment(text):
            return moment
        span = understand(text, context)
    except ValueError:  # NotUnderstood, too
        return None
    return span.due if span.start == span.due else None


def settle(
    marks: Iterable[Mark], agenda: Agenda, latest: datetime
) -> tuple[tuple[Fact, ...], tuple[Finding, ...]]:
    """The facts that marks tell, and findings about marks that are of no entry.

    A mark later than ``latest``, or from before the campaign, becomes a finding and no fact.
    """
    facts: list[Fact] = []
    findings: list[Finding] = []
    tasks = Tasks(agenda)
    known: dict[tuple[str, str], tuple[Entries, Finding | None]] = {}
    # Most campaigns have no record yet, and need no look at all their dates.
    marks, early = tuple(marks), list[Mark]()
    first = opens(agenda) if marks else agenda.first
    for mark in marks:
        if begins(mark.on) - latest > _APART:
            message = f"记的是以后的事：{time_of(mark.on)}，先不算数"
            findings.append(Finding(mark.place, "GK805", "warning", message, "核对这一行的时间"))
            continue
        if mark.done and day_of(mark.on) < first:
            early.append(mark)
            continue
        if (about := (mark.task, mark.unit)) not in known:
            known[about] = _about(mark, tasks, agenda)
        entries, finding = known[about]
        facts += (Fact(entry, mark) for entry in entries)
        findings += [replace(finding, place=mark.place)] if finding else []
    findings += [_before(early, agenda)] if early else []
    return tuple(facts), _fewer(findings)


def _before(early: Sequence[Mark], agenda: Agenda) -> Finding:
    """One finding for all marks from before the campaign: often the whole record is last year's."""
    day, year = day_of(early[0].on).isoformat(), agenda.context.year
    if len(early) == 1:
        message, hint = f"记的是活动以前的事：{day}，没有算", "核对这一行的时间"
    else:
        message = f"从这一行起有{len(early)}行记的是活动以前的事：{day}等，没有算"
        hint = "是往年的记录，就移到别的文件夹"
    message = f"{message}（活动是{year}年的）" if day[:4] != str(year) else message
    return Finding(early[0].place, "GK807", "warning", message, hint)


def _fewer(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """As many findings as anybody mends at once; notes are dropped first."""
    first = sorted(findings, key=lambda finding: (finding.severity == "note", finding))
    return tuple(sorted(first[:MOST]))


def _about(mark: Mark, tasks: Tasks, agenda: Agenda) -> tuple[Entries, Finding | None]:
    meant = tasks.of(mark.task, mark.unit)
    entries = meant.entries
    if not entries:
        message = f"活动里没有任务“{mark.task}”，这一行没有算"
        if meant.is_ambiguous:
            message = f"任务“{mark.task}”不止一项，这一行没有算"
        return (), Finding(mark.place, "GK803", "warning", message, meant.hint)
    if mark.unit:
        of_unit, unknown = of_units(entries, mark.unit, agenda.collectives)
        if unknown:
            hint = unit_hint(unknown, entries)
            message = f"“{entries[0].title}”没有责任单位“{unknown}”，这一行没有算"
            return (), Finding(mark.place, "GK804", "warning", message, hint)
        entries = of_unit
    finding = None
    if meant.is_reworded:
        message = f"“{mark.task}”现在是“{entries[0].id} {entries[0].title}”，按同一项算"
        hint = "不是同一项，就在活动文件里给它写“编号”"
        finding = Finding(mark.place, "GK806", "note", message, hint)
    return entries, finding
