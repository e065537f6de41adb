"""截止日是休息日（放假、调休计算在内），文中写的截止也算；特急、加急的文件除外。"""

import re
from collections.abc import Iterator
from datetime import date

from ..dates.days import short_day
from ..dates.span import day_of
from ..dates.workdays import add_workdays, first_unknown, is_workday
from ..finding import Finding, Place
from ..materials import HAND_IN
from ..subject import Rule, Subject

RULE = Rule("GK502", "warning", "截止日是休息日", needs=("版式", "等级", "紧急程度"), of_own=True)
# 2026年5月9日是星期六，但调休上班；5月10日是星期日。
FAIL = (
    "报送: [{材料: 信息, 截止: 5月10日前}]\n",
    "统筹任务: [{标题: 甲, 责任单位: 县司法局, 完成时间: 5月3日16时前}]\n",
    "结语: 请各单位于5月10日前将联络员名单报县政府办公室。\n",
    "结语: 5月16日12:00前完成展板制作。\n",
)
PASS = (
    "报送: [{材料: 信息, 截止: 5月9日前}]\n",
    "统筹任务: [{标题: 甲, 责任单位: 县司法局, 完成时间: 5月1日至5月3日}]\n",
    (
        "公文: {发文机关: 示例县人民政府办公室, 紧急程度: 特急,"
        " 标题: 示例县人民政府办公室关于开展“5·15 政务公开日”活动的通知}\n"
        "统筹任务: [{标题: 甲, 责任单位: 县水利局, 完成时间: 5月10日18时前}]\n"
    ),
    "结语: 5月9日前将名单报县政府办公室，5月10日前后集中宣传，5月16日前往社区宣讲，每年5月10日前报送计划。\n",
    "结语: 5月16日8:30前将学生送至县文化广场，5月17日前把服务送到田间地头。\n",
    "结语: 面向5月10日前报名的市民组织开放。\n",
    "结语: 群众5月10日前反映的问题，要全部办结并反馈。\n",
    "结语: 5月16日至17日集中宣传，5月17日当天完成5场咨询。\n",
)

_URGENT = re.compile("[特加]急|特提")
_DUE = ("截止", "完成时间")
# Compiled for a file that has such a deadline.
_SENT = f"{HAND_IN}|报名"


def check(subject: Subject) -> Iterator[Finding]:
    header = subject.campaign.header
    # What is urgent does not wait for a workday.
    if _URGENT.search((header.grade or "") + (header.urgency or "")):
        return
    for text, span in subject.dates:
        # The last day of a period, or of a month, is no deadline that somebody sits there for; of a
        # day that is only guessed GK510 tells.
        is_day = "日" in text.printed and span.start is None and not span.guessed
        if text.key in _DUE and span.due and is_day:
            yield from _rest(text.place(), day_of(span.due))
    for text, day, clauses in subject.deadlines:
        if day.date and ("完成" in clauses or re.search(_SENT, clauses)):
            yield from _rest(text.place(day.start), day.date)


def _rest(place: Place, day: date) -> Iterator[Finding]:
    if is_workday(day):
        return
    before, after = add_workdays(day, -1), add_workdays(day, 1)
    hint = f"前一个工作日是{short_day(before)}，后一个是{short_day(after)}"
    if unknown := first_unknown(before, after):
        hint = f"只按周六、周日和法定节日算，{hint}；{unknown}年的放假调休安排还没有收进来，公布后再核对"
    yield RULE.found(place, f"{short_day(day)}是休息日", hint)
