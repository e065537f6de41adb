"""gongkai render: every document of every campaign, written where it belongs."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import typer

from ..dates.span import end_of
from ..finding import Refused
from ..loading import load
from ..plan import units
from ..project import files, overrides
from ..project.compiled import CompiledTemplates
from ..rendering import PER_UNIT, document_names
from ..templating import Templates
from ..writers import USUAL, WRITERS
from .choice import choose, documents, know_unit
from .documents import PDF, Job, meant
from .when import day_or_moment


class Order(NamedTuple):
    """What is asked for on the command line."""

    campaigns: Sequence[str]
    names: Sequence[str]
    formats: Sequence[str]
    units: Sequence[str]
    output: Path
    now: str
    force: bool


def run(order: Order) -> int:
    """Render and return the exit code: 0, or 1 where something could not be rendered."""
    root = Path()
    job = job_of(order, root)
    found = files.campaigns(order.campaigns, root)
    know_units(order.units, found)
    failed = [one for one in found if job.render(one, root)]
    return int(bool(failed))


def job_of(order: Order, root: Path) -> Job:
    """The templates and the style as they are now. Raises a usage error for what there is none of."""
    choose("--format", order.formats, (*WRITERS, PDF))
    sources = overrides.templates(root)
    all_names = document_names(sources)
    asked = documents(order.names, all_names)
    if "\0" in str(order.output):
        raise typer.BadParameter("文件夹的名称里有不许用的字符", param_hint="--output")
    names = asked or ((PER_UNIT,) if order.units else all_names)
    if order.units and set(names) != {PER_UNIT}:
        message = f"只用于单位任务单，和 -t {PER_UNIT} 一起用，或者不写 -t"
        raise typer.BadParameter(message, param_hint="--unit")
    return Job(
        Templates(sources, CompiledTemplates()),
        names,
        tuple(dict.fromkeys(order.formats)) or USUAL,
        not order.units and set(names) == set(all_names),
        overrides.style(root),
        tuple(order.units),
        order.output,
        force=order.force,
        until=end_of(day_or_moment("--now", order.now)) if order.now else None,
        asked=frozenset(asked),
    )


def know_units(wanted: Sequence[str], found: Sequence[files.Found]) -> None:
    """Raise a usage error for a unit that no campaign has anything for."""
    known: dict[str, None] = {}
    for one in found if wanted else ():
        try:
            campaign = load(files.read(one.path), one.name).campaign
        except Refused:
            return
        if campaign is None:  # what it says may be just what is missing
            return
        known |= dict.fromkeys(meant(wanted, campaign))
        known |= dict.fromkeys(unit.unit for unit in units(campaign))
    for unit in wanted:
        know_unit(unit, known)
