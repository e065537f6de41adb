"""What a campaign's record says of it, as the summary tells it."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from .. import deadlines
from ..agenda import agenda_of
from ..dates.span import Context
from ..finding import Finding
from ..model import Campaign
from ..project import clock, files
from ..tally import progress_view
from .standings import read_progress


def recorded(
    found: files.Found, campaign: Campaign, context: Context, until: datetime | None
) -> tuple[Mapping[str, Any] | None, tuple[Finding, ...]]:
    """The progress that a record tells up to a moment, by default its own last line.

    None where nothing is recorded. Raises Refused where the record cannot be read.
    """
    root = Path()
    agenda = agenda_of(campaign, found.name, files.shown(found, root), context)
    now = clock.now()
    facts, findings = read_progress(found, agenda, root, max(until or now, now))
    until = until or deadlines.last_moment(facts)
    if until is None or not facts:
        return None, findings
    outcomes = deadlines.outcomes(agenda, facts, until)
    return progress_view(campaign, outcomes, until), findings
