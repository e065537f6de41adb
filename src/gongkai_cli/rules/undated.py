"""没有写成文日期：公文必备的要素（《党政机关公文处理工作条例》第九条），落款只印机关，到期提醒也不知道从哪天算起。"""

from collections.abc import Iterator

from ..finding import Finding
from ..subject import Rule, Subject

RULE = Rule("GK727", "warning", "没有成文日期", needs=("公文", "成文日期"))
_HEAD = (
    "公文: {发文机关: 示例县人民政府办公室,%s"
    " 标题: 示例县人民政府办公室关于开展“5·15 政务公开日”活动的通知}\n"
)
FAIL = (
    _HEAD % "",
    _HEAD % " 成文日期: ,",
    _HEAD % " 印发日期: 2026年4月28日,",
)
PASS = (
    _HEAD % " 成文日期: 2026年4月28日,",
    _HEAD % " 成文日期: 2026-04-28, 印发日期: 2026-04-29,",
)


def check(subject: Subject) -> Iterator[Finding]:
    if subject.data["公文"].get("成文日期") is None:
        key = ("公文", "成文日期")
        place = subject.tree.place(key if subject.tree.has(key) else key[:1], key=True)
        hint = "补上“成文日期: 2026年4月28日”这样一行；还没有定的，写“成文日期: 【待填】”"
        yield RULE.found(place, "没有写成文日期，落款就没有日期", hint)
