"""附件写了两遍，或者附了一张没有一行的任务分解表。"""

from collections.abc import Iterator

from ..finding import Finding
from .subject import Rule, Subject

RULE = Rule(
    "GK533", "warning", "附件重复，或者任务分解表是空的", needs=("附件", "正文", "统筹任务")
)
_TASK = "统筹任务: [{标题: 更新公开指南, 牵头: 县司法局, 完成时间: 5月20日前}]\n"
FAIL = (
    f"{_TASK}附件: [任务分解表, 任务分解表]\n",
    f"{_TASK}附件: [任务分解表, {{标题: 活动分工, 表: 任务分解表}}]\n",
    "附件: [{标题: 统计表, 列: [甲], 空行: 3}, {标题: 统计表, 列: [乙], 空行: 3}]\n",
    "附件: [任务分解表]\n",
)
PASS = (
    f"{_TASK}附件: [任务分解表, {{标题: 统计表, 列: [甲], 空行: 3}}]\n",
    "附件: [{标题: 统计表, 列: [甲], 空行: 3}, {标题: 登记表, 列: [甲], 空行: 3}]\n",
)


def check(subject: Subject) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for number, annex in enumerate(subject.campaign.annexes):
        place = subject.place(("附件", number))
        name = annex.table or "".join((annex.title or "").split())
        if first := seen.get(name):
            hint = "删去一个" if annex.table else "删去一个，或者改标题，让人分得清"
            yield RULE.found(place, f"附件{number + 1}和附件{first}都是“{name}”", hint)
            continue
        seen[name] = number + 1
        if annex.table and not subject.duties:
            hint = "给事项写“任务”或者“牵头”“责任单位”；没有任务，就删去这个附件"
            yield RULE.found(place, f"没有一项任务，附的{annex.table}只有表头", hint)
