"""Findings, results and progress on the screen. The only package that imports rich."""

from .findings import FORMATS, around, as_json, changes, github, on_terminal, text
from .screen import (
    complain,
    drop_output,
    held,
    is_colourful,
    progress,
    say,
    say_bytes,
    say_json,
    say_lines,
    say_pieces,
    say_text,
    show,
    shows_sources,
    table,
    width,
)
from .visible import visible, visible_line

__all__ = [
    "FORMATS",
    "around",
    "as_json",
    "changes",
    "complain",
    "drop_output",
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
    "say_text",
    "show",
    "shows_sources",
    "table",
    "text",
    "visible",
    "visible_line",
    "width",
]
