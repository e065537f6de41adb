"""一段话的末尾没有句号：导语、结语和事项的“内容”照写照印，程序不补标点。"""

import re
from collections.abc import Iterator
from typing import Final

from ..finding import Finding
from .subject import Rule, Subject
from .text import Text

RULE = Rule("GK744", "note", "句末没有标点")
FAIL = (
    "正文: {活动内容: [{标题: 居务公开, 牵头: 县民政局, 内容: 各社区公开一季度收支账目}]}\n",
    "正文: {活动内容: [{标题: 依申请公开, 内容: 15个工作日内完成存量申请答复（县司法局负责）}]}\n",
    "导语: 为推进政务公开，决定开展政务公开日活动\n",
    "结语: 请认真贯彻落实\n",
)
PASS = (
    "正文: {活动内容: [{标题: 居务公开, 牵头: 县民政局, 内容: 各社区公开一季度收支账目。}]}\n",
    "正文: {活动主题: 公开为民, 活动内容: [网络安全为人民, {标题: 甲, 牵头: 县司法局, 内容: 办好“公开日”。}]}\n",
    "导语: 现将有关事项通知如下：\n结语: 特此通知。（联系人见后。）\n",
    "导语: 现将方案印发给你们，请遵照执行。（联系邮箱见附件）\n结语: （此件不另行文）\n",
    "正文: {活动安排: [{标题: 活动主题, 内容: 群众走进政府机关}, {标题: 活动地点, 内容: 县政务服务大厅}]}\n",
    "统筹任务: [{标题: 甲, 牵头: 县司法局, 内容: 更新办事指南}]\n",
    "正文: {活动内容: [{标题: 甲, 牵头: 县司法局, 任务: [{内容: 更新办事指南}]}]}\n附件: [任务分解表]\n",
)

_ENDS: Final = tuple("。！？；：，、…—.!?;:,")
_CLOSING: Final = "”’）》)"
# What is to be filled in, and a comment that is none, are told as such.
_OTHERS: Final = ("】", "如下")
# 见附件1 is a remark; so short a text may be no sentence.
_SHORTEST: Final = 6
# （责任单位：甲局） behind a full stop, or a paragraph by itself, is a remark with no mark of its own.
_REMARK: Final = re.compile("(?:^|\n|[。！？；])(?:[”’])?（[^（）]*）$")
# Under such a title stands a value, as it does in 活动主题 and 活动地点 of the text itself.
_OF_VALUE: Final = ("主题", "口号", "时间", "地点", "对象", "人员")
_KEYS: Final = {"内容", "导语", "结语"}
_PROSE: Final = {("导语",), ("结语",)}


def check(subject: Subject) -> Iterator[Finding]:
    for text in subject.texts:
        if text.key not in _KEYS or text.printed.endswith(_ENDS) or not _is_prose(text):
            continue
        closed = text.printed[-1:] in _CLOSING and text.printed.rstrip(_CLOSING).endswith(_ENDS)
        if closed or _REMARK.search(text.printed) or _is_value(subject, text):
            continue
        if text.is_typed(text.end - 1, text.end):
            said = text.printed[-_SHORTEST:]
            yield RULE.found(text.place(text.end - 1), f"“…{said}”末尾没有标点", "补上句号")


def _is_value(subject: Subject, text: Text) -> bool:
    title = subject.by_steps.get((*text.steps[:-1], "标题"))
    return bool(title and title.printed.endswith(_OF_VALUE) and "。" not in text.printed)


def _is_prose(text: Text) -> bool:
    """Whether a text is a paragraph of the notice that is printed as it stands."""
    steps, said = text.steps, text.printed
    if text.is_key or len(said) < _SHORTEST or said.endswith(_OTHERS) or "#" in said:
        return False
    item = steps[0] == "正文" and "任务" not in steps and isinstance(steps[-2], int)
    return item or steps in _PROSE
