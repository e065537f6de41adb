"""文种前后不一：报告写“特此通知”“请批示”，函写“通知如下”，公告写“特此通知”，标题写“请示报告”。

报告里不夹带请示事项，请示和报告是两个文种（《党政机关公文处理工作条例》第八条、第十五条）。
"""

import re
from collections.abc import Iterator

from ..finding import Finding
from ..genres import TWO
from ..subject import Rule, Subject, Text

RULE = Rule("GK732", "warning", "文种前后不一")
_HEAD = (
    "公文: {发文机关: 示例县人民政府办公室, 成文日期: 2026年6月8日,"
    " 标题: 示例县人民政府办公室关于“5·15 政务公开日”活动%s}\n"
)
FAIL = (
    _HEAD % "情况的报告" + "结语: 妥否，请批示。\n",
    _HEAD % "情况的报告" + "结语: 特此通知。\n",
    _HEAD % "情况的报告" + "导语: 现将有关情况通知如下：\n",
    (_HEAD % "情况的请示报告").replace("6月8日", "4月8日"),
    (_HEAD % "有关事项的函").replace("6月8日", "4月8日") + "导语: 现将有关事项通知如下：\n",
    (_HEAD % "的通知").replace("6月8日", "4月28日") + "结语: 特此报告。\n",
    (_HEAD % "的公告").replace("6月8日", "4月28日") + "结语: 特此通知。\n",
    (_HEAD % "的通知").replace("6月8日", "4月28日") + "导语: 现将有关事项公告如下：\n",
)
PASS = (
    _HEAD % "情况的报告"
    + "导语: 按照《关于开展活动的通知》要求，现将有关情况报告如下：\n结语: 特此报告。\n",
    (_HEAD % "有关事项的函").replace("6月8日", "4月8日")
    + "导语: 现将有关事项函告如下：\n结语: 特此函告，请予支持。\n",
    (_HEAD % "的通知").replace("6月8日", "4月28日")
    + "导语: 现将有关情况通报如下。\n结语: 特此通知。\n",
    (_HEAD % "的公告").replace("6月8日", "4月28日")
    + "导语: 现将有关事项公告如下：\n结语: 特此公告。\n",
    (_HEAD % "的通告").replace("6月8日", "4月28日")
    + "导语: 现就有关事项通告如下：\n结语: 特此通告。\n",
    (_HEAD % "情况的报告")
    + "结语: 各乡镇在群内转发“特此通知”的截图，报告中写明请示事项的办理结果。\n",
    (_HEAD % "经费的请示").replace("6月8日", "4月8日")
    + "导语: 现将有关情况报告如下：\n结语: 妥否，请批示。\n",
    (_HEAD % "经费的请示").replace("6月8日", "4月8日") + "结语: 妥否，请批示。\n",
    (_HEAD % "的通知").replace("6月8日", "4月28日")
    + "附件: [{标题: 示例县司法局关于活动情况的报告, 内容: 现将有关情况报告如下：甲。特此报告。}]\n",
)

_SAID = (
    r"特此(?P<hereby>通知|报告|请示|公告|通告|函[告复达商])"
    r"|现[就将][^。；“”\n]{0,40}(?P<follows>通知|报告|请示|公告|通告|函[告复达商])如下"
    r"|(?P<asks>[妥当]否，?请(?:批示|审批|批复|指示))"
)
_TOLD = {"通知", "报告", "请示", "函", "公告", "通告"}
_WORDS = ("特此", "如下", "否，请", "否请")
_NAMES = {"函告": "函", "函复": "函", "函达": "函", "函商": "函"}
_HINT = "按文种改：通知用“特此通知”，报告用“特此报告”，公告用“特此公告”，请示用“妥否，请批示”"


def check(subject: Subject) -> Iterator[Finding]:
    own = subject.campaign.header.genre
    if own in TWO:
        message = f"标题的文种写成“{own}”"
        hint = "请示、报告只用一个：要批复的用请示，不要批复的用报告"
        yield RULE.found(subject.place(("公文", "标题")), message, hint)
        return
    if own not in _TOLD:
        return
    for text, match in subject.matches(_SAID, _WORDS):
        said = match["hereby"] or match["follows"] or "请示"
        # 现将有关情况报告如下…妥否，请批示: an application gives its reasons first.
        if match["follows"] == "报告" and own == "请示":
            continue
        if _NAMES.get(said, said) != own and _is_own(subject, text, match):
            message = f"标题是{own}，文中写“{match[0][-4:] if match['follows'] else match[0]}”"
            at = match.start("follows") if match["follows"] else match.start()
            yield RULE.found(text.place(at), message, _HINT)


def _is_own(subject: Subject, text: Text, match: re.Match[str]) -> bool:
    """Whether the document says it of itself: not what it annexes, nor what it quotes."""
    before, behind = subject.around(match, "。；，：、")
    quoted = before.endswith(("“", "‘", "《")) or behind.startswith(("”", "’", "》"))
    where = ("导语",) if match["follows"] else ("导语", "结语")
    return text.steps[0] in where and not quoted
