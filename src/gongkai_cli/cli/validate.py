"""gongkai validate: everything there is to say about the campaign files, in one pass."""

import sys
from collections.abc import Sequence
from pathlib import Path

from .. import project, report
from ..finding import Finding, Refused, has_errors
from ..loading import Loaded, load
from ..rendering import document_names, sheets, typeset
from ..rules import RULES, check, subject_of
from ..templating import Templates
from .choice import USAGE, choose


def run(campaigns: Sequence[str], format_: str, *, strict: bool) -> int:
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
    try:
        project.style(root)
        # The packaged templates are sound; an office's own may not be.
        if (root / project.TEMPLATES).exists():
            sources = project.templates(root)
            wordings = [Templates(sources)]
    except Refused as refused:
        findings += refused.findings
    for one in report.progress(found, "检查"):
        try:
            loaded = load(project.read(one.path), project.shown(one, root))
            findings += loaded.findings
            findings += _by_rule(loaded)
            for templates in wordings:
                findings += _by_template(loaded, templates, document_names(sources))
        except Refused as refused:
            findings += refused.findings
    findings = sorted(set(findings))
    color = {"color": report.is_colourful(sys.stdout)} if format_ == "text" else {}
    sys.stdout.write(report.FORMATS[format_](findings, **color))
    if format_ == "text" and not findings and sys.stdout.isatty():
        report.say("没有发现问题")
    warned = any(finding.severity == "warning" for finding in findings)
    return int(has_errors(findings) or (strict and warned))


def _by_rule(loaded: Loaded) -> tuple[Finding, ...]:
    """What the rules find, once a file can be read without an error."""
    subject = subject_of(loaded)
    return check(subject) if subject else ()


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
    return 0
