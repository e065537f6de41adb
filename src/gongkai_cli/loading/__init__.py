"""The text of a campaign file to a Campaign, with everything that is wrong in it and where."""

from .file import load
from .loaded import Loaded

__all__ = ["Loaded", "load"]
