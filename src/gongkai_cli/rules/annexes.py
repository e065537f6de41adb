"""附件、任务、报送写了两遍，或者附了一张没有一行的任务分解表。"""

from collections.abc import Iterator

from ..finding import Finding
from ..plaindata import Steps
from ..subject import Rule, Subject

RULE = Rule(
    "GK533",
    "warning",
    "附件、任务、报送重复，或者任务分解表是空的",
    needs=("附件", "正文", "统筹任务"),
)
_TASK = "统筹任务: [{标题: 更新公开指南, 牵头: 县司法局, 完成时间: 5月20日前}]\n"
FAIL = (
    f"{_TASK}附件: [任务分解表, 任务分解表]\n",
    f"{_TASK}附件: [任务分解表, {{标题: 活动分工, 表: 任务分解表}}]\n",
    "附件: [{标题: 统计表, 列: [甲], 空行: 3}, {标题: 统计表, 列: [乙], 空行: 3}]\n",
    "附件: [任务分解表]\n",
    "正文: {活动内容: [{标题: 甲, 任务: [{内容: 更新指南, 责任单位: 县司法局}, {内容: 更新指南, 责任单位: 县司法局}]}]}\n附件: [任务分解表]\n",
    "报送: [{材料: 活动总结, 截止: 5月25日前}, {材料: 活动总结, 截止: 5月25日前}]\n",
)
PASS = (
    f"{_TASK}附件: [任务分解表, {{标题: 统计表, 列: [甲], 空行: 3}}]\n",
    "附件: [{标题: 统计表, 列: [甲], 空行: 3}, {标题: 登记表, 列: [甲], 空行: 3}]\n",
    "报送: [{材料: 活动信息, 截止: 5月15日前}, {材料: 活动信息, 截止: 5月25日前}]\n",
)

_LISTED = ("正文", "统筹任务", "报送")


def check(subject: Subject) -> Iterator[Finding]:
    yield from _twice(subject)
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


def _twice(subject: Subject) -> Iterator[Finding]:
    """Tasks, items and reports that say the same as one before them, to the letter."""
    for key in _LISTED:
        for steps, parts in _lists(subject.data.get(key), (key,)):
            seen: dict[str, int] = {}
            for number, part in enumerate(parts, 1):
                first = seen.setdefault(repr(part), number)
                if first != number and isinstance(part, dict):
                    message = f"这里的第{number}项和第{first}项一样"
                    yield RULE.found(subject.place((*steps, number - 1)), message, "删去一项")


def _lists(value: object, steps: Steps) -> Iterator[tuple[Steps, list[object]]]:
    """Every list that a value holds, with the way to it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _lists(inner, (*steps, key))
    elif isinstance(value, list):
        yield steps, value
        for number, inner in enumerate(value):
            yield from _lists(inner, (*steps, number))
