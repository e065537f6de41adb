"""The office's folder. The only package that opens files."""

from .changes import changes
from .clock import now
from .fonts import font_families
from .git import at_revision, is_revision
from .libreoffice import count_pages, to_pdf
from .notify import Address, addresses, notify
from .record import append, read_record
from .shelf import Outcome, Shelf
from .sources import (
    STYLE,
    TEMPLATES,
    Found,
    campaigns,
    read,
    shown,
    shown_record,
    style,
    survey,
    templates,
)

__all__ = [
    "STYLE",
    "TEMPLATES",
    "Address",
    "Found",
    "Outcome",
    "Shelf",
    "addresses",
    "append",
    "at_revision",
    "campaigns",
    "changes",
    "count_pages",
    "font_families",
    "is_revision",
    "notify",
    "now",
    "read",
    "read_record",
    "shown",
    "shown_record",
    "style",
    "survey",
    "templates",
    "to_pdf",
]
