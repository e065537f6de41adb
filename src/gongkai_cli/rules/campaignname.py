"""活动名称有两种写法，只差中间的点或空格。"""

import re
from collections.abc import Iterator

from ..finding import Edit, Finding
from ..prose import one_line
from .subject import Rule, Subject

RULE = Rule("GK701", "warning", "活动名称两种写法")
FAIL = (
    "结语: 办好“5·15政务公开日”活动。\n",
    "结语: 办好“5.15 政务公开日”活动。\n",
    "结语: 办好“5•15政务公开日”。\n",
)
PASS = ("结语: 办好“5·15 政务公开日”活动，即“政务公开日”；5.15元。\n",)

_DOTS = "·•・‧∙.．"


def check(subject: Subject) -> Iterator[Finding]:
    name = subject.campaign.name
    pieces = [
        rf"[{_DOTS}]" if char in _DOTS else re.escape(char) for char in name if not char.isspace()
    ]
    pattern = re.compile(r"\s*".join(pieces))
    for steps, match in subject.matches(pattern):
        if match[0] != name and steps != ("活动",):
            place = subject.place(steps, match[0], match.start())
            message = f"“{one_line(match[0])}”应当写作“{name}”"
            yield RULE.found(place, message, "可以写「活动」来引用", Edit(match[0], name))
