"""Dates relative to an event or to the notice: 活动结束后5个工作日内, 活动期间, 即日起."""

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from .points import Unclear, extent, months_later, read_point
from .span import WHOLE, Context, Moment, NotUnderstood, Span, day_of
from .tokens import NUMBER, numeral, words
from .workdays import add_workdays, first_unknown

# 3月内 is by the end of March to some; only 3个月内 is three months.
_COUNT = rf"{NUMBER}(?:个?(工作日|日|天|周|星期)|个(月))"
_ENDS = "结束|完成|截止"
_STARTS = "开始|启动|举办|举行"
_AFTER = re.compile(
    rf"(?:在|于|自|从)?(.{{0,12}}?)({_ENDS}|{_STARTS})?(?:之?后|之日起)的?{_COUNT}之?内"
)
_BEFORE = re.compile(rf"(?:在|于)?(.{{0,12}}?)({_ENDS}|{_STARTS})?之?前的?{_COUNT}")
_UNTIL = re.compile(rf"(?:在|于)?(.{{0,12}}?)(?:{_ENDS})之?前")
_NEXT = re.compile(rf"(?:在|于)?(.{{0,12}}?)(?:{_ENDS})后?的?(?:次日|第二天)")
_ON = re.compile(rf"(?:在|于)?(.{{0,12}}?)({_ENDS}|{_STARTS})(?:当天|当日)")
_DURING = re.compile(r"(?:在|于)?(.{1,12}?)(?:期间|期内|时间内|当天|当日|首日|最后一天)")
_ISSUED = re.compile(
    "(?:本|此)?(?:通知|文件|公告|通告|方案|意见|函)?(?:印发|下发|发布|发文)(?:通知)?|发文"
)
_MOST_NAMED = 6
# 8:00—11:30, 下午2时至4时: hours of a day that need not be said where there is but one.
# Joints in a row are taken at once: there are 2^n ways to part n of them.
_HOURS = re.compile(
    r"(?:(?:凌晨|早上|[上中下]午|晚上?|全天)?(?:\d{1,2}(?:[时点](?:半|\d{1,2}分)?|[:：]\d{2}))?(?:[至到—–－~～、，；和及-]++(?=.)|$))+"
)
_SESSIONS = re.compile("[、，；和及]")
# 5月14日、15日上午 may begin with all of the first day; with an hour it is that of each day.
_DAYS_AND_HOURS = re.compile(
    r"(.*?[日号）)])[，、]?(?:每[天日])?((?:凌晨|早上|[上中下]午|晚上?)?\d{1,2}[时点:：].*)"
)


def after(text: str, context: Context) -> Span | None:
    """活动结束后5个工作日内, 印发之日起10日内 (the day itself does not count: 民法典, art. 201)."""
    if match := _NEXT.fullmatch(text):
        event = _event(match[1], context)
        day = _shifted(event.due, 1, "日", match[1])
        return Span(day, day, guessed=event.guessed)
    match = _AFTER.fullmatch(text)
    if not match or not (match[1] or match[2]):
        return None
    event = _event(match[1], context)
    base = event.start if match[2] and match[2] in _STARTS else event.due
    return _counted(event, base, _count(match), match)


def before(text: str, context: Context) -> Span | None:
    """访谈开始前一周, 活动结束前."""
    if match := _UNTIL.fullmatch(text):
        event = _event(match[1], context)
        return Span(due=event.due, guessed=event.guessed)
    match = _BEFORE.fullmatch(text)
    if not match or not (match[1] or match[2]):
        return None
    event = _event(match[1], context)
    base = event.due if match[2] and match[2] in _ENDS else event.start
    return _counted(event, base, -_count(match), match)


