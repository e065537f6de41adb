"""文中照写的第几届、第几个，和“届次”不一样。"""

import re
from collections.abc import Iterator

from ..dates.tokens import read_numeral
from ..finding import Finding
from ..numerals import chinese
from ..subject import Rule, Subject
from ..vocabulary.bodies import UPPER_LEVELS
from ..vocabulary.naming import stem
from ..vocabulary.tense import announces, leans_on, tells_of_past

RULE = Rule("GK524", "warning", "届次前后不一", of_own=True)
FAIL = (
    "届次: 20\n导语: 现就开展第十九届“5·15 政务公开日”活动通知如下。\n",
    "届次: 20\n导语: 今年是第21个“政务公开日”。\n",
    "届次: 20\n导语: 现就开展首届政务公开日活动通知如下。\n",
    "届次: 20\n公文: {发文机关: 示例县人民政府办公室, 标题: 示例县人民政府办公室关于开展第十九届“5·15 政务公开日”活动的通知}\n",
)
PASS = (
    "届次: 20\n导语: 第二十届“5·15 政务公开日”，第20个“政务公开日”，第十四届全国人大，第一届全县运动会。\n",
    "届次: 20\n导语: 总结第十九届“政务公开日”的经验，继《关于开展第十九届政务公开日活动的通知》之后。\n",
    "届次: 20\n导语: 2025年，我县成功举办第十九届“5·15 政务公开日”活动。\n",
    "届次: 20\n结语: 去年5月15日，我县开展了第十九届政务公开日活动，取得良好效果。\n",
    "届次: 20\n结语: 第十九届政务公开日活动共收到意见建议136条。在第十九届“政务公开日”活动的基础上继续开展，为第二十一届政务公开日积累经验。\n",
    "届次: 20\n导语: 自2007年首届政务公开日举办以来，总结首届政务公开日的做法。\n",
    "导语: 第三届“5·15 政务公开日”，连续第三个年头。\n",
)

_YEAR = re.compile(r"(\d{4}) ?年")
_LAST_YEAR = "去年|上一?年|上一?届"
_NEXT_TIME = re.compile(
    r"明年|来年|下一?[届年次]|今后|以后|年底|准备|积累|打[^，。；]{0,6}基础|筹备|谋划"
)


def check(subject: Subject) -> Iterator[Finding]:
    edition, name = subject.campaign.edition, stem(subject.campaign.name)
    if edition is None or not name:
        return
    ordinal = re.compile(
        rf"(?:第(?P<number>\d{{1,3}}|[一二三四五六七八九十百]{{1,5}})(?:届|个|次|期)|首届)(?:全[国校{UPPER_LEVELS}])?[“”\"]?[\d·•・.． -]{{0,7}}{re.escape(name)}"
    )
    for text, match in subject.matches(ordinal, (name,)):
        # 第一二三届 is none, and beyond 九十九 nobody counts in words.
        number = read_numeral(match["number"] or "一")
        if number in (None, edition) or subject.is_cited(text, match.start()):
            continue
        if _is_another(subject, match, later=number > edition):
            continue
        said = match[0][: match.end("number") - match.start() + 1] if match["number"] else "首届"
        message = f"文中是“{said}”，“届次”是{edition}（{chinese(edition)}）"
        hint = "改成一样；文中可以写「届次」「届数」来引用"
        yield RULE.found(text.place(match.start()), message, hint)


def _is_another(subject: Subject, match: re.Match[str], *, later: bool) -> bool:
    """Whether it is a past or future edition, which has a number of its own."""
    head, tail = subject.around(match, "，。；：")
    if leans_on(head, tail):
        return True
    if announces(head + tail):
        return False
    head, tail = subject.around(match, "。")
    if later:
        return bool(re.search(_NEXT_TIME, head + tail))
    # 去年5月，我县举办政务公开日活动。第十九届…: the year stands in the sentence before.
    earlier = subject.whole[max(subject.whole.rfind("\n", 0, match.start()), 0) : match.start()]
    earlier = "".join(earlier.split("。")[-2:])
    years = {int(year) for year in _YEAR.findall(head)}
    return (
        tells_of_past(head + tail)
        or bool(re.search(_LAST_YEAR, earlier))
        or bool(years - {subject.context.year})
    )
