"""引号、书名号、括号没有配对。"""

import re
from collections.abc import Iterator

from ..finding import Finding
from .subject import Rule, Subject

RULE = Rule("GK714", "warning", "标点没有配对")
FAIL = (
    "结语: 办好“政务公开日活动。\n",
    "结语: 按照《条例规定办理。\n",
    "结语: 县政务服务中心（网络中心负责。\n",
    "结语: 办好政务公开日”活动。\n",
    "结语: 发放条例》等资料，办好”政务公开日“活动。\n",
    "公文: {发文机关: 示例县人民政府办公室, 标题: [示例县人民政府办公室关于开展, “5·15 政务公开日活动的通知]}\n",
)
PASS = (
    "结语: 办好“政务公开日（5月15日）”活动，学习《关于印发〈条例〉的通知》。\n",
    "结语: 1）公开；2）解读。（3）回应。\n",
    "结语: 提出“‘一网’通办”，（一）公开，（2）解读〔2026〕1号【专栏】。\n",
    "结语: |\n  他说：“要公开。\n\n  “还要解读。”\n",
    "公文: {发文机关: 示例县人民政府办公室, 标题: [示例县人民政府办公室关于开展“5·15 政务公开日, ”活动的通知]}\n",
)

_PAIRS = {"“": "”", "‘": "’", "《": "》", "〈": "〉", "（": "）", "〔": "〕", "【": "】"}
_OPENERS = {close: opener for opener, close in _PAIRS.items()}
_MARK = re.compile("[“”‘’《》〈〉（）〔〕【】\n]")
# 1）or ①） counts, and is no half of a pair.
_COUNT = re.compile(r"(?:^|[；。：，、\s])[\da-zA-Z一二三四五六七八九十]{1,2}$")


def check(subject: Subject) -> Iterator[Finding]:
    whole = subject.whole
    waiting: list[int] = []
    for match in _MARK.finditer(whole):
        at, mark = match.start(), match[0]
        if mark == "\n":
            if waiting and not _goes_on(subject, at):
                yield from _unpaired(subject, waiting)
                waiting = []
        elif mark == "“" and whole[at - 1 : at] == "\n" and waiting and whole[waiting[-1]] == "“":
            # Each paragraph of a long quotation opens anew; only the last closes.
            continue
        elif mark in _PAIRS:
            waiting.append(at)
        elif waiting and whole[waiting[-1]] == _OPENERS[mark]:
            waiting.pop()
        elif not (mark == "）" and _COUNT.search(whole, max(at - 4, 0), at)):
            opener = _OPENERS[mark]
            if any(whole[one] == opener for one in waiting):
                # What was opened inside and never closed.
                while whole[waiting[-1]] != opener:
                    yield from _unpaired(subject, [waiting.pop()])
                waiting.pop()
            elif not (mark == "’" and whole[at - 1].isascii()):
                yield from _unpaired(subject, [at])
    yield from _unpaired(subject, waiting)


def _goes_on(subject: Subject, at: int) -> bool:
    """Whether a quotation goes on behind a line break: in a title's next line, or the next paragraph."""
    text, after = subject.text_at(at), subject.text_at(at + 1)
    title = ("公文", "标题")
    return text.steps[:2] == title == after.steps[:2] or (
        text is after and subject.whole[at + 1] == "“"
    )


def _unpaired(subject: Subject, offsets: list[int]) -> Iterator[Finding]:
    whole = subject.whole
    for number, at in enumerate(offsets):
        text, mark = subject.text_at(at), whole[at]
        again = number and whole[offsets[number - 1]] == mark and whole[at - 1] == "\n"
        if again or not text.is_typed(at, at + 1):
            continue
        other = _PAIRS.get(mark) or _OPENERS[mark]
        side = "后" if mark in _PAIRS else "前"
        yield RULE.found(text.place(at), f"“{mark}”没有配对", f"{side}面补上“{other}”，或者删去它")
