"""标点前面有空格：高度重视 ，。"""

from collections.abc import Iterator

from ..charset import HAN
from ..finding import Finding
from .subject import Rule, Subject

RULE = Rule("GK729", "note", "标点前面有空格")
FAIL = (
    "结语: 各单位要高度重视 ，精心组织 。\n",
    "结语: 县政务服务中心（网络中心） 、县司法局负责。\n",
)
PASS = (
    "结语: 各单位要高度重视，精心组织。 县政府办公室负责汇总（电话 0000-0000000）。\n",
    "结语: 主题：公开 透明，联系人：张三 李四；AI ，2026 年。\n",
)

_BLANK = rf"(?<=[{HAN}）])[ \u3000\u00a0]+(?=[，。；：、！？])"
_BEFORE = tuple(f"{blank}{mark}" for blank in " \u3000\u00a0" for mark in "，。；：、！？")


def check(subject: Subject) -> Iterator[Finding]:
    for text, match in subject.matches(_BLANK, _BEFORE):
        mark = subject.whole[match.end()]
        edit = text.edit(*match.span(), "")
        yield RULE.found(text.place(match.start()), f"“{mark}”前面有空格", "删去空格", edit)
