"""“#”前面没有空格，或者写在“|”下面的长文字里，后面的话不是注释，照印出来。"""

import re
from collections.abc import Iterator

from ..finding import Finding
from ..subject import Rule, Subject

RULE = Rule("GK742", "warning", "注释印了出来")
FAIL = (
    "导语: |\n  为推进政务公开，\n  # 科长改\n  现通知如下：\n",
    "导语: |\n  现通知如下。 # 待核\n",
    "导语: |\n  #可以：GK712 原文如此\n  现通知如下：\n",
    "联系: {联系人: 张三# 科长定, 联系电话: 0415-2173053}\n",
)
PASS = (
    "导语: |\n  参加 #安全生产月# 话题，#政务公开# 讨论，C# 语言，3# 楼。\n",
    "导语: 转发话题# 安全生产月#，人人参与。\n",
    "# 科长改\n导语: |  # 待核\n  现通知如下：\n",
    "导语: '# 号键转人工。'\n",
)

# #话题# has another one before, or behind; C# and 3# are names.
_HASH = r"(?<![A-Za-z0-9])[#＃](?: (?=\S)|(?=可以[：:]))(?![^\s#＃]{2,20}[#＃])"
_QUOTED = r"""(?:^|: +|[\[{,] *|- +)["'][^"']*$"""
_VALUE = r"(?:[^\s:：]+: +|- +)\S"


def check(subject: Subject) -> Iterator[Finding]:
    for text, match in subject.matches(_HASH, "#＃"):
        place = text.place(match.start())
        typed = subject.tree.source[place.line - 1][: place.column - 1]
        if (typed.count("#") + typed.count("＃")) % 2 or re.search(_QUOTED, typed):
            continue
        if re.search(_VALUE, typed):
            hint = "是注释，就在 # 前面空一格"
        else:
            hint = "长文字里不能写注释；写到这个键的上一行"
        yield RULE.found(place, "“#”和后面的话不是注释，会印出来", hint)
