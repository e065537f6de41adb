"""任务或者报送落在一个统称上，却不知道是哪些单位：催不到，任务单也发不到。

“有关部门”一类没有成员的，指出来；“各部门”一类只在文件已经用“统称”、偏偏漏了它的时候才指出。
"""

import re
from collections.abc import Iterator

from ..finding import Finding
from ..plan import collectives
from .bodies import UPPER_LEVELS
from .subject import Rule, Subject
from .text import Text

RULE = Rule("GK607", "note", "统称没有成员", needs=("参加单位", "统称", "附件"))
FAIL = (
    "统筹任务: [{标题: 甲, 责任单位: 有关部门}]\n",
    "统称: {各乡镇: [甲镇, 乙乡]}\n报送: [{材料: 信息, 报送单位: '各乡镇、各部门', 截止: 5月20日前}]\n",
)
PASS = (
    "统筹任务: [{标题: 甲, 责任单位: 有关部门, 参加单位: [县司法局, 县公安局]}]\n",
    "报送: [{材料: 信息, 报送单位: '各乡镇、各部门', 截止: 5月20日前}]\n",
    "统筹任务: [{标题: 甲, 牵头: 县司法局, 配合: 有关部门}]\n",
    "统称: {各部门: [县司法局]}\n报送: [{材料: 信息, 报送单位: 各部门, 截止: 5月20日前}]\n",
)

_OWING = ("责任单位", "牵头", "报送单位")
_VAGUE = re.compile(rf"^(?:[{UPPER_LEVELS}]|[{UPPER_LEVELS}]政府)?(?:有关|相关)(?:部门|单位|机构)$")
_EVERY = re.compile(rf"^(?:[{UPPER_LEVELS}]直)?各(?!级各类|地各|地区各)[^（）]*(?:部门|单位)$")


def check(subject: Subject) -> Iterator[Finding]:
    known, given = collectives(subject.campaign), subject.campaign.collectives
    for text, name, start in subject.units:
        if text.key not in _OWING or name in known or not text.is_typed(start, start + len(name)):
            continue
        vague = _VAGUE.match(name) and _is_all(subject, text, name)
        if vague or (given and _EVERY.match(name)):
            message = f"不知道“{name}”是哪些单位，催报和任务单到不了单位"
            yield RULE.found(text.place(start), message, f"在“统称”里写“{name}: […]”")


def _is_all(subject: Subject, text: Text, name: str) -> bool:
    """Whether a name stands alone, and no 参加单位 beside it says who is meant."""
    at = text.steps.index(text.key)
    beside = subject.tree.has((*text.steps[:at], "参加单位"))
    return (
        not beside
        and text.printed == name
        and text.steps[at + 1 :] in ((), (0,))
        and not (text.steps[at + 1 :] and (*text.steps[: at + 1], 1) in subject.by_steps)
    )
