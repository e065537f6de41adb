"""标题前面手写了序号、附件号：程序会编号，印出来就是两个。"""

import re
from collections.abc import Iterator

from ..finding import Finding
from ..subject import Rule, Subject, Text

RULE = Rule("GK706", "warning", "手写了序号")
FAIL = (
    "正文: {一、活动主题: 公开为民。}\n",
    "正文: {活动内容: [{标题: （一）集中宣传, 牵头: 县司法局}]}\n",
    "正文: {活动内容: [{标题: 1.集中宣传, 牵头: 县司法局}]}\n",
    "正文: {活动内容: [1．集中宣传, '(2) 进校园']}\n",
    "正文: {活动内容: [{标题: 集中宣传, 牵头: 县司法局, 内容: （一）在文化广场宣传。}]}\n",
    "附件: [{标题: 附件1：参加单位名单, 名单: [县司法局]}]\n",
    "正文: {活动内容: [{标题: 集中宣传, 牵头: 县司法局, 任务: [{内容: 1. 更新指南}]}]}\n附件: [任务分解表]\n",
    "附件: [{标题: 一、参加单位名单, 名单: [县司法局]}]\n",
    "正文: {工作要求: '一、加强领导。'}\n",
    "附件: [{标题: 参加单位名单, 名单: [1.县司法局, 2.县公安局]}]\n",
)
PASS = (
    "正文: {活动内容: [{标题: 12345热线进社区, 牵头: 县司法局}, {标题: 3·15宣传, 牵头: 县司法局}, {标题: 一件事一次办, 牵头: 县司法局}]}\n",
    "正文: {工作要求: 一是加强领导，二是落实责任；（一）公开、（二）解读两项抓好。}\n",
    "正文: {活动内容: [{标题: 集中宣传, 牵头: 县司法局, 内容: 2026年以来，1个窗口，2.5万人次。}]}\n",
    "附件: [{标题: 须知, 内容: 1.遵守秩序。}]\n",
    "正文: {活动内容: [1.5小时公开课, 三、四季度分批开展]}\n",
)

_COUNT = "[一二三四五六七八九十]{1,3}"
_NUMBER = re.compile(
    rf"{_COUNT}[、.．](?!{_COUNT}(?:季度|月|级|是|年))|[（(](?:{_COUNT}|\d{{1,2}})[）)]|\d{{1,2}}(?:[.．](?!\d)|、(?!\d)|[）)])|[①-⑳]|第{_COUNT}[，、]"
)
# A paragraph of running text may count its own points with 1. and （1）.
_HIGH = re.compile(rf"{_COUNT}、(?!{_COUNT})|[（(]{_COUNT}[）)]")
_ANNEX = re.compile(r"附件 ?[\d一二三四五六七八九]* ?[：:.、]? ?")
_BLANK = re.compile(" *")


def check(subject: Subject) -> Iterator[Finding]:
    for text in subject.texts:
        pattern = pattern_of(text)
        if pattern is None:
            continue
        match = pattern.match(subject.whole, text.start, text.end)
        if match and match.end() < text.end and text.is_typed(*match.span()):
            what = "附件号" if pattern is _ANNEX else "序号"
            blank = _BLANK.match(subject.whole, match.end())
            end = blank.end() if blank else match.end()
            edit = text.edit(match.start(), end, "")
            message = f"手写了{what}“{match[0].strip()}”"
            yield RULE.found(text.place(), message, f"删去，{what}由程序编", edit)


def pattern_of(text: Text) -> re.Pattern[str] | None:
    """What a text must not begin with, as it is numbered when printed."""
    steps = text.steps
    if steps[0] == "附件":
        if text.key == "标题":
            return _ANNEX if text.printed.startswith("附件") else _NUMBER
        return _NUMBER if text.key == "名单" else None
    if steps[0] not in ("正文", "统筹任务") or text.is_date:
        return None
    if text.is_key or text.key == "标题" or isinstance(steps[-1], int) or "任务" in steps[2:]:
        return _NUMBER
    return _HIGH
