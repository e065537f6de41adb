"""Dates as notices write them: understood exactly, or refused."""

from .days import read_day, write_day
from .grammar import understand
from .span import Context, NotUnderstood, Recurrence, Span
from .writing import write

__all__ = [
    "Context",
    "NotUnderstood",
    "Recurrence",
    "Span",
    "read_day",
    "understand",
    "write",
    "write_day",
]
