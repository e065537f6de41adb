"""文中写的牵头、负责单位和“牵头”“责任单位”不一样。"""

import re
from collections.abc import Iterator

from ..charset import HAN
from ..finding import Finding
from ..plan import members_of
from ..subject import Rule, Subject
from ..vocabulary.bodies import UPPER_LEVELS

RULE = Rule(
    "GK528",
    "warning",
    "负责单位前后不一",
    needs=("牵头", "责任单位", "配合", "参加单位", "统称", "附件"),
    of_own=True,
)
FAIL = (
    "正文: {活动内容: [{标题: 甲, 牵头: 县公安局, 内容: 由县教育局牵头，集中宣传。}]}\n",
    "正文: {活动内容: [{标题: 甲, 责任单位: [县公安局, 县司法局], 内容: 集中宣传（县教育局负责）。}]}\n",
    "正文: {活动内容: [{标题: 甲, 牵头: 县公安局, 内容: 由县教育局负责，在广场集中宣传。}]}\n",
)
PASS = (
    "正文: {活动内容: [{标题: 甲, 牵头: 县教育局, 内容: 由县教育局牵头，县公安局配合。}]}\n",
    "正文: {活动内容: [{标题: 甲, 牵头: 各部门, 内容: 由县教育局牵头组织校园宣传。}]}\n",
    "正文: {活动内容: [{标题: 甲, 牵头: 县公安局, 内容: 由主要负责同志牵头，安排专人负责，谁主管谁负责。}]}\n",
    "正文: {活动内容: [{标题: 甲, 牵头: 县公安局, 内容: 其中校园宣传由县教育局负责，校外活动由县司法局组织。}]}\n",
    "正文: {活动内容: [{标题: 甲, 牵头: 县公安局, 配合: 县教育局, 内容: 校园宣传由县教育局负责。}]}\n",
    "正文: {活动内容: [{标题: 甲, 牵头: 县公安局, 内容: 由县教育局负责校园宣传。}, {标题: 乙, 牵头: 县公安局, 内容: 由县教育局负责组织学生，县司法局负责布展。}, {标题: 丙, 内容: 由县教育局负责组织。}]}\n",
)

_BODY = rf"([{UPPER_LEVELS}][{HAN}]{{1,12}}?(?:局|委员会|委|办公室|中心|院))"
# 其中校园宣传由县教育局负责 is of a part; in brackets at the end it is of the whole.
_SAID = re.compile(
    rf"(?:^|(?<=[，。；]))由{_BODY}牵头|[（(]{_BODY}(?:牵头|负责)|^由{_BODY}负责(?=[，。；在于\d]|组织实施)",
    re.MULTILINE,
)


def check(subject: Subject) -> Iterator[Finding]:
    by_steps, members = dict(subject.items), members_of(subject.campaign).collectives
    for text, match in subject.matches(_SAID, ("牵头", "负责")):
        item = by_steps.get(text.steps[:-1])
        if text.key != "内容" or item is None:
            continue
        own = {*item.leaders, *item.owners}
        named = {*own, *item.helpers, *item.participants}
        named |= {name for task in item.tasks for name in (*task.owners, *task.helpers)}
        named |= {one for name in named for one in members.get(name, ())}
        # Everybody is somebody; a body below may lead its own part.
        if not own or item.items or any(re.search("[各关]", name) for name in named):
            continue
        # 由县教育局负责校园宣传，县司法局负责…: to each a part.
        if match[3] and (match.start() != text.start or text.printed.count("负责") > 1):
            continue
        said = match[match.lastindex or 0]
        if said not in named:
            message = f"文中由“{said}”负责，这一项写的是“{'、'.join(sorted(own))}”"
            hint = "改成一样；“牵头”印在末尾，文中可以不写"
            yield RULE.found(text.place(match.start(match.lastindex or 0)), message, hint)
