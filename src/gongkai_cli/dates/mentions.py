"""Days as prose writes them: each found once, with the year it means and what joins it to the last.

5月14日（星期四）至21日 are two days, the second joined by 至.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

TO = "至到—–－~～-"
_YEAR = r"(?:(\d{4}|[次翌明]) ?年 ?)?"
_WEEK = "星期|礼拜|周"
WEEKDAYS = rf"(?:{_WEEK})[一二三四五六日天](?:[、和及{TO}](?:{_WEEK})?[一二三四五六日天])*"
HALF = r"(?:当天|当日|上午|下午|晚上|晚|全天)?"
_AFTER = rf"{HALF} ?(?:[（(]{WEEKDAYS}(?:[，,、][^）)\d]{{1,10}})?[）)])? ?{HALF}"
_JOINT = r"(?P<joint>至|到|——?|--?|[–－~～、和及])"
_SECOND = rf"{_YEAR}(?:(?<!\d)(\d{{1,2}}) ?月 ?)?(?<!\d)(\d{{1,2}}) ?[日号]"
# For patterns of other rules: one day, an hour, a deadline, as they stand in a sentence.
DAY = r"(?:\d{4} ?年 ?)?\d{1,2} ?月 ?\d{1,2} ?[日号]"
CLOCK = r"(?:\d{1,2}(?:时|点|:\d{2}))"
WEEKDAY = r"[（(](?:星期|周)[一二三四五六日天](?:[，,、][^）)\d]{1,10})?[）)]"
_BEFORE = rf"(?:{WEEKDAY})? ?(?:[上下]午)? ?{CLOCK}?(?:下班)?(?:之|以)?前"
BEFORE = re.compile(rf"{_BEFORE}(?![后往来])")
DEADLINE = DAY + _BEFORE
_FIRST = re.compile(
    rf"{_YEAR}(?<!\d)(\d{{1,2}}) ?月(?:份)? ?(\d{{1,2}}) ?"
    rf"(?:[日号]|(?= ?[、{TO}] ?(?:\d{{1,2}} ?月 ?)?\d{{1,2}} ?[日号]))"
)
# 5月10日20时至12日8时: the hour of the first stands before the joint.
_HOUR = r"(?:\d{1,2}(?:[时点](?:\d{1,2}分|半)?|[:：]\d{2}))?"
_NEXT = re.compile(rf"{_AFTER} ?{_HOUR} ?{_JOINT} ?{_SECOND}")
_LATER = ("次", "翌", "明")
# 2026 年 12 月, and 月份 12 、 12 月 12 日: how far a day may reach from its first 月.
_BEFORE_MONTH, _BEHIND_MONTH = 10, 20


@dataclass(frozen=True, slots=True)
class Written:
    """One day of the prose; offsets are in all texts. ``joint`` is what joins it to ``before``."""

    start: int
    end: int
    year: int
    month: int
    day: int
    has_year: bool
    joint: str = ""
    before: "Written | None" = None

    @property
    def date(self) -> date | None:
        """The day in the calendar, if there is such a day."""
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None

    @property
    def ends_period(self) -> bool:
        """Whether it is the later end of a period: 5月14日至21日."""
        return bool(self.joint) and self.joint[0] in TO

    @property
    def chain(self) -> tuple["Written", ...]:
        """The day with all that it is joined to, in their order."""
        return (*self.before.chain, self) if self.before else (self,)


def written_days(
    whole: str, year: int, years_off: Callable[[date], int] = lambda _: 0
) -> Iterator[Written]:
    """Every day that a text names, in order.

    ``year`` is the year of days without one; ``years_off`` says how far these lie off it.
    """
    done = begun = end = 0
    at = whole.find("月")
    while at >= 0:
        if at >= end:
            begun = whole.rfind("\n", 0, at) + 1
            end = whole.find("\n", at)
            end = len(whole) if end < 0 else end
        # Nothing of a day stands further from its 月, and most of a text has none.
        first = max(at - _BEFORE_MONTH, begun, done)
        match = _FIRST.search(whole, first, min(at + _BEHIND_MONTH, end))
        if match:
            last = _written(match, year, None)
            if not last.has_year and last.date and (off := years_off(last.date)):
                last = _written(match, year + off, None)
            yield last
            while follows := _NEXT.match(whole, last.end, end):
                last = _written(follows, year, last)
                yield last
            done = last.end
        at = whole.find("月", max(at + 1, done))


def _written(match: re.Match[str], year: int, before: Written | None) -> Written:
    said, month, day = match.groups()[-3:]
    joint = match["joint"] if before else ""
    meant = before.year if before else year
    if said in _LATER:
        meant += 1
    elif said:
        meant = int(said)
    start = match.end("joint") if before else match.start()
    number = int(month) if month or before is None else before.month
    has_year = bool(said) or bool(before and before.has_year)
    return Written(start, match.end(), meant, number, int(day), has_year, joint, before)
