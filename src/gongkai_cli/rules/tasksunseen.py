"""写了“任务”，附件里却没有任务分解表：任务只进单位任务单，通知里看不到。"""

from collections.abc import Iterator

from ..finding import Finding
from ..subject import Rule, Subject

RULE = Rule("GK746", "note", "任务没有印进通知", needs=("附件", "任务", "表"))
FAIL = (
    "正文: {活动内容: [{标题: 甲, 牵头: 县司法局, 内容: 宣传。, 任务: [{内容: 更新办事指南}, {内容: 公布电话}]}]}\n",
)
PASS = (
    "正文: {活动内容: [{标题: 甲, 牵头: 县司法局, 内容: 宣传。, 任务: [{内容: 更新办事指南}]}]}\n附件: [任务分解表]\n",
    "正文: {活动内容: [{标题: 甲, 牵头: 县司法局, 内容: 更新办事指南。, 任务: [{内容: 更新办事指南}]}]}\n",
    "正文: {活动内容: [{标题: 甲, 牵头: 县司法局, 内容: 宣传。}]}\n",
)


def check(subject: Subject) -> Iterator[Finding]:
    if any(annex.table for annex in subject.campaign.annexes):
        return
    for steps, item in subject.items:
        for number, task in enumerate(item.tasks):
            if task.content.rstrip("。") not in item.text:
                message = "附件里没有任务分解表，“任务”和它的责任单位通知里不印"
                hint = "在“附件”里加一行“- 任务分解表”；不附表的，写进“内容”"
                yield RULE.found(subject.place((*steps, "任务", number)), message, hint)
                return
