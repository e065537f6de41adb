"""The hour of a point in time: 8 behind 上午, 中午 or 晚 is not the same hour."""

from collections.abc import Mapping
from datetime import time
from typing import Final

from .span import NotUnderstood
from .tokens import Word

NOON, EVENING = time(12), time(18)
_LAST_HOUR: Final = 24
_HALF_AN_HOUR: Final = 30

# Part of the day → the hours that may stand behind it, by what is to be added to them.
_HOURS: Mapping[str, Mapping[int, range]] = {
    "凌晨": {0: range(7)},
    "早": {0: range(4, 12)},
    "早上": {0: range(4, 12)},
    "上午": {0: range(5, 13)},
    "中午": {0: range(11, 14), 12: range(1, 3)},
    "下午": {12: range(1, 12), 0: range(12, 19)},
    "晚": {12: range(5, 12), 0: range(17, 24)},
    "晚上": {12: range(5, 12), 0: range(17, 24)},
}
_NIGHT = {"晚", "晚上"}
MORNING = {"上午", "早上", "早"}
WHOLE = {"全天", "全日"}


def read_hour(half: str, word: Word) -> time | None:
    """The time that an hour means in its part of the day; None for the end of the day (24时).

    Raises NotUnderstood where there is no such hour, or where it may mean two.
    """
    hour, minute = word.number, _minute(word)
    if not minute and (hour == _LAST_HOUR or (half in _NIGHT and hour == NOON.hour)):
        return None
    try:
        typed = time(hour, minute)
    except ValueError:
        raise NotUnderstood(f"没有“{word.text}”这个时刻", "检查几时几分", damaged=True) from None
    return _in_half(half, typed, word.text) if half else typed


def later_in(half: str, at: time, text: str) -> time | None:
    """The second hour of 下午2时至4时, in the same part of the day; None for 24时."""
    if half in _NIGHT and at == NOON:
        return None
    if half in MORNING or half not in _HOURS:
        return at
    return _in_half(half, at, text)


def _in_half(half: str, typed: time, text: str) -> time:
    for more, hours in _HOURS.get(half, {}).items():
        if typed.hour in hours and not (half == "上午" and typed > NOON):
            return typed.replace(hour=typed.hour + more)
    # 上午14时 was never one; 晚1点 may be of this night or the next.
    damaged = half in {*MORNING, "凌晨"} and typed > NOON
    hint = "上午不到12时；写成 14时 或 下午2时" if damaged else "写成24小时制，如 20时"
    raise NotUnderstood(f"“{half}{text}”不对", hint, damaged=damaged)


def _minute(word: Word) -> int:
    if len(word.groups) == 1:
        return 0
    return _HALF_AN_HOUR if word.groups[1] == "半" else word.numeral(1)
