"""文中数着说，跳了号：有“一是”“三是”，没有“二是”；或者两个“二是”，只有一个“一是”。"""

import re
from collections import Counter
from collections.abc import Iterator

from ..dates.tokens import read_numeral
from ..finding import Finding
from ..numerals import chinese
from ..subject import Rule, Subject

RULE = Rule("GK725", "warning", "序号跳号")
FAIL = (
    "结语: 一是提高认识；三是抓好落实。\n",
    "结语: 一要提高认识，二要抓好落实，四要做好总结。\n",
    "结语: 第一，提高认识；第三，抓好落实。\n",
    "结语: 一是提高认识；二是抓好落实；二是做好总结。\n",
    "结语: |\n  一是提高认识。\n\n  二是抓好落实。\n\n  四是做好总结。\n",
)
PASS = (
    "结语: 一是提高认识：一是学，二是做；二是抓好落实；三是做好总结。一是公开，二是解读。\n",
    "结语: 一是提高认识：一是学，二是做，三是用；二是抓好落实：一是快，二是准；三是做好总结。一是基础，二是关键。\n",
    "结语: 一是推进公开；二是推进解读，做到一是图解，二是视频；三是推进回应。\n",
    "结语: 三是抓好落实；一是一、二是二，十是十，第一、第三名，三要素，二要做到。\n",
    "结语: 一是提高认识；同时抓好落实。第一，要快，第一时间公开。第一，学；第二、做；第三，评。\n",
)

_POINT = (
    r"(?:^|(?<=[，。；：、“”]))(?:(?P<number>[一二三四五六七八九十]{1,2})(?P<mark>是|要(?![素点闻件员求领]))"
    r"|第(?P<nth>[一二三四五六七八九十]{1,2})(?P<comma>，))"
)
_FIRST = ("一是", "一要", "第一，")
# Nobody leaves out more than two; what is further away counts something else.
_MOST = 3
_MARKS = tuple(f"{number}{mark}" for number in "一二三四五六七八九十" for mark in "是要，")


def check(subject: Subject) -> Iterator[Finding]:
    if not any(first in subject.whole for first in _FIRST):
        return
    counts: Counter[tuple[str, int]] = Counter()
    last: dict[str, tuple[int, dict[int, int]]] = {}
    for text, match in subject.matches(_POINT, _MARKS):
        mark = match["mark"] or match["comma"]
        number = read_numeral(match["number"] or match["nth"])
        if number is None:  # 五六是
            continue
        of, seen = last.get(mark, (-1, {}))
        if of != text.start:
            seen = {}
            counts.clear()
            last[mark] = text.start, seen
        counts[mark, number] += 1
        gap = (
            number > 1
            and 1 in seen
            and not {number, number - 1} & seen.keys()
            and number - _MOST <= max(seen)
        )
        if gap and not _is_otherwise(subject, number - 1, max(seen.values()), match.start()):
            missing = f"{'第' if match['nth'] else ''}{chinese(number - 1)}{mark}"
            message = f"“{match[0]}”前面没有“{missing}”"
            yield RULE.found(text.place(match.start()), message, "检查序号")
        elif (
            number in seen
            and counts[mark, number] == counts[mark, number - 1] + 1 > 1
            and not subject.whole.count(f"{chinese(number - 1)}{mark}", seen[number], match.start())
        ):
            # Of points inside of points the first come again as well, be it behind 做到.
            yield RULE.found(text.place(match.start()), f"“{match[0]}”写了两遍", "检查序号")
        seen[number] = match.end()


def _is_otherwise(subject: Subject, number: int, start: int, end: int) -> bool:
    """Whether the point that seems to be missing is there in another form: 第二、"""
    point = re.compile(rf"(?:^|[，。；：、“”第]){chinese(number)}", re.MULTILINE)
    return bool(point.search(subject.whole, start, end))
