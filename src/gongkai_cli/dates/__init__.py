"""Dates as notices write them: understood exactly, or refused."""

from typing import TYPE_CHECKING

from ..ondemand import on_demand

if TYPE_CHECKING:
    from .days import CHINA, read_day, read_moment, short_day, write_day
    from .grammar import understand
    from .reading import understood
    from .span import Context, Moment, NotUnderstood, Recurrence, Span
    from .weekdays import with_weekdays
    from .writing import write

__getattr__ = on_demand(
    __name__,
    {
        "CHINA": "days",
        "Context": "span",
        "Moment": "span",
        "NotUnderstood": "span",
        "Recurrence": "span",
        "Span": "span",
        "read_day": "days",
        "read_moment": "days",
        "short_day": "days",
        "understand": "grammar",
        "understood": "reading",
        "with_weekdays": "weekdays",
        "write": "writing",
        "write_day": "days",
    },
)

__all__ = [
    "CHINA",
    "Context",
    "Moment",
    "NotUnderstood",
    "Recurrence",
    "Span",
    "read_day",
    "read_moment",
    "short_day",
    "understand",
    "understood",
    "with_weekdays",
    "write",
    "write_day",
]
