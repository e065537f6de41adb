"""Next year's campaign file from this year's."""

from .days import Keep
from .outcome import Successor
from .successor import succeed

__all__ = ["Keep", "Successor", "succeed"]
