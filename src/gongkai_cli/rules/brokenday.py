"""日期、星期写坏了：“5月25前”少了“日”，“5月2 5日”断成两截，“2025620日”“2025年620”连在一起，“5月2O日”用了字母，“星期5”用了数字，“日”写成“曰”，“至”写成“一”。"""

import re
from collections.abc import Iterator

from ..finding import Finding
from .subject import Rule, Subject
from .text import Text

RULE = Rule("GK508", "warning", "日期写坏")
FAIL = (
    "结语: 各部门于5月25前报送方案。\n",
    "结语: 5月25（星期一）下午举行，5月14上午布展。\n",
    "结语: 各部门于5月2 5日前报送方案。\n",
    "结语: 202 6年5月15日举行，于1 2月1日总结，5月25日1 6时前报送。\n",
    "结语: 请于5月15曰前报送。\n",
    "结语: 5月14日一5月21日集中宣传，515日为集中宣传日。\n",
    "结语: 5月15日（星期5）举行，星期6照常。\n",
    "结语: 请各单位2026520日前报送，20266月3日前总结，2026年520日前布展。\n",
    "结语: 请于2026年520（星期三）下午报到，于518日前报名。\n",
    "正文: {活动安排: [{标题: 集中时间, 内容: 2026年515}]}\n",
    "结语: 5月2O日前报送，5月l5日至I6日集中宣传，2O26年6月3日前总结。\n",
)
PASS = (
    "结语: 5月25日前报送，5月14至21日，5月 25日（星期一），5月2、5日两天，共5月25天。\n",
    "结语: 每周5次，星期五，本周5场，周1至2次，第3周5月25日前完成。\n",
    "结语: 2026 年5月，见表1 2月5日前公布，5月20多家，4月起开展，5月1起案件。\n",
    "结语: 电话2026520，邮编202612，示政办发〔2026〕520号，202601室，累计2026520日元，2026年365日不打烊，编号2026520日前有效。\n",
    "结语: 5月14日一早出发，365日为一个周期，第125日为地球日，每120日为一个计划月。\n",
    "结语: 2026年120场，截至2026年620件，于120日内办结，满180日前不得转让，预算2026年365万元。\n",
    "结语: 平台日活2026520，文件20260520日志，楼号A5号，型号O5日报，L1月报，5G，2026年120日攻坚，2026年100日冲刺。\n",
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
_LAST_MONTH, _LAST_DAY = 12, 31
# What stands behind a day that something is to be done on; 2026520日元 and 2026年365日不打烊 are none.
_WHAT_FOR = r"(?:之|以)?前(?![后往来])|起|止|[至到在]|[上下]午|[（(](?:星期|周)|举[行办]|召开|开[始展]|组织|集中"
_RUN = (
    rf"20\d{{2}}(?:(0?[1-9]|1[0-2])(?=月(?:\d{{1,2}} ?[日号]|[底初上中下]))|年?(\d{{3,4}})日(?={_WHAT_FOR})"
    r"|年(\d{3,4})(?=[上下]午|[（(](?:星期|周)[一二三四五六日天]|$))"
)
# 于619日前, 615日为集中宣传日: no number of days stands so.
_YEARLESS = (
    r"(?<=于)(\d{3,4})日(?=前(?![往来])|[上下]午|（(?:星期|周))"
    r"|(?<![\d.第满每])(\d{3})日(?=为[^，。；\n]{2,10}[日月周])"
)
_BEHIND = ("日前", "日上", "日下", "日（", "日为")
_DASH = r"(?<=\d[日号])一(?=\d{1,2} ?[月日号])"
# A number of something else goes on to the left, or is called one.
_NUMBERED = re.compile(r"[\w./〕-]", re.ASCII)
_CALLED = ("号", "码", "编", "第", "：", "〕")
_O, _I = "Oo", "lI"
_LETTERED = (
    rf"(?<![A-Za-z\d.])(?:2[0{_O}][\d{_O}{_I}]{{2}} ?年(?: ?[\d{_O}{_I}]{{1,2}} ?月(?: ?[\d{_O}{_I}]{{1,2}} ?[日号])?)?"
    rf"|[\d{_O}{_I}]{{1,2}} ?月 ?[\d{_O}{_I}]{{1,2}} ?[日号]|(?<=[日号][至到—–－～~、-])[\d{_O}{_I}]{{2}}日)"
)
_LETTER = re.compile(f"[{_O}{_I}]")
_TO_DIGITS = str.maketrans(_O + _I, "0011")


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
    for text, match in subject.matches(_DASH, ("日一", "号一")):
        message = "起止日期之间的“一”是数字，不是连接号"
        place, edit = text.place(match.start()), text.edit(*match.span(), "至")
        yield RULE.found(place, message, "改成“至”", edit)
    yield from _run_together(subject)
    yield from _with_letters(subject)
    for text, match in subject.matches(_WEEKDAY, _WEEKS):
        at, day = match.end() - 1, _NAMES[match[0][-1]]
        place, edit = text.place(at), text.edit(at, at + 1, day)
        yield RULE.found(place, f"星期几写成了“{match[0][-1]}”", f"写成“{day}”", edit)


def _run_together(subject: Subject) -> Iterator[Finding]:
    """20256月20日, 2025620日前, 2025年620, 于620日前: no 年 or no 月."""
    for text, match in subject.matches(_RUN, "20"):
        start = match.start()
        before = subject.whole[max(start - 1, text.start) : start]
        if text.is_date or _NUMBERED.match(before) or before in _CALLED:
            continue
        year = match[0][:4]
        if match[1]:
            yield from _parted(text, start, f"{match[0]}月", [f"{year}年{int(match[1])}月"])
        else:
            days = _days(match[2] or match[3])
            yield from _parted(text, start, match[0], [f"{year}年{day}" for day in days])
    for text, match in subject.matches(_YEARLESS, _BEHIND):
        if not text.is_date:
            yield from _parted(text, match.start(), match[0], _days(match[1] or match[2]))


def _parted(text: Text, start: int, said: str, right: list[str]) -> Iterator[Finding]:
    """A finding on what runs together, unless there is no day that it can mean."""
    if right:
        edit = text.edit(start, start + len(said), right[0]) if len(right) == 1 else None
        hint = f"写成“{right[0]}”" if edit else "检查是几月几日"
        yield RULE.found(text.place(start), f"“{said}”连在一起，看不出是哪天", hint, edit)


def _days(digits: str) -> list[str]:
    """The days that digits without 月 may mean: 620 is 6月20日, 111 is 1月11日 or 11月1日."""
    parted = ((int(digits[:at]), int(digits[at:])) for at in (1, 2))
    return [
        f"{month}月{day}日"
        for month, day in parted
        if 1 <= month <= _LAST_MONTH and 1 <= day <= _LAST_DAY
    ]


def _with_letters(subject: Subject) -> Iterator[Finding]:
    """5月2O日, 5月l5日: letters that look like digits."""
    for text, match in subject.matches(_LETTERED, _O + _I):
        letter = _LETTER.search(match[0])
        right = match[0].translate(_TO_DIGITS)
        is_day = all(int(number) > 0 for number in re.findall(r"\d+", right))
        if letter and is_day and re.search(r"\d", match[0]) and not text.is_date:
            edit = text.edit(*match.span(), right)
            message = f"“{match[0]}”里的“{letter[0]}”是字母，不是数字"
            yield RULE.found(text.place(match.start()), message, f"写成“{right}”", edit)
