"""文中写的截止时间和“报送”里的不一样。"""

import re
from collections.abc import Iterator

from ..finding import Finding
from .subject import Rule, Subject

RULE = Rule("GK521", "warning", "截止时间前后不一")
FAIL = (
    "结语: 各部门于6月5日17时前将活动总结报送县政府办。\n报送: [{材料: 活动总结, 截止: 6月3日17时前}]\n",
)
PASS = (
    "结语: 各部门于6月3日17时前将活动总结报送县政府办。\n报送: [{材料: 活动总结, 截止: 6月3日17时前}]\n",
    "结语: 6月5日前将工作信息报送县政府办。\n报送: [{材料: 活动总结, 截止: 6月3日17时前}]\n",
)

_DEADLINE = r"\d{1,2}月\s*\d{1,2}[日号](?:\s*\d{1,2}(?:时|点|:\d{2}))?(?:之|以)?前"


def check(subject: Subject) -> Iterator[Finding]:
    for report in subject.campaign.reports:
        said = re.compile(
            rf"({_DEADLINE})[^。；]{{0,30}}{re.escape(report.material)}[^。；]{{0,4}}报送"
        )
        for steps, match in subject.matches(said):
            if subject.span(match[1]) != subject.span(report.due):
                place = subject.place(steps, match[0], match.start())
                message = f"文中{report.material}“{match[1]}”报送，“报送”里写的是“{report.due}”"
                yield RULE.found(place, message, "改成一样；或者文中引用「报送.材料名.截止」")
