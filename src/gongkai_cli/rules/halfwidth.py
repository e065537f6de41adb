"""汉字中间用了半角标点（GB/T 15834-2011）。"""

import re
from collections.abc import Iterator

from ..finding import Finding
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


def check(subject: Subject) -> Iterator[Finding]:
    for steps, match in subject.matches(_MARK):
        place = subject.place(steps, match[0], match.start())
        yield RULE.found(place, f"汉字中间用了半角“{match[0]}”", f"改成“{_FULL[match[0]]}”")
