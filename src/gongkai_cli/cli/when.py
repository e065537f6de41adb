"""Days and moments given on the command line."""

from datetime import date, datetime

import typer

from ..dates.days import read_moment
from ..dates.span import begins
from ..project import clock


def moment(text: str) -> datetime:
    """The moment that --now gives, or the present. Raises a usage error for an impossible one."""
    if not text:
        return clock.now()
    return begins(day_or_moment("--now", text))


def day_or_moment(option: str, text: str) -> date | datetime:
    """A day or a moment that an option gives. Raises a usage error for an impossible one."""
    try:
        if given := read_moment(text):
            return given
    except (ValueError, OverflowError):
        pass
    hint = "写成 2026-05-19 或 2026-05-19T09:00"
    raise typer.BadParameter(f"“{text}”不是日期（{hint}）", param_hint=option)
