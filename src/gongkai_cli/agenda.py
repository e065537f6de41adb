"""A campaign as the list of what falls due in it."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain, count
from typing import Final

from .dates.reading import understood
from .dates.span import Context, Span
from .deadlines import Agenda, Entry
from .members import Members
from .model import Campaign, Item, Report
from .ownperiod import held
from .plan import Duty, duties, members_of
from .prose import in_its_year, one_line, quoted
from .timetable import NONE, gives_days, watched

_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"  # nothing to be mistaken for something else
_LETTERS: Final = 23
"""An id begins with a letter, so that no spreadsheet takes it for a number."""
_LENGTH: Final = 5
_MARKS = re.compile(r"\W+")
_Milestone = tuple[str, str, str, str | None]
_Name = tuple[str, ...]


def agenda_of(campaign: Campaign, name: str, path: str, context: Context) -> Agenda:
    """Everything of a campaign that has a date, or that somebody answers for."""
    members = members_of(campaign)
    return Agenda(
        name,
        path,
        campaign.header.issuer,
        in_its_year(campaign.year, quoted(campaign.name)),
        tuple(_entries(campaign, context, members)),
        tuple(f"{label}：{'、'.join(values)}" for label, values in campaign.contact.items()),
        campaign.directory,
        context,
        *watched(context),
        {collective: members.of(collective) for collective in members.collectives},
    )


def _entries(campaign: Campaign, context: Context, members: Members) -> Iterator[Entry]:
    rows = duties(campaign)
    milestones = tuple(_milestones(campaign, rows))
    naming = _Naming(
        _unnumbered(milestones, rows, campaign.reports),
        [*(row.number for row in rows), *(report.number for report in campaign.reports)],
    )
    for kind, title, when, where in milestones:
        span = _span(when, context)
        if kind == "period" and span is None and not gives_days(title, when):
            continue  # a remark beside the dates comes and goes with nothing
        yield Entry(naming(kind, title), "milestone", title, None, when, span, where=where)
    for row in rows:
        yield from _of_row(row, _ids(row, naming), context, members)
    for report in campaign.reports:
        yield from _of_report(report, _ids(report, naming), context, members)


def _of_row(row: Duty, ids: tuple[str, str], context: Context, members: Members) -> Iterator[Entry]:
    identity, bare = ids
    for unit in members.of_all(row.asked) or (None,):
        yield Entry(
            identity,
            "task",
            one_line(row.title),
            unit,
            row.when or None,
            _span(row.when, context),
            row.channel or None,
            group=_group(row),
            where=row.where or None,
            serial=row.serial,
            bare=bare,
        )


def _of_report(
    report: Report, ids: tuple[str, str], context: Context, members: Members
) -> Iterator[Entry]:
    identity, bare = ids
    for unit in members.of_all(report.reporters) or (None,):
        yield Entry(
            identity,
            "report",
            report.material,
            unit,
            report.due,
            _span(report.due, context),
            receiver=report.receiver,
            group="报送",
            bare=bare,
        )


def automatic(campaign: Campaign) -> Mapping[str, str]:
    """The name behind every id that is made from a name, by id: no 编号 may be equal to one."""
    rows = duties(campaign)
    names = _unnumbered(tuple(_milestones(campaign, rows)), rows, campaign.reports)
    naming = _Naming(names, ())
    return {naming(*name): one_line(name[1]) for name in names}


def _unnumbered(
    milestones: Iterable[_Milestone], rows: Iterable[Duty], reports: Iterable[Report]
) -> list[_Name]:
    """The names of everything without a 编号, whose id is made from its name."""
    return [
        *((kind, title) for kind, title, _, _ in milestones),
        *(_name_of(row) for row in rows if not row.number),
        *(_name_of(report) for report in reports if not report.number),
    ]


def _ids(one: Duty | Report, naming: "_Naming") -> tuple[str, str]:
    """The id of a duty or report, and the id that its name alone would give it.

    The second is empty where it is the same.
    """
    kind, name, *above = _name_of(one)
    identity, bare = one.number or naming(kind, name, *above), _hashed((kind, name))
    return identity, "" if bare == identity else bare


def _name_of(one: Duty | Report) -> _Name:
    """What an id is made from: the kind, the name, and what tells it from namesakes."""
    if isinstance(one, Duty):
        return ("task", one.title, *(step.title for step in one.path))
    return ("report", one.material, *one.reporters)


def _milestones(campaign: Campaign, rows: tuple[Duty, ...]) -> Iterator[_Milestone]:
    """The campaign's own dates, and the dated events that no duty tells of."""
    whole = held(campaign.body)
    yield from (("period", label or whole, when, None) for label, when in campaign.periods)
    told = {(step.title, row.when) for row in rows for step in row.path}
    for part in campaign.body.values():
        for item in chain.from_iterable(map(Item.walk, part.items)):
            if item.title and item.when and (item.title, item.when) not in told:
                yield "event", item.title, item.when, None if item.where == NONE else item.where


def _group(row: Duty) -> str:
    """The heading above a row: a task's activity, an activity's own group."""
    above = row.path[:-1] if row.title == row.path[-1].title else row.path
    return (above or row.path)[-1].title


def _span(text: str | None, context: Context) -> Span | None:
    return understood(text, context) if text else None


class _Naming:
    """Makes ids from what a thing is called, not from where it stands.

    An id stays when a task is moved or its date or units change. Where several things have one
    name, the headings above go into the id of each; only namesakes under the same headings are
    told apart by their order.
    """

    def __init__(self, names: Iterable[_Name], given: Iterable[str | None]) -> None:
        self._taken: set[str] = {number.casefold() for number in given if number}
        counts = Counter((name[0], _MARKS.sub("", name[1])) for name in names)
        self._shared = {name for name, count in counts.items() if count > 1}

    def __call__(self, kind: str, name: str, *above: str) -> str:
        said = [kind, name]
        if (kind, _MARKS.sub("", name)) in self._shared:
            said += above
        more = count()
        while (identity := _hashed(tuple(said))) in self._taken:
            said.append(str(next(more)))
        self._taken.add(identity)
        return identity


# Offices copy their titles from the notice of the level above.
@lru_cache(maxsize=4096)
def _hashed(parts: tuple[str, ...]) -> str:
    # Marks and blanks may be mended without a task becoming another one.
    text = "\n".join(_MARKS.sub("", part) for part in parts)
    number = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")
    number, first = divmod(number, _LETTERS)
    identity = _ALPHABET[first]
    while len(identity) < _LENGTH:
        number, digit = divmod(number, len(_ALPHABET))
        identity += _ALPHABET[digit]
    return identity
