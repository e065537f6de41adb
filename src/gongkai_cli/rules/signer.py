"""署名、印发机关、发文机关标志和发文机关不是一个机关。"""

import re
from collections.abc import Iterator

from ..finding import Finding
from .bodies import is_short
from .subject import Rule, Subject

RULE = Rule("GK601", "warning", "署名和发文机关不一致", needs=("署名",))
_TITLE = "标题: 示例县人民政府办公室关于开展“5·15 政务公开日”活动的通知"
_HEAD = f"公文: {{发文机关: 示例县人民政府办公室, {_TITLE}, %s}}\n"
FAIL = (
    _HEAD % "署名: 示例县人民政府",
    _HEAD % "发文机关标志: 示例县教育局文件",
    _HEAD % "发文机关标志: 示例县人民政府文件",
    (
        "公文: {发文机关: 示例县人民政府, 成文日期: 2026年4月28日, 发文字号: 示政办发〔2026〕12号,"
        " 标题: 示例县人民政府关于开展“5·15 政务公开日”活动的通知}\n"
    ),
)
PASS = (
    _HEAD % "署名: [示例县人民政府办公室, 示例县委宣传部]",
    _HEAD
    % "发文机关标志: 示例县政府办公室 示例县委宣传部文件, 署名: [示例县人民政府办公室, 中共示例县委宣传部]",
    _HEAD % "版式: 电报, 发文机关标志: 示例县发电",
    _HEAD % "发文机关标志: 示例县人民政府办公室文件, 印发机关: 示例县人民政府办公室",
    _HEAD % "版式: 信函, 发文机关标志: 示例县人民政府办公室",
    _HEAD % "发文机关标志: 示例县政府办文件",
)


def check(subject: Subject) -> Iterator[Finding]:
    header = subject.campaign.header
    if header.signatures and header.issuer not in header.signatures:
        message = f"署名是“{header.signatures[0]}”，发文机关是“{header.issuer}”"
        hint = "署名应当就是发文机关；改一处，或者删去署名"
        yield RULE.found(subject.place(("公文", "署名")), message, hint)
    if re.search("(?:政|府)办", header.number or "") and header.issuer.endswith("人民政府"):
        message = f"发文字号是“{header.number}”，发文机关是“{header.issuer}”"
        place = subject.place(("公文", "发文机关"))
        yield RULE.found(place, message, "办公室的文号配办公室的名称；改一处")
    # A joint document's mark names all, with blanks between (GB/T 9704-2012, 7.2.4).
    bodies = re.sub(r"文件$", "", header.mark or "").split()
    names = {header.issuer, *header.signatures}
    if len(bodies) > 1 and all(any(_is_of(body, name) for name in names) for body in bodies):
        return
    mark = re.sub(r"(?:文件|发电|[(（〔].*)$", "", "".join((header.mark or "").split()))
    if not mark or header.layout == "电报" or mark == header.issuer:
        return
    # A short form leaves characters out, in order; 文件 of the body above has an end of its own.
    if mark[-1] != header.issuer[-1] and not is_short(mark, header.issuer):
        message = f"发文机关标志是“{header.mark}”，发文机关是“{header.issuer}”"
        yield RULE.found(subject.place(("公文", "发文机关标志")), message, "两处应当是一个机关")


def _is_of(body: str, name: str) -> bool:
    return body == name or is_short(body, name)
