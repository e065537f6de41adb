"""gongkai done: one more fact in a campaign's progress record."""

from pathlib import Path
from typing import NoReturn

import typer

from .. import deadlines, report
from ..dates.span import begins, day_of
from ..deadlines import Agenda, Entry
from ..finding import Finding, Place, Refused, outside
from ..project import clock, files, record
from .standings import agenda_in, read_progress
from .when import past_day

_MOST_NAMED = 6


def run(campaign: str, task: str, unit: str, on: str, evidence: str, *, undo: bool) -> int:
    """Record and return the exit code: 1 where there is no such task or unit, or the record refuses."""
    root = Path()
    (found,) = files.campaigns([campaign], root)
    now = clock.now()
    moment = past_day("--on", on, now) if on else now
    if begins(moment) > now:
        raise typer.BadParameter(f"“{on}”还没有到，完成了再记", param_hint="--on")
    agenda = agenda_in(files.read(found.path), found, root)
    if not undo and day_of(moment) < deadlines.opens(agenda):
        _refuse(agenda, on)
    facts, findings = read_progress(found, agenda, root, now)
    report.complain(findings)
    entries = _meant(agenda, task, unit)
    what = _what(entries)
    recorded = deadlines.Recorded(agenda, facts)
    if undo:
        entered = recorded.withdrawing(entries, moment, evidence, moment if on else None)
        if not entered.entries and (first := recorded.since(entries)):
            message = f"“{on}”还没有记完成，撤销不了（记的是 {deadlines.time_of(first)}）"
            raise typer.BadParameter(message, param_hint="--on")
    else:
        entered = recorded.completing(entries, moment, evidence)
    if not entered.entries:
        report.say(f"没有记过完成，不用撤销：{what}" if undo else f"以前已经记过：{what}")
        return 0
    record.append(found, deadlines.HEAD, entered.lines)
    shown, state = files.shown_record(found, root), "撤销" if undo else "完成"
    report.say(f"已记入 {shown}：{_what(entered.entries)}，{state}")
    kept = deadlines.clean_evidence(evidence)
    if kept != evidence.strip():
        report.say(f"佐证记作：{kept}")
    return 0


def _refuse(agenda: Agenda, on: str) -> NoReturn:
    """Say that the campaign has not begun, so nothing of it can be done."""
    of = f"活动是{agenda.context.year}年的"
    if on:
        raise typer.BadParameter(f"“{on}”在活动以前，记了不算（{of}）", param_hint="--on")
    hint = "核对“年份”“成文日期”；已经成文的，先填上“成文日期”"
    message = f"活动还没有开始，记了不算（{of}）"
    raise Refused(Finding(Place(agenda.path), "GK807", "error", message, hint))


def _meant(agenda: Agenda, task: str, unit: str) -> tuple[Entry, ...]:
    """The entries meant. Raises Refused, naming the nearest, where there is none."""
    meant = deadlines.find(task, agenda, unit)
    entries = meant.entries
    if not entries:
        missing = f"{agenda.path} 里没有任务“{task}”"
        message = f"“{task}”不止一项" if meant.is_ambiguous else missing
        raise Refused(Finding(outside("任务"), "GK803", "error", message, meant.hint))
    if unit:
        of_unit, unknown = deadlines.of_units(entries, unit, agenda.collectives)
        if unknown:
            message = f"“{entries[0].title}”没有责任单位“{unknown}”"
            hint = deadlines.unit_hint(unknown, entries)
            raise Refused(Finding(outside("--unit"), "GK804", "error", message, hint))
        return of_unit
    return entries


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
