"""书名号里又用书名号，引号里又用同样的引号（GB/T 15834-2011，4.9、4.15：里面一层用〈〉、‘’）。"""

import re
from collections.abc import Iterator

from ..finding import Finding
from ..subject import Rule, Subject

RULE = Rule("GK716", "warning", "引号、书名号套用")
FAIL = (
    "结语: 学习《关于印发《条例》的通知》。\n",
    "结语: 要求“办好“政务公开日”活动”。\n",
)
PASS = (
    "结语: 学习《关于印发〈条例〉的通知》《办法》，要求“办好‘政务公开日’活动”，“一网”“一门”。\n",
    "结语: 学习《关于开展“政务公开日”活动的通知》，解读“《条例》问答”。\n",
)

_NESTED = re.compile(r"《[^《》\n]*(《)[^《》\n]*》[^《》\n]*》|“[^“”\n]*(“)[^“”\n]*”[^“”\n]*”")
_NAMES = {"《": ("书名号", "单书名号〈〉"), "“": ("引号", "单引号‘’")}


def check(subject: Subject) -> Iterator[Finding]:
    for text, match in subject.matches(_NESTED, "》”"):
        group = 1 if match[1] else 2
        mark = match[group]
        name, inner = _NAMES[mark]
        message, hint = f"{name}里面又用了{name}", f"里面一层改成{inner}"
        if not text.is_typed(*match.span(group)):
            hint = f"「」引来的话自带{name}，删去外面一层"
        yield RULE.found(text.place(match.start(group)), message, hint)
