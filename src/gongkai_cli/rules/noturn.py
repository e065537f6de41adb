"""反复报送的，到活动结束一次也轮不到，没有人会去催。"""

from collections.abc import Iterator

from ..dates.days import short_day
from ..dates.occurrences import turns
from ..dates.span import day_of
from ..finding import Finding
from ..subject import Rule, Subject
from ..timetable import watched

RULE = Rule("GK516", "warning", "反复的截止一次也轮不到", of_own=True)
FAIL = (
    "报送: [{材料: 工作信息, 截止: 每月25日前}]\n",
    "报送: [{材料: 工作信息, 截止: 每季度末前}]\n",
    "正文: {活动时间: 5月14日至6月18日, 活动内容: [{标题: 集中宣传, 责任单位: 县司法局, 完成时间: 每季度末前}]}\n",
)
PASS = (
    "报送: [{材料: 工作信息, 截止: 每月8日前}, {材料: 简报, 截止: 每周五17时前}]\n",
    "报送: [{材料: 工作信息, 截止: 每月底前}]\n",
    "正文: {活动时间: 5月14日至7月21日, 活动内容: [{标题: 集中宣传, 责任单位: 县司法局, 完成时间: 每季度末前}]}\n",
    (
        "公文: {发文机关: 示例县人民政府办公室, 成文日期: 2026年6月20日, 标题: 示例县人民政府办公室关于“5·15 政务公开日”活动情况的报告}\n"
        "统筹任务: [{标题: 抽查, 责任单位: 县司法局, 完成时间: 每月25日前}]\n"
    ),
    "正文: {工作要求: 各单位按时报送。}\n报送: [{材料: 工作信息, 截止: 每季度末前}]\n",
)


def check(subject: Subject) -> Iterator[Finding]:
    issued, due = subject.context.issued, subject.period.due
    if issued and due and day_of(due) < issued:
        # What a report promises comes after the campaign.
        return
    for text, span in subject.dates:
        if span.again is None:
            continue
        first, last = watched(subject.context)
        if not turns(span, subject.context, first, last):
            message = (
                f"“{text.printed}”从{short_day(first)}到活动结束（{short_day(last)}）一次也轮不到"
            )
            hint = "写明几月几日报；活动以后还要报的，写最后报到哪一天"
            yield RULE.found(text.place(), message, hint)
