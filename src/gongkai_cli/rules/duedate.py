"""文中写的截止时间和“报送”里的不一样。"""

import re
from collections.abc import Iterator
from datetime import datetime

from ..dates import Span
from ..dates.mentions import DEADLINE
from ..dates.span import day_of
from ..finding import Finding
from ..materials import CORES
from .subject import Rule, Subject

RULE = Rule("GK521", "warning", "截止时间前后不一")
FAIL = (
    "结语: 各部门于6月5日17时前将活动总结报送县政府办公室。\n报送: [{材料: 活动总结, 截止: 6月3日17时前}]\n",
    "结语: 活动总结请于6月3日16时前报县政府办公室。\n报送: [{材料: 活动总结, 截止: 6月3日17时前}]\n",
    "结语: 6月5日前将总结材料报送县政府办公室。\n报送: [{材料: 活动总结, 截止: 6月3日前}]\n",
)
PASS = (
    "结语: 各部门于6月3日17时前将活动总结报送县政府办公室。\n报送: [{材料: 活动总结, 截止: 6月3日17时前}]\n",
    "结语: 6月5日前将工作信息报送县政府办公室。\n报送: [{材料: 活动总结, 截止: 6月3日17时前}]\n",
    "结语: 5月8日前将联络员名单、6月3日前将活动总结报送县政府办公室。\n报送: [{材料: 活动总结, 截止: 6月3日前}]\n",
    "结语: 县政府办公室于6月10日前向市政府办公室报送全县活动总结。\n报送: [{材料: 活动总结, 截止: 6月3日前}]\n",
    "结语: 活动总结于2026年6月3日17:00前报送。\n报送: [{材料: 活动总结, 截止: 6月3日17时前}]\n",
)

# What the office itself hands to the level above has a deadline of its own.
_UPWARD = re.compile(r"全[省市县区]|向[省市]")
_HAND_IN = r"(?:报|提交|反馈|交)"


def _differ(said: Span, written: Span | None) -> bool:
    """Whether two deadlines contradict each other: not where one only leaves the hour out."""
    if written is None or not said.due or not written.due:
        return False
    if isinstance(said.due, datetime) and isinstance(written.due, datetime):
        return said.due != written.due
    return day_of(said.due) != day_of(written.due)


def check(subject: Subject) -> Iterator[Finding]:
    due_of: dict[str, list[str]] = {}
    for report in subject.campaign.reports:
        core = next((core for core in CORES if report.material.endswith(core)), None)
        due_of.setdefault(core or report.material, []).append(report.due)
    for core, dues in due_of.items():
        # Of two summaries nobody can tell which is meant.
        if len(dues) > 1 or subject.span(dues[0]) is None:
            continue
        gap = r"[^。；\n、\d]{0,24}?"
        named = rf"[^。；\n，、]{{0,10}}?{re.escape(core)}"
        said = re.compile(
            rf"(?P<before>{DEADLINE})(?={gap}(?:将|把|报送|上报|提交|报){named}|[^。；\n，、\d]{{0,20}}{named}[^。；\n]{{0,4}}{_HAND_IN})"
            rf"|{re.escape(core)}[^。；\n，、\d]{{0,6}}?(?P<after>{DEADLINE})(?=[^。；\n]{{0,8}}?{_HAND_IN})"
        )
        for text, match in subject.matches(said, (core,)):
            if text.is_date or _UPWARD.search(subject.sentence(match)):
                continue
            words = match["before"] or match["after"]
            span = subject.span(words)
            if span is not None and _differ(span, subject.span(dues[0])):
                at = match.start("before" if match["before"] else "after")
                message = f"文中{core}“{words}”报送，“报送”里写的是“{dues[0]}”"
                yield RULE.found(
                    text.place(at), message, "改成一样；或者文中引用「报送.材料名.截止」"
                )
