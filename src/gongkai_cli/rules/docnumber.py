"""发文字号的括号、年份、序号不合规定（GB/T 9704-2012，7.2.5），文中引用的也算。"""

import re
from collections.abc import Iterator

from ..charset import HAN
from ..finding import Edit, Finding
from ..prose import BLANK
from ..subject import Rule, Subject

RULE = Rule("GK711", "warning", "发文字号的写法")
_HEAD = (
    "公文: {发文机关: 示例县人民政府办公室, 成文日期: 2026年4月28日, 发文字号: '%s',"
    " 标题: 示例县人民政府办公室关于开展“5·15 政务公开日”活动的通知}\n"
)
FAIL = (
    *(
        _HEAD % number
        for number in (
            "示政发[2026]12号",
            "示政发〔26〕12号",
            "示政发〔2026〕012号",
            "示政发〔2026〕第12号",
            "示政发〔2025〕12号",
            "示政发〔2026〕12",
        )
    ),
    "导语: 按照《通知》（市政发[2026]8号）要求开展。\n",
    "导语: 按照《通知》（市政发〔2026〕08号）要求开展。\n",
    "导语: 按照《通知》（市政发〔2062〕8号）要求开展。\n",
    "导语: 按照《通知》（市政发〔2026〕号）要求开展。\n",
)
PASS = (
    _HEAD % "示政办明电〔2026〕7号",
    "导语: 按照市政发〔2019〕8号、国办发〔2026〕101号，国务院令第711号，京0105民初123号执行。\n",
)

# Digits of full width are told as such.
_NARROW = str.maketrans("０１２３４５６７８９", "0123456789")
_FORM = re.compile(r"[^\s〔〕\[\]()（）【】]+〔((?:19|20)\d{2})〕[1-9]\d*号")
_CITED = re.compile(
    rf"(?<=[{HAN}])(?P<open>[〔\[(（【［〈]) ?(?P<year>\d{{4}}|\d{{2}}) ?(?P<close>[〕\])）】］〉]) ?(?P<nth>第?) ?(?P<number>\d{{1,5}}) ?号"
)
# With a blank it may be left to be filled in.
_UNNUMBERED = rf"(?<=[{HAN}])〔\d{{4}}〕号"
_OWN = ("公文", "发文字号")


def check(subject: Subject) -> Iterator[Finding]:
    number, issued = subject.campaign.header.number, subject.campaign.header.date
    if number is not None and not re.fullmatch(BLANK, number):
        place = subject.place(_OWN)
        match = _FORM.fullmatch(number.translate(_NARROW))
        if match is None:
            hint = "年份四位、外加六角括号〔〕，序号不加“第”、前面不补“0”，如 示政办发〔2026〕12号"
            right = _CITED.sub(_written, number)
            edit = Edit(number, right) if _FORM.fullmatch(right) else None
            yield RULE.found(place, f"发文字号“{number}”写法不对", hint, edit)
        elif issued and int(match[1]) != issued.year:
            message = f"发文字号是{match[1]}年的，成文日期是{issued.year}年"
            yield RULE.found(place, message, "检查发文字号和成文日期的年份")
    for text, match in subject.matches(_UNNUMBERED, "〕号"):
        if text.steps != _OWN:
            yield RULE.found(text.place(match.start()), f"文号“{match[0]}”没有序号", "补上序号")
    last = issued.year if issued else subject.context.year
    for text, match in subject.matches(_CITED, "号"):
        if text.steps == _OWN:
            continue
        year = match["year"]
        place = text.place(match.start())
        if int(year) > last:
            yield RULE.found(place, f"文号“{match[0]}”的年份还没有到", "检查文号的年份")
        elif match[0] != (right := _written(match)):
            edit = text.edit(*match.span(), right)
            yield RULE.found(place, f"文号“{match[0]}”写法不对", f"写成“{right}”", edit)


def _written(match: re.Match[str]) -> str:
    """A cited number as the standard has it."""
    year = match["year"]
    full = year if len(year) == len("2026") else f"20{year[-2:]}"
    return f"〔{full}〕{match['number'].lstrip('0')}号"
