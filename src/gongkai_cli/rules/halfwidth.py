"""汉字中间用了半角标点（GB/T 15834-2011）。"""

import re
from collections.abc import Iterator

from ..finding import Edit, Finding
from .subject import Rule, Subject

RULE = Rule("GK712", "warning", "半角标点")
FAIL = (
    "结语: 加强领导,落实责任。\n",
    "结语: 县政务服务中心(网络中心)负责。\n",
    "结语: 是否落实?\n",
)
PASS = (
    "结语: 电话0000-0000000，邮箱a.b@example.com，16:00前，3.5万人（约），见http://a.cn/b?c=1。\n",
)

_HAN = "\u4e00-\u9fff"
_MARK = re.compile(rf"(?<=[{_HAN}”》）])[,;:?!]|(?<=[{_HAN}])\((?=[{_HAN}])|(?<=[{_HAN}])\)")
_FULL = dict(zip(",;:?!()", "，；：？！（）", strict=True))
# 半角标点后面是汉字，或者话到这里就完了；括号里外都是汉字，才只有一种改法。
_FOLLOWED = re.compile(rf"[{_HAN}“《（]|\s*$")
_PAIR = re.compile(
    rf"(?<=[{_HAN}])\((?=[{_HAN}])[^()（）]*(?<=[{_HAN}])\)(?=[{_HAN}，。；、：]|\s*$)"
)


def check(subject: Subject) -> Iterator[Finding]:
    for steps, match in subject.matches(_MARK):
        place = subject.place(steps, match[0], match.start())
        full = _FULL[match[0]]
        edit = Edit(match[0], full) if _is_certain(match) else None
        yield RULE.found(place, f"汉字中间用了半角“{match[0]}”", f"改成“{full}”", edit)


def _is_certain(match: re.Match[str]) -> bool:
    """Between 汉字 a mark can only be full-width; a bracket goes with its other half."""
    text, at = match.string, match.start()
    if match[0] not in "()":
        return bool(_FOLLOWED.match(text, match.end()))
    return any(pair.start() == at or pair.end() == match.end() for pair in _PAIR.finditer(text))
