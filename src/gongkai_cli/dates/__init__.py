"""Dates as notices write them: understood exactly, or refused."""

from .days import CHINA, read_day, read_moment, short_day, write_day
from .grammar import understand
from .occurrences import occurrences
from .span import Context, Moment, NotUnderstood, Recurrence, Span
from .weekdays import with_weekdays
from .writing import write

__all__ = [
    "CHINA",
    "Context",
    "Moment",
    "NotUnderstood",
    "Recurrence",
    "Span",
    "occurrences",
    "read_day",
    "read_moment",
    "short_day",
    "understand",
    "with_weekdays",
    "write",
    "write_day",
]
