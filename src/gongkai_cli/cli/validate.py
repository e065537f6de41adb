"""gongkai validate: everything there is to say about the campaign files, in one pass."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path

from .. import project, report
from ..checking import examine
from ..deadlines import agenda_of
from ..decoding import decode
from ..finding import Finding, Refused, has_errors
from ..loading import Loaded
from ..mending import Mended, mend
from ..rendering import document_names, sheets, typeset
from ..rules import RULES
from ..templating import Source, Templates
from .across import across
from .choice import USAGE, choose
from .watching import read_progress

_Sources = tuple[tuple[str, Source], ...]
"""An office's templates by name; none where it has none of its own."""


def run(campaigns: Sequence[str], format_: str, *, strict: bool, fix: bool) -> int:
    """Validate and return the exit code: 0, 1 an error (or warning, if strict), 2 usage."""
    root = Path()
    try:
        choose("--format", [format_], tuple(report.FORMATS))
        found = project.campaigns(campaigns, root)
    except Refused as refused:
        report.complain(refused.findings)
        return USAGE
    findings: set[Finding] = set()
    sources: _Sources = ()
    texts: dict[str, str] = {}
    accepted = 0
    try:
        project.style(root)
        # The packaged templates are sound; an office's own may not be.
        if (root / project.TEMPLATES).exists():
            sources = tuple(project.templates(root).items())
            texts = {source.path: source.text for _, source in sources}
    except Refused as refused:
        findings.update(refused.findings)
    # Only a screen shows the lines that findings are about.
    work = partial(_look, sources=sources, fix=fix, quoted=report.shows_sources(format_))
    for one in across(work, found, "检查"):
        sys.stdout.write(one.changes if format_ == "text" else "")
        # Programs that read the findings are not told of the changes among them.
        sys.stderr.write(one.changes if format_ != "text" else "")
        findings.update(one.findings)
        texts.update(one.text)
        accepted += one.accepted
    report.show(sorted(findings), format_, texts, accepted)
    warned = any(finding.severity == "warning" for finding in findings)
    return int(has_errors(findings) or (strict and warned))


@dataclass(frozen=True, slots=True)
class _Seen:
    """What there is to say of one file: ``text`` by its path, ``changes`` that were made in it."""

    findings: tuple[Finding, ...]
    accepted: int = 0
    text: Mapping[str, str] = field(default_factory=dict)
    changes: str = ""


def _look(one: project.Found, *, sources: _Sources, fix: bool, quoted: bool) -> _Seen:
    root = Path()
    path = project.shown(one, root)
    changes, told = "", set[Finding]()
    try:
        data = project.read(one.path)
        mended = mend(data, path) if fix else None
        if mended and mended.applied:
            data, changes = _saved(one.path, data, mended, told)
        checked = mended.checked if mended and mended.data == data else examine(data, path)
        told.update(checked.findings, _of_record(one, checked.loaded, root))
        if sources:
            told |= _by_template(checked.loaded, _templates(sources), dict(sources))
    except Refused as refused:
        return _Seen((*told, *refused.findings), changes=changes)
    text = {path: decode(data, path)[0] or ""} if quoted and told else {}
    return _Seen(tuple(told), len(checked.accepted), text, changes)


@lru_cache(1)
def _templates(sources: _Sources) -> Templates:
    return Templates(dict(sources))


def _saved(file: Path, data: bytes, mended: Mended, told: set[Finding]) -> tuple[bytes, str]:
    """Put a mended file where it stands, and what to say of it; a refusal joins the findings."""
    try:
        project.save(file, mended.data)
    except Refused as refused:
        told.update(refused.findings)
        return data, ""
    return mended.data, report.changes(mended.applied)


def _of_record(one: project.Found, loaded: Loaded, root: Path) -> tuple[Finding, ...]:
    """What is wrong with the progress record beside a file that can be used."""
    if loaded.campaign is None or loaded.context is None or not project.has_record(one):
        return ()
    agenda = agenda_of(loaded.campaign, one.name, loaded.path, loaded.context)
    return read_progress(one, agenda, root, project.now())[1]


def _by_template(
    loaded: Loaded, templates: Templates, sources: Mapping[str, Source]
) -> set[Finding]:
    """What goes wrong when the documents are worded: one of each kind, written to nowhere."""
    findings: set[Finding] = set()
    if loaded.campaign is not None:
        kinds = {
            sheet.template: sheet
            for sheet in reversed(sheets(loaded.campaign, document_names(sources)))
        }
        for sheet in kinds.values():
            try:
                tuple(typeset(sheet, templates, ("md",)))
            except Refused as refused:
                findings.update(refused.findings)
    return findings


def explanation(code: str) -> int:
    """Print a rule's own page: what it finds, and an example of both kinds."""
    rules = {rule.RULE.code: rule for rule in RULES}
    choose("--explain", [code.upper()], tuple(rules))
    rule = rules[code.upper()]
    report.say_text(f"{rule.RULE.code} {rule.RULE.title}\n\n{(rule.__doc__ or '').strip()}\n")
    for heading, examples in (("指出：", rule.FAIL), ("不指出：", rule.PASS)):
        report.say(heading)
        for example in examples:
            report.say_text("  " + example.rstrip().replace("\n", "\n  "))
    report.say(f"确有理由的，在那一行末尾或上一行注明：# 可以：{rule.RULE.code} 原因")
    return 0
