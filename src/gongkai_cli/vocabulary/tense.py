"""Whether a sentence tells of the past: by its grammar (了, 已, 共) or by what it refers to."""

import re

# Few files need these patterns, so they are compiled where one does.
# What the notice itself announces is still to come, whatever else the sentence tells.
_ANNOUNCED = r"现就|现将|兹|定于|将[于在]|即将|拟(?![定订])|将(?:继续|按期|如期)?(?:开展|举办|举行|组织)|如下|今年|本届|此次|本次"
_DONE = (
    r"(?<![为除罢])了(?![解结如然])|已(?!知)|曾(?!经?祖)|[办加与开展搞]过(?!程)|均(?:已|获)"
    r"|(?<![公中])共(?:收|接|发|举|开|征|计|有|组|制|印|推|办|解|答|设|出|公|派|受|走|召|培|参|吸|张|悬|播|回|完|梳|清|整)"
    r"|累计|先后|圆满|成功(?!率)|顺利(?:举|完|召|结|落)|受到|废止|失效|获(?!得感|取|知|悉|批)|荣|被评|评为|命名为|赢得|反响"
    r"|去年|上一?年|前年|往年|历年|近年|此前|当时|当年|上一?[届次]|往届|历届|前[几两二三四五六七八九十]届|以来"
)
# 与…相比, 借鉴…: what stands before a name that is leant on, and not held again.
_LEANT_ON = r"(?:回顾|总结|继|自|自从|较|比|比照|参照|借鉴|沿用|延续|巩固|拓展|承接|继承|吸取|复盘|对照)[^，。；]{0,6}$"
_LEFT_BEHIND = (
    r"[^，。；\n]{0,8}(?:经验|以来|成果|做法|基础[上之]|相比|[先优](?:进|秀)|获奖|遗留|成功|之后|以后)"
    r"|[^，。；\n]{0,12}(?:收集|征集|反映|提出|发现|评选|推出|承诺|签订|暴露|存在|查摆|表彰|通报|办理|受理)[^，。；\n]{0,4}的"
)


# 发放资料2万份 has been done; 要发放2万份 has not.
_COUNTED = (
    r"(?:发放|接待|解答|答复|回复|收[到集]|受理|办[理结]|征集|梳理|吸引|出动|悬挂|张贴|制作|举办|开展|推出|发布|公开|设[立置]|参与|参加|完成|整改)"
    r"[^，。；\n\d]{0,10}\d[\d.]*[万千百]?余?[份人件条场个家项次期篇名户处]"
)
_ORDERED = re.compile("不少于|不低于|不超过|至少|不得|以上|[要应须需将拟]|力争|确保|计划|预计|每")


def announces(clause: str) -> bool:
    """Whether a clause says what is to be held now."""
    return bool(re.search(_ANNOUNCED, clause))


def tells_of_past(sentence: str) -> bool:
    """Whether a sentence tells of something that is over."""
    clauses = re.split("[，；]", sentence)
    return bool(re.search(_DONE, sentence)) or any(
        re.search(_COUNTED, clause) and not re.search(_ORDERED, clause) for clause in clauses
    )


def leans_on(head: str, tail: str) -> bool:
    """Whether the clause only refers to something, between its two parts: 在…的基础上."""
    return bool(re.search(_LEANT_ON, head) or re.match(_LEFT_BEHIND, tail))
