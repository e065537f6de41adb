"""The office's folder. The only package that opens files."""

from .fonts import font_families
from .libreoffice import count_pages, to_pdf
from .office import furnish
from .shelf import Outcome, Shelf
from .sources import TEMPLATES, Found, campaigns, read, shown, style, templates
from .writing import save

__all__ = [
    "TEMPLATES",
    "Found",
    "Outcome",
    "Shelf",
    "campaigns",
    "count_pages",
    "font_families",
    "furnish",
    "read",
    "save",
    "shown",
    "style",
    "templates",
    "to_pdf",
]
