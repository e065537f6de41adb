"""署名、印发机关、发文机关标志和发文机关不是一个机关。"""

import re
from collections.abc import Iterator

from ..finding import Finding
from ..subject import Rule, Subject
from ..vocabulary.bodies import home, is_short

RULE = Rule("GK601", "warning", "署名和发文机关不一致", needs=("署名",))
_TITLE = "标题: 示例县人民政府办公室关于开展“5·15 政务公开日”活动的通知"
_HEAD = f"公文: {{发文机关: 示例县人民政府办公室, {_TITLE}, %s}}\n"
# 党委办公室 is the office of a 委员会.
_PARTY = ("党", "中共")
# The seal of another body in place of its own, which has none yet.
_DEPUTY = re.compile("[（(]代(?:章|盖章)?[）)]$")
FAIL = (
    _HEAD % "署名: 示例县人民政府",
    _HEAD % "发文机关标志: 示例县教育局文件",
    _HEAD % "发文机关标志: 示例县人民政府文件",
    _HEAD % "发文机关标志: 示例市人民政府办公室文件",
    _HEAD % "版式: 信函, 发文机关标志: 另县人民政府办公室",
    (
        "公文: {发文机关: 示例县人民政府, 成文日期: 2026年4月28日, 发文字号: 示政办发〔2026〕12号,"
        " 标题: 示例县人民政府关于开展“5·15 政务公开日”活动的通知}\n"
    ),
)
PASS = (
    _HEAD % "署名: [示例县人民政府办公室, 示例县委宣传部]",
    _HEAD
    % "发文机关标志: 示例县政府办公室 示例县委宣传部文件, 署名: [示例县人民政府办公室, 中共示例县委宣传部]",
    _HEAD % "署名: 示例县人民政府办公室（代章）",
    (
        "公文: {发文机关: 示例县教育局、示例县司法局, 署名: [示例县教育局, 示例县司法局],"
        " 标题: 示例县教育局 示例县司法局关于开展“5·15 政务公开日”活动的通知}\n"
    ),
    _HEAD % "版式: 电报, 发文机关标志: 示例县发电",
    _HEAD % "发文机关标志: 示例县人民政府办公室文件, 印发机关: 示例县人民政府办公室",
    _HEAD % "版式: 信函, 发文机关标志: 示例县人民政府办公室",
    _HEAD % "发文机关标志: 示例县政府办文件",
)


def check(subject: Subject) -> Iterator[Finding]:
    header = subject.campaign.header
    signed = {_DEPUTY.sub("", one) for said in header.issuers for one in said.split()}
    if header.signatures and signed.isdisjoint(header.issuer.split("、")):
        message = f"署名是“{header.signatures[0]}”，发文机关是“{header.issuer}”"
        hint = "署名应当就是发文机关；改一处，或者删去署名"
        yield RULE.found(subject.place(("公文", "署名")), message, hint)
    if re.search("(?:政|府)办", header.number or "") and header.issuer.endswith("人民政府"):
        message = f"发文字号是“{header.number}”，发文机关是“{header.issuer}”"
        place = subject.place(("公文", "发文机关"))
        yield RULE.found(place, message, "办公室的文号配办公室的名称；改一处")
    if header.layout == "电报" or not (mark := header.mark):
        return  # 示例县发电
    # A joint document's mark names all, with blanks between, or the first (GB/T 9704-2012, 7.2.4).
    names = header.bodies
    bodies = [_core(body) for body in mark.split()]
    whole = _core("".join(mark.split()))
    if any(_is_of(whole, name) for name in names):
        return
    if len(bodies) > 1 and all(any(_is_of(body, name) for name in names) for body in bodies):
        return
    message = f"发文机关标志是“{mark}”，发文机关是“{header.issuer}”"
    yield RULE.found(subject.place(("公文", "发文机关标志")), message, "两处应当是一个机关")


def _core(mark: str) -> str:
    """The body that a mark names, without 文件 and what stands in brackets behind it."""
    return re.sub(r"(?:文件|发电|[(（〔].*)$", "", mark)


def _is_of(mark: str, name: str) -> bool:
    """Whether a mark may be a body's: its name, a short form of it, or a longer one with its place.

    A short form leaves characters out, in order. Where the party's names differ, nobody can tell.
    """
    if not mark or mark == name or any(word in mark + name for word in _PARTY):
        return True
    place, other = home(mark), home(name)
    if place and other and (place.endswith(other) or other.endswith(place)):
        mark, name = mark[len(place) :], name[len(other) :]
    return is_short(mark, name) or (mark[-1] == name[-1] and is_short(name, mark))
