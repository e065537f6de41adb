"""What comes again and again: 每周四12:00前, 每月8日前, 每月底前."""

from typing import Literal

from .points import read_point, unclear
from .span import Recurrence, Span
from .tokens import Word, words

_UNITS: dict[str, Literal["日", "周", "月", "季度"]] = {
    "day_again": "日",
    "week_again": "周",
    "month_again": "月",
    "quarter_again": "季度",
}
_WEEKDAYS = "一二三四五六日"
_DAYS_OF_A_MONTH = range(1, 32)


def recurring(text: str, _: int) -> Span | None:
    """A weekly, monthly, daily or quarterly deadline."""
    if not text.lstrip("于在").startswith("每"):
        return None
    first, *rest = [word for word in words(text) if word.name != "lead"]
    unit = _UNITS.get(first.name)
    if unit is None:
        raise unclear(first.text)
    if unit in ("月", "季度") and not rest:
        raise unclear(first.text)  # how often, but not until when
    day = _WEEKDAYS.index(first.groups[0].replace("天", "日")) + 1 if unit == "周" else 0
    timed: list[Word] = []
    for word in rest:
        match word.name:
            case "day" if unit == "月" and word.number in _DAYS_OF_A_MONTH:
                day = word.number
            case "end" if unit in ("月", "季度"):
                pass
            case "half" | "hour" | "clock":
                timed.append(word)
            case "before":
                pass
            case _:
                raise unclear(word.text)
    point = read_point(timed)
    if point.half and point.at is None:
        raise unclear(point.half)
    return Span(again=Recurrence(unit, day, point.at))
