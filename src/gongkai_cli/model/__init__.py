"""The campaign as frozen data: what one campaign file says."""

from .campaign import Annex, Campaign, Document, Item, Report, Section, Task

__all__ = ["Annex", "Campaign", "Document", "Item", "Report", "Section", "Task"]
