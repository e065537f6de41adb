"""Findings, results and progress on the screen. The only package that imports rich."""

from .findings import FORMATS, around, changes, text, told
from .pile import Pile, Told
from .screen import (
    complain,
    held,
    is_colourful,
    progress,
    say,
    say_bytes,
    say_json,
    say_pieces,
    say_text,
    show,
    shows_sources,
    table,
    warn,
    width,
)
from .visible import visible_line

__all__ = [
    "FORMATS",
    "Pile",
    "Told",
    "around",
    "changes",
    "complain",
    "held",
    "is_colourful",
    "progress",
    "say",
    "say_bytes",
    "say_json",
    "say_pieces",
    "say_text",
    "show",
    "shows_sources",
    "table",
    "text",
    "told",
    "visible_line",
    "warn",
    "width",
]
