"""The campaign as frozen data: what one campaign file says."""

from .annex import Annex
from .campaign import Campaign, Report, Section
from .header import Document
from .work import Item, Task, Work

__all__ = ["Annex", "Campaign", "Document", "Item", "Report", "Section", "Task", "Work"]
