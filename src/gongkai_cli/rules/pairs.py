"""引号、书名号、括号没有配对。"""

import re
from collections.abc import Iterator, Sequence

from ..charset import HAN
from ..finding import Finding
from ..subject import Rule, Subject

RULE = Rule("GK714", "warning", "标点没有配对")
FAIL = (
    "结语: 办好“政务公开日活动。\n",
    "结语: 按照《条例规定办理。\n",
    "结语: 县政务服务中心（网络中心负责。\n",
    "结语: 办好政务公开日”活动。\n",
    "结语: 办好”政务公开日”活动，办好《“政务公开日“活动方案》。\n",
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
# A mark by itself can hardly be read between others, so it is named in words.
_NAMES = {
    "“": "引号",
    "‘": "单引号",
    "《": "书名号",
    "〈": "单书名号",
    "（": "括号",
    "〔": "六角括号",
    "【": "方头括号",
}
_MARK = re.compile("[“”‘’《》〈〉（）〔〕【】\n]")
_HALF_RIGHT = re.compile(rf"[^（）()\n]*[{HAN}”’》]\)")
_HALF_LEFT = re.compile(rf"\((?=[{HAN}])[^（）()\n]*$")
# 1）or ①） counts, and is no half of a pair.
_COUNT = re.compile(r"(?:^|[；。：，、\s])[\da-zA-Z一二三四五六七八九十]{1,2}$")
# What stands between the two marks of one quotation; surely where it is but a name.
_QUOTED = re.compile(r"[^。\n]{1,40}")
_ONE_NAME = re.compile(r"[^，。；：、\n]{1,20}")


def check(subject: Subject) -> Iterator[Finding]:
    whole = subject.whole
    for unpaired in _unpaired(subject):
        quotes = [at for at in unpaired if whole[at] in "“”"]
        turned = len(quotes) == len("“”") and _QUOTED.fullmatch(whole, quotes[0] + 1, quotes[1])
        for at in unpaired:
            if not (turned and at in quotes) and not _is_half_width(whole, at):
                yield from _findings(subject, at)
        if turned:
            yield from _turned(subject, *quotes)


def _unpaired(subject: Subject) -> Iterator[list[int]]:
    """The marks without a partner, paragraph by paragraph."""
    whole = subject.whole
    waiting: list[int] = []
    stray: list[int] = []
    for match in _MARK.finditer(f"{whole}\n"):
        at, mark = match.start(), match[0]
        if mark == "\n":
            if (waiting or stray) and not (waiting and _goes_on(subject, at)):
                yield _once(whole, sorted(stray + waiting))
                waiting, stray = [], []
        elif mark not in _PAIRS:
            stray += _closed(whole, at, waiting)
        # Each paragraph of a long quotation opens anew; only the last closes.
        elif not (mark == "“" and whole[at - 1 : at] == "\n" and _is_open(whole, waiting, mark)):
            waiting.append(at)


def _is_open(whole: str, waiting: Sequence[int], mark: str) -> bool:
    """Whether such a mark is the last that was opened."""
    return bool(waiting) and whole[waiting[-1]] == mark


def _closed(whole: str, at: int, waiting: list[int]) -> list[int]:
    """Take from those ``waiting`` what a mark closes; returns what thereby proves to be stray."""
    mark = whole[at]
    opener = _OPENERS[mark]
    if _is_open(whole, waiting, opener):
        waiting.pop()
        return []
    if mark == "）" and _COUNT.search(whole, max(at - 4, 0), at):
        return []
    if not any(whole[one] == opener for one in waiting):
        return [] if mark == "’" and whole[at - 1].isascii() else [at]
    # What was opened inside and never closed.
    stray: list[int] = []
    while whole[waiting[-1]] != opener:
        stray.append(waiting.pop())
    waiting.pop()
    return stray


def _once(whole: str, unpaired: list[int]) -> list[int]:
    """Without the marks that only open a quotation anew in its next paragraph."""
    return [
        at
        for number, at in enumerate(unpaired)
        if not (number and whole[unpaired[number - 1]] == whole[at] and whole[at - 1] == "\n")
    ]


def _goes_on(subject: Subject, at: int) -> bool:
    """Whether a quotation goes on behind a line break: in a title's next line, or the next paragraph."""
    if at == len(subject.whole):
        return False
    text, after = subject.text_at(at), subject.text_at(at + 1)
    title = ("公文", "标题")
    return text.steps[:2] == title == after.steps[:2] or (
        text is after and subject.whole[at + 1] == "“"
    )


def _findings(subject: Subject, at: int) -> Iterator[Finding]:
    text, mark = subject.text_at(at), subject.whole[at]
    # How a document's number is written is told of it as a whole.
    if not text.is_typed(at, at + 1) or text.steps == ("公文", "发文字号"):
        return
    # Where a straight one stands, that is the partner, and told.
    if mark in "“”" and '"' in subject.whole[text.start : text.end]:
        return
    sides, other = (
        (("左", "右"), _PAIRS[mark]) if mark in _PAIRS else (("右", "左"), _OPENERS[mark])
    )
    name = _NAMES.get(mark) or _NAMES[other]
    where = "后" if mark in _PAIRS else "前"
    hint = f"{where}面补上{sides[1]}{name}，或者删去它"
    yield RULE.found(text.place(at), f"{sides[0]}{name}没有配对", hint)


def _is_half_width(whole: str, at: int) -> bool:
    """Whether the partner is there, and told of as half-width: （每户三百元)."""
    if whole[at] == "（":
        return bool(_HALF_RIGHT.match(whole, at + 1))
    line = whole.rfind("\n", 0, at) + 1
    return whole[at] == "）" and bool(_HALF_LEFT.search(whole, line, at))


def _turned(subject: Subject, first: int, second: int) -> Iterator[Finding]:
    """Two quotation marks that would be a pair, were they the right way round."""
    whole = subject.whole
    for at, right, side in ((first, "“", "左"), (second, "”", "右")):
        text = subject.text_at(at)
        if whole[at] == right or not text.is_typed(at, at + 1):
            continue
        other = "左" if side == "右" else "右"
        alike = whole[first] == whole[second]
        message = f"两个都是{other}引号" if alike else f"引号反了，这里用了{other}引号"
        sure = _ONE_NAME.fullmatch(whole, first + 1, second)
        edit = text.edit(at, at + 1, right) if sure else None
        yield RULE.found(text.place(at), message, f"这一个改成{side}引号", edit)
