"""A campaign as the list of what falls due in it."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import Final

from .dates import Context, Span, understood
from .deadlines import Agenda, Entry
from .model import Campaign, Item
from .plan import Duty, duties, members_of
from .prose import one_line, quoted
from .timetable import NONE, PERIOD_SECTION, gives_days, watched

_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"  # nothing to be mistaken for something else
_LETTERS: Final = 23
"""An id begins with a letter, so that no spreadsheet takes it for a number."""
_LENGTH: Final = 5
_MARKS = re.compile(r"\W+")


def agenda_of(campaign: Campaign, name: str, path: str, context: Context) -> Agenda:
    """Everything of a campaign that has a date, or that somebody answers for."""
    return Agenda(
        name,
        path,
        _title(campaign),
        tuple(_entries(campaign, context)),
        tuple(f"{label}：{'、'.join(values)}" for label, values in campaign.contact.items()),
        campaign.directory,
        context,
        *watched(context),
    )


def _title(campaign: Campaign) -> str:
    return f"{campaign.header.issuer}　{campaign.year}年{quoted(campaign.name)}"


def _entries(campaign: Campaign, context: Context) -> Iterator[Entry]:
    members = members_of(campaign)
    rows = duties(campaign)
    milestones = tuple(_milestones(campaign, rows))
    naming = _Naming(
        [
            *((kind, title) for kind, title, _, _ in milestones),
            *(("task", row.title) for row in rows if not row.number),
            *(("report", report.material) for report in campaign.reports if not report.number),
        ],
        [*(row.number for row in rows), *(report.number for report in campaign.reports)],
    )
    for kind, title, when, where in milestones:
        span = _span(when, context)
        if kind == "period" and span is None and not gives_days(title, when):
            continue  # a remark beside the dates comes and goes with nothing
        yield Entry(naming(kind, title), "milestone", title, None, when, span, where=where)
    for row in rows:
        identity = row.number or naming("task", row.title, *(step.title for step in row.path))
        # Where nobody leads, those who are named are the only ones to ask.
        named = row.owners or row.helpers or row.participants
        for unit in dict.fromkeys(chain.from_iterable(map(members.of, named))) or (None,):
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
            )
    for report in campaign.reports:
        identity = report.number or naming("report", report.material, *report.reporters)
        units = dict.fromkeys(chain.from_iterable(map(members.of, report.reporters)))
        for unit in units or (None,):
            yield Entry(
                identity,
                "report",
                report.material,
                unit,
                report.due,
                _span(report.due, context),
                receiver=report.receiver,
                group="报送",
            )


def _milestones(
    campaign: Campaign, rows: tuple[Duty, ...]
) -> Iterator[tuple[str, str, str, str | None]]:
    """The campaign's periods, and the events that no duty's date tells of."""
    section = campaign.body.get(PERIOD_SECTION)
    if section is not None:
        if section.text and "\n" not in section.text:
            yield "period", "活动", section.text, None
        yield from (("period", label, when, None) for label, when in section.lines.items())
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
    """Gives ids that come from what a thing is called, not from where it stands.

    Moving a task, changing its date or its units leaves its id alone. Where things are called the
    same, the headings above go into the id of each, so that none takes the place of another; only
    namesakes under the same headings are told apart by their turn.
    """

    def __init__(self, names: Iterable[tuple[str, str]], given: Iterable[str | None]) -> None:
        self._taken: set[str] = {number.casefold() for number in given if number}
        counts = Counter((kind, _MARKS.sub("", name)) for kind, name in names)
        self._shared = {name for name, count in counts.items() if count > 1}

    def __call__(self, kind: str, name: str, *above: str) -> str:
        said = [kind, name]
        if (kind, _MARKS.sub("", name)) in self._shared:
            said += above
        for more in map(str, range(len(self._taken) + 1)):
            identity = _hashed(tuple(said))
            if identity not in self._taken:
                break
            said.append(more)
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
