"""两个单位写在了一起，中间少了标点。"""

import re
from collections.abc import Iterator
from functools import lru_cache

from ..charset import HAN
from ..finding import Finding
from .bodies import ENDINGS, UPPER_LEVELS
from .subject import Rule, Subject

RULE = Rule("GK602", "warning", "两个单位连写")
FAIL = (
    "统筹任务: [{标题: 甲, 责任单位: 县交通运输局和县公安局}]\n",
    "统筹任务: [{标题: 甲, 责任单位: 县交通运输局 县公安局}]\n",
    "统筹任务: [{标题: 甲, 责任单位: 县政府办公室 县公安局}]\n",
    "统筹任务: [{标题: 甲, 责任单位: 各街道各部门}]\n",
    "统筹任务: [{标题: 甲, 责任单位: [县司法局, 县教育局]}, {标题: 乙, 责任单位: 县司法局县教育局}]\n",
    "统筹任务: [{标题: 甲, 责任单位: 县林草局县水利局}]\n",
    "结语: 由县教育局县公安局负责。\n",
)
PASS = (
    "统筹任务: [{标题: 甲, 责任单位: [各街道, 区各政务服务管理部门, 各级各类学校, 各地各部门, 县人力资源和社会保障局]}]\n",
    "统筹任务: [{标题: 甲, 责任单位: [县公安局交通管理局, 示例市生态环境局示例县分局, 国家税务总局示例县税务局]}]\n",
    "统筹任务: [{标题: 甲, 责任单位: [县委办公室, 县政府办公室, 县人力资源和社会保障局社会保险中心]}]\n",
)

_COLLECTIVES = re.compile(r"(各[^各级类]{1,6})(各[^各级类]{1,6})")
_JOINED = re.compile(rf"(.{{1,12}}[{ENDINGS}])\s*(?:和|与|及|/|\s|,)\s*(.{{1,12}}[{ENDINGS}])")
# 县林草局县水利局: both begin with the same level.
_SIDE_BY_SIDE = re.compile(
    rf"(([{UPPER_LEVELS}])[{HAN}]{{1,10}}[局委办])(\2[{HAN}]{{1,10}}[局委办])"
)
# 各地各部门 is one expression.
_SET_PHRASES = ("各地各", "各地区各", "各级各")
_REMEMBERED = 1000


def check(subject: Subject) -> Iterator[Finding]:
    known = {
        name for duty in subject.duties for name in (*duty.owners, *duty.helpers) if len(name) > 1
    }
    parted: dict[str, tuple[str, str] | None] = {}
    for text, name, start in subject.units:
        if not text.is_typed(start, start + len(name)):
            continue
        if name not in parted:
            parted[name] = _parts(name.strip(), known)
        if parts := parted[name]:
            hint = f"写成 [{', '.join(parts)}] 或 {'、'.join(parts)}"
            yield RULE.found(text.place(start), f"“{name}”像是两个单位", hint)
    last = None
    for text, match in subject.bodies:
        if last and last.end() == match.start() and last[1] == match[1] and not text.is_units:
            name = last[0] + match[0]
            place = text.place(last.start())
            yield RULE.found(place, f"“{name}”像是两个单位", f"写成“{last[0]}、{match[0]}”")
        last = match


def _parts(name: str, known: set[str]) -> tuple[str, str] | None:
    if name.startswith(_SET_PHRASES):
        return None
    if parts := _by_form(name):
        return parts
    firsts = [one for one in known if name.startswith(one) and name[len(one) :] in known]
    first = min(firsts, key=len, default="")
    return (first, name[len(first) :]) if first else None


@lru_cache(_REMEMBERED)
def _by_form(name: str) -> tuple[str, str] | None:
    """The two that a name is made of, where it tells by itself."""
    if match := _COLLECTIVES.fullmatch(name) or _JOINED.fullmatch(name):
        return match[1], match[2]
    match = _SIDE_BY_SIDE.fullmatch(name)
    return (match[1], match[3]) if match else None
