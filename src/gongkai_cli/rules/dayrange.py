"""日期起止用了短横“-”（GB/T 15834-2011，4.13：起止用一字线，或者写“至”）。"""

from collections.abc import Iterator

from ..finding import Finding
from ..subject import Rule, Subject

RULE = Rule("GK713", "note", "日期起止用短横")
FAIL = (
    "结语: 5月15日-21日。\n",
    "结语: 5月15日 - 5月21日。\n",
    "结语: 2026年5月15日~31日。\n",
    "结语: 5月15-21日，5月15日--21日，5月15日——21日。\n",
)
PASS = (
    "结语: 5月15日—31日，5月15日至21日，0000-0000000，编号2026-05-15-1，9:00-11:00。\n",
    "结语: 5月15日——活动当天，5～10日内，5月15日～21日，2024—2026年。\n",
)

# 浪纹线 is allowed as well.
_GOOD = ("至", "到", "—", "～")


def check(subject: Subject) -> Iterator[Finding]:
    for text, day in subject.days:
        if day.before is None or not day.ends_period or day.joint in _GOOD:
            continue
        said = subject.whole[day.before.start : day.end]
        better = said.replace(day.joint, "至").replace(" ", "")
        place = text.place(day.before.start)
        yield RULE.found(place, f"日期起止用了“{day.joint}”", f"写成“{better}”")
