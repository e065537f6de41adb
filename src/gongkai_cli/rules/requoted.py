"""同一个名称有两种引法：“政务公开日活动”专栏、“政务公开日”活动专栏，后引号打的地方不一样。"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..charset import HAN
from ..finding import Finding
from ..subject import Rule, Subject, Text

RULE = Rule("GK733", "warning", "同一名称的引号不一")
FAIL = (
    "导语: 在网站开设“政务公开日活动”专栏。\n结语: 及时更新“政务公开日”活动专栏。\n",
    "结语: 办好“5·15 政务公开日”活动专栏，用好“5·15 政务公开日活动”专栏、“5·15 政务公开日”活动专栏。\n",
)
PASS = (
    "结语: 开展“政务公开日”活动，在“政务公开日活动”专栏发布，办好“政务公开日活动”；编印“政务公开日活动”集锦。\n",
    "结语: 办好“一网”和“一网通办”窗口，“一网”通办的窗口另设，“跨省”通办“跨省通办”。\n",
    "结语: 学习《关于“政务公开日活动”专栏的通知》，更新“政务公开日”活动专栏。\n",
)

_QUOTED = re.compile(r"“(?P<name>[^“”\n]{2,30})”(?=(?P<behind>[^\n]{0,40}))")
_MARKS = str.maketrans("", "", "“”‘’ ")
# How far the words are the same behind the longer name.
_SAME = 2
_NAME = re.compile(f"[{HAN}]{{2}}")
_SURE = re.compile(f"[{HAN}]{{{_SAME}}}")


class _Quotation(NamedTuple):
    """A quoted name as typed, and the words that it begins, without marks and blanks."""

    text: Text
    start: int
    typed: str
    length: int
    words: str

    @property
    def whole(self) -> str:
        """The name with the first words behind it; empty where those are not words."""
        sure = _SURE.match(self.words, self.length)
        return self.words[: sure.end()] if sure else ""

    def shown(self, words: str) -> str:
        return f"“{self.typed}”{words[self.length :]}"


def check(subject: Subject) -> Iterator[Finding]:
    quotations = list(_quotations(subject))
    longer = {one.whole for one in quotations} - {""}
    first: dict[str, _Quotation] = {}
    for one in quotations:
        ends = range(one.length + _SAME, len(one.words) + 1)
        shared = longer.intersection(one.words[:end] for end in ends)
        earlier = [(words, first.setdefault(words, one)) for words in sorted(shared)]
        told = next(
            ((words, other) for words, other in earlier if other.length != one.length), None
        )
        if told:
            words, other = told
            message = f"{one.shown(words)}，前面写作{other.shown(words)}"
            yield RULE.found(one.text.place(one.start), message, "后引号打在一样的地方")


def _quotations(subject: Subject) -> Iterator[_Quotation]:
    for text, match in subject.matches(_QUOTED, "“"):
        # “5·15”政务公开日 quotes a day, “5·15 政务公开日” a name.
        if _NAME.search(match["name"]) and not subject.is_cited(text, match.start()):
            name = match["name"].translate(_MARKS)
            words = name + match["behind"].translate(_MARKS)
            yield _Quotation(text, match.start(), match["name"], len(name), words)
