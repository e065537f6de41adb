"""gongkai render: every document of every campaign, written where it belongs."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from .. import deadlines, project, report
from ..finding import Finding, Place, Refused, has_errors
from ..gbt9704 import Standard
from ..loading import Loaded, load
from ..rendering import (
    SUMMARY,
    SURVEY,
    Rendered,
    Sheet,
    document_names,
    file_stems,
    sheets,
    typeset,
)
from ..tally import progress_view
from ..templating import Templates
from ..writers import USUAL, WRITERS
from .choice import USAGE, choose
from .watching import day_or_moment, read_progress


def run(
    campaigns: Sequence[str],
    names: Sequence[str],
    formats: Sequence[str],
    output: Path,
    now: str,
    *,
    force: bool,
) -> int:
    """Render and return the exit code: 0, 1 where something could not be rendered, 2 usage."""
    root = Path()
    choose("--format", formats, (*WRITERS, PDF))
    sources = project.templates(root)
    choose("--template", names, document_names(sources))
    try:
        found = project.campaigns(campaigns, root)
    except Refused as refused:
        report.complain(refused.findings)
        return USAGE
    work = _Work(
        Templates(sources),
        tuple(dict.fromkeys(names)) or document_names(sources),
        tuple(dict.fromkeys(formats)) or USUAL,
        document_names(sources),
        project.style(root),
        deadlines.end_of(day_or_moment("--now", now)) if now else None,
        SURVEY in names,
    )
    failed = False
    for one in found:
        findings = work.campaign(one, output, project.shown(one, root), force=force)
        report.complain(findings)
        failed = failed or has_errors(findings)
    return int(failed)


PDF = "pdf"
"""Made from DOCX by LibreOffice, and only when asked for."""


@dataclass(frozen=True, slots=True)
class _Work:
    """What is to be made of each campaign."""

    templates: Templates
    names: Sequence[str]
    formats: Sequence[str]
    all_names: Sequence[str]
    standard: Standard
    until: datetime | None
    survey_wanted: bool

    def campaign(
        self, found: project.Found, output: Path, path: str, *, force: bool
    ) -> list[Finding]:
        """Render one campaign; a fault in one document does not hold up the others."""
        (folder,) = file_stems([found.name])
        try:
            shelf = project.Shelf(output / folder, force=force)
            loaded = load(project.read(found.path), path)
        except Refused as refused:
            return list(refused.findings)
        findings = list(loaded.findings)
        if loaded.campaign is None:
            return findings
        progress, about_record = self._progress(found, loaded)
        if SUMMARY in self.names:
            findings += about_record
        if self.survey_wanted and loaded.campaign.survey is None:
            findings.append(_no_survey(path))
        wanted = sheets(loaded.campaign, self.names, progress)
        outcomes: Counter[project.Outcome] = Counter()
        # A fault in a unit's template shows on every sheet; it is told once.
        faults: dict[Finding, None] = {}
        for rendered in self._documents(wanted, found.name, faults):
            try:
                outcome = shelf.put(rendered.path, rendered.data)
            except Refused as refused:
                faults |= dict.fromkeys(refused.findings)
                continue
            outcomes[outcome] += 1
            if outcome == "kept":
                findings.append(_kept(shelf.folder / rendered.path))
        findings += faults
        if set(self.names) == set(self.all_names):
            findings += map(leftover, shelf.leftovers(self.formats))
        report.say(_summary(found.name, outcomes, shelf.folder))
        return findings

    def _progress(
        self, found: project.Found, loaded: Loaded
    ) -> tuple[Mapping[str, Any] | None, tuple[Finding, ...]]:
        """What the record says by the moment asked for, or by its own last line."""
        if loaded.campaign is None or loaded.context is None:
            return None, ()
        agenda = deadlines.agenda_of(loaded.campaign, found.name, loaded.path, loaded.context)
        now = project.now()
        try:
            facts, findings = read_progress(found, agenda, Path(), max(self.until or now, now))
        except Refused as refused:
            return None, refused.findings
        until = self.until or deadlines.last_moment(facts)
        if until is None or not facts:
            return None, findings
        outcomes = deadlines.outcomes(agenda, facts, until)
        return progress_view(loaded.campaign, outcomes, until), findings

    def _documents(
        self, wanted: Sequence[Sheet], name: str, faults: dict[Finding, None]
    ) -> Iterator[Rendered]:
        """Every document; those as PDF come last, out of one run of LibreOffice."""
        to_convert: list[Rendered] = []
        written = [ending for ending in self.formats if ending != PDF]
        needed = dict.fromkeys([*written, *(["docx"] if PDF in self.formats else [])])
        for sheet in report.progress(wanted, name):
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


def _no_survey(path: str) -> Finding:
    message = "没有写“调查问卷”，没有生成问卷"
    hint = "要出问卷，在活动文件里写“调查问卷”，写法见 docs/campaign-file.md"
    return Finding(Place(path), "GK408", "note", message, hint)


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
