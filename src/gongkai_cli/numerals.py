"""Numbers as official documents write them: 第十五届, 一、 （一） 1. （1）."""

_DIGITS = "〇一二三四五六七八九"
_HUNDRED = 100
_THOUSAND = 1000


def chinese(number: int) -> str:
    """Write 1–999 in Chinese counting numerals: 15 → 十五, 20 → 二十, 105 → 一百零五."""
    if not 1 <= number < _THOUSAND:
        raise ValueError(f"{number} is outside 1–999")
    if number >= _HUNDRED:
        hundreds, rest = divmod(number, _HUNDRED)
        head = f"{_DIGITS[hundreds]}百"
        if rest == 0:
            return head
        # 一百零五, 一百一十五: inside a hundred the 一 before 十 is spoken.
        return head + (f"零{_DIGITS[rest]}" if rest < 10 else _tens(rest, leading_one=True))  # noqa: PLR2004
    return _tens(number, leading_one=False)


def _tens(number: int, *, leading_one: bool) -> str:
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 and not leading_one else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones else "")


def ordinal(edition: int) -> str:
    """Write an edition: 15 → 第十五届."""
    return f"第{chinese(edition)}届"


def section_number(level: int, number: int) -> str:
    """Number a heading of level 1–4: 一、 then （一） then 1. then （1）.

    Source: GB/T 9704-2012, 7.3.3; no mark follows a bracketed number (GB/T 15834-2011, B.3).
    """
    match level:
        case 1:
            return f"{chinese(number)}、"
        case 2:
            return f"（{chinese(number)}）"
        case 3:
            return f"{number}."
        case 4:
            return f"（{number}）"
    raise ValueError(f"no heading of level {level}")
