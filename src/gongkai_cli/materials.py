"""What is handed in (材料): its short name, and whether it sums up the campaign."""

import re

CORES = ("总结", "报告", "信息", "方案", "名单", "报送表", "统计表", "情况表", "登记表", "报名表")
"""What materials are called in short: a text may ask for 活动总结 as 总结材料."""

_SUMMARIES = ("总结", "报告", "小结", "开展情况", "活动情况")
# Told of an earlier year, or of a part of the campaign.
OTHERS = (
    *("上一年", "上年", "去年", "年度", "阶段", "半年", "季度"),
    *("中期", "期中", "月度", "首日", "进展", "每"),
    *("周报", "日报", "准备", "筹备", "部署", "方案", "计划"),
)
# 送到群众手中, 发到每家每户: nobody hands in anything there.
_TO_THE_OFFICE = r"(?![^，。；\n]{0,6}?(?:群众|百姓|[居村市]民|学生|家长|企业(?!服务)|手[中上里]|身边|每家|各家|千家|家家|田间|地头|山区|基层|广场|会场|现场|工作人员))"
HAND_IN = (
    # 海报, 汇报 and 黑板报 hand in nothing, nor do 报告, 报名, 报备 and their like.
    r"(?:报送|(?<![海简通日周月年画预申举汇播电情板墙壁喜捷晚早])"
    r"报(?![告名道纸刊销警表请备批社经考幕栏废价税修案账])"
    r"|(?<![公外社成移])交(?![流通接办警易叉友往换代互汇响谈错付底融])"
    r"|(?<![据照对的])反馈|函[告送复]"
    rf"|(?:送[至到交达]|发[至到送]|寄(?![语宿托存生养情望])|送(?=[省市县区州旗](?!民))){_TO_THE_OFFICE})"
)
"""What papers are handed in with, as part of a pattern: 报, 送至, 交, 寄. One word or the first of it."""

BRACKETS = re.compile("[（(][^（）()]*[）)]")


def is_summary(material: str) -> bool:
    """Whether a material is the campaign's summary: not a plan, nor of a part or an earlier year."""
    return any(word in material for word in _SUMMARIES) and not is_of_another(material)


def is_of_another(words: str) -> bool:
    """Whether words are about another thing than the summary of this whole campaign."""
    return any(word in words for word in OTHERS)


def core_of(material: str) -> str:
    """The short name of a material; its own where there is no shorter one."""
    name = BRACKETS.sub("", material)
    return next((core for core in CORES if name.endswith(core)), name)
