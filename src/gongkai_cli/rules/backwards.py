"""一段时间的结束早于开始。"""

from collections.abc import Iterator

from ..finding import Finding
from .subject import Rule, Subject

RULE = Rule("GK505", "error", "结束早于开始")
FAIL = (
    "结语: 活动从5月21日至14日举行。\n",
    "结语: 5月31日—5月15日开展。\n",
    "结语: 2026年6月14日至2026年5月21日。\n",
    "结语: 6月14日至5月21日集中开展。\n",
)
PASS = (
    "结语: 12月20日至1月10日，9月1日至6月30日，5月14日至21日，5月14日至14日。\n",
    "结语: 2025年12月1日至2026年2月1日，12月1日至次年2月1日。\n",
    "结语: 报送时间由5月21日、14日两次改为一次。\n",
)
# Without 次年, a period that ends in an earlier month runs into the next year: 9月1日至6月30日.
_LONGEST = 330


def check(subject: Subject) -> Iterator[Finding]:
    for text, day in subject.days:
        if not day.ends_period or day.before is None:
            continue
        first, last = day.before.date, day.date
        if first is None or last is None or first <= last:
            continue
        back = (first - last).days
        if first.month == last.month or day.has_year or 365 - back > _LONGEST:
            said = subject.whole[day.before.start : day.end]
            message = f"“{said}”结束早于开始"
            yield RULE.found(text.place(day.before.start), message, "检查前后两个日期")
