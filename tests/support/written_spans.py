"""A span as a notice would write it: what is written is understood to the same span."""

from datetime import datetime, time

from gongkai_cli.dates.days import DAY_NAMES, write_day
from gongkai_cli.dates.span import Moment, Recurrence, Span


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
            return f"每周{DAY_NAMES[again.day - 1]}{at}前"
        case "月":
            return f"每月{f'{again.day}日' if again.day else '底'}{at}前"
    return f"每季度末{at}前"
