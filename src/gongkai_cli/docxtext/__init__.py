"""The text of any DOCX file, as whoever holds its pages reads it: what git compares."""

from .opening import text_of

__all__ = ["text_of"]
