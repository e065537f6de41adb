"""A date expression cut into the words of its grammar. A new word is one line here."""

import re
from dataclasses import dataclass

from .span import NotUnderstood

_CHINESE = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {
    "两": 2,
    "〇": 0,
    "元": 1,
}
# One set: compiling a set of 汉字 is what such patterns cost. Whether it is a number, numeral tells.
IN_CHARACTERS = "[一二两三四五六七八九十]{1,3}"
NUMBER = rf"(\d{{1,3}}|{IN_CHARACTERS})"
_PLAIN = rf"(\d{{1,2}}|{IN_CHARACTERS})"
_BARE = rf"(?:\d{{1,2}}|{IN_CHARACTERS})"
_JOINT = "[-、和至到]"

# Name of the word → how it is written. The first that fits wins, so longer ones stand first.
_WORDS = (
    ("year", r"(\d{4}|[〇零一二三四五六七八九]{4})(?:年(?:度)?|(?=[-至到]\d{4}年))"),
    ("this_year", r"(?:今年|本年|当年)(?:度)?|本年度"),
    ("next_year", r"(?:次年|明年|来年|翌年|下一?年|第二年)"),
    ("year_end", r"本?年(?:底|末|内)"),
    ("half_year", r"(上|下)半年"),
    ("quarter", rf"第?{NUMBER}季度"),
    ("day_again", r"每(?:天|日)"),
    ("week_again", r"每(?:周周?|星期)([一二三四五六日天])"),
    ("month_again", r"每(?:个)?月的?"),
    ("quarter_again", r"每(?:个)?季度?的?"),
    ("month_of_quarter", "(?:(首|末|最后[一1]?个)|第([一二三123])个?)月的?"),
    # 4-6月, 14-21日, 5月14-6月3日, 9-11时: the unit of the first end stands at the second.
    ("month", rf"{_PLAIN[:-1]}|元(?=月))(?:月(?:份)?|(?={_JOINT}{_BARE}月(?!\d)))"),
    ("decade", r"([上中下])旬|中下旬|上中旬"),
    ("end", r"(?:月)?(?:底|末)"),
    ("day", rf"{_PLAIN}(?:[日号](?:当天|当日)?|(?={_JOINT}{_BARE}[日号])|(?=[-至到]{_BARE}月\d))"),
    (
        "weekday",
        r"[（(](?:星期|[本下]?周)([一二三四五六日天])(?:[、和至-](?:星期|周)?[一二三四五六日天])*(?:[，,、][^）)\d]{1,10})?[）)]|(?:星期|周)([一二三四五六日天])",
    ),
    # 9月17日（中秋节）, 2月16日（除夕）, 5月8日（调休上班）, 9日（周末除外）: what kind of day it is.
    (
        "remark",
        r"[（(](?:(?:[^\x00-\x7f（）]{1,6}节|[^）)\d]{0,4}(?:调休|补班|工作日|假期)|除夕|农历|正月|腊月|大?年?初[一二三四五六七八九十])[^）)\d]{0,8}|北京时间|[^）)\d]{1,10}除外)[）)]",
    ),
    ("inclusive", r"[（(]含(?:当天|当日|本日|\d{1,2}日)?[）)]"),
    ("clock", r"(\d{1,2}):(\d{2})时?"),
    ("hour", rf"{_PLAIN[:-1]}|零)(?:[时点](?:整|(半)|{_PLAIN}分)?|(?=[-至到]{_BARE}[时点]))"),
    ("before", r"(?:(?:下午)?下班)?(?:之|以)?前"),
    ("half", r"上午|下午|中午|晚上|晚|早上|早|凌晨|全天|全日"),
    ("to", r"，?(?:至|到)|-"),
    ("also", r"、|和|及"),
    ("since", r"起|开始"),
    ("until", r"止|结束|截止|截稿"),
    ("same_day", r"当天|当日"),
)
# Digits are those of ASCII; the full-width ones have been turned into them.
_PATTERNS = tuple((name, re.compile(pattern, re.ASCII)) for name, pattern in _WORDS)
# Words that add nothing to the meaning at the head of an expression.
_LEAD = re.compile(
    r"^(?:请|务必?|要|应当?|分别|于|在|自|从|由|至|到|现?定于|拟|计划|预计|暂定|力争|确保|截至|最迟|最晚"
    r"|(?:报送|报名|申报|征集|投稿|投票)?截(?:止|稿)(?:时间|日期)?(?:到|为|:)?|延(?:长|期)?(?:至|到)|不得?[迟晚]于|不超过)+"
)
_LENGTH_OF_A_YEAR = 4
_DASHES = re.compile(r"[-—–―－‐‑−~～〜]+")
RUN_TOGETHER = re.compile(r"\d{5,}")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９：", "0123456789:")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of an expression and its groups as numbers or text."""

    name: str
    text: str
    groups: tuple[str, ...]

    @property
    def number(self) -> int:
        return self.numeral(0)

    def numeral(self, group: int) -> int:
        return numeral(self.groups[group])


def words(text: str) -> list[Word]:
    """Cut an expression into words. Raises NotUnderstood at the first thing that is none."""
    rest = _DASHES.sub("-", "".join(text.split()).translate(_FULL_WIDTH)).rstrip("。；，,;")
    lead = _LEAD.match(rest)
    rest = rest[lead.end() :] if lead else rest
    found = [Word("lead", lead[0], ())] if lead else []
    while rest:
        for name, pattern in _PATTERNS:
            if match := pattern.match(rest):
                groups = tuple(group for group in match.groups() if group is not None)
                # A dash is quoted as it was written; none has been cut off behind it.
                said = match[0] if match[0] != "-" else _DASHES.findall(text)[-rest.count("-")]
                found.append(Word(name, said, groups))
                rest = rest[match.end() :]
                break
        else:
            hint = "写明几月几日，如 5月20日前、5月14日至21日"
            # So many digits in a row were a date once.
            damaged = bool(RUN_TOGETHER.search(text))
            raise NotUnderstood(f"时间“{text}”看不明白", hint, damaged=damaged)
    return found


def numeral(text: str) -> int:
    """Read a number as ``read_numeral`` does. Raises NotUnderstood for 十十 or 五六."""
    number = read_numeral(text)
    if number is None:
        raise NotUnderstood(f"“{text}”看不明白", "用阿拉伯数字，如 15日")
    return number


def read_numeral(text: str) -> int | None:
    """Read 15, 十五, 二十, 两 or, as years are written, 二〇二六; None for 十十 or 五六."""
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    try:
        if len(text) == _LENGTH_OF_A_YEAR:
            return int("".join(str(_CHINESE[digit]) for digit in text))
        if not ten:
            return _CHINESE[text]
        return (_CHINESE[tens] if tens else 1) * 10 + (_CHINESE[ones] if ones else 0)
    except KeyError:
        return None
