"""活动名称有两种写法，只差中间的点、引号或空格。"""

import re
from collections.abc import Iterator

from ..finding import Finding
from .namedots import mended
from .naming import DOTS
from .subject import Rule, Subject

RULE = Rule("GK701", "warning", "活动名称两种写法")
FAIL = (
    "结语: 办好“5·15政务公开日”活动。\n",
    "结语: 办好“5.15 政务公开日”活动。\n",
    "结语: 办好“5•15政务公开日”。\n",
    "结语: 办好“5-15 政务公开日”和“515政务公开日”。\n",
    "结语: 办好“5.15”系列活动。\n",
)
PASS = (
    "结语: 办好“5·15 政务公开日”活动，即“政务公开日”；5.15元，“4·15”全民国家安全教育日。\n",
    "结语: 版本5.15，5-15人一组，第5.15条，办好“5·15”政务公开日活动。\n",
    "活动: “5·15”政务公开日\n结语: 办好“5·15”政务公开日活动。\n",
)

_NUMBER = re.compile(rf"(\d{{1,2}})([{DOTS}])(\d{{1,2}})")
_LONGEST = 100
# Straight ones are told as such.
_QUOTES = "“”‘’"


def check(subject: Subject) -> Iterator[Finding]:
    name = mended(subject.campaign.name)
    if len(name) > _LONGEST or not any(map(str.isalnum, name)):
        return
    pieces = []
    for char in name:
        if char in DOTS:
            pieces.append(rf"[{DOTS}—–-]?")
        elif char in _QUOTES:
            pieces.append(f"[{_QUOTES}]")
        elif not char.isspace():
            pieces.append(re.escape(char))
    pattern = re.compile(" *".join(pieces))
    for text, match in subject.matches(pattern, name[-1:] if name[-1:].isalpha() else ""):
        if (
            match[0] != name
            and text.steps != ("活动",)
            and not subject.is_cited(text, match.start())
        ):
            edit = text.edit(*match.span(), name)
            message = f"“{match[0]}”应当写作“{name}”"
            yield RULE.found(text.place(match.start()), message, "可以写「活动」来引用", edit)
    if number := _NUMBER.search(name):
        month, day = number[1], number[3]
        # In quotation marks by itself, “5.15” is the day's name and no number.
        alone = re.compile(rf"(?<=[“‘]){month} ?([{DOTS}-]) ?{day}(?=[”’])")
        for text, match in subject.matches(alone, "“‘"):
            if match[0] != number[0] and text.steps != ("活动",):
                message = f"“{match[0]}”应当写作“{number[0]}”"
                edit = text.edit(*match.span(), number[0])
                yield RULE.found(text.place(match.start()), message, "和活动名称写成一样", edit)
