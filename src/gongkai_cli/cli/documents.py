"""What is to be made of each campaign: its documents, put where they belong."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from .. import report
from ..dates.span import Context
from ..filenames import file_stems
from ..finding import Finding, Place, Refused, has_errors
from ..gbt9704 import Standard
from ..loading import load
from ..model import Campaign
from ..plan import members_of
from ..project import files, record
from ..project.shelf import Outcome, Shelf, kept, leftover
from ..rendering import PROGRESS, SUMMARY, SURVEY, TABLE, Rendered, Sheet, sheets, typeset
from ..templating import Templates

PDF = "pdf"
"""Made from DOCX by LibreOffice, and only when asked for."""


def meant(wanted: Sequence[str], campaign: Campaign) -> Iterator[str]:
    """The collective names among those asked for whose members the file gives, with the members."""
    members = members_of(campaign)
    for name in wanted:
        if (inside := members.of(name)) != (name,):
            yield from (name, *inside)


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be made of each campaign."""

    templates: Templates
    names: Sequence[str]
    formats: Sequence[str]
    complete: bool
    standard: Standard
    units: Sequence[str]
    output: Path
    force: bool
    until: datetime | None
    asked: frozenset[str]
    """The documents that were asked for by name."""

    def render(self, found: files.Found, root: Path) -> bool:
        """Render one campaign and say what came of it; returns whether something failed."""
        findings = self._campaign(found, files.shown(found, root))
        report.complain(findings)
        return has_errors(findings)

    def _campaign(self, found: files.Found, path: str) -> list[Finding]:
        """Render one campaign; a fault in one document does not hold up the others."""
        (folder,) = file_stems([found.name])
        try:
            shelf = Shelf(self.output / folder, force=self.force, source=found.path)
            loaded = load(files.read(found.path), path)
        except Refused as refused:
            return list(refused.findings)
        findings = list(loaded.findings)
        campaign, context = loaded.campaign, loaded.context
        if campaign is None or context is None:
            return findings
        names, progress, about_record = self._progress(found, campaign, context)
        findings += about_record
        only = {*self.units, *meant(self.units, campaign)}
        wanted = sheets(campaign, context, names, progress, only=only)
        missing = self.asked - {sheet.template for sheet in wanted}
        findings += (told(path) for name, told in _MISSING.items() if name in missing)
        outcomes: Counter[Outcome] = Counter()
        # A fault in a unit's template shows on every sheet; it is told once.
        faults: dict[Finding, None] = {}
        for rendered in self._documents(wanted, found.name, faults):
            try:
                outcome = shelf.put(rendered.path, rendered.data)
            except Refused as refused:
                faults |= dict.fromkeys(refused.findings)
                continue
            outcomes[outcome] += 1
            if outcome in ("kept", "outdated"):
                findings.append(kept(shelf.folder / rendered.path, outcome))
        findings += faults
        # What is held up only today is no leftover.
        if self.complete and len(names) == len(self.names) and not faults:
            findings += map(leftover, shelf.leftovers(self.formats))
        if outcomes or not (self.units or faults):
            report.say(_summary(found.name, outcomes, shelf.folder))
        return findings

    def _progress(
        self, found: files.Found, campaign: Campaign, context: Context
    ) -> tuple[Sequence[str], Mapping[str, Any] | None, tuple[Finding, ...]]:
        """Which documents can be made, and what the record says, by its last line unless told."""
        names, progress = self.names, None
        findings: tuple[Finding, ...] = ()
        silent = [name for name in names if not self._tells_progress(name)]
        try:
            if record.has_record(found):
                # Most documents are made before anything is done; what counts it is not loaded then.
                from .outcomes import recorded

                progress, findings = recorded(found, campaign, context, self.until)
        except Refused as refused:
            # Made without what is done, the others would take the place of those that tell it.
            names, findings = silent, refused.findings
        return names, progress, findings if len(silent) < len(self.names) else ()

    def _tells_progress(self, name: str) -> bool:
        return name == SUMMARY or self.templates.mention(name, PROGRESS)

    def _documents(
        self, wanted: Sequence[Sheet], name: str, faults: dict[Finding, None]
    ) -> Iterator[Rendered]:
        """Every document; those as PDF come last, out of one run of LibreOffice."""
        from ..project import libreoffice

        to_convert: list[Rendered] = []
        written = [ending for ending in self.formats if ending != PDF]
        needed = dict.fromkeys([*written, *(["docx"] if PDF in self.formats else [])])
        for sheet in report.progress(wanted, name):
            try:
                for rendered in typeset(
                    sheet, self.templates, tuple(needed), self.standard, libreoffice.count_pages
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
                made = libreoffice.to_pdf([rendered.data for rendered in to_convert])
            except Refused as refused:
                faults |= dict.fromkeys(refused.findings)
                return
            for rendered, data in zip(to_convert, made, strict=True):
                yield Rendered(rendered.path.with_suffix(f".{PDF}"), data)


def _summary(name: str, outcomes: Counter[Outcome], folder: Path) -> str:
    said = f"{name}：生成 {outcomes['written']} 个文件"
    if outcomes["unchanged"]:
        said += f"，{outcomes['unchanged']} 个没有变化"
    return f"{said}，保存在 {folder.as_posix()}"


def _no_tasks(path: str) -> Finding:
    message = "没有一项写明谁负责的任务，没有生成任务分解表"
    hint = "给事项写“牵头”或“责任单位”"
    return Finding(Place(path), "GK413", "note", message, hint)


def _no_survey(path: str) -> Finding:
    message = "没有写“调查问卷”，没有生成问卷"
    hint = "要出问卷，写“调查问卷”和下面的“题目”；例子见 gongkai validate --explain GK411"
    return Finding(Place(path), "GK411", "note", message, hint)


_MISSING = {SURVEY: _no_survey, TABLE: _no_tasks}
