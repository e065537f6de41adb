"""Sentences in which a paper is handed in: 报送活动总结 is one, 总结经验 is none."""

import re

from ..charset import HAN
from ..materials import HAND_IN
from ..model import Report
from .bodies import LEVELS, RANK, home

# The patterns below are looked for only where two dates differ, and compiled then.
# 初稿 is not handed in yet, 编制 only begun.
_NOT_YET = (
    r"(?!(?:材料|报告)?(?:的|之)?(?:初稿|草稿|草案|讨论稿|征求意见|框架|提纲|模板|样式|格式|素材"
    r"|编制|制定|制订|起草|拟[定制订]|修[订改]|审[核定议批]|论证|评审|公示|公开|收集|采集|征集|梳理"
    r"|撰写|编写|写作|报道|发布|宣传|汇编|汇总|交流|培训|会))"
)
# 总结 is a noun only before what may follow one.
_NOUN = (
    r"(?=材料|报告|情况|书|稿|表(?![彰扬态])|[（(《》”，,。；]|、(?!提炼|推广|宣传|分析|评估|提升|表彰|交流)"
    r"|[和及与](?!表彰|推广|提炼|评估|验收|考核|宣传|交流|分析|提升)|等(?!级)|于|在|请|[一合]?并(?=[报上发送提加])"
    r"|以(?![往前来])|经(?![验过])|按|由|通过|[上填]?报(?![道名])|送|发(?=给)"
    rf"|[呈提递上邮]?{HAND_IN}|电子|纸质|书面|加?盖|$)"
)
_PLACE = rf"(?:[{HAN}]{{0,8}}?[{LEVELS}])"
_BODY = (
    rf"{_PLACE}(?:[{HAN}]{{1,14}}?(?:局|委员会|委|部|办公室|办公厅|办|厅|中心|院|会)"
    rf"|人民政府|政府|委)(?![{HAN}]{{0,3}}?直)"
)
_TO_WHOM = (
    rf"(?:报送?|上报|送|交|提交|反馈|发送?|寄送?|函[告送])[至到给予回交达]?(?P<to>{_BODY})"
    rf"|向(?P<towards>{_BODY})(?:报送?|上报|提交|反馈|报告)"
)
_TOLD_BY = rf"(?P<by>{_BODY})(?:明确|统一)?(?:要求|规定)|上级[^，。；]{{0,8}}(?:要求|规定)"
_ITS_OWN = r"(?:报送?|[送交发寄]|提交)(?:至|到|给)?(?:所在|所属|属地|本|主管|各自|片区)"
# 各股室, 各村 report to one of those who report to the office.
_BELOW = "各(?:股室|科室|处室|村|社区|班组|学院|系部|支部|车间|年级|班级?|基层)"
# 县政府办公室于5月30日前…: who acts stands first in its clause.
_BY = (
    rf"(?:^|[，；由])(?P<by>{_BODY})(?:汇总|审核|统一|负责|形成|要|应|将|须|并|后)*(?=[于在]?\d|$)"
)
# 各县（市、区）, 各乡镇: who is to hand in, by level.
_ALL_OF = r"各(省|市|县|区|乡镇|镇|乡)(?=（|[市区县旗]|人民政府|[、要于在应]|$)"


def is_paper(core: str, whole: str, at: int) -> bool:
    """Whether what ends at an offset with the core of its name is a paper that is handed in."""
    end = whole.find("\n", at)
    behind = whole[at : end if end >= 0 else len(whole)]
    return bool(re.match((_NOUN if core.endswith("结") else "") + _NOT_YET, behind))


def is_same(said: str, receiver: str) -> bool:
    """Whether one may be the other's department, or its longer name: 县政府办政务公开科."""
    one, other = (
        name.replace("人民政府", "政府").removesuffix("公室") for name in (said, receiver)
    )
    return one[:4] == other[:4] or one in other or other in one


def is_from_below(sentence: str, reporters: str) -> bool:
    """Whether those report whose papers go to one of the ``reporters``: 各班级, 各村."""
    below = re.search(_BELOW, sentence)
    return bool(re.search(_ITS_OWN, sentence) or (below and below[0] not in reporters))


def is_of_others(sentence: str, issuer: str, report: Report) -> bool:
    """Whether a sentence tells of papers that go elsewhere than a report of this notice does.

    ``issuer`` is the body that the notice is from.
    """
    place, receiver = home(issuer), report.receiver or ""
    if is_from_below(sentence, "".join(report.reporters)):
        return True
    by = re.search(_BY, sentence)
    if by and is_same(by["by"], receiver or issuer):
        # What the office itself is to hand on has a deadline of its own.
        return True
    for match in re.finditer(_TO_WHOM, sentence):
        said = match["to"] or match["towards"]
        if _is_elsewhere(said, place, receiver) or (receiver and not is_same(said, receiver)):
            return True
    told = re.search(_TOLD_BY, sentence)
    if told and (told["by"] is None or _is_elsewhere(told["by"], place, receiver)):
        return True
    # A county has no counties to report to it.
    rank = RANK.get(place[-1:], 9)
    return any(RANK[match[1][-1]] >= rank for match in re.finditer(_ALL_OF, sentence))


def _is_elsewhere(body: str, place: str, receiver: str) -> bool:
    """Whether a body is of another place, or of the level above."""
    known = {place, _place_of(receiver)} - {""}
    said = _place_of(body)
    ours = (said == one or (1 in (len(said), len(one)) and said[-1] == one[-1]) for one in known)
    return bool(known) and not any(ours)


def _place_of(body: str) -> str:
    match = re.match(_PLACE, body)
    return match[0] if match else ""
