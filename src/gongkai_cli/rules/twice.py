"""一个单位在一处写了两次，或者又牵头又配合。"""

from collections.abc import Iterator

from ..finding import Finding
from ..subject import Rule, Subject
from ..vocabulary.bodies import bare

RULE = Rule("GK604", "warning", "一个单位写了两次")
FAIL = (
    "统筹任务: [{标题: 甲, 责任单位: [县司法局, 县财政局, 县司法局]}]\n",
    "统筹任务: [{标题: 甲, 牵头: 县司法局, 配合: 县公安局、县司法局}]\n",
    "附件: [{标题: 名单, 名单: [县司法局, 县公安局, 县司法局]}]\n",
)
PASS = (
    "统筹任务: [{标题: 甲, 责任单位: [县司法局, 县财政局]}, {标题: 乙, 责任单位: 县司法局}]\n",
    "统筹任务: [{标题: 甲, 牵头: 县司法局, 责任单位: 县司法局, 参加单位: [县司法局, 县公安局]}]\n",
)


def check(subject: Subject) -> Iterator[Finding]:
    told: set[object] = set()
    leads: set[object] = set()
    for text, name, start in subject.units:
        where, body = text.steps[: text.steps.index(text.key)], bare(name)
        if not text.is_typed(start, start + len(name)):
            continue
        if text.key in ("牵头", "责任单位"):
            leads.add((where, body))
        if (where, text.key, body) in told:
            yield RULE.found(text.place(start), f"“{name}”写了两次", "删去一个")
        elif text.key == "配合" and (where, body) in leads:
            yield RULE.found(text.place(start), f"“{name}”又牵头又配合", "删去一处")
        told.add((where, text.key, body))
