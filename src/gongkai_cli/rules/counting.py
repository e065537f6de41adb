"""序号后面的点号不对（GB/T 15834-2011，附录B.3：1. 后面用点，（一）后面不用顿号）。"""

import re
from collections.abc import Iterator

from ..charset import HAN
from ..finding import Finding
from ..subject import Rule, Subject
from .numbering import pattern_of

RULE = Rule("GK720", "note", "序号的点号")
FAIL = (
    "附件: [{标题: 须知, 内容: 1、遵守秩序。}]\n",
    "结语: 主要有：（一）、公开；（二）、解读。\n",
    "附件: [{标题: 须知, 内容: '（1）、遵守秩序；1）、爱护环境。'}]\n",
    "附件: [{标题: 须知, 内容: 一.遵守秩序。}]\n",
)
PASS = (
    "附件: [{标题: 须知, 内容: 1.遵守秩序。}]\n",
    "结语: 1、2号楼，第1、第2会议室，（一）（二），“一、二、三”等奖，按第（一）、（二）项办理，5.15万元。\n",
    "附件: [{标题: 须知, 内容: 一、遵守秩序。}]\n",
)

_WRONG = re.compile(
    rf"(?:^|(?<=[：；。]))(?:(?P<arabic>\d{{1,2}}|[A-Z])、(?=[{HAN}“《])"
    r"|(?P<bracket>（[一二三四五六七八九十\d]{1,3}）)[、，.](?!（)"
    r"|(?P<half>\d{1,2}）)、"
    rf"|(?P<han>[一二三四五六七八九十]{{1,2}})[.．](?=[{HAN}]))",
    re.MULTILINE,
)
_MARKS = ("、", "，", "）.", ".", "．")


def check(subject: Subject) -> Iterator[Finding]:
    for text, match in subject.matches(_WRONG, _MARKS):
        ours = pattern_of(text) if match.start() == text.start else None
        if ours and ours.match(match[0]):
            continue  # to be taken away
        number = next(group for group in match.groups() if group)
        right = number + {"arabic": ".", "han": "、"}.get(match.lastgroup or "", "")
        edit = text.edit(*match.span(), right)
        yield RULE.found(text.place(match.start()), f"序号写成“{match[0]}”", f"写成“{right}”", edit)
