"""Entries for other programs: the fields that docs/deadlines.schema.json promises."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from ..dates.span import Moment
from .entry import Agenda
from .standing import Standing


def rows(agenda: Agenda, standings: Iterable[Standing]) -> list[dict[str, Any]]:
    """One flat object for each entry; days as 2021-05-20, moments as 2021-05-20T16:00."""
    return [
        {
            "campaign": agenda.campaign,
            "path": agenda.path,
            "id": standing.entry.id,
            "title": standing.entry.title,
            "kind": standing.entry.kind,
            "unit": standing.entry.unit,
            "due_text": standing.entry.due_text,
            "start": _moment(standing.start),
            "due": _moment(standing.due),
            "open_ended": bool(standing.entry.span and standing.entry.span.open_ended),
            "status": standing.status,
            "days_left": standing.days_left,
            "workdays_left": standing.workdays_left,
            "channel": standing.entry.channel,
        }
        for standing in standings
    ]


def _moment(moment: Moment | None) -> str | None:
    if isinstance(moment, datetime):
        return moment.isoformat("T", "minutes")
    return moment.isoformat() if moment else None
