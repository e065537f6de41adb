"""Expressions that name no day: 长期坚持, 全年."""

import re
from datetime import date

from .span import Span

_OPEN = re.compile(
    r"(?:(?:立行立改|立即整改|即知即改)(?:\W?并?)(?=长期))?(?:持续|长期|常年|常态化|常态|随时|即时|实时|经常性?|不间断)(?:地)?"
    r"(?:发布|开展|推进|进行|坚持|更新|公开|实施|执行|做好|落实|整改|巩固|宣传|办理|接收|受理)?"
)


def open_ended(text: str, _: int) -> Span | None:
    """持续发布, 立行立改、长期坚持: without an end."""
    return Span(open_ended=True) if _OPEN.fullmatch(text) else None


def whole_year(text: str, year: int) -> Span | None:
    """全年, 2026年全年."""
    if not (match := re.fullmatch(r"(?:((?:19|20)\d{2})年|今年|本年)?全年度?", text)):
        return None
    year = int(match[1] or year)
    return Span(date(year, 1, 1), date(year, 12, 31))
