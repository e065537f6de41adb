"""标题一行放不下，又没有合适的地方回行（7.3.1：回行时，要做到词意完整）。

带“关于”“开展”、引号、书名号的，生成文档时照词意分行；分不开的，Word 会从词中间断开。
"""

from collections.abc import Iterator

from ..finding import Finding
from ..gbt9704 import STANDARD, title_room
from ..subject import Rule, Subject, Text

RULE = Rule("GK734", "warning", "标题一行放不下", needs=("附件",))
_HEAD = "公文: {发文机关: 示例县人民政府办公室, 标题: %s}\n"
_SYSTEMATIC = "“5·15 政务公开日”活动期间全县政府信息公开申请受理和政策解读有关工作的通知"
_LONG = "参加安全生产月系列宣传教育集中示范活动单位和联络员名单汇总表"
FAIL = (
    _HEAD % f"示例县人民政府办公室关于进一步做好{_SYSTEMATIC}",
    _HEAD % f"[示例县人民政府办公室, 关于进一步做好{_SYSTEMATIC}]",
    f"附件: [{{标题: {_LONG}, 名单: [县司法局, 县教育局]}}]\n",
    f"总结: {{标题: 示例县{_LONG}}}\n",
)
PASS = (
    _HEAD % "示例县人民政府办公室关于开展“5·15 政务公开日”活动的通知",
    _HEAD % "[示例县人民政府办公室关于做好, “5·15 政务公开日”活动, 有关工作的通知]",
    "附件: [{标题: 安全生产月集中示范活动单位和联络员名单汇总表, 列: [甲, 乙, 丙, 丁, 戊, 己], 空行: 3}]\n",
    "总结: {标题: [示例县参加安全生产月系列宣传教育, 集中示范活动情况的总结]}\n",
)


_OWN = (("公文", "标题"), ("总结", "标题"))


def check(subject: Subject) -> Iterator[Finding]:
    for text in _titles(subject):
        fits = title_room(STANDARD, wide=_is_wide(subject, text))
        if len(text.printed) <= fits:
            continue
        from ..writers.ems import width  # most titles are short, or parted already
        from ..writers.sense import sense_lines

        if max(map(width, sense_lines((text.printed,), fits))) > fits:
            message = f"标题一行放不下（每行{int(fits)}个字），Word 会从词中间断开"
            hint = "写成清单，一行一项，词意完整，长短排成梯形或者菱形"
            yield RULE.found(text.place(), message, _hint_of(text) or hint)


def _hint_of(text: Text) -> str:
    """An annex's title is one line of its list: it can only be shorter."""
    return "改短一些，或者加上“关于”、引号，照词意分行" if text.steps[0] == "附件" else ""


def _titles(subject: Subject) -> Iterator[Text]:
    # Only the head of a file, its annexes and the summary have titles of this size.
    for text in subject.texts:
        top = text.steps[0]
        if (top == "附件" and text.steps[-1] == "标题") or text.steps[:2] in _OWN:
            yield text


def _is_wide(subject: Subject, text: Text) -> bool:
    """Whether an annex may lie on its side."""
    if text.steps[0] != "附件":
        return False
    number = text.steps[1]
    annex = subject.campaign.annexes[number] if isinstance(number, int) else None
    return bool(annex and (annex.table or STANDARD.lies_wide(len(annex.columns))))
