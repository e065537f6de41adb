"""gongkai validate: everything there is to say about the campaign files, in one pass."""

import re
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import typer

from .. import project, report
from ..finding import Refused
from .across import across
from .choice import USAGE, choose
from .looking import Presentation, Sources, look

_CODE = re.compile(r"GK[0-9]{3}")


def run(campaigns: Sequence[str], format_: str, *, strict: bool, fix: bool) -> int:
    """Validate and return the exit code: 0, 1 an error (or warning, if strict), 2 usage."""
    root = Path()
    try:
        choose("--format", [format_], tuple(report.FORMATS))
        found = project.campaigns(campaigns, root)
    except Refused as refused:
        report.complain(refused.findings)
        return USAGE
    pile, accepted = report.Pile(), 0
    sources: Sources = ()
    # Only a screen shows the lines that findings are about.
    presentation = Presentation(
        format_, report.shows_sources(format_), report.is_colourful(sys.stdout)
    )
    try:
        # The packaged templates are sound; an office's own may not be.
        if project.has_templates(root):
            project.style(root)
            sources = tuple(project.templates(root).items())
    except Refused as refused:
        pile.add(presentation.of(refused.findings, {}))
    work = partial(look, sources=sources, fix=fix, presentation=presentation)
    for one in across(work, found, "检查"):
        sys.stdout.write(one.changes if format_ == "text" else "")
        # Programs that read the findings are not told of the changes among them.
        sys.stderr.write(one.changes if format_ != "text" else "")
        pile.add(one.told)
        accepted += one.accepted
    severities = report.show(pile, format_, accepted)
    return int(severities["error"] > 0 or (strict and severities["warning"] > 0))


def explanation(code: str) -> int:
    """Print a rule's own page: what it finds, and an example of both kinds."""
    from ..rules import RULES

    rules = {rule.RULE.code: rule for rule in RULES}
    code = code.upper()
    if _CODE.fullmatch(code) and code not in rules:
        message = f"{code} 不是检查规则（照它那句话里的办法改；检查规则见 docs/rules.md）"
        raise typer.BadParameter(message, param_hint="--explain")
    choose("--explain", [code], sorted(rules))
    rule = rules[code]
    report.say_text(f"{rule.RULE.code} {rule.RULE.title}\n\n{(rule.__doc__ or '').strip()}\n")
    for heading, examples in (("指出：", rule.FAIL), ("不指出：", rule.PASS)):
        report.say(heading)
        for example in examples:
            report.say_text("  " + example.rstrip().replace("\n", "\n  "))
    report.say(f"确有理由的，在那一行末尾或上一行注明：# 可以：{rule.RULE.code} 原因")
    return 0
