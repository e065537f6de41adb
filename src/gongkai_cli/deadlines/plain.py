"""An agenda as lists, texts and numbers, to be kept; and the agenda that such a list stands for."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any, Final

from ..dates.span import Context, Moment, Recurrence, Span
from .entry import Agenda, Entry

_SPAN: Final = Entry._fields.index("span")


def plain(agenda: Agenda) -> list[Any]:
    """Everything of an agenda but the names it goes by (``campaign``, ``path``)."""
    context = agenda.context
    return [
        agenda.issuer,
        agenda.name,
        [_of_entry(entry) for entry in agenda.entries],
        agenda.contact,
        dict(agenda.directory),
        [
            context.year,
            _of_moment(context.issued),
            {name: _of_span(span) for name, span in context.events.items()},
            sorted(context.circular),
            context.called,
        ],
        agenda.first.isoformat(),
        agenda.last.isoformat(),
        dict(agenda.collectives),
    ]


def restored(kept: Sequence[Any], campaign: str, path: str) -> Agenda:
    """The agenda again: ``restored(plain(agenda), agenda.campaign, agenda.path) == agenda``."""
    issuer, name, entries, contact, directory, context, first, last, collectives = kept
    return Agenda(
        campaign,
        path,
        issuer,
        name,
        tuple(map(_entry, entries)),
        tuple(contact),
        {unit: tuple(people) for unit, people in directory.items()},
        _context(*context),
        date.fromisoformat(first),
        date.fromisoformat(last),
        {name: tuple(units) for name, units in collectives.items()},
    )


def _context(
    year: int,
    issued: str | None,
    events: Mapping[str, Any],
    circular: Sequence[str],
    called: Sequence[str],
) -> Context:
    return Context(
        year,
        date.fromisoformat(issued) if issued else None,
        {name: span for name, kept in events.items() if (span := _span(kept))},
        frozenset(circular),
        tuple(called),
    )


def _of_entry(entry: Entry) -> list[Any]:
    kept: list[Any] = list(entry)
    kept[_SPAN] = _of_span(entry.span)
    return kept


def _entry(kept: Sequence[Any]) -> Entry:
    values = list(kept)
    values[_SPAN] = _span(values[_SPAN])
    return Entry(*values)


def _of_span(span: Span | None) -> list[Any] | None:
    if span is None:
        return None
    again = span.again
    turns = again and [again.unit, again.days, again.at and again.at.isoformat(), again.month]
    return [_of_moment(span.start), _of_moment(span.due), span.open_ended, turns, span.guessed]


def _span(kept: Sequence[Any] | None) -> Span | None:
    if kept is None:
        return None
    start, due, open_ended, turns, guessed = kept
    again = None
    if turns:
        unit, days, at, month = turns
        again = Recurrence(unit, tuple(days), time.fromisoformat(at) if at else None, month)
    return Span(_moment(start), _moment(due), open_ended, again, guessed)


def _of_moment(moment: Moment | None) -> str | None:
    return moment.isoformat() if moment else None


def _moment(kept: str | None) -> Moment | None:
    if kept is None:
        return None
    return datetime.fromisoformat(kept) if "T" in kept else date.fromisoformat(kept)
