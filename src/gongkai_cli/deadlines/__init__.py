"""What falls due, what has been done, how things stand, and how people are reminded of it."""

from .entering import Recorded
from .entry import Agenda, Entry, opens, undated, unwatched
from .meaning import ALL, clean_evidence, find, of_units, unit_hint
from .outcome import Ending, Outcome, last_moment, outcomes
from .plain import plain, restored
from .progress import HEAD, Fact, Mark, line_of, read, settle, time_of
from .reminder import Line, headline, how_soon, reminder, unknown_years, when, years_of
from .rows import rows
from .standing import (
    DUE,
    STATUSES,
    WITHIN,
    Standing,
    Status,
    counted,
    standings,
    urgency,
)
from .validity import marks_of, recurs, valid_of

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
    "Recorded",
    "Standing",
    "Status",
    "clean_evidence",
    "counted",
    "find",
    "headline",
    "how_soon",
    "last_moment",
    "line_of",
    "marks_of",
    "of_units",
    "opens",
    "outcomes",
    "plain",
    "read",
    "recurs",
    "reminder",
    "restored",
    "rows",
    "settle",
    "standings",
    "time_of",
    "undated",
    "unit_hint",
    "unknown_years",
    "unwatched",
    "urgency",
    "valid_of",
    "when",
    "years_of",
]
