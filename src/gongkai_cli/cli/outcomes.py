"""What a campaign's record says of it, as the summary tells it."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from .. import deadlines, project
from ..agenda import agenda_of
from ..dates.span import Context
from ..finding import Finding
from ..model import Campaign
from ..tally import progress_view
from .standings import read_progress


def recorded(
    found: project.Found, campaign: Campaign, context: Context, until: datetime | None
) -> tuple[Mapping[str, Any] | None, tuple[Finding, ...]]:
    """What is done by a moment, or by the record's own last line; None where nothing is.

    Raises Refused where the record cannot be read.
    """
    root = Path()
    agenda = agenda_of(campaign, found.name, project.shown(found, root), context)
    now = project.now()
    facts, findings = read_progress(found, agenda, root, max(until or now, now))
    until = until or deadlines.last_moment(facts)
    if until is None or not facts:
        return None, findings
    outcomes = deadlines.outcomes(agenda, facts, until)
    return progress_view(campaign, outcomes, until), findings
