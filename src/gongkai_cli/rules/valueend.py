"""单位名称、时间、地点、材料末尾有标点：标点由程序加，写了就印两遍，单位的任务单也带着它。"""

import re
from collections.abc import Iterator

from ..charset import HAN
from ..finding import Finding
from ..subject import Rule, Subject, Text

RULE = Rule("GK726", "warning", "名称、时间、地点末尾有标点")
FAIL = (
    "统筹任务: [{标题: 甲, 责任单位: 县司法局。}]\n",
    "统筹任务: [{标题: 甲, 牵头: [县司法局：, 县教育局], 完成时间: 5月20日前。, 地点: 文化广场；}]\n",
    "统筹任务: [{标题: 甲, 责任单位: 县司法局、县教育局（体育局）：}]\n",
    "报送: [{材料: 活动总结。, 截止: 5月25日前；, 接收: 县司法局。}]\n",
    "公文: {发文机关: 示例县人民政府办公室, 主送机关: 各乡镇人民政府。, 标题: 示例县人民政府办公室关于开展“5·15 政务公开日”活动的通知}\n",
)
PASS = (
    "统筹任务: [{标题: 甲, 责任单位: 县司法局、县教育局等, 时间: 5月14日上午, 地点: 文化广场（东门）}]\n",
    "统筹任务: [{标题: 甲, 责任单位: 县司法局, 地点: 县政务服务中心。雨天移至室内，另行通知。}]\n",
    "正文: {活动时间: 5月14日至21日。, 地点: 文化广场。, 要求: [各单位要高度重视。, {内容: 认真组织。}]}\n",
    "公文: {发文机关: 示例县人民政府办公室, 主送机关: 各乡镇人民政府，县政府各部门：, 抄送: 县委办公室，县纪委监委。, 标题: 示例县人民政府办公室关于开展“5·15 政务公开日”活动的通知}\n",
    "联系: {联系人: 张三, 联系电话: 0000-0000000, 地址: 县政府617室。}\n附件: [{标题: 说明, 内容: 各单位按此办理。}]\n",
)

# One of half width is told as such.
_MARKS = "。；：，、"
_END = re.compile(rf"(?<=[{HAN}”》）\d])[{_MARKS}]+$")
_OF_HEADER = {"发文机关", "主送机关", "署名", "印发机关"}
_OF_WORK = {"时间", "完成时间", "地点", "截止", "接收", "材料"}
_PART = re.compile("[。；，]")


def check(subject: Subject) -> Iterator[Finding]:
    for text in subject.texts:
        printed = text.printed
        # Few texts end in a mark; those that do are mostly prose.
        if printed[-1:] not in _MARKS or not _is_bare(text):
            continue
        found = _END.search(printed)
        if not found or (text.key in _OF_WORK and _PART.search(printed, 0, found.start())):
            continue
        if text.key == "主送机关" and not found[0].strip("：:"):
            # That one the template expects.
            continue
        start = text.start + found.start()
        if text.is_typed(start, text.end):
            edit = text.edit(start, text.end, "")
            yield RULE.found(text.place(start), f"“{text.key}”末尾有“{found[0]}”", "删去", edit)


def _is_bare(text: Text) -> bool:
    """Whether a text is a name, a date or a place that is printed among marks of the template's."""
    if text.is_key or len(text.steps) < len(("公文", "署名")):
        return False
    if text.steps[0] == "公文":
        return text.steps[1] in _OF_HEADER
    return text.is_units or (text.key in _OF_WORK and isinstance(text.steps[-2], int))
