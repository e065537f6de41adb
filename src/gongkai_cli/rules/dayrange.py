"""日期起止用了短横“-”（GB/T 15834-2011，4.13：起止用一字线，或者写“至”）。"""

import re
from collections.abc import Iterator

from ..finding import Finding
from .subject import Rule, Subject

RULE = Rule("GK713", "note", "日期起止用短横")
FAIL = ("结语: 5月15日-21日。\n", "结语: 5月15日 - 5月21日。\n", "结语: 2026年5月15日~31日。\n")
PASS = ("结语: 5月15日—31日，5月15日至21日，0000-0000000，2026-05-15。\n",)

_DAY = r"\d{1,2}(?:月\s*\d{1,2})?[日号]"
_RANGE = re.compile(rf"(?:\d{{1,2}}月\s*)?\d{{1,2}}[日号]\s*([-~～])\s*{_DAY}")


def check(subject: Subject) -> Iterator[Finding]:
    for steps, match in subject.matches(_RANGE):
        place = subject.place(steps, match[0], match.start())
        better = match[0].replace(match[1], "至").replace(" ", "")
        yield RULE.found(place, f"日期起止用了“{match[1]}”", f"写成“{better}”")
