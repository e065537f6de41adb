"""引用的“时间”“地点”写的是“无”：“无”是不沿用上级的意思，引用处却照印成“无”。"""

from collections.abc import Iterator
from typing import Any

from .. import plaindata
from ..finding import Finding
from ..subject import Rule, Subject, Text
from ..timetable import NONE

RULE = Rule("GK745", "warning", "引用印成“无”")
FAIL = (
    "正文: {活动时间: 5月14日至21日, 活动内容: [{标题: 甲, 牵头: 县司法局, 时间: 无, 内容: 「时间」在文化广场集中宣传。}]}\n",
    "正文: {活动时间: 5月14日至21日, 活动内容: [{标题: 甲, 牵头: 县司法局, 地点: 无, 内容: 在「地点」集中宣传。}]}\n",
)
PASS = (
    "正文: {活动时间: 5月14日至21日, 活动内容: [{标题: 甲, 牵头: 县司法局, 时间: 无, 内容: 在文化广场集中宣传。}]}\n",
    "联系: {联系人: 张三, 联系电话: '2173053', 传真: 无}\n结语: 传真：「联系.传真」。\n",
)

# What is inherited unless it says so.
_INHERITED = {"时间", "完成时间", "地点", "发布途径", "责任单位", "牵头", "配合", "参加单位"}


def check(subject: Subject) -> Iterator[Finding]:
    for start, end in subject.lines(NONE):
        at = subject.whole.find(NONE, start, end)
        while at >= 0:
            text = subject.text_at(at)
            if name := _referred(subject.tree.data, text, at - text.start):
                message = f"「{name}」引用的是“{NONE}”，会印成“{NONE}”"
                yield RULE.found(text.place(at), message, "写明，或者删去这处引用")
            at = subject.whole.find(NONE, at + 1, end)


def _referred(data: Any, text: Text, at: int) -> str:  # noqa: ANN401
    """The key that a reference names whose whole value stands at an offset of a text; or nothing."""
    offsets = text.origin.offsets if text.origin else ()
    if at >= len(offsets) or offsets[at] >= 0 or offsets[at] in offsets[at + 1 : at + 2]:
        return ""
    if at and offsets[at - 1] == offsets[at]:
        return ""
    typed = str(plaindata.at(data, text.steps))[~offsets[at] + 1 :]
    name = typed[: typed.find("」")].strip()
    return name if name.rpartition(".")[2].strip() in _INHERITED else ""
