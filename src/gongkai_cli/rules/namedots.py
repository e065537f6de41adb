"""活动名称里月和日之间没有用间隔号“·”（GB/T 15834-2011，4.14）。"""

import re
from collections.abc import Iterator

from ..charset import HAN
from ..finding import Finding
from .naming import DOTS
from .subject import Rule, Subject

RULE = Rule("GK702", "warning", "名称的间隔号")
_HEAD = (
    "公文: {发文机关: 示例县人民政府办公室, 标题: 示例县人民政府办公室关于开展「活动」活动的通知}\n"
)
FAIL = (
    f"活动: 5.15 政务公开日\n{_HEAD}",
    f"活动: 5•15 政务公开日\n{_HEAD}",
    f"活动: 4.15全民国家安全教育日\n{_HEAD}",
    "导语: 吸取“11.8”事故教训。\n",
    "导语: 参加“5.20世界计量日”和‘9.20’中国统计开放日活动。\n",
)
PASS = (
    f"活动: 5·15 政务公开日\n{_HEAD}",
    f"活动: 网络安全宣传周\n{_HEAD}",
    f"活动: 2.0版政务服务体验日\n{_HEAD}",
    "导语: “4·15”全民国家安全教育日，升级到“2.0”版，“1.5”倍，“3.15万”件，“2.5次元动漫节”。\n",
)

_NUMBER = re.compile(
    rf"(?<!\d)(1[0-2]|[1-9])([{DOTS.replace('·', '')}-])([12]\d|3[01]|[1-9])(?![\d版])"
)
_DOTTED = re.compile(r"(\d{1,2})(·)(\d{1,2})")
# “11.8”事故, “3.15”晚会, “5.20世界计量日”; not “1.5”倍.
_NO_UNIT = "(?![倍级版万亿元度米公斤%折次维])"
_QUOTED = re.compile(
    rf"[“‘](\d{{1,2}}[{DOTS}-]\d{{1,2}})(?:[”’]{_NO_UNIT}(?=[{HAN}])|{_NO_UNIT}(?=[{HAN}]{{2,14}}[日节][”’]))"
)


def mended(name: str) -> str:
    """The name with the right dot."""
    return _NUMBER.sub(r"\1·\3", name)


def check(subject: Subject) -> Iterator[Finding]:
    # The campaign's own day is told with its name.
    own = _DOTTED.search(mended(subject.campaign.name))
    told = {f"{own[1]}{dot}{own[3]}" for dot in f"{DOTS}-"} if own else set()
    for text, match in subject.matches(_QUOTED, "“‘"):
        if text.steps != ("活动",) and _NUMBER.fullmatch(match[1]) and match[1] not in told:
            right = _NUMBER.sub(r"\1·\3", match[1])
            message = f"“{match[1]}”是月和日，中间应当是间隔号“·”"
            edit = text.edit(*match.span(1), right)
            yield RULE.found(text.place(match.start(1)), message, f"写成“{right}”", edit)
    text = subject.by_steps["活动",]
    if (wrong := _NUMBER.search(text.printed)) is not None:
        at = text.start + wrong.start(2)
        message = f"活动名称里的“{wrong[2]}”应当是间隔号“·”"
        edit = text.edit(at, at + 1, "·")
        yield RULE.found(text.place(at), message, f"写成“{mended(text.printed)}”", edit)
