"""单位名称中间有多余的空格。"""

import re
from collections.abc import Iterator

from ..charset import HAN
from ..finding import Finding
from ..subject import Rule, Subject, Text
from ..vocabulary.bodies import bare, in_prose
from ..vocabulary.wholename import Blank, blank_between

RULE = Rule("GK605", "warning", "单位名称里有空格")
FAIL = (
    "统筹任务: [{标题: 甲, 责任单位: 县 司法局}]\n",
    "公文: {发文机关: 示例县人民政府 办公室, 标题: 示例县人民政府办公室关于开展“5·15 政务公开日”活动的通知}\n",
    "统筹任务: [{标题: 甲, 责任单位: 县　司法局}]\n",
    "结语: 由县市场 监管局牵头。\n",
    "统筹任务: [{标题: 甲, 责任单位: 石桥镇 卫生院}]\n",
)
PASS = (
    "统筹任务: [{标题: 甲, 责任单位: [县司法局, 县12345 热线中心]}]\n",
    "结语: 主题：网络安全为人民 网络安全靠人民。\n",
    "结语: 示例县司法局 示例县教育局联合举办。\n",
)

_BLANK = re.compile(rf"(?<=[{HAN}）])[ \u3000\u00a0]+(?=[{HAN}（])")
_BEFORE = re.compile(rf"[{HAN}（）]*$")
_BEHIND = re.compile(rf"[{HAN}（）]*")
_LONGEST, _LONGEST_NAME = 16, 60
_BODIES = {("公文", "发文机关"), ("公文", "署名"), ("公文", "印发机关"), ("公文", "发文机关标志")}


def check(subject: Subject) -> Iterator[Finding]:
    names = {bare(name) for _, name, _ in subject.units if len(name.split()) == 1}
    for text, match in subject.matches(_BLANK, " \u3000\u00a0"):
        kind, pieces = _kind(subject, text, match, names)
        if kind == "inside":
            edit = text.edit(*match.span(), "")
            yield RULE.found(text.place(match.start()), "单位名称里有多余的空格", "删去空格", edit)
        elif kind == "unclear":
            hint = f"是一个单位的删去空格，是两个的写成 {'、'.join(pieces)}"
            yield RULE.found(text.place(match.start()), "单位名称里有空格", hint)


def _kind(
    subject: Subject, text: Text, match: re.Match[str], names: set[str]
) -> tuple[Blank, tuple[str, ...]]:
    """What a blank is, and the pieces it stands between; what is no matter here is between two."""
    is_body = text.steps[:2] in _BODIES
    if not text.is_units and not is_body:
        return ("inside" if _is_in_name(subject.whole, match, names) else "between"), ()
    # The mark of a body may be spread out.
    if text.key == "发文机关标志" and len(match[0]) > 1:
        return "between", ()
    first = max(text.start, match.start() - _LONGEST_NAME)
    head = _BEFORE.search(subject.whole, first, match.start())
    tail = _BEHIND.match(subject.whole, match.end(), text.end)
    pieces = (head[0] if head else "", tail[0].removesuffix("文件") if tail else "")
    return blank_between(*pieces), pieces


def _is_in_name(whole: str, match: re.Match[str], names: set[str]) -> bool:
    """Whether a blank of the prose stands inside a name that the file or the table knows."""
    head = whole[max(match.start() - _LONGEST, 0) : match.start()].rpartition("\n")[2]
    around = head + whole[match.end() : match.end() + _LONGEST].partition("\n")[0]
    known = [found.span() for found in in_prose().finditer(around)]
    known += [
        (at, at + len(name))
        for name in names
        if (at := around.find(name, max(len(head) - len(name) + 1, 0))) >= 0
    ]
    return any(start < len(head) < end for start, end in known)
