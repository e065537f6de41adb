"""活动已经开始，或者最早的截止已经过了，通知才成文。"""

from collections.abc import Iterator
from datetime import date

from ..dates.days import short_day
from ..dates.span import day_of
from ..finding import Finding
from ..genres import OF_PAST
from ..subject import Rule, Subject

RULE = Rule("GK514", "warning", "成文日期太晚", of_own=True)
_HEAD = (
    "公文: {发文机关: 示例县人民政府办公室, 成文日期: %s,"
    " 标题: 示例县人民政府办公室关于开展“5·15 政务公开日”活动的通知}\n"
)
FAIL = (
    _HEAD % "2026年5月20日",
    _HEAD % "2026年5月9日"
    + "报送: [{材料: 方案, 截止: 5月6日前}, {材料: 名单, 截止: 5月7日前}, {材料: 总结, 截止: 5月25日前}]\n",
    _HEAD % "2027年4月28日",
)
PASS = (
    _HEAD % "2026年5月14日",
    _HEAD % "2026年4月28日",
    _HEAD % "2025年12月28日",
    (_HEAD % "2026年6月20日").replace("的通知", "情况的报告")
    + "报送: [{材料: 名单, 截止: 5月8日前}, {材料: 图片, 截止: 5月22日前}]\n",
)
_FEW = 2


def is_issued_late(subject: Subject, issued: date) -> bool:
    """Whether it is the date of the notice that is wrong rather than that of one task."""
    start = subject.period.start
    if start and day_of(start) < issued:
        return True
    dues = _dues(subject)
    late = sum(due < issued for due in dues)
    return late >= _FEW and late * 2 >= len(dues)


def is_of_past(subject: Subject) -> bool:
    """Whether the document tells of what has been, as a report does; a notice is before it."""
    return subject.campaign.header.genre in OF_PAST


def check(subject: Subject) -> Iterator[Finding]:
    issued, start = subject.campaign.header.date, subject.period.start
    if issued is None or not is_issued_late(subject, issued) or is_of_past(subject):
        return
    if start and day_of(start) < issued:
        first, what = day_of(start), "活动就开始了"
    else:
        first, what = min(_dues(subject)), "就有事情截止"
    message = f"通知{short_day(issued)}成文，{short_day(first)}{what}"
    yield RULE.found(subject.place(("公文", "成文日期")), message, "检查成文日期和活动时间")


def _dues(subject: Subject) -> list[date]:
    """The deadlines of tasks and reports."""
    texts = [duty.when for duty in subject.duties]
    texts += [report.due for report in subject.campaign.reports]
    spans = [subject.span(text) for text in texts]
    return [day_of(span.due) for span in spans if span and span.due and not span.start]
