"""日期、星期写坏了：“5月25前”少了“日”，“5月2 5日”断成两截，“星期5”用了数字，“日”写成“曰”。"""

import re
from collections.abc import Iterator

from ..finding import Finding
from .subject import Rule, Subject

RULE = Rule("GK508", "warning", "日期写坏")
FAIL = (
    "结语: 各部门于5月25前报送方案。\n",
    "结语: 5月25（星期一）下午举行，5月14上午布展。\n",
    "结语: 各部门于5月2 5日前报送方案。\n",
    "结语: 202 6年5月15日举行，于1 2月1日总结，5月25日1 6时前报送。\n",
    "结语: 请于5月15曰前报送。\n",
    "结语: 5月15日（星期5）举行，星期6照常。\n",
)
PASS = (
    "结语: 5月25日前报送，5月14至21日，5月 25日（星期一），5月2、5日两天，共5月25天。\n",
    "结语: 每周5次，星期五，本周5场，周1至2次，第3周5月25日前完成。\n",
    "结语: 2026 年5月，见表1 2月5日前公布，5月20多家，4月起开展，5月1起案件。\n",
)

_MONTH = r"(?<![\d.])(?:1[0-2]|[1-9]) ?$"
# What only a day can stand before.
_DAYLESS = (
    r"月 ?(?:[12]\d|3[01]|[1-9])(?=(?:之|以)?前|[上下中]午|[（(](?:星期|周)[一二三四五六日天])"
)
# The blank inside of a day, a month, a year, an hour.
_BLANK = (
    r" (?:(?<=月[1-3] )(?=\d ?[日号])|(?<=月 [1-3] )(?=\d ?[日号])|(?<=[于自从至到在，。；：（]1 )(?=[0-2]月\d{1,2} ?日)"
    r"|(?<=20\d )(?=\d ?年(?:\d{1,2} ?月|度))|(?<=[日号午][12] )(?=\d[时点:：]))"
)
_SAYS = r"\d{1,2} ?月 ?\d{1,2} ?曰"
_DIGITS = r"\d+$"
_WEEKDAY = r"(?:星期|礼拜)(?<!每..)[1-7](?![\d个次场期节天小人件篇条份课])|[（(]周[1-7](?=[）)，上下])|日周[1-7](?=[上下]午)"
_NAMES = dict(zip("1234567", "一二三四五六日", strict=True))
_WEEKS = ("星期", "礼拜", "（周", "(周", "日周")
_LAST_DAY = 31


def check(subject: Subject) -> Iterator[Finding]:
    whole = subject.whole
    for text, match in subject.matches(_DAYLESS, "月"):
        month = re.search(_MONTH, whole[text.start : match.start()])
        if month and not text.is_date:
            start = text.start + month.start()
            said = whole[start : match.end()]
            place, edit = text.place(start), text.edit(start, match.end(), f"{said}日")
            yield RULE.found(place, f"“{said}”后面少了“日”", f"写成“{said}日”", edit)
    for text, match in subject.matches(_BLANK, " "):
        head = re.search(_DIGITS, whole[text.start : match.start()])
        start, end = text.start + (head.start() if head else 0), match.end() + 1
        said, right = whole[start:end], whole[start:end].replace(" ", "")
        if whole[end : end + 2].strip()[:1] not in "日号" or int(right) <= _LAST_DAY:
            edit = text.edit(start, end, right)
            yield RULE.found(text.place(start), f"“{said}”中间断开了", f"写成“{right}”", edit)
    for text, match in subject.matches(_SAYS, "曰"):
        at = match.end() - 1
        message = f"“{match[0]}”的“日”写成了“曰”"
        yield RULE.found(text.place(at), message, "改成“日”", text.edit(at, at + 1, "日"))
    for text, match in subject.matches(_WEEKDAY, _WEEKS):
        at, day = match.end() - 1, _NAMES[match[0][-1]]
        place, edit = text.place(at), text.edit(at, at + 1, day)
        yield RULE.found(place, f"星期几写成了“{match[0][-1]}”", f"写成“{day}”", edit)
