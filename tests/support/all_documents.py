"""Every document of a campaign in one call; the program makes them one by one, each with its faults."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from gongkai_cli.dates.span import Context
from gongkai_cli.gbt9704 import STANDARD, Standard
from gongkai_cli.loading import Loaded
from gongkai_cli.model import Campaign
from gongkai_cli.rendering import Rendered, sheets, typeset
from gongkai_cli.templating import Templates


def understood(loaded: Loaded) -> tuple[Campaign, Context]:
    """The campaign of a sound file, with what its dates lean on."""
    assert loaded.campaign is not None, loaded.findings
    assert loaded.context is not None
    return loaded.campaign, loaded.context


def render(
    loaded: Loaded,
    templates: Templates,
    names: Sequence[str],
    formats: Sequence[str],
    standard: Standard = STANDARD,
    *,
    progress: Mapping[str, Any] | None = None,
) -> Iterator[Rendered]:
    """Every document that the named templates make of a sound campaign file, in each format.

    Raises Refused, with the template's place, where a template is at fault.
    """
    for sheet in sheets(*understood(loaded), names, progress):
        yield from typeset(sheet, templates, formats, standard)
