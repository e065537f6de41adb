"""发文字号的括号、年份、序号不合规定（GB/T 9704-2012，7.2.5）。"""

import re
from collections.abc import Iterator

from ..finding import Edit, Finding
from .subject import Rule, Subject

RULE = Rule("GK711", "warning", "发文字号的写法")
_HEAD = "公文: {发文机关: 县政府, 标题: 通知, 成文日期: 2026年4月28日, 发文字号: '%s'}\n"
FAIL = tuple(
    _HEAD % number
    for number in (
        "示政发[2026]12号",
        "示政发〔26〕12号",
        "示政发〔2026〕012号",
        "示政发〔2026〕第12号",
        "示政发〔2025〕12号",
        "示政发〔2026〕12",
    )
)
PASS = (_HEAD % "示政办明电〔2026〕7号",)

_FORM = re.compile(r"[^\s〔〕\[\]()（）【】]+〔((?:19|20)\d{2})〕[1-9]\d*号")
_BRACKETS = re.compile(r"[\[(（【〔](\d{2,4})[\])）】〕]")


def check(subject: Subject) -> Iterator[Finding]:
    number, issued = subject.campaign.document.number, subject.campaign.document.date
    if number is None:
        return
    place = subject.place(("公文", "发文字号"))
    match = _FORM.fullmatch(number)
    if match is None:
        hint = "年份四位、外加六角括号〔〕，序号不加“第”、不编虚位，如 示政办发〔2026〕12号"
        bracketed = _BRACKETS.sub(r"〔\1〕", number, count=1)
        edit = Edit(number, bracketed) if bracketed != number else None
        yield RULE.found(place, f"发文字号“{number}”写法不对", hint, edit)
    elif issued and int(match[1]) != issued.year:
        message = f"发文字号是{match[1]}年的，成文日期是{issued.year}年"
        yield RULE.found(place, message, "检查发文字号和成文日期的年份")
