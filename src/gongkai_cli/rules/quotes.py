"""用了直引号，或者半角、外文的引号（GB/T 15834-2011，4.9）。"""

import re
from collections.abc import Iterator
from itertools import chain

from ..charset import HAN
from ..finding import Finding
from ..subject import Rule, Subject

RULE = Rule("GK715", "warning", "引号的写法")
FAIL = (
    '结语: 办好"政务公开日"活动。\n',
    "结语: 办好'政务公开日'活动。\n",
    '结语: 办好"5·15 政务公开日"和＂一网通办＂。\n',
    '结语: 办好"政务公开日活动。\n',
)
PASS = (
    "结语: 办好“政务公开日”活动，“‘一网’通办”，屏幕55\"，I'm，It's。\n",
    "结语: 网址http://a.cn/?q='a'，版本v1.0'。\n",
)

_PAIR = re.compile(r"[\"＂]([^\"＂\n]*)[\"＂]|(?<!\w)'([^'\n]*)'(?!\w)", re.ASCII)
_HAN = f"[{HAN}，。、；：（）]"
_LATIN = re.compile(r"[\w=/]", re.ASCII)
_LONE = f'(?<![\\d"＂])["＂](?=[{HAN}])|(?<=[{HAN}])["＂]'


def check(subject: Subject) -> Iterator[Finding]:
    told: set[int] = set()
    lines = subject.lines("\"＂'")
    for match in chain.from_iterable(_PAIR.finditer(subject.whole, *line) for line in lines):
        text, (start, end) = subject.text_at(match.start()), match.span()
        around = subject.whole[max(start - 1, 0) : end + 1]
        # "English" within English is nobody's business here; 55" is a measure.
        if not re.search(_HAN, around) or _LATIN.search(subject.whole[max(start - 1, 0) : start]):
            continue
        told |= {start, end - 1}
        for at, right in ((start, "“"), (end - 1, "”")):
            if text.is_typed(at, at + 1):
                edit = text.edit(at, at + 1, right)
                message = f"用了直引号 {subject.whole[at]}"
                yield RULE.found(text.place(at), message, f"改成“{right}”", edit)
    for text, match in subject.matches(_LONE, '"＂'):
        if match.start() not in told:
            message = f"用了直引号 {match[0]}"
            yield RULE.found(text.place(match.start()), message, "引号用“”，前后配对")
