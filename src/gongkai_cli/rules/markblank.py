"""标点前面有空格：高度重视 ，；一句话中间断开了：组织 好接送。引号、括号里的，写了主题、口号的，不算。"""

import re
from collections.abc import Iterator

from ..charset import HAN
from ..finding import Finding
from ..subject import Rule, Subject
from ..vocabulary.bodies import ENDINGS, in_prose

RULE = Rule("GK729", "note", "多余的空格")
FAIL = (
    "结语: 各单位要高度重视 ，精心组织 。\n",
    "结语: 县政务服务中心（网络中心） 、县司法局负责。\n",
    "结语: 请各村组织 好接送，注意安全。\n",
)
PASS = (
    "结语: 各单位要高度重视，精心组织。 县政府办公室负责汇总（电话 0000-0000000）。\n",
    "结语: 主题：公开 透明，联系人：张三 李四；AI ，2026 年。\n",
    "结语: '口号为公开为民 服务发展，以“公开 透明”为题，由 @示例发布 推送 #政务公开日# 话题。东街 西街 南街同步，联系人 张三。'\n",
)

_BLANK = rf"(?<=[{HAN}）])[ \u3000\u00a0]+(?=[，。；：、！？])"
_BEFORE = tuple(f"{blank}{mark}" for blank in " \u3000\u00a0" for mark in "，。；：、！？")
# A clause with nothing in it that a blank may be meant for.
_SIDE = rf"(?:[{HAN}、]|（[{HAN}]*+）)++"
_CLAUSE = rf"(?m:^|(?<=[，。；！？]))(?P<before>{_SIDE})(?<=[{HAN}]) (?P<behind>(?=[{HAN}]){_SIDE})(?m:$|(?=[，。；！？]))"
_MEANT = re.compile(f"主题|口号|标语|题[为是]|[{ENDINGS}府] ")
_LABEL = len("联系电话")
_PROSE = {"内容", "导语", "结语"}


def check(subject: Subject) -> Iterator[Finding]:
    for text, match in subject.matches(_BLANK, _BEFORE):
        mark = subject.whole[match.end()]
        edit = text.edit(*match.span(), "")
        yield RULE.found(text.place(match.start()), f"“{mark}”前面有空格", "删去空格", edit)
    for text, match in subject.matches(_CLAUSE, " "):
        before, behind, at = match["before"], match["behind"], match.end("before")
        if text.key not in _PROSE or not text.is_typed(at - 1, at + 2):
            continue
        # Halves of one length are a slogan; a blank inside a body's name is told as that.
        meant = _MEANT.search(match[0]) or len(before) <= _LABEL or len(before) == len(behind)
        bodies = () if meant else in_prose().finditer(before + behind)
        if not meant and not any(one.start() < len(before) < one.end() for one in bodies):
            yield RULE.found(text.place(at), "一句话中间有空格", "多余的就删去")
