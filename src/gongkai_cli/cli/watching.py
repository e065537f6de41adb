"""Every campaign asked for with its progress record, as it stands at a moment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from .. import deadlines, project
from ..dates import read_moment
from ..dates.span import begins
from ..deadlines import Agenda, Standing, Status
from ..finding import Finding, Place, Refused, errors, has_errors

if TYPE_CHECKING:
    from ..loading import Loaded

COLORS: Mapping[Status | None, str] = {
    "overdue": "31",
    "due-today": "33",
    "due-soon": "36",
    "in-progress": "34",
    "ongoing": "34",
    "done": "32",
}
"""How a status is coloured on a terminal; the others are not."""


@dataclass(frozen=True, slots=True)
class Watched:
    """One campaign at a moment."""

    found: project.Found
    agenda: Agenda
    standings: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Watch:
    """All campaigns that could be read; ``failed`` where one could not be, or had no date at all."""

    campaigns: tuple[Watched, ...]
    findings: tuple[Finding, ...]
    failed: bool


def moment(text: str) -> datetime:
    """The moment that --now gives, or the present. Raises a usage error for an impossible one."""
    if not text:
        return project.now()
    return begins(day_or_moment("--now", text))


def day_or_moment(option: str, text: str) -> date | datetime:
    """A day or a moment that an option gives. Raises a usage error for an impossible one."""
    try:
        if given := read_moment(text):
            return given
    except (ValueError, OverflowError):
        pass
    hint = "写成 2026-05-19 或 2026-05-19T09:00"
    raise typer.BadParameter(f"“{text}”不是日期（{hint}）", param_hint=option)


def watch(campaigns: Sequence[str], now: datetime) -> Watch:
    """Read campaigns and records. One that cannot be read does not hide the others."""
    found, findings = project.survey(campaigns, Path())
    each = [watch_one(one, now, deadlines.WITHIN) for one in found]
    return Watch(
        tuple(chain.from_iterable(one.campaigns for one in each)),
        tuple(sorted({*findings, *chain.from_iterable(one.findings for one in each)})),
        has_errors(findings) or any(one.failed for one in each),
    )


def watch_one(one: project.Found, now: datetime, within: int) -> Watch:
    """Read one campaign and its record, whatever state they are in."""
    root = Path()
    try:
        agenda = read_agenda(one, root)
        facts, about_record = read_progress(one, agenda, root, max(now, project.now()))
    except Refused as refused:
        return Watch((), refused.findings, failed=True)
    except Exception as error:  # noqa: BLE001  a fault of ours in one file must not hide the others
        return Watch((), (_fault(project.shown(one, root), error),), failed=True)
    undated = deadlines.undated(agenda)
    # What is marked after the moment asked about has not happened yet.
    happened = [fact for fact in facts if begins(fact.mark.on) <= now]
    watched = Watched(one, agenda, deadlines.standings(agenda, happened, now, within))
    told = (*undated, *deadlines.unwatched(agenda), *about_record)
    return Watch((watched,), told, failed=bool(undated))


def _fault(path: str, error: Exception) -> Finding:
    message = f"查到这个活动时程序出错（{type(error).__name__}：{error}）"
    hint = "别的活动照查；请把这个活动文件发给维护的人"
    return Finding(Place(path), "GK811", "error", message, hint)


def read_agenda(found: project.Found, root: Path) -> Agenda:
    """One campaign's agenda. Raises Refused, with the errors, where the file cannot be used."""
    return agenda_in(project.read(found.path), found, root)


def agenda_in(
    data: bytes, found: project.Found, root: Path, loaded: "Loaded | None" = None
) -> Agenda:
    """The agenda in a file that has been read; or ``loaded``, too. Raises Refused as above."""
    path = project.shown(found, root)
    note = project.note("agenda", found.path, found.name, data)
    known = note and note.recall(lambda kept: deadlines.restored(kept, found.name, path))
    if known:
        return known
    # Reading a campaign takes most of what the program is made of; what is known needs none of it.
    from ..agenda import agenda_of
    from ..loading import load

    loaded = loaded or load(data, path)
    if loaded.campaign is None or loaded.context is None:
        raise Refused(*errors(loaded.findings))
    agenda = agenda_of(loaded.campaign, found.name, path, loaded.context)
    if note:
        note.keep(deadlines.plain(agenda))
    return agenda


def read_progress(
    found: project.Found, agenda: Agenda, root: Path, latest: datetime
) -> tuple[tuple[deadlines.Fact, ...], tuple[Finding, ...]]:
    """What one campaign's record says. Raises Refused where it cannot be read at all."""
    shown = project.shown_record(found, root)
    text, decoding = project.read_record(found, shown)
    marks, unread = deadlines.read(text, shown, agenda.context)
    facts, unsettled = deadlines.settle(marks, agenda, latest)
    return facts, tuple(sorted({*decoding, *unread, *unsettled}))
