"""活动还没有结束，总结就要报送。"""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from ..dates.days import short_day
from ..dates.span import day_of
from ..finding import Finding
from ..materials import HAND_IN, is_of_another, is_summary
from ..subject import Rule, Subject
from ..vocabulary.handing import is_from_below, is_paper

RULE = Rule("GK511", "warning", "总结早于活动结束", of_own=True)
FAIL = (
    "报送: [{材料: 活动总结, 截止: 5月20日16时前}]\n",
    "结语: 各部门于5月20日前将活动总结报送县政府办公室。\n",
    "报送: [{材料: 活动情况报告, 截止: 5月18日前}]\n",
)
PASS = (
    "报送: [{材料: 活动总结, 截止: 5月22日前}, {材料: 工作信息, 截止: 5月18日前}]\n",
    "报送: [{材料: 上一年度工作总结, 截止: 5月8日前}, {材料: 活动总结, 截止: 活动结束后3个工作日内}]\n",
    "结语: 5月8日前报送方案，5月25日前报送总结，5月15日前报送上年度总结。\n",
    "结语: 各村于5月20日前将活动总结交所在乡镇，各乡镇于5月25日前将活动总结报县政府办公室。\n",
    "正文: {活动时间: 5月1日至12月31日}\n报送: [{材料: 半年小结, 截止: 6月30日前}, {材料: 季度总结, 截止: 9月30日前}, {材料: 中期总结, 截止: 7月31日前}, {材料: 全年总结, 截止: 12月18日前}]\n",
    "正文: {活动时间: 5月5日至12月31日}\n结语: 6月30日前报送上半年工作总结，12月18日前报送全年工作总结。\n",
    "报送: [{材料: 活动总结, 截止: 5月21日前}, {材料: 阶段性小结, 截止: 5月18日前}]\n",
)

_LONG, _LAST_WEEKS = 180, 31
# Compiled for a file whose text asks for a summary by a day.
_HANDED_IN = (
    rf"[^。；、]{{0,20}}?(?:将|把)[^。；、]{{0,10}}?(?P<taken>[总小]结)[^。；]{{0,14}}?(?:{HAND_IN}|送)"
    rf"|[^。；、]{{0,12}}?{HAND_IN}送?[^。；、]{{0,8}}?(?P<sent>[总小]结)"
)


def _last_to_wait_for(start: date | datetime | None, due: date | datetime) -> date:
    """The day before which a summary is too early: the last one, or of a long campaign some weeks before."""
    end = day_of(due)
    is_long = start is not None and (end - day_of(start)).days >= _LONG
    return end - timedelta(days=_LAST_WEEKS) if is_long else end


def check(subject: Subject) -> Iterator[Finding]:
    start = subject.period.start
    # Of another year as a whole: that is told.
    if subject.period.due is None or (start and day_of(start).year > subject.context.year):
        return
    end = _last_to_wait_for(start, subject.period.due)
    last = short_day(subject.period.due)
    for number, report in enumerate(subject.campaign.reports):
        span, name = subject.span(report.due), report.material
        if not span or not span.due or not is_summary(name):
            continue
        if day_of(span.due) < end:
            message = f"{name}{report.due}报送，活动到{last}才结束"
            hint = f"截止放在{last}之后，或者缩短活动时间"
            yield RULE.found(subject.place(("报送", number, "截止")), message, hint)
    for text, day, clauses in subject.deadlines:
        early = day.date and day.date < end and "结" in clauses
        said = re.match(_HANDED_IN, clauses) if early else None
        if said is None or not is_paper("总结", clauses, max(said.end("taken"), said.end("sent"))):
            continue
        head = re.split("[。；]", subject.whole[text.start : day.start])[-1]
        reporters = "".join(name for one in subject.campaign.reports for name in one.reporters)
        if is_from_below(head + clauses, reporters):
            continue
        if day.date and not is_of_another(clauses):
            message = f"文中{short_day(day.date)}前报送总结，活动到{last}才结束"
            yield RULE.found(text.place(day.start), message, f"截止放在{last}之后")
