"""A span as a notice would write it: what is written is understood to the same span."""

from datetime import datetime, time

from gongkai_cli.dates.days import DAY_NAMES, write_day
from gongkai_cli.dates.span import Moment, Recurrence, Span

_LAST = 3


def write(span: Span) -> str:
    """Write a span in full, with its years."""
    if span.again is not None:
        again = _again(span.again)
        return f"自{_moment(span.start)}起，{again}" if span.start else again
    if span.open_ended:
        return f"自{_moment(span.start)}起" if span.start else "持续"
    if span.due is None:
        raise ValueError("a span without an end is open-ended")
    if span.start is None:
        return f"{_moment(span.due)}前"
    if span.start == span.due and not isinstance(span.start, datetime):
        return _moment(span.start)
    return f"{_moment(span.start)}至{_moment(span.due)}"


def _moment(moment: Moment) -> str:
    day = write_day(moment)
    return f"{day}{moment:%H:%M}" if isinstance(moment, datetime) else day


def _again(again: Recurrence) -> str:
    at = f"{again.at:%H:%M}" if isinstance(again.at, time) else ""
    match again.unit:
        case "日":
            return f"每日{at}前"
        case "周":
            return f"每{'、'.join(f'周{DAY_NAMES[day - 1]}' for day in again.days)}{at}前"
    days = "、".join(f"{day}日" if day else "底" for day in again.days)
    if again.unit == "月":
        return f"每月{days}{at}前"
    return f"每季度{f'第{again.month}个月' if again.month < _LAST or any(again.days) else ''}{days}{at}前"
