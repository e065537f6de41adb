"""gongkai validate: everything there is to say about the campaign files, in one pass."""

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import typer

from .. import project, report
from ..finding import Refused
from .choice import choose
from .examining import Presentation, Sources, look
from .parallel import across


def run(campaigns: Sequence[str], format_: str, *, strict: bool, fix: bool) -> int:
    """Validate and return the exit code: 0, or 1 for an error (or warning, if strict)."""
    root = Path()
    choose("--format", [format_], tuple(report.FORMATS))
    found = project.campaigns(campaigns, root)
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


def explanation(wanted: str) -> int:
    """Print what a code means with an example of both kinds, or the codes that begin alike."""
    from ..codes import CODES, FAMILIES
    from ..rules import RULES

    rules = {rule.RULE.code: rule for rule in RULES}
    others = {code.code: code for code in CODES}
    typed, wanted = wanted, wanted.strip().upper()
    wanted = f"GK{wanted}" if wanted.isdecimal() else wanted
    if rule := rules.get(wanted):
        _page(wanted, rule.RULE.title, rule.__doc__ or "", rule.FAIL, rule.PASS)
        report.say(f"确有理由的，在那一行末尾或上一行注明：# 可以：{wanted} 原因")
    elif other := others.get(wanted):
        wrong, right = (tuple(filter(None, [text])) for text in (other.wrong, other.right))
        _page(wanted, other.title, other.meaning, wrong, right)
    else:
        titles = {code: rule.RULE.title for code, rule in rules.items()}
        titles |= {code: other.title for code, other in others.items()}
        if not any(code.startswith(wanted) for code in titles):
            message = f"没有“{typed}”（全部代码：gongkai validate --explain GK）"
            raise typer.BadParameter(message, param_hint="--explain")
        for family, what in FAMILIES:
            codes = [
                code
                for code in sorted(titles)
                if code.startswith(family) and code.startswith(wanted)
            ]
            if codes:
                report.say(f"{what}：")
            for code in codes:
                report.say(f"  {code} {titles[code]}")
    return 0


def _page(code: str, title: str, meaning: str, wrong: Sequence[str], right: Sequence[str]) -> None:
    report.say_text(f"{code} {title}\n\n{meaning.strip()}\n")
    for heading, examples in (("指出：", wrong), ("不指出：", right)):
        if examples:
            report.say(heading)
        for example in examples:
            report.say_text("  " + example.rstrip().replace("\n", "\n  "))
