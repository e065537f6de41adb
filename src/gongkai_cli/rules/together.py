"""两个单位写在了一起，中间少了标点。"""

import re
from collections.abc import Iterator

from ..finding import Finding
from ..plan import duties
from .subject import Rule, Subject

RULE = Rule("GK602", "warning", "两个单位连写")
FAIL = (
    "统筹任务: [{标题: 甲, 责任单位: 县交通运输局和县公安局}]\n",
    "统筹任务: [{标题: 甲, 责任单位: 县交通运输局 县公安局}]\n",
    "统筹任务: [{标题: 甲, 责任单位: 各街道各部门}]\n",
    "统筹任务: [{标题: 甲, 责任单位: [县司法局, 县教育局]}, {标题: 乙, 责任单位: 县司法局县教育局}]\n",
)
PASS = (
    "统筹任务: [{标题: 甲, 责任单位: [各街道, 区各政务服务管理部门, 各级各类学校, 各地各部门, 县人力资源和社会保障局]}]\n",
)

_COLLECTIVES = re.compile(r"(各[^各级类]{1,6})(各[^各级类]{1,6})")
_JOINED = re.compile(
    r"(.{1,12}[局委办部厅会院站所])\s*(?:和|与|及|/|\s)\s*(.{1,12}[局委办部厅会院站所])"
)
# 各地各部门 is one expression.
_SET_PHRASES = ("各地各", "各地区各", "各级各")
_KEYS = ("责任单位", "牵头", "配合", "参加单位", "报送单位")


def check(subject: Subject) -> Iterator[Finding]:
    known = {name for duty in duties(subject.campaign) for name in (*duty.owners, *duty.helpers)}
    for steps, text in subject.texts():
        if not any(step in _KEYS for step in steps):
            continue
        for name in text.split("、"):
            if parts := _parts(name, known):
                hint = f"写成 [{', '.join(parts)}] 或 {'、'.join(parts)}"
                yield RULE.found(subject.place(steps), f"“{name}”像是两个单位", hint)


def _parts(name: str, known: set[str]) -> tuple[str, str] | None:
    if name.startswith(_SET_PHRASES):
        return None
    if match := _COLLECTIVES.fullmatch(name):
        return match[1], match[2]
    if match := _JOINED.fullmatch(name):
        return match[1], match[2]
    pieces = ((name[:at], name[at:]) for at in range(2, len(name) - 1))
    return next((pair for pair in pieces if known.issuperset(pair)), None)
