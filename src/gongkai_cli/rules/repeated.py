"""词语、标点重复：“开展开展”“，，”。"""

import re
from collections.abc import Iterator
from itertools import pairwise

from ..charset import HAN
from ..finding import Finding
from ..subject import Rule, Subject

RULE = Rule("GK722", "warning", "词语重复")
FAIL = (
    "结语: 请认真认真组织。\n",
    "结语: 加强组织领导，，落实责任。\n",
    "结语: 做好公开的的各项工作，现将将有关事项通知如下。\n",
    "结语: 关于关于做好工作。、\n",
    "结语: 落实责任。。\n",
    "公文: {发文机关: 示例县人民政府办公室, 标题: [示例县人民政府办公室关于开展, 关于开展“5·15 政务公开日”活动的通知]}\n",
    "结语: 加强组织领导，,落实责任。\n",
)
PASS = (
    "结语: 一项一项落实，一件一件办好，逐条逐条对照，人人知晓，常常检查，目的的实现，多多宣传，前前后后，以及及时，自由由此，核对对象，申请请示。\n",
    "结语: 真正……；研究研究再定，交流交流经验，讨论讨论；好！！，什么？！\n",
    "结语: 县直机关机关党委，责任部门部门负责人，政务公开公开属性，示范区区政府。\n",
    "结语: 宣传口号“公开公开再公开”，哈哈哈哈，一步一步。\n",
)

_WORD = re.compile(
    rf"(?<![一逐])(?P<word>(?![一逐两])(?:[{HAN}]{{2,6}}))(?P=word)"
    r"|(?P<the>(?<![目标有])的(?!的确确)|将|并|前(?!前后))(?P=the)"
)
_MARKS = re.compile("[，。；：、][，。；：、,;]|[,;][，。；：、]")
_LONGEST, _BYTES = 6, 4
# More than any text repeats itself; a line of a million equal signs is no prose.
_MOST = 10_000
# A verb said twice asks to try; in these two words meet that stand for different things.
_SOUND = re.compile(
    r"窗口|研究|讨论|交流|考虑|商量|体验|了解|参观|学习|机关|部门|公开|单位|中心|哈哈|呵呵|意思|比划|活动活动|打听|休息|锻炼"
)


def check(subject: Subject) -> Iterator[Finding]:
    for text, match in subject.matches(_MARKS):
        yield RULE.found(text.place(match.start()), f"标点“{match[0]}”重复", "只留一个")
    yield from _in_title(subject)
    done = 0
    for start in _repeated(subject.whole):
        found = _WORD.match(subject.whole, start) if start >= done else None
        if found is None:
            continue
        done, word = found.end(), found["word"]
        if word and (_SOUND.fullmatch(word) or len(set(word)) == 1):
            continue
        text, twice = subject.text_at(start), word or found["the"]
        if text.is_typed(*found.span()):
            edit = text.edit(*found.span(), twice)
            yield RULE.found(text.place(start), f"“{twice}”写了两遍", "删去一个", edit)


def _in_title(subject: Subject) -> Iterator[Finding]:
    """What ends one line of the title and begins the next."""
    lines = [
        text for text in subject.texts if text.steps[:2] == ("公文", "标题") and not text.is_key
    ]
    for above, text in pairwise(lines):
        said = (text.printed[:length] for length in range(_LONGEST, 1, -1))
        twice = next((word for word in said if len(word) > 1 and above.printed.endswith(word)), "")
        end = text.start + len(twice)
        if twice and text.is_typed(text.start, end):
            edit = text.edit(text.start, end, "")
            yield RULE.found(text.place(), f"“{twice}”写了两遍", "删去一个", edit)


def _repeated(text: str) -> list[int]:
    """Where one to six characters stand twice in a row; a pattern would try every word there is."""
    code = text.encode("utf-32-le", "surrogatepass")
    number = int.from_bytes(code, "little")
    starts: set[int] = set()
    for length in range(1, _LONGEST + 1):
        # A character equal to the one so much further on leaves nothing but zeros.
        same = (number ^ number >> 8 * _BYTES * length).to_bytes(len(code), "little")
        nothing = bytes(_BYTES * length)
        at = same.find(nothing)
        while at >= 0 and len(starts) < _MOST:
            if not at % _BYTES:
                starts.add(at // _BYTES)
            at = same.find(nothing, at - at % _BYTES + _BYTES)
    return sorted(starts)
