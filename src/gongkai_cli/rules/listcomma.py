"""并列的引号之间、书名号之间用了顿号（GB/T 15834-2011，4.5.3.5：通常不用）。"""

import re
from collections.abc import Iterator

from ..finding import Finding
from ..subject import Rule, Subject

RULE = Rule("GK721", "note", "引号、书名号之间的顿号")
FAIL = (
    "结语: 推进“一网通办”、“一网统管”。\n",
    "结语: 学习《条例》、《办法》。\n",
)
PASS = (
    "结语: 推进“一网通办”“一网统管”，学习《条例》（2019年修订）、《办法》，“甲”和“乙”、丙。\n",
    "结语: 学习《条例》、规章，“公开、透明”。\n",
)

_COMMA = re.compile("(?<=[”》])、(?=[“《])")


def check(subject: Subject) -> Iterator[Finding]:
    for text, match in subject.matches(_COMMA, ("”、“", "”、《", "》、“", "》、《")):
        before = subject.whole[match.start() - 1]
        what = "引号" if before == "”" else "书名号"
        edit = text.edit(*match.span(), "")
        yield RULE.found(text.place(match.start()), f"并列的{what}之间不用顿号", "删去“、”", edit)
