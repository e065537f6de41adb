"""成文日期比活动早了大半年，或者晚于印发日期：多半是年份、月份写错。"""

from collections.abc import Iterator
from datetime import date

from ..dates.days import write_day
from ..dates.span import day_of
from ..finding import Finding
from .subject import Rule, Subject

RULE = Rule("GK515", "warning", "成文日期可疑", needs=("活动时间",), of_own=True)
_HEAD = (
    "公文: {发文机关: 示例县人民政府办公室, 成文日期: %s,"
    " 标题: 示例县人民政府办公室关于开展“5·15 政务公开日”活动的通知}\n"
)
FAIL = (
    _HEAD % "2025年4月28日",
    _HEAD % "2026年4月28日, 印发日期: 2026年4月27日",
    _HEAD % "2026年4月28日, 印发日期: 2027年4月29日",
    f"{_HEAD % '2025年5月12日'}正文: {{采血安排: [2026年5月14日8:00—16:00采血。]}}\n",
)
PASS = (
    _HEAD % "2026年1月5日",
    _HEAD % "2025年12月20日",
    _HEAD % "2026年4月28日, 印发日期: 2026年4月28日",
    _HEAD % "2026-04-28, 印发日期: 2026-05-06",
    f"{_HEAD % '2025年5月12日'}正文: {{申报安排: [2025年9月1日前申报项目，2026年5月14日展出。]}}\n",
    f"{_HEAD % '2025年12月12日'}正文: {{工作安排: [2026年11月10日前报送总结。]}}\n",
)
_LONGEST_AHEAD = 210
_LONGEST_TO_PRINT = 60
# A plan for the next year is made in the last months of this one.
_PLANS_FROM = 10


def check(subject: Subject) -> Iterator[Finding]:
    header = subject.campaign.header
    issued, printed = header.date, header.printed
    if issued is None:
        return
    start = day_of(subject.period.start) if subject.period.start else _first(subject, issued)
    place = subject.place(("公文", "成文日期"))
    if start and (start - issued).days > _LONGEST_AHEAD and issued.year < subject.context.year:
        message = (
            f"通知{issued.year}年{issued.month}月成文，活动{start.year}年{start.month}月才开始"
        )
        yield RULE.found(place, message, "检查成文日期的年份")
    elif issued.year < subject.context.year - 1:
        message = f"成文日期是{issued.year}年，活动是{subject.context.year}年的"
        yield RULE.found(place, message, "检查成文日期的年份")
    if printed and not 0 <= (printed - issued).days <= _LONGEST_TO_PRINT:
        order = "早于成文日期" if printed < issued else "比成文日期晚了两个月以上"
        message = f"印发日期{order}（{write_day(issued)}）"
        yield RULE.found(subject.place(("公文", "印发日期")), message, "检查两个日期")


def _first(subject: Subject, issued: date) -> date | None:
    """The first day that the text of a notice of last year names, where no period is known."""
    if issued.year != subject.context.year - 1 or issued.month >= _PLANS_FROM:
        return None
    return min(
        (day.date for _, day in subject.days if day.date and day.date > issued), default=None
    )
