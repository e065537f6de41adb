"""gongkai validate: everything there is to say about the campaign files, in one pass."""

import sys
from collections.abc import Sequence
from pathlib import Path

from .. import project, report
from ..checking import examine
from ..deadlines import agenda_of
from ..decoding import decode
from ..finding import Finding, Refused, has_errors
from ..loading import Loaded
from ..mending import mend
from ..rendering import document_names, sheets, typeset
from ..rules import RULES
from ..templating import Templates
from .choice import USAGE, choose
from .watching import read_progress


def run(campaigns: Sequence[str], format_: str, *, strict: bool, fix: bool) -> int:
    """Validate and return the exit code: 0, 1 an error (or warning, if strict), 2 usage."""
    root = Path()
    try:
        choose("--format", [format_], tuple(report.FORMATS))
        found = project.campaigns(campaigns, root)
    except Refused as refused:
        report.complain(refused.findings)
        return USAGE
    findings: list[Finding] = []
    wordings: list[Templates] = []
    texts: dict[str, str] = {}
    accepted = 0
    try:
        project.style(root)
        # The packaged templates are sound; an office's own may not be.
        if (root / project.TEMPLATES).exists():
            sources = project.templates(root)
            wordings = [Templates(sources)]
            texts = {source.path: source.text for source in sources.values()}
    except Refused as refused:
        findings += refused.findings
    for one in report.progress(found, "检查"):
        path = project.shown(one, root)
        try:
            data = project.read(one.path)
            if fix:
                data = _mended(one.path, path, data, format_, findings)
            checked = examine(data, path)
            texts[path] = decode(data, path)[0] or ""
            findings += checked.findings
            findings += _of_record(one, checked.loaded, root)
            accepted += len(checked.accepted)
            for templates in wordings:
                findings += _by_template(checked.loaded, templates, document_names(sources))
        except Refused as refused:
            findings += refused.findings
    findings = sorted(set(findings))
    report.show(findings, format_, texts, accepted)
    warned = any(finding.severity == "warning" for finding in findings)
    return int(has_errors(findings) or (strict and warned))


def _mended(file: Path, path: str, data: bytes, format_: str, findings: list[Finding]) -> bytes:
    """Mend a file where it stands and say so; what cannot be written joins the findings."""
    mended = mend(data, path)
    if not mended.applied:
        return data
    try:
        project.save(file, mended.data)
    except Refused as refused:
        findings += refused.findings
        return data
    # Programs that read the findings are not told of the changes among them.
    stream = sys.stdout if format_ == "text" else sys.stderr
    stream.write(report.changes(mended.applied))
    return mended.data


def _of_record(one: project.Found, loaded: Loaded, root: Path) -> tuple[Finding, ...]:
    """What is wrong with the progress record beside a file that can be used."""
    if loaded.campaign is None or loaded.context is None or not project.has_record(one):
        return ()
    agenda = agenda_of(loaded.campaign, one.name, loaded.path, loaded.context)
    return read_progress(one, agenda, root, project.now())[1]


def _by_template(loaded: Loaded, templates: Templates, names: Sequence[str]) -> set[Finding]:
    """What goes wrong when the documents are worded: one of each kind, written to nowhere."""
    findings: set[Finding] = set()
    if loaded.campaign is not None:
        kinds = {sheet.template: sheet for sheet in reversed(sheets(loaded.campaign, names))}
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
    report.say(f"{rule.RULE.code} {rule.RULE.title}\n\n{(rule.__doc__ or '').strip()}\n")
    for heading, examples in (("指出：", rule.FAIL), ("不指出：", rule.PASS)):
        report.say(heading)
        for example in examples:
            report.say("  " + example.rstrip().replace("\n", "\n  "))
    report.say(f"确有理由的，在那一行末尾或上一行注明：# 可以：{rule.RULE.code} 原因")
    return 0
