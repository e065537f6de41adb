"""文中有日历上没有的日子。"""

import re
from collections.abc import Iterator
from datetime import date

from ..finding import Finding
from .subject import Rule, Subject

RULE = Rule("GK503", "error", "没有这一天")
FAIL = ("结语: 6月31日前完成。\n", "结语: 2026年2月29日举行。\n")
PASS = ("结语: 2024年2月29日举行，6月30日前完成，每月31日通报。\n",)

_DAY = re.compile(r"(?:(\d{4})年)?(?<!\d)(\d{1,2})月\s*(\d{1,2})[日号]")


def check(subject: Subject) -> Iterator[Finding]:
    for steps, match in subject.matches(_DAY):
        year, month, day = match.groups()
        try:
            date(int(year or subject.context.year), int(month), int(day))
        except ValueError:
            place = subject.place(steps, match[0], match.start())
            yield RULE.found(place, f"没有“{match[0]}”这一天", "检查月份和日子")
