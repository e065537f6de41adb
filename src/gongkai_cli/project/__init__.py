"""The office's folder. The only package that opens files."""

from .shelf import Outcome, Shelf
from .sources import Found, campaigns, read, shown, style, templates

__all__ = ["Found", "Outcome", "Shelf", "campaigns", "read", "shown", "style", "templates"]
