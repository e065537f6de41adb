"""Numbers as official documents write them: 第十五届, 一、 （一） 1. （1）."""

from functools import lru_cache

_DIGITS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_LARGEST = 9999
LATEST_EDITION = 999
"""A campaign file takes no later one: what is longer is a year in the wrong place."""


def chinese(number: int) -> str:
    """Write 1–9999 in Chinese counting numerals: 15 → 十五, 20 → 二十, 105 → 一百零五."""
    if not 1 <= number <= _LARGEST:
        raise ValueError(f"{number} is outside 1–{_LARGEST}")
    digits = [int(digit) for digit in str(number)]
    written = ""
    for place, digit in zip(range(len(digits) - 1, -1, -1), digits, strict=True):
        if digit:
            written += _DIGITS[digit] + _UNITS[place]
        elif written and not written.endswith("零"):
            written += "零"
    # 十五, not 一十五: only at the head is the 一 before 十 left out.
    return written.rstrip("零").removeprefix("一" if written.startswith("一十") else "")


def ordinal(edition: int) -> str:
    """Write an edition: 15 → 第十五届."""
    return f"第{chinese(edition)}届"


@lru_cache
def section_number(level: int, number: int) -> str:
    """Number a heading of level 1–4: 一、 then （一） then 1. then （1）.

    Source: GB/T 9704-2012, 7.3.3; no mark follows a bracketed number (GB/T 15834-2011, B.3).
    """
    match level:
        case 1:
            return f"{_counted(number)}、"
        case 2:
            return f"（{_counted(number)}）"
        case 3:
            return f"{number}."
        case 4:
            return f"（{number}）"
    raise ValueError(f"no heading of level {level}")


def _counted(number: int) -> str:
    """Nobody numbers ten thousand headings in words."""
    return chinese(number) if number <= _LARGEST else str(number)
