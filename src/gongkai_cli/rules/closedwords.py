"""密级、紧急程度、电报等级只有几个词可写（《党政机关公文处理工作条例》第九条）。"""

from collections.abc import Iterator

from ..finding import Finding
from ..subject import Rule, Subject

RULE = Rule("GK731", "warning", "密级、紧急程度、等级的写法")
_HEAD = (
    "公文: {发文机关: 示例县人民政府办公室, 成文日期: 2026年4月28日, %s,"
    " 标题: 示例县人民政府办公室关于开展“5·15 政务公开日”活动的通知}\n"
)
FAIL = (
    _HEAD % "密级: 密秘",
    _HEAD % "密级: 内部",
    _HEAD % "紧急程度: 紧急",
    _HEAD % "紧急程度: 一般",
    _HEAD % "版式: 电报, 等级: 特级",
)
PASS = (
    _HEAD % "密级: 机密★1年, 紧急程度: 特急",
    _HEAD % "版式: 电报, 等级: 平急·明电",
    _HEAD % "密级: 非密, 紧急程度: 加急",
    _HEAD % "版式: 电报, 等级: 内部明传",
    _HEAD % "版式: 电报, 等级: 加 急, 密级: 内部明电",
)

# The law has three degrees; a telegram that has none is marked 明电, or 内部明电.
_WORDS = {
    "密级": (("绝密", "机密", "秘密"), ("明电", "密电", "普通", "公开", "非密", "无")),
    "紧急程度": (("特急", "加急"), ()),
    "等级": (("特提", "特急", "加急", "平急"), ("明电", "明传", "普通", "无")),
}

# What a form has a line for, and no document is marked with.
_NOT_URGENT = {"平件", "常规", "普通", "一般", "无", "平急", "不急"}


def check(subject: Subject) -> Iterator[Finding]:
    for key, (words, others) in _WORDS.items():
        text = subject.by_steps.get(("公文", key))
        if text is None or "【" in text.printed:
            continue
        said = "".join(text.printed.split())
        if not any(word in said for word in words + others):
            hint = f"写{'、'.join(words)}中的一个"
            message = f"没有“{text.printed}”这样的{key}"
            if key == "紧急程度" and said in _NOT_URGENT:
                message, hint = f"不紧急的公文不标紧急程度，“{said}”会照印在首页", "删去这一行"
            yield RULE.found(text.place(), message, hint)
