"""信函、电报的红头写了“文件”：信函的红头只写发文机关（GB/T 9704-2012，10.1），电报写“示例县发电”一类。"""

from collections.abc import Iterator

from ..finding import Finding
from ..subject import Rule, Subject

RULE = Rule("GK741", "warning", "红头和版式不合")
_HEAD = (
    "公文: {发文机关: 示例县人民政府办公室, 成文日期: 2026年4月28日, %s,"
    " 标题: 示例县人民政府办公室关于开展“5·15 政务公开日”活动的通知}\n"
)
FAIL = (
    _HEAD % "版式: 信函, 发文机关标志: 示例县人民政府办公室文件",
    _HEAD % "版式: 电报, 发文机关标志: 示例县人民政府办公室文件",
)
PASS = (
    _HEAD % "版式: 信函, 发文机关标志: 示例县人民政府办公室",
    _HEAD % "版式: 电报, 发文机关标志: 示例县发电",
    _HEAD % "版式: 公文, 发文机关标志: 示例县人民政府办公室文件",
)

_FILE = "文件"


def check(subject: Subject) -> Iterator[Finding]:
    header = subject.campaign.header
    text = subject.by_steps.get(("公文", "发文机关标志"))
    if text is None or header.layout == "公文" or not text.printed.endswith(_FILE):
        return
    start = text.end - len(_FILE)
    message = f"{header.layout}的红头不写“{_FILE}”"
    if header.layout == "信函":
        hint, edit = "只写发文机关，删去“文件”", text.edit(start, text.end, "")
    else:
        hint, edit = "写“示例县发电”一类", None
    yield RULE.found(text.place(start), message, hint, edit)
