"""截止日是休息日（放假、调休计算在内）。"""

from collections.abc import Iterator
from datetime import date

from ..dates.span import day_of
from ..dates.workdays import add_workdays, is_workday
from ..finding import Finding
from .subject import Rule, Steps, Subject

RULE = Rule("GK502", "warning", "截止日是休息日")
# 2026年5月9日是星期六，但调休上班；5月10日是星期日。
FAIL = (
    "报送: [{材料: 信息, 截止: 5月10日前}]\n",
    "统筹任务: [{标题: 甲, 完成时间: 5月3日16时前}]\n",
)
PASS = (
    "报送: [{材料: 信息, 截止: 5月9日前}]\n",
    "统筹任务: [{标题: 甲, 完成时间: 5月1日至5月3日}]\n",
)


def check(subject: Subject) -> Iterator[Finding]:
    for steps, text in subject.texts():
        if steps[-1] not in ("截止", "完成时间") or not isinstance(steps[-2], int):
            continue
        span = subject.span(text)
        # The last day of a period is no deadline that somebody sits in an office for.
        if span and span.due and span.start is None and not is_workday(day_of(span.due)):
            yield _finding(subject, steps, day_of(span.due))


def _finding(subject: Subject, steps: Steps, day: date) -> Finding:
    before, after = add_workdays(day, -1), add_workdays(day, 1)
    hint = f"前一个工作日是{before.month}月{before.day}日，后一个是{after.month}月{after.day}日"
    return RULE.found(subject.place(steps), f"{day.month}月{day.day}日是休息日", hint)
