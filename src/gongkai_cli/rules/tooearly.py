"""成文日期比活动、比最早的期限早了大半年，或者晚于印发日期：多半是年份、月份写错。"""

from collections.abc import Iterator
from datetime import date

from ..dates.days import write_day
from ..dates.span import day_of
from ..finding import Finding
from .subject import Rule, Subject

RULE = Rule(
    "GK515", "warning", "成文日期可疑", needs=("活动时间", "时间", "完成时间", "截止"), of_own=True
)
_HEAD = (
    "公文: {发文机关: 示例县人民政府办公室, 成文日期: %s,"
    " 标题: 示例县人民政府办公室关于开展“5·15 政务公开日”活动的通知}\n"
)
_REPORT = "正文: {工作要求: 各单位按时报送。}\n报送: [{材料: 工作总结, 截止: 10月20日前}]\n"
FAIL = (
    _HEAD % "2025年4月28日",
    _HEAD % "2026年4月28日, 印发日期: 2026年4月27日",
    _HEAD % "2026年4月28日, 印发日期: 2027年4月29日",
    _HEAD % "2025年9月28日" + _REPORT,
)
PASS = (
    _HEAD % "2026年1月5日",
    _HEAD % "2025年12月20日",
    _HEAD % "2026年4月28日, 印发日期: 2026年4月28日",
    _HEAD % "2026-04-28, 印发日期: 2026-05-06",
    _HEAD % "2025年11月20日" + _REPORT,
)
_LONGEST_AHEAD = 210
_LONGEST_TO_PRINT = 60
# From then on offices plan for the next year.
_NEXT_YEARS_PLANS = 11


def check(subject: Subject) -> Iterator[Finding]:
    header = subject.campaign.header
    issued, printed = header.date, header.printed
    if issued is None:
        return
    start = day_of(subject.period.start) if subject.period.start else None
    first = start or _first_due(subject, issued)
    place = subject.place(("公文", "成文日期"))
    if first and (first - issued).days > _LONGEST_AHEAD and issued.year < subject.context.year:
        when = f"{first.year}年{first.month}月"
        what = f"活动{when}才开始" if start else f"最早的期限是{when}"
        message = f"通知{issued.year}年{issued.month}月成文，{what}"
        yield RULE.found(place, message, "检查成文日期的年份")
    elif issued.year < subject.context.year - 1:
        message = f"成文日期是{issued.year}年，活动是{subject.context.year}年的"
        yield RULE.found(place, message, "检查成文日期的年份")
    if printed and not 0 <= (printed - issued).days <= _LONGEST_TO_PRINT:
        order = "早于成文日期" if printed < issued else "比成文日期晚了两个月以上"
        message = f"印发日期{order}（{write_day(issued)}）"
        yield RULE.found(subject.place(("公文", "印发日期")), message, "检查两个日期")


def _first_due(subject: Subject, issued: date) -> date | None:
    """The first deadline there is, where the notice was not written for the year to come."""
    if issued.month >= _NEXT_YEARS_PLANS or issued.year != subject.context.year - 1:
        return None
    ends = (span.start or span.due for _, span in subject.dates)
    return min((day_of(end) for end in ends if end), default=None)
