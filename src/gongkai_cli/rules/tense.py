"""Whether a sentence tells of what has been: by its grammar (了, 已, 共), and by what it leans on."""

import re

# What the notice itself announces is still to come, whatever else the sentence tells.
_ANNOUNCED = re.compile(
    r"现就|现将|兹|定于|将[于在]|即将|拟(?![定订])|将(?:继续|按期|如期)?(?:开展|举办|举行|组织)|如下|今年|本届|此次|本次"
)
_DONE = re.compile(
    r"(?<![为除罢])了(?![解结如然])|已(?!知)|曾(?!经?祖)|[办加与开展搞]过(?!程)|均(?:已|获)"
    r"|(?<![公中])共(?:收|接|发|举|开|征|计|有|组|制|印|推|办|解|答|设|出|公|派|受|走|召|培|参|吸|张|悬|播|回|完|梳|清|整)"
    r"|累计|先后|圆满|成功(?!率)|顺利(?:举|完|召|结|落)|受到|获(?!得感|取|知|悉|批)|荣|被评|评为|命名为|赢得|反响"
    r"|去年|上一?年|前年|往年|历年|近年|此前|当时|当年|上一?[届次]|往届|历届|前[几两二三四五六七八九十]届|以来"
)
# 与…相比, 借鉴…: what stands before a name that is leant on, and not held again.
_LEANT_ON = re.compile(
    r"(?:回顾|总结|继|自|自从|较|比|比照|参照|借鉴|沿用|延续|巩固|拓展|承接|继承|吸取|复盘|对照)[^，。；]{0,6}$"
)
_LEFT_BEHIND = re.compile(
    r"[^，。；\n]{0,8}(?:经验|以来|成果|做法|基础[上之]|相比|[先优](?:进|秀)|获奖|遗留|成功|之后|以后)"
    r"|[^，。；\n]{0,12}(?:收集|征集|反映|提出|发现|评选|推出|承诺|签订|暴露|存在|查摆|表彰|通报|办理|受理)[^，。；\n]{0,4}的"
)


def announces(clause: str) -> bool:
    """Whether a clause says what is to be held now."""
    return bool(_ANNOUNCED.search(clause))


def tells_of_past(sentence: str) -> bool:
    """Whether a sentence tells of something that is over."""
    return bool(_DONE.search(sentence))


def leans_on(head: str, tail: str) -> bool:
    """Whether what stands between head and tail of a clause is only leant on: 在…的基础上."""
    return bool(_LEANT_ON.search(head) or _LEFT_BEHIND.match(tail))
