"""What the page shows, ready to be printed: texts, tables and the chart's figures."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from ..dates.days import write_day
from ..dates.workdays import is_known
from ..deadlines import DUE, STATUSES, Standing, Status, how_soon, when
from ..deadlines.matters import Matter
from ..deadlines.words import NOBODY, WORDS
from ..widths import cut
from . import axis, gantt
from .board import Board, Tally, as_of
from .shape import before_or_after, extent_of

_TITLE = "活动进展"
_LONGEST = 120
"""Columns of a name among what is due; the whole of it stands in the table of all tasks."""


def page_view(
    boards: Sequence[Board], unreadable: Sequence[str], partial: Sequence[str] = ()
) -> Mapping[str, Any]:
    """All that the template prints. ``unreadable`` are the campaigns that the page has to do without,
    ``partial`` those it may lack something of.
    """
    only = boards[0].agenda.title if len(boards) == 1 else ""
    return {
        "title": f"{only}　{_TITLE}" if only else _TITLE,
        "as_of": as_of(boards[0].now),
        "unreadable": unreadable,
        "partial": partial,
        "campaigns": [_campaign(board) for board in boards],
        "axis": axis,
        "gantt": gantt,
        "statuses": [(status, WORDS[status]) for status in STATUSES],
    }


def _campaign(board: Board) -> Mapping[str, Any]:
    agenda = board.agenda
    extent = extent_of(board.matters, agenda, board.now)
    years = {extent.first.year, extent.last.year} if extent else set()
    return {
        "title": agenda.title,
        "path": agenda.path,
        "contact": agenda.contact,
        "whole": _tally(board.whole),
        "counts": [
            (status, WORDS[status], board.whole.counts[status])
            for status in STATUSES
            if board.whole.counts[status] or status in ("overdue", "done")
        ],
        "due": list(_due(board)),
        "units": [_tally(tally) for tally in board.units],
        "groups": [_tally(tally) for tally in board.groups],
        "matters": [
            (group or "活动时间", [_matter(matter) for matter in found])
            for group, found in groupby(board.matters, lambda matter: matter.entry.group)
        ],
        "figures": gantt.figures(board),
        "span": f"{write_day(extent.first)}至{write_day(extent.last)}" if extent else "",
        "outside": before_or_after(extent, board.now) if extent else "",
        "plain_years": sorted(year for year in years if not is_known(year)),
    }


def _tally(tally: Tally) -> Mapping[str, Any]:
    return {
        "name": tally.name,
        "done": tally.done,
        "total": tally.total,
        "percent": tally.done * 100 // tally.total if tally.total else 0,
        "due": [(status, tally.counts[status]) for status in DUE],
        "rest": tally.total - tally.done - sum(tally.counts[status] for status in DUE),
    }


def _due(board: Board) -> Iterator[Mapping[str, Any]]:
    """What is due, one row for all units that are equally late with it."""
    rows: dict[tuple[str, str, str], list[Standing]] = {}
    for one in board.due:
        rows.setdefault((one.entry.id, one.entry.title, one.status), []).append(one)
    for first, *others in rows.values():
        entry, soon = first.entry, how_soon(first)
        yield {
            "status": first.status,
            "state": [word for word in (WORDS[first.status],) if word not in soon] + [soon],
            "title": cut(f"报送{entry.title}" if entry.kind == "report" else entry.title, _LONGEST),
            "units": [
                "　".join([one.entry.unit or NOBODY, *_people(one, board)])
                for one in (first, *others)
            ],
            "when": when(first),
            "receiver": entry.receiver or "",
        }


def _people(one: Standing, board: Board) -> tuple[str, ...]:
    return board.agenda.directory.get(one.entry.unit or "", ())


def _matter(matter: Matter) -> Mapping[str, Any]:
    entry = matter.entry
    milestone = entry.kind == "milestone"
    by_status: dict[Status, list[str]] = {}
    for one in matter.standings:
        by_status.setdefault(one.status, []).append(one.entry.unit or NOBODY)
    return {
        "id": entry.id,
        "title": entry.title,
        "when": entry.due_text or "没有写",
        "channel": entry.channel or (f"送{entry.receiver}" if entry.receiver else ""),
        "standings": []
        if milestone
        else [
            (status, WORDS[status], "、".join(by_status[status]))
            for status in STATUSES
            if status in by_status
        ],
    }
