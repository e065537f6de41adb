"""星期和日期对不上，包括写在一起的几天和起止两天。"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from ..dates.days import DAY_NAMES, short_day
from ..dates.mentions import HALF, TO, WEEKDAYS, Written
from ..finding import Finding
from ..subject import Rule, Subject

RULE = Rule("GK501", "error", "星期和日期对不上")
FAIL = (
    "结语: 5月14日（星期五）举行。\n",
    "结语: 于2025年6月15日（周五）举行。\n",
    "结语: 5月14日上午（星期三）举行，5月15日星期六结束。\n",
    "结语: 5月14日、15日（星期四、星期六）两天，5月16日至17日（星期六至星期一）。\n",
    "结语: 星期五（5月14日）举行。\n",
)
PASS = (
    "结语: 5月14日（星期四）举行。\n",
    "结语: 2025年6月15日（周日）举行，5月21日周四上午结束。\n",
    "结语: 5月14日、15日（星期四、五）两天，5月14日至16日（星期四至星期六）。\n",
    "结语: 每周五（5月14日起）更新，5月14日周五一行参观，5月15日一周后。\n",
    "结语: 12月28日（星期一）至次年1月4日（星期一）。\n",
)

_BARE = r"(?:星期|礼拜)[一二三四五六日天]|周[一二三四五六日天](?=[上下]午|晚|[，。、；（\d])"
_AFTER = re.compile(rf" ?{HALF} ?(?:[（(]({WEEKDAYS})[）)]|({_BARE}))")
_BEFORE = re.compile(
    r"(?<![每逢、和及至到—-])(?:星期|礼拜|周)([一二三四五六日天])[（(](?:\d{4}年)?$"
)
_RANGE = re.compile(f"[{TO}]")


def check(subject: Subject) -> Iterator[Finding]:
    for text, day in subject.days:
        after = _AFTER.match(subject.whole, day.end)
        before = _BEFORE.search(subject.whole, max(day.start - 10, 0), day.start)
        if after:
            pairs = _paired(day, after[1] or after[2])
        elif before and not day.joint:
            pairs = [(day.date, before[1])]
        else:
            continue
        for actual, said in pairs:
            if actual and DAY_NAMES[actual.weekday()] != said:
                message = f"{short_day(actual)}是星期{DAY_NAMES[actual.weekday()]}，不是星期{said}"
                place = text.place(day.start)
                yield RULE.found(place, message, "检查日期和星期哪个写错了")


def _paired(day: Written, said: str) -> Sequence[tuple[date | None, str]]:
    """Each weekday with the day it is said of: the last days of those written together."""
    names = [char.replace("天", "日") for char in said if char in "一二三四五六日天"]
    days = [one.date for one in day.chain]
    first = day.before.date if day.before and day.ends_period else None
    if first and day.date and len(names) > 1 and not _RANGE.search(said):
        # 14日至16日（星期四、五、六）
        days = [first + timedelta(days=n) for n in range(min((day.date - first).days + 1, 31))]
    if len(names) > len(days):
        return []
    return list(zip(days[-len(names) :], names, strict=True))
