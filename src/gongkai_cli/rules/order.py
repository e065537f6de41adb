"""事情开始或者截止在发文之前。"""

from collections.abc import Iterator

from ..dates.span import day_of
from ..finding import Finding
from .subject import Rule, Subject

RULE = Rule("GK512", "warning", "早于成文日期")
FAIL = (
    "统筹任务: [{标题: 甲, 完成时间: 4月20日前}]\n",
    "统筹任务: [{标题: 甲, 完成时间: 4月20日至5月31日}]\n",
    "报送: [{材料: 信息, 截止: 4月1日前}]\n",
)
PASS = ("统筹任务: [{标题: 甲, 完成时间: 4月28日至5月31日}, {标题: 乙, 完成时间: 持续发布}]\n",)


def check(subject: Subject) -> Iterator[Finding]:
    issued = subject.campaign.document.date
    if issued is None:
        return
    for steps, text in subject.texts():
        if steps[-1] not in ("时间", "完成时间", "截止") or not isinstance(steps[-2], int):
            continue
        span = subject.span(text)
        first = (span.start or span.due) if span else None
        if span and first and day_of(first) < issued:
            what = "截止" if span.start is None else "开始"
            message = f"“{text}”{what}时，通知（{issued.month}月{issued.day}日）还没有发出"
            yield RULE.found(subject.place(steps), message, "检查这个日期和成文日期")
