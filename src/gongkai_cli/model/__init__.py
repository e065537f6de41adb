"""The campaign as frozen data: what one campaign file says."""

from .campaign import Annex, Campaign, Item, Report, Section, Summary, Task, Work
from .header import Document
from .survey import Question, Survey

__all__ = [
    "Annex",
    "Campaign",
    "Document",
    "Item",
    "Question",
    "Report",
    "Section",
    "Summary",
    "Survey",
    "Task",
    "Work",
]
