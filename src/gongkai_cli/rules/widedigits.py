"""数字、字母用了全角（GB/T 15835-2011：阿拉伯数字用半角）。"""

import re
from collections.abc import Iterator

from ..finding import Finding
from ..subject import Rule, Subject

RULE = Rule("GK717", "warning", "全角数字字母")
FAIL = (
    "结语: ５月１５日举行。\n",
    "结语: 使用ＡＰＰ报名。\n",
    "结语: 投诉率低于５％。\n",
)
PASS = ("结语: 5月15日举行，使用APP报名，一二三，①②③，Ⅰ级响应，5%。\n",)

_OF_WIDE = "[０-９Ａ-Ｚａ-ｚ％．／－＠＋]"
_WIDE = re.compile(f"(?<!{_OF_WIDE}){_OF_WIDE}*[０-９Ａ-Ｚａ-ｚ＠]{_OF_WIDE}*")
_SHIFT = 0xFEE0


def check(subject: Subject) -> Iterator[Finding]:
    for text, match in subject.matches(_WIDE):
        right = "".join(chr(ord(char) - _SHIFT) for char in match[0])
        edit = text.edit(*match.span(), right)
        yield RULE.found(text.place(match.start()), f"“{match[0]}”是全角", f"写成“{right}”", edit)
