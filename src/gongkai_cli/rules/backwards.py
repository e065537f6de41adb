"""一段时间的结束早于开始：日期，或者时刻。"""

from collections.abc import Iterator

from ..finding import Finding
from ..subject import Rule, Subject

RULE = Rule("GK505", "error", "结束早于开始")
FAIL = (
    "结语: 活动从5月21日至14日举行。\n",
    "结语: 5月31日—5月15日开展。\n",
    "结语: 2026年6月14日至2026年5月21日。\n",
    "结语: 6月14日至5月21日集中开展。\n",
    "结语: 5月15日9:00至8:30举行。\n",
)
PASS = (
    "结语: 12月20日至1月10日，9月1日至6月30日，5月14日至21日，5月14日至14日。\n",
    "结语: 2025年12月1日至2026年2月1日，12月1日至次年2月1日。\n",
    "结语: 22:00至6:00值班，11:30至1:30休息，9:00至9:00，每天8:30—17:30，上午9:00至下午3:00，比分3:21至3:20。\n",
    "结语: 报送时间由5月21日、14日两次改为一次。\n",
)
# Without 次年, a period that ends in an earlier month runs into the next year: 9月1日至6月30日.
_LONGEST = 330


_CLOCKS = (
    r"(?<![\d:：])(?P<from>\d{1,2})[:：](?P<since>[0-5]\d)[至到—–~～-]+"
    r"(?P<to>\d{1,2})[:：](?P<until>[0-5]\d)(?![\d:：])"
)
# 22:00至6:00 runs into the next day, 11:30至1:30 into the afternoon.
_SHORT = 3 * 60
# Earlier in the day a pair of numbers is rather a score.
_FIRST = 6 * 60


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
    for text, match in subject.matches(_CLOCKS, ":："):
        start, end = (
            60 * int(match[hour]) + int(match[minute])
            for hour, minute in (("from", "since"), ("to", "until"))
        )
        if 0 < start - end < _SHORT and start >= _FIRST:
            place = text.place(match.start())
            yield RULE.found(place, f"“{match[0]}”结束早于开始", "检查前后两个时刻")
