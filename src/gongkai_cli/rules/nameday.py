"""活动名称里的日子和文中说的不是同一天。"""

import re
from collections.abc import Iterator

from ..finding import Finding
from ..subject import Rule, Subject
from ..vocabulary.naming import stem

RULE = Rule("GK523", "warning", "活动日前后不一", of_own=True)
FAIL = (
    "导语: 2026年5月16日是第二十个“政务公开日”。\n",
    "导语: 5月25日是我县“政务公开日”。\n",
)
PASS = (
    "导语: 2026年5月15日是第二十个“政务公开日”，4月15日是全民国家安全教育日。\n",
    "导语: 5月14日是“政务公开日”活动的启动仪式，6月1日是报名截止日。\n",
)

_NAMED = re.compile(r"(?<!\d)(\d{1,2}) ?[·•・‧∙.．-] ?(\d{1,2})(?!\d)")


def check(subject: Subject) -> Iterator[Finding]:
    named = _NAMED.search(subject.campaign.name)
    name = stem(subject.campaign.name)
    if not named or not name:
        return
    quoted = '[“”"]?'
    said = re.compile(
        rf"(\d{{1,2}}) ?月 ?(\d{{1,2}}) ?[日号](?:（[^）\n]*）)?(?:是|为)[^。，；“\n]{{0,12}}?{quoted}{re.escape(name)}(?![“”\"]?活动)"
    )
    month, day = named.groups()
    for text, match in subject.matches(said, (name,)):
        if (int(match[1]), int(match[2])) != (int(month), int(day)):
            message = f"文中是{match[1]}月{match[2]}日，活动名称是“{subject.campaign.name}”"
            yield RULE.found(text.place(match.start()), message, f"{name}是{month}月{day}日")
