"""gongkai render: every document of every campaign, written where it belongs."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import typer

from .. import project, report
from ..finding import Finding, Place, Refused, has_errors
from ..gbt9704 import Standard
from ..loading import load
from ..model import Campaign
from ..plan import members_of, units
from ..rendering import PER_UNIT, Rendered, document_names, file_stems, sheets, typeset
from ..templating import Templates
from ..writers import WRITERS
from .choice import USAGE, choose

PDF = "pdf"
"""Made from DOCX by LibreOffice, and only when asked for."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for on the command line."""

    campaigns: Sequence[str]
    names: Sequence[str]
    formats: Sequence[str]
    units: Sequence[str]
    output: Path
    force: bool


def run(order: Order) -> int:
    """Render and return the exit code: 0, 1 where something could not be rendered, 2 usage."""
    root = Path()
    work = work_of(order, root)
    try:
        found = project.campaigns(order.campaigns, root)
    except Refused as refused:
        report.complain(refused.findings)
        return USAGE
    know_units(order.units, found)
    failed = [one for one in found if work.render(one, root)]
    return int(bool(failed))


def work_of(order: Order, root: Path) -> "Work":
    """The templates and the style as they are now. Raises a usage error for what there is none of."""
    choose("--format", order.formats, (*WRITERS, PDF))
    sources = project.templates(root)
    all_names = document_names(sources)
    choose("--template", order.names, all_names)
    names = order.names or ([PER_UNIT] if order.units else all_names)
    if order.units and set(names) != {PER_UNIT}:
        message = f"只用于单位任务单，和 -t {PER_UNIT} 一起用，或者不写 -t"
        raise typer.BadParameter(message, param_hint="--unit")
    return Work(
        Templates(sources),
        tuple(dict.fromkeys(names)),
        tuple(dict.fromkeys(order.formats)) or tuple(WRITERS),
        not order.units and set(names) == set(all_names),
        project.style(root),
        order,
    )


def know_units(wanted: Sequence[str], found: Sequence[project.Found]) -> None:
    """Raise a usage error for a unit that no campaign has anything for."""
    known: dict[str, None] = {}
    for one in found if wanted else ():
        try:
            campaign = load(project.read(one.path), one.name).campaign
        except Refused:
            return
        if campaign is None:  # what it says may be just what is missing
            return
        known |= dict.fromkeys(_meant(wanted, campaign))
        known |= dict.fromkeys(unit.unit for unit in units(campaign))
    for unit in wanted:
        if unit not in known:
            near = get_close_matches(unit, known, 1, 0.5)
            hint = f"是不是 {near[0]}" if near else f"有：{'、'.join(known) or '无'}"
            raise typer.BadParameter(f"没有单位“{unit}”的任务（{hint}）", param_hint="--unit")


def _meant(wanted: Sequence[str], campaign: Campaign) -> Iterator[str]:
    """The units asked for, and those collectives whose members the file gives."""
    members = members_of(campaign)
    for name in wanted:
        if (inside := members.of(name)) != (name,):
            yield from (name, *inside)


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be made of each campaign."""

    templates: Templates
    names: Sequence[str]
    formats: Sequence[str]
    complete: bool
    standard: Standard
    order: Order

    def render(self, found: project.Found, root: Path) -> bool:
        """Render one campaign and say what came of it; returns whether something failed."""
        findings = self._campaign(found, project.shown(found, root))
        report.complain(findings)
        return has_errors(findings)

    def _campaign(self, found: project.Found, path: str) -> list[Finding]:
        """Render one campaign; a fault in one document does not hold up the others."""
        (folder,) = file_stems([found.name])
        try:
            shelf = project.Shelf(self.order.output / folder, force=self.order.force)
            loaded = load(project.read(found.path), path)
        except Refused as refused:
            return list(refused.findings)
        findings = list(loaded.findings)
        if loaded.campaign is None:
            return findings
        outcomes: Counter[project.Outcome] = Counter()
        # A fault in a unit's template shows on every sheet; it is told once.
        faults: dict[Finding, None] = {}
        for rendered in self._documents(loaded.campaign, found.name, faults):
            try:
                outcome = shelf.put(rendered.path, rendered.data)
            except Refused as refused:
                faults |= dict.fromkeys(refused.findings)
                continue
            outcomes[outcome] += 1
            if outcome == "kept":
                findings.append(_kept(shelf.folder / rendered.path))
        findings += faults
        if self.complete:
            findings += map(leftover, shelf.leftovers(self.formats))
        if outcomes or not self.order.units:
            report.say(_summary(found.name, outcomes, shelf.folder))
        return findings

    def _documents(
        self, campaign: Campaign, name: str, faults: dict[Finding, None]
    ) -> Iterator[Rendered]:
        """Every document; those as PDF come last, out of one run of LibreOffice."""
        to_convert: list[Rendered] = []
        written = [ending for ending in self.formats if ending != PDF]
        needed = dict.fromkeys([*written, *(["docx"] if PDF in self.formats else [])])
        only = {*self.order.units, *_meant(self.order.units, campaign)}
        for sheet in report.progress(sheets(campaign, self.names, only=only), name):
            try:
                for rendered in typeset(
                    sheet, self.templates, tuple(needed), self.standard, project.count_pages
                ):
                    ending = rendered.path.suffix.removeprefix(".")
                    if PDF in self.formats and ending == "docx":
                        to_convert.append(rendered)
                    if ending in written:
                        yield rendered
            except Refused as refused:
                faults |= dict.fromkeys(refused.findings)
        if to_convert:
            try:
                made = project.to_pdf([rendered.data for rendered in to_convert])
            except Refused as refused:
                faults |= dict.fromkeys(refused.findings)
                return
            for rendered, data in zip(to_convert, made, strict=True):
                yield Rendered(rendered.path.with_suffix(f".{PDF}"), data)


def _kept(path: Path) -> Finding:
    hint = "要覆盖就加 --force；要保留改动，请改活动文件或模板"
    return Finding(Place(path.as_posix()), "GK406", "error", "生成后被手工修改过，没有覆盖", hint)


def leftover(path: Path) -> Finding:
    """The note about a file that this run would not make any more."""
    message = "以前生成的文档，活动文件里已没有对应内容"
    return Finding(Place(path.as_posix()), "GK407", "note", message, "不用就删去")


def _summary(name: str, outcomes: Counter[project.Outcome], folder: Path) -> str:
    said = f"{name}：生成 {outcomes['written']} 个文件"
    if outcomes["unchanged"]:
        said += f"，{outcomes['unchanged']} 个没有变化"
    return f"{said}，保存在 {folder.as_posix()}"
