"""A date as written, with the weekdays it falls on: 5月20日16时前 → 5月20日（星期三）16时前."""

import re
from datetime import date, datetime, timedelta

from .days import DAY_NAMES, short_day
from .reading import understood
from .span import Context, Moment, Span, day_of

# 5月14-21日: the first end has its 日 from the second.
_DAY = re.compile(
    r"(?:(?P<year>\d{4})年)?(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})"
    r"(?:(?P<mark>[日号])|(?=(?:[-—–~～至到]|——)(?:\d{1,2}月)?\d{1,2}[日号]))"
)
# Nobody asks on which weekday a quarter begins.
_A_LONG_TIME = timedelta(days=31)
# 9:30—9:45 of a day said elsewhere: the hours stand there already.
_ONLY_HOURS = re.compile(r"[\d:：时点分半上下午中晚凌晨早至到—–－～~、，；和及 -]+")
_TOLD = re.compile(r"(?<!\s)\s*+[（(]?(?:星期|周)[一二三四五六日天]")


def weekday(day: date) -> str:
    """星期三."""
    return f"星期{DAY_NAMES[day.weekday()]}"


def with_weekdays(text: str, context: Context) -> str:
    """The expression with the weekday behind each day; a day that it only implies is put in brackets.

    A weekday that is written already stays, right or wrong. An expression that recurs, has no end,
    cannot be understood or is only a guess stays as written.
    """
    span = understood(text, context)
    if span is None or span.guessed:
        return text  # a document would print a guess as a fact
    ends = [day_of(end) for end in (span.start, span.due) if end is not None]
    if span.again is not None or not ends:
        return text
    written = list(_DAY.finditer(text))
    days = _days(written, ends)
    # Only where the digits are the days that are meant may weekdays stand behind them.
    if days and days[-1] == ends[-1] and days[0] in ends and len(days) <= len(ends):
        return _marked(text, written, days)
    if _ONLY_HOURS.fullmatch(text) and len(set(ends)) == 1:
        return f"{text}（{short_day(ends[0])}，{weekday(ends[0])}）"
    return text if _TOLD.search(text) else f"{text}（{_in_words(span)}）"


def _days(written: list[re.Match[str]], ends: list[date]) -> list[date]:
    """The days that the digits of an expression name; none where one of them is no day."""
    found: list[date] = []
    month = 0
    for match in written:
        month = int(match["month"] or month)
        years = [int(match["year"])] if match["year"] else [end.year for end in ends]
        try:
            candidates = [date(year, month, int(match["day"])) for year in years]
        except ValueError:
            return []
        found.append(next((day for day in candidates if day in ends), candidates[0]))
    return found


def _marked(text: str, written: list[re.Match[str]], days: list[date]) -> str:
    marked, done = "", 0
    for match, day in zip(written, days, strict=True):
        marked += text[done : match.end()] + ("" if match["mark"] else "日")
        done = match.end()
        if not _TOLD.match(text[done:]):
            marked += f"（{weekday(day)}）"
    return marked + text[done:]


def _in_words(span: Span) -> str:
    """5月28日，星期四; 5月14日起，星期四; 5月14日至5月21日，星期四至星期四; 4月1日至6月30日."""
    start, due = span.start, span.due
    if due is None:
        return f"{_said(start)}起，{_weekday_of(start)}" if start else ""
    if isinstance(start, datetime) and isinstance(due, datetime) and start.date() == due.date():
        until = f"至{due:%H:%M}" if due != start else ""
        return f"{_said(start)}{until}，{_weekday_of(due)}"
    if start is None or day_of(start) == day_of(due):
        return f"{_said(due)}，{_weekday_of(due)}"
    if day_of(due) - day_of(start) > _A_LONG_TIME:
        return f"{short_day(start)}至{short_day(due)}"
    return f"{_said(start)}至{_said(due)}，{_weekday_of(start)}至{_weekday_of(due)}"


def _weekday_of(moment: Moment) -> str:
    return weekday(day_of(moment))


def _said(moment: Moment) -> str:
    return short_day(moment) + (f"{moment:%H:%M}" if isinstance(moment, datetime) else "")
