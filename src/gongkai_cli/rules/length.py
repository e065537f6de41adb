"""写明的天数和起止日期对不上：5月14日至21日是8天，首尾两天都算。"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from ..dates.bare import LENGTHS
from ..dates.days import short_day
from ..dates.mentions import WEEKDAYS
from ..dates.tokens import NUMBER, read_numeral
from ..dates.workdays import is_known, is_workday
from ..finding import Finding
from ..subject import Rule, Subject

RULE = Rule("GK509", "warning", "天数和日期对不上")
FAIL = (
    "正文: {活动时间: 5月14日至21日（共7天）}\n",
    "正文: {活动时间: 5月14日至21日，为期七天}\n",
    "正文: {活动时间: 5月14日至21日，会期七天}\n",
    "导语: 定于5月14日（星期四）至21日（星期四）开展活动，活动历时8天；其中5月14日至16日，共2天，集中宣传。\n",
)
PASS = (
    "正文: {活动时间: 5月14日至21日（共8天）}\n",
    "正文: {活动时间: 5月14日至21日，为期八天}\n",
    "正文: {活动时间: 5月14日至21日（为期一周）}\n",
    "导语: 5月14日至21日，共3天集中宣传，其余各单位自行安排；4月28日至5月4日共7天，4月30日至5月8日共4个工作日。\n",
)

# 5月14日至21日，共3天集中宣传 counts other days; 5月14日至21日在广场宣传，为期8天 counts these.
_LENGTH = (
    rf"(?:[（(]{WEEKDAYS}[）)])?(?:期间)?"
    r"(?:[，,（(]?(?:放假)?(?:共计?|总计|连续|为期|历时|会期)|[^，。；、（\n\d]{1,16}，(?:活动)?(?:为期|历时))"
    rf"{NUMBER}(?P<unit>天|日|个工作日)(?=[，,。；、）)\n]|$)"
)
_FAR = 32


def check(subject: Subject) -> Iterator[Finding]:
    for text, day in subject.days:
        first, last = day.before.date if day.before and day.ends_period else None, day.date
        if first is None or last is None or first >= last:
            continue
        behind = subject.whole[day.end : day.end + _FAR]
        if not any(word in behind for word in LENGTHS):
            continue
        said = re.compile(_LENGTH).match(subject.whole, day.end)
        count = _count(first, last, said["unit"]) if said else None
        if said and count and read_numeral(said[1]) not in (None, count):
            unit = said["unit"]
            period = f"{short_day(first)}至{short_day(last)}"
            message = f"写的是{said[1]}{unit}，{period}是{count}{unit}"
            hint = "检查天数和起止日期，首尾两天都算"
            yield RULE.found(text.place(said.start(1)), message, hint)


def _count(first: date, last: date, unit: str) -> int | None:
    """The days of a period; None for working days of a year whose holidays are not known."""
    days = [first + timedelta(number) for number in range((last - first).days + 1)]
    if not unit.endswith("工作日"):
        return len(days)
    known = is_known(first.year) and is_known(last.year)
    return sum(map(is_workday, days)) if known else None
