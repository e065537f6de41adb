"""事情开始或者截止在发文之前。"""

import re
from collections.abc import Iterator

from ..dates.days import short_day
from ..dates.span import day_of
from ..finding import Finding
from ..materials import HAND_IN
from ..ownperiod import is_of_period
from ..subject import Rule, Subject
from .issued import is_issued_late, is_of_past

RULE = Rule("GK512", "warning", "早于成文日期", of_own=True)
FAIL = (
    "统筹任务: [{标题: 甲, 责任单位: 县司法局, 完成时间: 4月20日前}]\n",
    "统筹任务: [{标题: 甲, 责任单位: 县司法局, 完成时间: 4月20日至5月31日}]\n",
    "报送: [{材料: 信息, 截止: 4月1日前}]\n",
    "结语: 请于4月20日前报送联络员名单。\n",
)
PASS = (
    "统筹任务: [{标题: 甲, 责任单位: 县司法局, 完成时间: 4月28日至5月31日}, {标题: 乙, 责任单位: 县司法局, 完成时间: 持续发布}]\n",
    "统筹任务: [{标题: 甲, 责任单位: 县司法局, 完成时间: 全年}, {标题: 乙, 责任单位: 县司法局, 完成时间: 上半年}, {标题: 丙, 责任单位: 县司法局, 完成时间: 每月8日前}]\n",
    "统筹任务: [{标题: 甲, 责任单位: 县司法局, 完成时间: 4月底前}, {标题: 乙, 责任单位: 县司法局, 完成时间: 二季度}, {标题: 丙, 责任单位: 县司法局, 完成时间: 5月8日前}]\n",
    "结语: 4月20日前设立的窗口，每年3月31日前报送年报。\n",
    "结语: 3月31日前公开的年度报告集中展示，接受监督并反馈；今年4月20日前，县政府已将方案报送市政府；4月15日前，全县共上报线索43条。\n",
    "结语: 4月15日前已报送名单的单位不再重复报送，4月20日前未报送的抓紧补报。\n",
    "结语: 4月20日前各单位报送的政策文件，由县司法局统一汇编，截至4月20日前上报的43件线索已全部交办。\n",
)

# Compiled for a file that has such a deadline.
_SENT = f"{HAND_IN}|报名"


def check(subject: Subject) -> Iterator[Finding]:
    issued = subject.campaign.header.date
    if issued is None or is_of_past(subject) or is_issued_late(subject, issued):
        return
    for text, span in subject.dates:
        first = span.start or span.due
        # 上半年, 二季度 begin before any notice; so does a period told by its months alone.
        if is_of_period(text.steps) or first is None or (span.start and "日" not in text.printed):
            continue
        if day_of(first) < issued:
            what = "截止" if span.start is None else "开始"
            message = f"“{text.printed}”{what}时，通知（{short_day(issued)}）还没有发出"
            yield RULE.found(text.place(), message, "检查这个日期和成文日期")
    for text, day, clauses in subject.deadlines:
        if day.date and day.date < issued and not day.has_year and re.search(_SENT, clauses):
            message = f"{short_day(day.date)}截止时，通知（{short_day(issued)}）还没有发出"
            yield RULE.found(text.place(day.start), message, "检查这个日期和成文日期")
