"""A campaign as the rules see it: its texts as they are printed, and where each was typed."""

from .rule import Rule
from .subject import Subject, subject_of
from .text import Text

__all__ = ["Rule", "Subject", "Text", "subject_of"]
