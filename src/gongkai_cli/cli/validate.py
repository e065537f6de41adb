"""gongkai validate: everything there is to say about the campaign files, in one pass."""

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from .. import report
from ..finding import Refused
from ..project import files, record, subfolders
from .choice import choose
from .parallel import across
from .validation import Presentation, Sources, validate_one


def run(campaigns: Sequence[str], format_: str, *, strict: bool, fix: bool) -> int:
    """Validate and return the exit code: 0, or 1 for an error (or warning, if strict)."""
    root = Path()
    choose("--format", [format_], tuple(report.FORMATS))
    seen = files.survey(campaigns, root).complete()
    pile, accepted = report.Pile(), 0
    sources: Sources = ()
    # Only a screen shows the lines that findings are about.
    presentation = Presentation(
        format_, report.shows_sources(format_), report.is_colourful(sys.stdout)
    )
    try:
        # The packaged templates are sound; an office's own may not be.
        if files.has_templates(root):
            from ..project import overrides

            overrides.style(root)
            sources = tuple(overrides.templates(root).items())
    except Refused as refused:
        pile.add(presentation.of(refused.findings, {}))
    if not campaigns:
        lost = record.orphans(seen.entries)
        pile.add(presentation.of((*lost, *subfolders.overlooked(root, seen.entries)), {}))
    work = partial(validate_one, sources=sources, fix=fix, presentation=presentation)
    for one in across(work, seen.found, "检查"):
        if one.changes:
            # Programs that read the findings are not told of the changes among them.
            (report.say_text if format_ == "text" else report.warn)(one.changes.rstrip("\n"))
        pile.add(one.printed)
        accepted += one.accepted
    severities = report.show(pile, format_, accepted)
    return int(severities["error"] > 0 or (strict and severities["warning"] > 0))
