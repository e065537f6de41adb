"""The office's folder. The only package that opens files."""

from .clock import now
from .fonts import font_families
from .libreoffice import count_pages, to_pdf
from .page import page_template
from .record import append, read_record
from .shelf import Outcome, Shelf, save
from .sources import (
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
    "TEMPLATES",
    "Found",
    "Outcome",
    "Shelf",
    "append",
    "campaigns",
    "count_pages",
    "font_families",
    "now",
    "page_template",
    "read",
    "read_record",
    "save",
    "shown",
    "shown_record",
    "style",
    "survey",
    "templates",
    "to_pdf",
]
