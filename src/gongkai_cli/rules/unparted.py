"""一行一个序号（1.……2.……），中间没有空行，印出来接成一段。要分段的，每段之间空一行。"""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

from ..finding import Finding
from .subject import Rule, Subject
from .text import Steps, Text

RULE = Rule("GK743", "note", "行首有序号，没有分段")
FAIL = (
    "结语: |\n  1. 明确专人。\n  2. 建立台账。\n",
    "结语: |\n  要求如下。\n  （一）明确专人。\n  （二）建立台账。\n",
    "附件: [{标题: 报送说明, 内容: '见下。'}, {标题: 参观须知, 内容: '见下。'}]\n结语: |\n  一、明确专人。\n  二、建立台账。\n",
)
PASS = (
    "结语: |\n  1. 明确专人。\n\n  2. 建立台账。\n",
    "结语: 1. 明确专人。2. 建立台账。\n",
    "结语: |\n  一是明确专人；\n  二是建立台账。\n",
    "结语: |\n  活动于5月\n  2.5小时一场，\n  3.5小时一场。\n",
)

# The first of a text's own points, and the second; 2.5小时 is none.
_SECONDS = ("2.", "2．", "2、", "2）", "2)", "二、", "二）", "二)", "②")
_SECOND = re.compile("|".join(map(re.escape, _SECONDS)))
_FORMS = tuple(
    re.compile(rf"(?m)^[ \t]*{first}(?P<between>.*(?:\n[ \t]*\S.*)*?\n)[ \t]*{second}")
    for first, second in (
        (r"1(?:[.．](?!\d)|、)", r"2(?:[.．](?!\d)|、)"),
        (r"[（(]?1[）)]", r"[（(]?2[）)]"),
        ("一、", "二、"),
        ("[（(]一[）)]", "[（(]二[）)]"),
        ("①", "②"),
    )
)


def check(subject: Subject) -> Iterator[Finding]:
    seen: set[Steps] = set()
    for match in chain.from_iterable(
        _SECOND.finditer(subject.whole, *line) for line in subject.lines(_SECONDS)
    ):
        text = subject.text_at(match.start())
        if text.origin is None or text.key == "备注" or text.steps in seen:
            continue
        seen.add(text.steps)
        typed = _typed(subject.tree.data, text)
        if "\n" not in typed:
            continue
        for form in _FORMS:
            if found := form.search(typed):
                place = subject.tree.place(text.steps, found.start() + _blank(found[0]))
                message = "行首有序号，中间没有空行，印出来接成一段"
                yield RULE.found(place, message, "要分段的，每段之间空一行")
                break


def _typed(data: Any, text: Text) -> str:  # noqa: ANN401
    for step in text.steps:
        data = data[step]
    return str(data)


def _blank(line: str) -> int:
    return len(line) - len(line.lstrip())
