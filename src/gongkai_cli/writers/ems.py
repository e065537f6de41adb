"""How wide printed text is, in 字."""

from typing import Final
from unicodedata import east_asian_width

# Word and LibreOffice set 0.2–0.25 em between 汉字 and digits.
_AIR = 0.2

# What stands for each kind of character: 汉字, another letter, anything else, as wide as one 字 or half.
_HAN, _WIDE_LETTER, _WIDE, _LETTER, _NARROW = "字Ａ，a."
_WITH_AIR = (_HAN + _LETTER, _LETTER + _HAN, _HAN + _WIDE_LETTER, _WIDE_LETTER + _HAN)


def width(text: str) -> float:
    """The width of a text in 字: digits and Latin count half, with a little air beside 汉字."""
    kinds = text.translate(_KINDS)
    if not kinds.strip(_HAN + _WIDE):
        return float(len(text))  # as most names and sentences are
    narrow = kinds.count(_LETTER) + kinds.count(_NARROW)
    return len(text) - narrow / 2 + sum(map(kinds.count, _WITH_AIR)) * _AIR


class _Kinds(dict[int, str]):
    """The kind of each character; found out when it first comes."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        wide = east_asian_width(char) in "WFA"
        if "\u4e00" <= char <= "\u9fff":
            kind = _HAN
        elif char.isalnum():
            kind = _WIDE_LETTER if wide else _LETTER
        else:
            kind = _WIDE if wide else _NARROW
        self[code] = kind
        return kind


_KINDS: Final = _Kinds()
