"""How far the campaigns have come: counts, a timeline in text, and a page with a chart."""

from .board import Board, Tally, as_of, board_of
from .text import Line, timeline

__all__ = ["Board", "Line", "Tally", "as_of", "board_of", "timeline"]
