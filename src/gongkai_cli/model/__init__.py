"""The campaign as frozen data: what one campaign file says."""

from .annex import Annex
from .campaign import Campaign, Issued, Report, Section, Summary
from .header import Header
from .survey import Question, Survey
from .work import Item, Task, Work

__all__ = [
    "Annex",
    "Campaign",
    "Header",
    "Issued",
    "Item",
    "Question",
    "Report",
    "Section",
    "Summary",
    "Survey",
    "Task",
    "Work",
]
