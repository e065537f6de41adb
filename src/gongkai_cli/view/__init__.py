"""What a template sees of a campaign."""

from .campaign import campaign_view, unit_views

__all__ = ["campaign_view", "unit_views"]
