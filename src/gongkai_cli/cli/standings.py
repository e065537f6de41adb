"""Every campaign asked for with its progress record, as it stands at a moment."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from .. import deadlines, report
from ..dates.span import begins
from ..deadlines import Agenda, Standing, Status
from ..exitcodes import BROKEN, USAGE
from ..finding import Finding, Place, Refused, errors, has_errors, is_of_call
from ..project import clock, files, memory, record

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

_OURS = "GK811"


@dataclass(frozen=True, slots=True)
class Watched:
    """One campaign as it stands at a moment.

    Not ``whole`` where its file has errors: more may be due than was found.
    """

    found: files.Found
    agenda: Agenda
    standings: tuple[Standing, ...]
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Watch:
    """The campaigns that could be read, at least in part.

    ``failed`` where a file or a record could not be read completely.
    """

    campaigns: tuple[Watched, ...]
    findings: tuple[Finding, ...]
    failed: bool

    @property
    def code(self) -> int:
        if any(finding.code == _OURS for finding in self.findings):
            return BROKEN
        return USAGE if is_of_call(self.findings) else int(self.failed)


def tell_of_years(standings: Iterable[Standing]) -> None:
    """Warn on stderr of years with open deadlines whose holidays are not published yet."""
    years = deadlines.years_of(one for one in standings if one.status != "done")
    for line in deadlines.unknown_years(years):
        report.warn(line)


def units(campaigns: Iterable[Watched]) -> tuple[str, ...]:
    """Every unit that answers for something, in the order the campaigns name them."""
    standings = chain.from_iterable(each.standings for each in campaigns)
    return tuple(dict.fromkeys(one.entry.unit for one in standings if one.entry.unit))


def known_units(campaigns: Iterable[Watched]) -> tuple[str, ...]:
    """What --unit may name: every unit that answers for something, and collective names for such units."""
    every = tuple(campaigns)
    ours = dict.fromkeys(units(every))
    names = (
        name
        for each in every
        for name, inside in each.agenda.collectives.items()
        if not ours.keys().isdisjoint(inside)
    )
    return tuple(dict.fromkeys((*ours, *names)))


def of_unit(one: Watched, unit: str) -> Iterator[Standing]:
    """The standings of a unit, or of the members of a collective name; all where no unit is given."""
    bodies = {unit, *one.agenda.collectives.get(unit, ())}
    return (standing for standing in one.standings if not unit or standing.entry.unit in bodies)


def survey(
    campaigns: Sequence[str],
) -> tuple[tuple[files.Found, ...], tuple[Finding, ...]]:
    """The campaigns asked for, and findings about what is missing; without names also about stray records."""
    seen = files.survey(campaigns, Path())
    if campaigns or seen.findings:
        return seen.found, seen.findings
    return seen.found, record.orphans(seen.entries)


def watch(campaigns: Sequence[str], now: datetime) -> Watch:
    """Read campaigns and records. One that cannot be read does not hide the others."""
    found, findings = survey(campaigns)
    each = [watch_one(one, now, deadlines.WITHIN) for one in found]
    return Watch(
        tuple(chain.from_iterable(one.campaigns for one in each)),
        tuple(sorted({*findings, *chain.from_iterable(one.findings for one in each)})),
        has_errors(findings) or any(one.failed for one in each),
    )


def watch_one(one: files.Found, now: datetime, within: int) -> Watch:
    """Read one campaign and its record, whatever state they are in."""
    path = files.shown(one, Path())
    try:
        return _watch_one(one, path, now, within)
    except Refused as refused:
        return Watch((), refused.findings, failed=True)
    except Exception as error:  # a fault of ours in one file must not hide the others
        if os.environ.get("GONGKAI_DEBUG"):
            raise
        return Watch((), (_fault(path, error),), failed=True)


def _watch_one(one: files.Found, path: str, now: datetime, within: int) -> Watch:
    agenda, wrong = _readable_agenda(files.read(one.path), one, path)
    facts, about_record = read_progress(one, agenda, Path(), max(now, clock.now()))
    # What is marked after the moment asked about has not happened yet.
    happened = [fact for fact in facts if begins(fact.mark.on) <= now]
    standings = deadlines.standings(agenda, happened, now, within)
    watched = Watched(one, agenda, standings, whole=not wrong)
    unread = errors(about_record)  # a line of the record that is not clear may take something back
    if wrong:  # a date or a task that is missed may stand where the errors are
        return Watch((watched,), (*wrong, *unread), failed=True)
    told = (*deadlines.undated(agenda), *deadlines.unwatched(agenda), *about_record)
    return Watch((watched,), told, failed=bool(unread))


def _fault(path: str, error: Exception) -> Finding:
    message = f"查到这个活动时程序出错（{type(error).__name__}：{error}）"
    hint = "别的活动照查；请把这个活动文件发给维护的人；设 GONGKAI_DEBUG=1 再运行可看详情"
    return Finding(Place(path), _OURS, "error", message, hint)


def agenda_in(
    data: bytes, found: files.Found, root: Path, loaded: "Loaded | None" = None
) -> Agenda:
    """The agenda in a file's data; ``loaded`` saves reading it again.

    Raises Refused, with the errors, where the file cannot be used.
    """
    agenda, wrong = _readable_agenda(data, found, files.shown(found, root), loaded)
    if wrong:
        raise Refused(*wrong)
    return agenda


def _readable_agenda(
    data: bytes, found: files.Found, path: str, loaded: "Loaded | None" = None
) -> tuple[Agenda, tuple[Finding, ...]]:
    """The agenda of everything that can be read in a file, and the file's errors.

    Raises Refused, with the errors, where it is no campaign at all.
    """
    note = memory.note("agenda", found.path, found.name, data)
    known = note and note.recall(lambda kept: deadlines.restored(kept, found.name, path))
    if known:
        return known, ()
    # Reading a campaign takes most of what the program is made of; what is known needs none of it.
    from ..agenda import agenda_of
    from ..loading import load

    loaded = loaded or load(data, path)
    wrong = errors(loaded.findings)
    if loaded.partial is None or loaded.context is None:
        raise Refused(*wrong)
    agenda = agenda_of(loaded.partial, found.name, path, loaded.context)
    if note and not wrong:
        note.keep(deadlines.plain(agenda))
    return agenda, wrong


def read_progress(
    found: files.Found, agenda: Agenda, root: Path, latest: datetime
) -> tuple[tuple[deadlines.Fact, ...], tuple[Finding, ...]]:
    """What one campaign's record says. Raises Refused where it cannot be read at all."""
    shown = files.shown_record(found, root)
    text, decoding = record.read_record(found, shown)
    marks, unread = deadlines.read(text, shown, agenda.context)
    facts, unsettled = deadlines.settle(marks, agenda, latest)
    return facts, tuple(sorted({*decoding, *unread, *unsettled}))
