"""gongkai done: one more fact in a campaign's progress record."""

from pathlib import Path

import typer

from .. import deadlines, project, report
from ..dates.span import begins, day_of, end_of
from ..deadlines import Agenda, Entry, Fact, Mark
from ..finding import Finding, Refused, outside
from .standings import read_agenda, read_progress
from .when import day_or_moment

_MOST_NAMED = 6


def run(campaign: str, task: str, unit: str, on: str, evidence: str, *, undo: bool) -> int:
    """Record and return the exit code: 0; 1 no such task or unit, or the record is closed to us."""
    root = Path()
    (found,) = project.campaigns([campaign], root)
    moment = day_or_moment("--on", on) if on else project.now()
    now = project.now()
    if day_of(moment) > now.date():
        raise typer.BadParameter(f"“{on}”还没有到，完成了再记", param_hint="--on")
    agenda = read_agenda(found, root)
    facts, findings = read_progress(found, agenda, root, now)
    report.complain(findings)
    entries = _meant(agenda, task, unit)
    marked = _marked(entries, facts)
    if undo:
        to_write = tuple(marked)
        late = [mark for mark in marked.values() if begins(mark.on) > end_of(moment)]
        if late:
            raise typer.BadParameter(f"“{on}”还没有记完成，撤销不了", param_hint="--on")
    else:
        to_write = tuple(
            one for one in entries if evidence or one not in marked or deadlines.recurs(one)
        )
    shown = project.shown_record(found, root)
    what = _what(entries)
    if not to_write:
        report.say(f"没有记过完成，不用撤销：{what}" if undo else f"以前已经记过：{what}")
        return 0
    lines = "".join(
        deadlines.line_of(moment, entry, done=not undo, evidence=evidence) for entry in to_write
    )
    project.append(found, deadlines.HEAD, lines)
    state = "撤销" if undo else "完成"
    report.say(f"已记入 {shown}：{_what(to_write)}，{state}")
    return 0


def _meant(agenda: Agenda, task: str, unit: str) -> tuple[Entry, ...]:
    """The entries meant. Raises Refused, naming the nearest, where there is none."""
    meant = deadlines.find(task, agenda)
    entries = meant.entries
    if not entries:
        missing = f"{agenda.path} 里没有任务“{task}”"
        message = f"“{task}”不止一项" if meant.is_ambiguous else missing
        raise Refused(Finding(outside("任务"), "GK803", "error", message, meant.hint))
    if unit:
        of_unit, unknown = deadlines.of_units(entries, unit)
        if unknown:
            message = f"“{entries[0].title}”没有责任单位“{unknown}”"
            hint = deadlines.unit_hint(unknown, entries)
            raise Refused(Finding(outside("--unit"), "GK804", "error", message, hint))
        return of_unit
    return entries


def _marked(entries: tuple[Entry, ...], facts: tuple[Fact, ...]) -> dict[Entry, Mark]:
    """Those that count as done, with the mark that says so last."""
    marks = deadlines.marks_of(facts)
    valid = {entry: deadlines.valid_of(entry, marks) for entry in entries}
    return {entry: left[-1] for entry, left in valid.items() if left}


def _what(entries: tuple[Entry, ...]) -> str:
    """What is said to have been recorded: one task with its units, or how many tasks."""
    tasks = {entry.id: entry.title for entry in entries}
    if len(tasks) > 1:
        return f"{len(tasks)}项"
    what = f"{entries[0].title.rstrip('。')}（{entries[0].id}）"
    units = [entry.unit for entry in entries if entry.unit]
    if not units:
        return what
    if len(units) > _MOST_NAMED:
        return f"{what}，{'、'.join(units[:_MOST_NAMED])}等{len(units)}个单位"
    return f"{what}，{'、'.join(units)}"
