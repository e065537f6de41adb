"""Findings, results and progress on the screen. The only package that imports rich."""

from .findings import FORMATS, around, as_json, changes, github, on_terminal, text
from .screen import (
    complain,
    held,
    is_colourful,
    progress,
    say,
    say_bytes,
    say_json,
    say_lines,
    say_pieces,
    show,
    shows_sources,
    table,
    width,
)

__all__ = [
    "FORMATS",
    "around",
    "as_json",
    "changes",
    "complain",
    "github",
    "held",
    "is_colourful",
    "on_terminal",
    "progress",
    "say",
    "say_bytes",
    "say_json",
    "say_lines",
    "say_pieces",
    "show",
    "shows_sources",
    "table",
    "text",
    "width",
]
