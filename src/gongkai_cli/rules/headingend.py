"""标题末尾有标点：标题后面的句号由程序加。"""

import re
from collections.abc import Iterator

from ..finding import Finding
from ..subject import Rule, Subject

RULE = Rule("GK707", "note", "标题末尾有标点")
FAIL = (
    "正文: {活动内容: [{标题: 集中宣传。, 牵头: 县司法局}]}\n",
    "正文: {活动主题、: 公开为民。}\n",
    "附件: [{标题: 参加单位名单；, 名单: [县司法局]}]\n",
    "联系: {联系人：: 张三, 联系电话: 0000-0000000}\n",
)
PASS = (
    "正文: {活动内容: [{标题: 公开什么？, 牵头: 县司法局}, {标题: 公开为民！, 牵头: 县司法局}, {标题: 宣传“公开”（线下）, 牵头: 县司法局}]}\n",
    "正文: {宣传口号: [公开为民。]}\n",
)

_END = re.compile("(?<![。；：，、.;:,])[。；：，、.;:,]++$")


def check(subject: Subject) -> Iterator[Finding]:
    for text in subject.texts:
        if not (text.is_key or text.steps[-1] == "标题") or text.steps[:2] == ("公文", "标题"):
            continue
        match = _END.search(text.printed)
        if match and text.is_typed(text.end - 1, text.end):
            at = text.start + match.start()
            edit = None if text.is_key else text.edit(at, text.end, "")
            yield RULE.found(text.place(at), f"标题末尾有“{match[0]}”", "删去", edit)