def during(text: str, context: Context) -> Span | None:
    """活动期间, 活动当天, 活动首日, 活动结束当天."""
    if match := _ON.fullmatch(text):
        event = _event(match[1], context)
        day = _shifted(event.due if match[2] in _ENDS else event.start, 0, "日", match[1])
        return Span(day, day, guessed=event.guessed)
    match = _DURING.fullmatch(text)
    if not match or re.search(r"[\d月日]", match[1]):
        return None
    event = _event(match[1], context)
    if text.endswith(("当天", "当日")):
        if event.start is None or event.due is None or day_of(event.start) != day_of(event.due):
            raise NotUnderstood(f"“{match[1]}”不止一天，不知道“{text}”是哪天", "写明几月几日")
        return Span(day_of(event.start), day_of(event.due), guessed=event.guessed)
    if text.endswith("首日"):
        return replace(event, due=event.start)
    return replace(event, start=event.due) if text.endswith("最后一天") else event


def parted(text: str) -> tuple[str, str]:
    """5月20日至22日，每天8:30—16:00 as its days and its hours; no days where there are only hours."""
    match = _DAYS_AND_HOURS.fullmatch(text)
    return (match[1], match[2]) if match else ("", text)


def sessions(hours: str, day: date) -> list[str]:
    """8:00—11:30、14:00—16:00 each with the day put in front; nothing where these are no hours."""
    said = _SESSIONS.split(hours)
    if not _HOURS.fullmatch(hours) or not all(said):
        return []
    return [f"{day.year}年{day.month}月{day.day}日{one}" for one in said]


def with_month(text: str, issued: date) -> str:
    """本月底前, 下月20日 with the month, which is that of the notice or the next; empty for others."""
    if not (match := re.search(r"(?<!\d)([本下])个?月份?", text)):
        return ""
    month = months_later(issued.replace(day=1), int(match[1] == "下"))
    return f"{text[: match.start()]}{month.year}年{month.month}月{text[match.end() :]}"


def _count(match: re.Match[str]) -> int:
    if not (count := numeral(match[3])):
        raise Unclear(match[0])
    return count


def _event(name: str, context: Context) -> Span:
    """The span of an event of the campaign, of the notice itself, or of a day written out."""
    name = name or WHOLE
    if name in context.events:
        return context.events[name]
    # 会议结束后, 演练结束后, 宣传周结束后: the campaign by its kind, or by the end of its name.
    is_whole = len(name) > 1 and any(called.endswith(name) for called in context.called)
    if is_whole and WHOLE in context.events:
        return context.whole
    if context.issued and _ISSUED.fullmatch(name):
        return Span(context.issued, context.issued)
    if re.search(r"\d[日号]$", name):
        return Span(*extent(read_point(words(name)), context.year))
    known = "" if is_whole else "、".join(islice(context.events, _MOST_NAMED))
    hint = f"可以用：{known}；或者写明几月几日" if known else "先写“活动时间”，或者写明几月几日"
    raise NotUnderstood(f"不知道“{name}”是什么时候", hint, event=WHOLE if is_whole else name)


def _counted(event: Span, base: Moment | None, count: int, match: re.Match[str]) -> Span:
    """The day a number of days, working days, weeks or months away from one end of an event."""
    unit = match[4] or match[5]
    due = _shifted(base, count, unit, match[1])
    own = first_unknown(day_of(base), due) if base and unit == "工作日" else None
    return Span(due=due, guessed=event.guessed or own)


def _shifted(base: Moment | None, count: int, unit: str, name: str) -> date:
    if base is None:
        raise NotUnderstood(f"“{name or WHOLE}”没有这一头的日期", "写明几月几日")
    try:
        return _moved(day_of(base), count, unit)
    except (OverflowError, ValueError):
        raise NotUnderstood("日期太远", "检查年份和天数", damaged=True) from None


def _moved(day: date, count: int, unit: str) -> date:
    match unit:
        case "工作日":
            return add_workdays(day, count)
        case "周" | "星期":
            return day + timedelta(weeks=count)
        case "月":
            return months_later(day, count)
    return day + timedelta(days=count)
