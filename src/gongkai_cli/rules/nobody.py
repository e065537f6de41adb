"""任务没有写谁负责；同一清单里别的事项都写了，只有一项没写，也算。"""

from collections.abc import Iterator

from ..finding import Finding
from ..model import Item, Work
from ..plaindata import Steps
from ..prose import shortened
from ..subject import Rule, Subject

RULE = Rule("GK606", "warning", "没有写谁负责", needs=("牵头", "责任单位", "配合", "参加单位"))
FAIL = (
    "统筹任务: [{标题: 上报审核材料, 内容: 报送材料, 完成时间: 5月8日前}]\n",
    "正文: {活动内容: [{标题: 甲, 任务: [{内容: 更新办事指南}]}]}\n附件: [任务分解表]\n",
    "正文: {活动内容: [{标题: 甲, 牵头: 县公安局}, {标题: 乙, 牵头: 县司法局}, {标题: 丙, 内容: 集中宣传。}]}\n",
    "正文: {活动内容: [{标题: 甲, 配合: 县司法局, 内容: 集中宣传。}]}\n",
    "正文: {活动内容: [{标题: 甲, 牵头: , 内容: 由有关单位集中宣传。}]}\n",
)
PASS = (
    "正文: {活动内容: [{标题: 甲, 牵头: 县公安局, 任务: [{内容: 更新办事指南}]}]}\n附件: [任务分解表]\n",
    "正文: {活动内容: [{标题: 甲, 内容: 文。}, {标题: 乙, 内容: 文。}], 工作要求: [{标题: 丙, 内容: 文。}]}\n",
    "正文: {活动内容: [{标题: 甲, 牵头: 县公安局}, {标题: 乙, 牵头: 县司法局}, {标题: 丙, 内容: 各乡镇自行组织。}]}\n",
    "正文: {活动内容: [{标题: 甲, 牵头: 县公安局}, {标题: 乙, 内容: 文。}, {标题: 丙, 内容: 文。}]}\n",
)

_LONGEST = 20
# Prose that says by itself who acts.
_ACTORS = (
    *("负责", "牵头", "各", "由", "单位", "部门"),
    *("局", "办公室", "学校", "中心", "全体", "大家"),
)


def check(subject: Subject) -> Iterator[Finding]:
    campaign = subject.campaign
    for number, item in enumerate(campaign.extra_tasks):
        here: Steps = ("统筹任务", number)
        led = _leads(item) or _all_below(item)
        if not led and (_is_blank(subject, here) or not _says_who(item)):
            yield _finding(subject, here, item.name)
    for name, section in campaign.body.items():
        yield from _in_list(subject, subject.items_of(name), section.items, answered=False)


def _in_list(
    subject: Subject, steps: Steps, items: tuple[Item, ...], *, answered: bool
) -> Iterator[Finding]:
    named = [_leads(item) or bool(item.participants) or _all_below(item) for item in items]
    for number, item in enumerate(items):
        here = (*steps, number)
        own = answered or _leads(item)
        for at, task in enumerate(item.tasks):
            if not own and not _leads(task) and not item.participants:
                yield _finding(subject, (*here, "任务", at), task.content)
        # One among its like, helpers without one to help, or a key that was left blank.
        odd = sum(named) == len(named) - 1 > 1 and not _says_who(item) and not item.items
        unled = not own and not item.tasks and not _all_below(item)
        silent = not named[number] and (odd or bool(item.helpers))
        if unled and (silent or _is_blank(subject, here)):
            yield _finding(subject, here, item.name)
        yield from _in_list(subject, (*here, "事项"), item.items, answered=own)


def _leads(work: Work) -> bool:
    leaders = work.leaders if isinstance(work, Item) else ()
    return bool(leaders or work.owners)


def _all_below(item: Item) -> bool:
    below: list[Work] = [*item.tasks, *item.items]
    return bool(below) and all(
        _leads(work) or (isinstance(work, Item) and _all_below(work)) for work in below
    )


def _says_who(item: Item) -> bool:
    return any(word in item.text for word in _ACTORS)


def _is_blank(subject: Subject, steps: Steps) -> bool:
    return _key(subject, steps) != "标题"


def _key(subject: Subject, steps: Steps) -> str:
    """The key that was left blank, if one was."""
    blank = (key for key in ("责任单位", "牵头") if subject.tree.has((*steps, key)))
    return next(blank, "标题")


def _finding(subject: Subject, steps: Steps, name: str) -> Finding:
    place = subject.tree.place((*steps, _key(subject, steps)), key=True)
    return RULE.found(place, f"“{shortened(name, _LONGEST)}”没有写谁负责", "写上“责任单位”或“牵头”")
