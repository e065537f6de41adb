"""A day in full, as the head of a document gives it, read and written."""

import re
from datetime import date

_FULL = re.compile(r"(\d{4})(?:年(\d{1,2})月(\d{1,2})日|-(\d{1,2})-(\d{1,2}))")


def read_day(text: str) -> date | None:
    """Read 2026年4月28日 or 2026-04-28; None for anything else.

    Raises ValueError where there is no such day.
    """
    match = _FULL.fullmatch(text.replace(" ", ""))
    if match is None:
        return None
    year, month, day = (int(part) for part in match.groups() if part)
    return date(year, month, day)


def write_day(day: date) -> str:
    """Write a day as the standard asks: Arabic, no leading zeros (GB/T 9704-2012, 7.3.5.4)."""
    return f"{day.year}年{day.month}月{day.day}日"
