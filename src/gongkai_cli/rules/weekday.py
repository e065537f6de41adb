"""星期和日期对不上。"""

import re
from collections.abc import Iterator
from datetime import date

from ..finding import Finding
from .subject import Rule, Subject

RULE = Rule("GK501", "error", "星期和日期对不上")
FAIL = ("结语: 5月14日（星期五）举行。\n", "结语: 于2025年5月15日（周五）举行。\n")
PASS = (
    "结语: 5月14日（星期四）举行。\n",
    "结语: 2025年5月15日（周四）举行。\n",
)

_DAY = re.compile(
    r"(?:(\d{4})年)?(\d{1,2})月\s*(\d{1,2})[日号]\s*[（(](?:星期|周)([一二三四五六日天])[）)]"
)
_NAMES = "一二三四五六日"


def check(subject: Subject) -> Iterator[Finding]:
    for steps, match in subject.matches(_DAY):
        year, month, day, said = match.groups()
        try:
            actual = _NAMES[date(int(year or subject.context.year), int(month), int(day)).weekday()]
        except ValueError:
            continue
        if actual != said.replace("天", "日"):
            place = subject.place(steps, match[0], match.start())
            message = f"{month}月{day}日是星期{actual}，不是星期{said}"
            yield RULE.found(place, message, "检查日期和星期哪个写错了")
