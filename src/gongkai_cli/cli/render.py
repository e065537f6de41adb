"""gongkai render: every document of every campaign, written where it belongs."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .. import project, report
from ..finding import Finding, Place, Refused, has_errors
from ..gbt9704 import Standard
from ..loading import load
from ..model import Campaign
from ..rendering import Rendered, document_names, file_stems, sheets, typeset
from ..templating import Templates
from ..writers import WRITERS
from .choice import USAGE, choose


def run(
    campaigns: Sequence[str],
    names: Sequence[str],
    formats: Sequence[str],
    output: Path,
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
        tuple(dict.fromkeys(formats)) or tuple(WRITERS),
        document_names(sources),
        project.style(root),
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
        if set(self.names) == set(self.all_names):
            findings += map(leftover, shelf.leftovers(self.formats))
        report.say(_summary(found.name, outcomes, shelf.folder))
        return findings

    def _documents(
        self, campaign: Campaign, name: str, faults: dict[Finding, None]
    ) -> Iterator[Rendered]:
        """Every document; those as PDF come last, out of one run of LibreOffice."""
        to_convert: list[Rendered] = []
        written = [ending for ending in self.formats if ending != PDF]
        needed = dict.fromkeys([*written, *(["docx"] if PDF in self.formats else [])])
        for sheet in report.progress(sheets(campaign, self.names), name):
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
