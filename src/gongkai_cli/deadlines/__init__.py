"""What falls due, what has been done, how things stand, and how people are reminded of it."""

from .entry import Agenda, Entry, undated, unwatched
from .meaning import ALL, find, of_units, unit_hint
from .outcome import Ending, Outcome, last_moment, outcomes
from .plain import plain, restored
from .progress import HEAD, Fact, Mark, line_of, read, settle
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
