"""公文标题没有提到活动名称。"""

import re
from collections.abc import Iterator

from ..finding import Finding
from ..subject import Rule, Subject
from ..vocabulary.naming import han, stem
from .namespelt import slips

RULE = Rule("GK529", "warning", "标题和活动名称不一致", of_own=True)
_HEAD = "公文: {发文机关: 示例县人民政府办公室, 标题: %s}\n"
FAIL = (
    _HEAD % "示例县人民政府办公室关于开展网络安全宣传周活动的通知",
    _HEAD % "示例县人民政府办公室关于开展“5·15 政务公开周”活动的通知",
)
PASS = (
    _HEAD % "示例县人民政府办公室关于开展第二十届“5·15 政务公开日”活动的通知",
    _HEAD % "示例县人民政府办公室关于印发《示例县“5·15”政务公开日活动方案》的通知",
    "活动: 2026年示例县政府开放日主题活动\n"
    + _HEAD % "示例县人民政府办公室关于举办第三届政府开放日活动的通知",
    "活动: 全县安全生产月\n"
    + _HEAD % "示例县人民政府办公室关于开展“安全生产月”和“安全生产万里行”活动的通知",
)
_ENOUGH = 0.5


def check(subject: Subject) -> Iterator[Finding]:
    name = stem(subject.campaign.name)
    title = han("".join(subject.campaign.header.title))
    if len(name) < len("开放日") or name in title:
        return
    if any(map(slips(name).search, subject.campaign.header.title)):
        return  # is told as one
    pairs = [name[at : at + 2] for at in range(len(name) - 1)]
    shared = sum(pair in title for pair in pairs) / len(pairs)
    # 周 for 日 at the end is another campaign; words left out in the middle are not.
    if shared < _ENOUGH or re.search(f"{name[:-1]}[日月周年]", title):
        message = f"标题里没有“{subject.campaign.name}”"
        yield RULE.found(subject.place(("公文", "标题")), message, "检查标题和“活动”哪个写错了")
