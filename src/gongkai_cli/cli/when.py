"""Days and moments given on the command line."""

import re
from datetime import date, datetime

import typer

from ..dates.days import read_moment
from ..dates.span import begins, day_of
from ..project import clock

_SLASHED = re.compile(r"^\s*(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)")
_YEARLESS = re.compile(r"\d{1,2}月\d{1,2}日.*")
_YEAR = re.compile(r"\s*(\d{4})\s*年?\s*")


def moment(text: str) -> datetime:
    """The moment that --now gives, or the present. Raises a usage error for an impossible one."""
    if not text:
        return clock.now()
    return begins(day_or_moment("--now", text))


def day_or_moment(option: str, text: str) -> date | datetime:
    """A day or a moment that an option gives; 5月20日 without its year is this year's.

    Raises a usage error for an impossible one.
    """
    said = text.strip()
    if _YEARLESS.fullmatch(said):
        return _read(option, text, f"{clock.now().year}年{said}")
    return _read(option, text, _SLASHED.sub(r"\1-\2-\3", text))


def past_day(option: str, text: str, now: datetime) -> date | datetime:
    """A day or a moment that is over; 3月20日 without its year is the last one that has been."""
    said = text.strip()
    if not _YEARLESS.fullmatch(said):
        return day_or_moment(option, text)
    day = _read(option, text, f"{now.year}年{said}")
    return day if day_of(day) <= now.date() else _read(option, text, f"{now.year - 1}年{said}")


def year_of(option: str, text: str) -> int:
    """A year that an option gives, or somebody answers. Raises a usage error for what is none."""
    year = _YEAR.fullmatch(text)
    if year is None:
        message = f"“{text}”不是年份（写四位数字，如 2027）"
        raise typer.BadParameter(message, param_hint=option)
    return int(year[1])


def _read(option: str, typed: str, text: str) -> date | datetime:
    try:
        given = read_moment(text)
    except (ValueError, OverflowError):
        message = f"没有“{typed}”这个日子或者时刻（检查月份、日子和时刻）"
        raise typer.BadParameter(message, param_hint=option) from None
    if given is None:
        hint = "写成 2026-05-19、5月19日，带钟点的写成 2026-05-19T09:00"
        raise typer.BadParameter(f"“{typed}”不是日期（{hint}）", param_hint=option)
    return given
