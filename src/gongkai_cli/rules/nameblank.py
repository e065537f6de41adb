"""单位名称中间有多余的空格。"""

import re
from collections.abc import Iterator

from ..charset import HAN
from ..finding import Edit, Finding
from .bodies import ENDINGS, bare, in_prose
from .subject import Rule, Subject
from .text import Text
from .together import are_two, is_several

RULE = Rule("GK605", "warning", "单位名称里有空格")
FAIL = (
    "统筹任务: [{标题: 甲, 责任单位: 县 司法局}]\n",
    "公文: {发文机关: 示例县人民政府 办公室, 标题: 示例县人民政府办公室关于开展“5·15 政务公开日”活动的通知}\n",
    "统筹任务: [{标题: 甲, 责任单位: 县　司法局}]\n",
    "结语: 由县市场 监管局牵头。\n",
    "统筹任务: [{标题: 甲, 责任单位: [石桥镇 人民政府, 东风街道 办事处]}]\n",
    "统筹任务: [{标题: 甲, 责任单位: 石桥镇 桃园社区}]\n",
)
PASS = (
    "统筹任务: [{标题: 甲, 责任单位: [县司法局, 县12345 热线中心]}]\n",
    "结语: 主题：网络安全为人民 网络安全靠人民。\n",
    "结语: 示例县司法局 示例县教育局联合举办。\n",
)

_BLANK = re.compile(rf"(?<=[{HAN}）])[ \u3000\u00a0]+(?=[{HAN}（])")
_PART = re.compile(r"[、，。；\s]")
_LONGEST = 16
_BODIES = {("公文", "发文机关"), ("公文", "署名"), ("公文", "印发机关"), ("公文", "发文机关标志")}


def check(subject: Subject) -> Iterator[Finding]:
    names = {bare(name) for _, name, _ in subject.units}
    for text, match in subject.matches(_BLANK, " \u3000\u00a0"):
        if text.is_units:
            # A blank between two whole names parts two bodies, which is told as that.
            head, tail = (
                subject.whole[text.start : match.start()],
                subject.whole[match.end() : text.end],
            )
            name = head.rpartition("、")[2] + match[0] + tail.partition("、")[0]
            inside = head[-1] not in ENDINGS and not is_several(name)
        elif text.steps[:2] in _BODIES:
            # The mark of a body may be spread out.
            head, tail = subject.whole[text.start : match.start()], subject.whole[match.end() :]
            whole = head[-1:] in ENDINGS and "文件" in tail[:40]
            inside = text.key != "发文机关标志" or (len(match[0]) == 1 and not whole)
        else:
            inside = _is_in_name(subject.whole, match, names)
        if inside:
            hint, edit = _advice(subject, text, match)
            yield RULE.found(text.place(match.start()), "单位名称里有多余的空格", hint, edit)


def _advice(subject: Subject, text: Text, match: re.Match[str]) -> tuple[str, Edit | None]:
    """To take the blank away, unless what stands on both sides may be the name of a body."""
    before = _PART.split(subject.whole[text.start : match.start()])[-1]
    behind = _PART.split(subject.whole[match.end() : text.end])[0]
    if are_two(before, behind):
        return "是一个单位就删去空格，是两个就用逗号分开", None
    return "删去空格", text.edit(*match.span(), "")


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
