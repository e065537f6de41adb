"""What falls due, what has been done, how things stand, and how people are reminded of it."""

from ..dates.span import end_of
from .entry import Agenda, Entry, undated, unwatched
from .outcome import Ending, Outcome, last_moment, outcomes
from .plain import plain, restored
from .progress import ALL, HEAD, Fact, Mark, find, line_of, of_units, read, settle, unit_hint
from .reminder import Line, headline, how_soon, reminder, unknown_years, when, years_of
from .rows import rows
from .standing import (
    DUE,
    STATUSES,
    WITHIN,
    Standing,
    Status,
    counted,
    marks_of,
    recurs,
    standings,
    urgency,
    valid_of,
)

__all__ = [
    "ALL",
    "DUE",
    "HEAD",
    "STATUSES",
    "WITHIN",
    "Agenda",
    "Ending",
    "Entry",
    "Fact",
    "Line",
    "Mark",
    "Outcome",
    "Standing",
    "Status",
    "counted",
    "end_of",
    "find",
    "headline",
    "how_soon",
    "last_moment",
    "line_of",
    "marks_of",
    "of_units",
    "outcomes",
    "plain",
    "read",
    "recurs",
    "reminder",
    "restored",
    "rows",
    "settle",
    "standings",
    "undated",
    "unit_hint",
    "unknown_years",
    "unwatched",
    "urgency",
    "valid_of",
    "when",
    "years_of",
]
