"""What is handed in, by its name: what it is called in short, and whether it sums up the campaign."""

import re

CORES = ("总结", "报告", "信息", "方案", "名单", "报送表", "统计表", "情况表", "登记表", "报名表")
"""What materials are called in short: a text may ask for 活动总结 as 总结材料."""

_SUMMARIES = ("总结", "报告", "小结", "开展情况", "活动情况")
# Told of an earlier year, or of a part of the campaign.
OTHERS = (
    "上一年",
    "上年",
    "去年",
    "年度",
    "阶段",
    "半年",
    "季度",
    "中期",
    "期中",
    "月度",
    "首日",
    "进展",
    "每",
    "周报",
    "日报",
    "准备",
    "筹备",
    "部署",
    "方案",
    "计划",
)
BRACKETS = re.compile("[（(][^（）()]*[）)]")


def is_summary(material: str) -> bool:
    """Whether a material tells how the campaign went: not a plan, a part of it or an earlier year."""
    return any(word in material for word in _SUMMARIES) and not is_of_another(material)


def is_of_another(words: str) -> bool:
    """Whether words tell of what is no summary of the whole campaign, or of another one."""
    return any(word in words for word in OTHERS)


def core_of(material: str) -> str:
    """What a material is called in short; its own name where there is no shorter one."""
    name = BRACKETS.sub("", material)
    return next((core for core in CORES if name.endswith(core)), name)
