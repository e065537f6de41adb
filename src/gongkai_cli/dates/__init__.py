"""Dates as notices write them: understood exactly, or refused."""

from .grammar import understand
from .span import Context, NotUnderstood, Recurrence, Span
from .writing import write

__all__ = ["Context", "NotUnderstood", "Recurrence", "Span", "understand", "write"]
