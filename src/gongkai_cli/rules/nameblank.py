"""单位名称中间有多余的空格。"""

import re
from collections.abc import Iterator

from ..finding import Finding
from .subject import Rule, Subject

RULE = Rule("GK605", "warning", "单位名称里有空格")
FAIL = (
    "统筹任务: [{标题: 甲, 责任单位: 县 司法局}]\n",
    "公文: {发文机关: 示例县人民政府 办公室, 标题: 示例县人民政府办公室关于开展“5·15 政务公开日”活动的通知}\n",
    "统筹任务: [{标题: 甲, 责任单位: 县　司法局}]\n",
)
PASS = (
    "统筹任务: [{标题: 甲, 责任单位: [县司法局, 县12345 热线中心]}]\n",
    "结语: 主题：网络安全为人民 网络安全靠人民。\n",
)

_BLANK = re.compile(r"(?<=[\u4e00-\u9fff）])[ \u3000\u00a0]+(?=[\u4e00-\u9fff（])")
_BODIES = {("公文", "发文机关"), ("公文", "署名"), ("公文", "印发机关"), ("公文", "发文机关标志")}


def check(subject: Subject) -> Iterator[Finding]:
    for text, match in subject.matches(_BLANK):
        if not text.is_units and text.steps[:2] not in _BODIES:
            continue
        # A blank between two whole names parts two bodies, which is told as that.
        if text.is_units and re.search(
            r"[局委办部厅会院站所]$", subject.whole[: match.start()][-1]
        ):
            continue
        if text.steps[:2] == ("公文", "发文机关标志") and len(match[0]) > 1:
            continue
        message = "单位名称里有多余的空格"
        edit = text.edit(*match.span(), "")
        yield RULE.found(text.place(match.start()), message, "删去空格", edit)
