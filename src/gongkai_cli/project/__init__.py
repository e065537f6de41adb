"""The office's folder. The only package that opens files."""

from .clock import now
from .fonts import font_families
from .libreoffice import count_pages, to_pdf
from .notify import Address, addresses, notify
from .office import furnish
from .record import append, has_record, read_record
from .shelf import Outcome, Shelf
from .sources import (
    TEMPLATES,
    Found,
    campaigns,
    new_campaign,
    read,
    read_whole,
    shown,
    shown_record,
    style,
    survey,
    templates,
)
from .writing import save

__all__ = [
    "TEMPLATES",
    "Address",
    "Found",
    "Outcome",
    "Shelf",
    "addresses",
    "append",
    "campaigns",
    "count_pages",
    "font_families",
    "furnish",
    "has_record",
    "new_campaign",
    "notify",
    "now",
    "read",
    "read_record",
    "read_whole",
    "save",
    "shown",
    "shown_record",
    "style",
    "survey",
    "templates",
    "to_pdf",
]
