"""The campaign as frozen data: what one campaign file says."""

from .campaign import Annex, Campaign, Item, Report, Section, Task, Work
from .header import Document

__all__ = ["Annex", "Campaign", "Document", "Item", "Report", "Section", "Task", "Work"]
