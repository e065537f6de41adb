"""A day or a moment in full, read and written."""

import re
from datetime import date, datetime, timedelta, timezone
from typing import Final

from .span import Moment

DAY_NAMES = "一二三四五六日"
"""The days of the week as they are written, Monday first."""

CHINA = timezone(timedelta(hours=8))
"""China's time: one zone, no summer time, the same on every machine."""

_FULL = re.compile(r"(\d{4})(?:年(\d{1,2})月(\d{1,2})日|-(\d{1,2})-(\d{1,2}))")
# For 〇 people type what looks like it.
_IN_WORDS = r"([〇零○OoＯ0０一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日"
_ZEROS = str.maketrans(dict.fromkeys("零○OoＯ0０", "〇"))
# Moments are typed at the command line; the patterns are compiled when asked for.
_TIMED = r"(.+?)[T\s]*(\d{1,2})(?:[:：](\d{2})(?:[:：]\d{2}(?:\.\d+)?)?|[时点](?:(\d{1,2})分)?)"
_ZONED = r".+(?:Z|[+-]\d{2}:?\d{2})"
# Nobody writes a moment longer than this; the patterns would take ever longer over it.
_LONGEST: Final = 64


def read_day(text: str) -> date | None:
    """Read 2026年4月28日, 2026-04-28 or 二〇二六年四月二十八日; None for anything else.

    Raises ValueError where there is no such day.
    """
    together = text.replace(" ", "")
    if match := _FULL.fullmatch(together):
        year, month, day = (int(part) for part in match.groups() if part)
        return date(year, month, day)
    return _read_in_words(together) if together.endswith("日") else None


def _read_in_words(text: str) -> date | None:
    """Read 二〇二六年四月二十八日, as days were written before GB/T 9704-2012."""
    from .tokens import read_numeral

    if not (match := re.fullmatch(_IN_WORDS, text)):
        return None
    # What is no number is no day either.
    year, month, day = (read_numeral(part.translate(_ZEROS)) or 0 for part in match.groups())
    return date(year, month, day)


def read_moment(text: str) -> Moment | None:
    """Read a day, or a day with a time: 2026-05-20T16:00, 2026-05-20 16:00, 2026年5月20日16时.

    A time with a zone (…+00:00, …Z) is turned into China's. None for anything else; raises
    ValueError where there is no such day or time.
    """
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    if re.fullmatch(_ZONED, text) and "T" in text:
        try:
            moment = datetime.fromisoformat(text).astimezone(CHINA)
        except OverflowError as error:
            raise ValueError(text) from error
        return moment.replace(second=0, microsecond=0, tzinfo=None)
    if (timed := re.fullmatch(_TIMED, text)) and (day := read_day(timed[1])):
        return datetime(day.year, day.month, day.day, int(timed[2]), int(timed[3] or timed[4] or 0))
    return read_day(text)


def write_day(day: date) -> str:
    """Write a day as the standard asks: Arabic, no leading zeros (GB/T 9704-2012, 7.3.5.4)."""
    return f"{day.year}年{short_day(day)}"


def short_day(day: date) -> str:
    """Write a day without its year: 5月15日."""
    return f"{day.month}月{day.day}日"
