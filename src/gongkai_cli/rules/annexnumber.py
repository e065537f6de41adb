"""文中提到的附件没有，或者附件的序号不对。"""

import re
from collections.abc import Iterator

from ..dates.tokens import numeral
from ..finding import Finding
from ..subject import Rule, Subject

RULE = Rule("GK526", "warning", "没有这个附件", needs=("附件",), of_own=True)
_LIST = "附件: [{标题: 参加单位名单, 名单: [县司法局, 县公安局]}]\n"
FAIL = (
    "结语: 参加单位名单见附件。\n",
    f"结语: 参加单位名单见附件2。\n{_LIST}",
    f"结语: 填写报名表（附件3）。\n{_LIST}",
    "结语: 请按附件3填写。\n附件: [{标题: 甲表, 内容: 文}, {标题: 乙表, 内容: 文}]\n",
)
PASS = (
    f"结语: 参加单位名单见附件。\n{_LIST}",
    f"结语: 名单见附件1，另见《通知》（示政发〔2026〕3号）附件2，邮件附件不超过10兆。\n{_LIST}",
    "结语: 以电子邮件附件形式报送，严禁打开可疑邮件附件。\n",
    "结语: 详见市政府办公室通知附件2、上级文件附件。\n",
    "结语: 请按附件2填写。\n附件: [{标题: 甲表, 内容: 文}, {标题: 乙表, 内容: 文}]\n",
)

_MENTION = re.compile(
    r"(?P<lead>详见|参见|附?见|按照?|填写|填报|根据|对照|以及|和|、|（|\()附件 ?(?P<number>\d{1,2}|[一二三四五六七八九])?(?![的形])"
)
# Another document's annex, or one of a mail.
_OTHERS = re.compile(r"(?:[》号文知件案邮])(?:）|的)?[^，。；\n]{0,3}$")


def check(subject: Subject) -> Iterator[Finding]:
    count = len(subject.campaign.annexes)
    for text, match in subject.matches(_MENTION, ("附件",)):
        number = match["number"]
        head = subject.whole[max(text.start, match.start() - 12) : match.start()]
        if text.steps[0] == "附件" or _OTHERS.search(head) or "〕" in head:
            continue
        at = match.start() + len(match["lead"])
        if count == 0 and (number or match["lead"] in ("见", "详见", "附见", "参见")):
            message = f"文中提到“附件{number or ''}”，文件里没有附件"
            yield RULE.found(text.place(at), message, "补上附件，或者删去这句")
        elif count and number and numeral(number) > count:
            message = f"没有附件{number}，一共{count}个附件"
            yield RULE.found(text.place(at), message, "检查附件的序号")
