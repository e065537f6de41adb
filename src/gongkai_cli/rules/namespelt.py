"""活动名称写错了字，或者名称里的月和日写错了：“政务公开曰”“5·16 政务公开日”。"""

import re
from collections.abc import Iterator
from functools import lru_cache

from ..charset import HAN
from ..finding import Finding
from ..subject import Rule, Subject, Text
from ..vocabulary.naming import DOTS, stem

RULE = Rule("GK709", "warning", "活动名称写错")
FAIL = (
    "结语: 做好政务公开曰活动。\n",
    "结语: 做好“5·15 政务公开月”活动，办好“5·15”政务公开周。\n",
    "结语: 做好“5·16 政务公开日”活动。\n",
    "结语: 做好政务开公日活动，做好“政务公日”活动。\n",
    "活动: 网络安全宣传周\n公文: {发文机关: 示例县委网信办, 标题: 示例县委网信办关于开展网络安全宣传周活动的通知}\n结语: 办好网络安全宣转周活动。\n",
    "公文: {发文机关: 示例县人民政府办公室, 标题: 示例县人民政府办公室关于开展“5·16 政务公开日”活动的通知}\n",
)
PASS = (
    "结语: 做好“5·15 政务公开日”活动，另办政务公开月、政务公开周，村务公开日，“6·16”安全宣传咨询日。\n",
    "结语: 学习《关于开展“5·16 政务公开日”活动的通知》，政务公开，政务公开工作日志。\n",
    "活动: 节能宣传周\n公文: {发文机关: 示例县司法局, 标题: 示例县司法局关于开展节能宣传周活动的通知}\n结语: 同期开展节水宣传周活动。\n",
    "活动: 宪法周\n公文: {发文机关: 示例县司法局, 标题: 示例县司法局关于开展宪法周活动的通知}\n结语: 宪法日。\n",
)

_LOOKS_LIKE_DAY = "曰目口囗旦"
# 警务公开日 is no slip of 政务公开日, nor 节水宣传周 of 节能宣传周: what tells a name apart stands first.
_FIRST = 2
_SHORTEST, _LONGEST = 5, 40
_KINDS = "日月周节年"
_NUMBER = re.compile(rf"(\d{{1,2}}) ?[{DOTS}—–-] ?(\d{{1,2}})")
_BEFORE = re.compile(rf"{_NUMBER.pattern} ?[”’]? ?$")
_FURTHEST = len("12 · 15 ” ")
_NOTHING = re.compile("(?!)")


@lru_cache(maxsize=8)
def slips(name: str) -> re.Pattern[str]:
    """A name with one slip behind its first word: a character that is wrong, left out, or goes first.

    Of one that is too short, or too long (the pattern grows with the square), nothing.
    """
    if not _SHORTEST <= len(name) <= _LONGEST:
        return _NOTHING
    head, last = name[:_FIRST], name[-1]
    inner = name[_FIRST:-1]
    found = [f"{inner}[{_LOOKS_LIKE_DAY}]"] if last == "日" else []
    for at, char in enumerate(inner):
        before, behind = inner[:at], inner[at + 1 :]
        found.append(f"{before}{behind}{last}")
        if len(name) > _SHORTEST:
            found.append(f"{before}(?!{char})[{HAN}]{behind}{last}")
        if behind and behind[0] != char:
            found.append(f"{before}{behind[0]}{char}{behind[1:]}{last}")
    return re.compile(f"{head}(?:{'|'.join(found)})")


@lru_cache(maxsize=8)
def _kinds(name: str) -> re.Pattern[str]:
    """A name with another word for its length: 政务公开月."""
    return re.compile(f"{name[:-1]}[{_KINDS}]")


def check(subject: Subject) -> Iterator[Finding]:
    name = stem(subject.campaign.name)
    if slips(name) is _NOTHING:
        return
    for text, match in subject.matches(slips(name), (name[:_FIRST],)):
        if not subject.is_cited(text, match.start()):
            yield _finding(text, match, name)
    if own := _NUMBER.search(subject.campaign.name):
        yield from _numbered(subject, name, f"{own[1]}·{own[2]}")


def _numbered(subject: Subject, name: str, right: str) -> Iterator[Finding]:
    """The name behind another month and day, or another name behind its own."""
    whole = subject.whole
    for match in _kinds(name).finditer(whole):
        # Hardly ever is another number there, so that is asked first.
        first = max(match.start() - _FURTHEST, 0)
        number = _BEFORE.search(whole, first, match.start())
        if number is None:
            continue
        said = f"{number[1]}·{number[2]}"
        if said == right and match[0] == name:
            continue
        text = subject.text_at(match.start())
        typed = text.is_typed(number.start(), match.end())
        if text.steps == ("活动",) or not typed or subject.is_cited(text, match.start()):
            continue
        if said != right:
            place = text.place(number.start())
            yield RULE.found(place, f"文中是“{said}”，活动名称里是“{right}”", "检查月和日")
        elif text.steps[:2] != ("公文", "标题"):
            yield _finding(text, match, name)


def _finding(text: Text, match: re.Match[str], name: str) -> Finding:
    hint = "改成一样；可以写「活动」来引用"
    return RULE.found(text.place(match.start()), f"“{match[0]}”应当写作“{name}”", hint)
