"""Next year's campaign file from this year's."""

from .days import Keep
from .successor import Successor, succeed

__all__ = ["Keep", "Successor", "succeed"]
