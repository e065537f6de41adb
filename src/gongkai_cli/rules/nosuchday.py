"""文中有日历上没有的日子。"""

from collections.abc import Iterator

from ..finding import Finding
from ..subject import Rule, Subject

RULE = Rule("GK503", "error", "没有这一天")
FAIL = (
    "结语: 6月31日前完成。\n",
    "结语: 2026年2月29日举行。\n",
    "结语: 5月14日至32日，6月30日、31日。\n",
    "结语: 13月5日举行。\n",
)
PASS = (
    "结语: 2024年2月29日举行，6月30日前完成，每月31日通报。\n",
    "结语: 历时2个月31天，5月32个部门参加，12月31日24时止。\n",
)


def check(subject: Subject) -> Iterator[Finding]:
    for text, day in subject.days:
        if day.date is None:
            said = subject.whole[day.start : day.end].strip()
            if "月" not in said:
                said = f"{day.month}月{said}"
            yield RULE.found(text.place(day.start), f"没有“{said}”这一天", "检查月份和日子")
