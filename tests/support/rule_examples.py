"""The examples of rules as whole campaign files, and what the rules find in one.

A rule's FAIL and PASS, and the cases in tests/rules, are a few keys of a file: each takes the place of
those keys in one sound head.
"""

import re
from pathlib import Path

from gongkai_cli.finding import Finding
from gongkai_cli.loading import load
from gongkai_cli.rules import RULES, check
from gongkai_cli.subject import subject_of

HEAD = """
活动: 5·15 政务公开日
年份: 2026
公文:
  发文机关: 示例县人民政府办公室
  标题: 示例县人民政府办公室关于开展“5·15 政务公开日”活动的通知
  成文日期: 2026年4月28日
正文: {活动时间: 5月14日至21日}
"""
CASES = [(rule, text) for rule in RULES for text in rule.FAIL]
"""Each rule with each of its bad examples."""

FILES = sorted((Path(__file__).parents[1] / "rules").glob("*.yaml"))
"""A file of cases for each rule."""
PARTED = "---\n"
"""Between two cases."""
MARKER = "# 期望\n"
"""Between a case and the findings about it."""
NOTHING = "# 没有\n"
"""The findings, where there are none."""


def cases(path: Path) -> list[str]:
    """The cases of a file, each with its findings."""
    return path.read_bytes().decode().split(PARTED)


def found(text: str, path: str = "文件") -> tuple[Finding, ...]:
    """What the rules say of a file that can be loaded, at least in part."""
    loaded = load(text.encode(), path)
    subject = subject_of(loaded)
    assert subject, loaded.findings
    return check(subject)


# What an example shows of a header has the day of the head as well, at its end.
DATED = re.compile(r"^(公文: \{(?![^\n]*成文日期)[^\n]*)\}$", re.MULTILINE)


def example(text: str, *, dated: bool = True) -> str:
    """The head with an example's keys in place of its own; a header ``dated`` as the head is."""
    if dated:
        text = DATED.sub(r"\1, 成文日期: 2026年4月28日}", text)
    keys = set(re.findall(r"^([^\s:]+):", text, re.MULTILINE))
    parts = re.split(r"\n(?=\S)", HEAD.strip())
    return "\n".join([*(part for part in parts if part.split(":")[0] not in keys), text])
