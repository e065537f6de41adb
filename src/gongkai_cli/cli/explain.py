"""gongkai validate --explain: what a code means, with an example of both kinds."""

from collections.abc import Sequence

import typer

from .. import report
from ..codes import CODES, FAMILIES
from ..rules import RULES
from ..yamlblock import in_block


def explanation(wanted: str) -> int:
    """Print what a code means with an example of both kinds, or the codes that begin alike."""
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
        if not examples:
            continue
        report.say(heading)
        shown = [in_block(example).rstrip() for example in examples]
        # Where one takes several lines, nobody would see where the next begins.
        between = "\n\n" if any("\n" in example for example in shown) else "\n"
        report.say_text(between.join("  " + example.replace("\n", "\n  ") for example in shown))
