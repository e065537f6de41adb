"""Markdown text, as templates write it, to the document tree."""

from .reader import read

__all__ = ["read"]
