"""What falls due as a calendar that any mail program or telephone reads (RFC 5545)."""

from .events import events
from .ics import ics

__all__ = ["events", "ics"]
