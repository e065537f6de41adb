"""Which characters the usual fonts have: GB 2312, GBK, or neither."""

import re
from typing import Literal

HAN = "\u4e00-\u9fff"
"""The 汉字 in use, for a class of characters in a pattern."""

Rarity = Literal["common", "rare", "rarest"]

_SYMBOLS_AND_HAN = 0xA1
_LAST_HAN = 0xF7
_USER_DEFINED = range(0xAA, 0xB0)
# What Unicode calls default ignorable: it takes no room, and nobody types it. Compiled when asked for.
_INVISIBLE = (
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)
_FIRST_PICTURE = "\U0001f000"


def rarity(char: str) -> Rarity:
    """``common``: in GB 2312 (or ASCII); ``rare``: in GBK beyond it; ``rarest``: in neither.

    Fonts named _GB2312 and 方正小标宋简体 end with the first; 仿宋, 楷体, 黑体, 宋体 have the second.
    """
    if char.isascii() or char.isspace():
        return "common"
    code = char.encode("gbk", "ignore")
    if not code:
        return "rarest"
    lead, trail = code
    in_gb2312 = (
        _SYMBOLS_AND_HAN <= lead <= _LAST_HAN
        and trail >= _SYMBOLS_AND_HAN
        and lead not in _USER_DEFINED
    )
    return "common" if in_gb2312 else "rare"


def is_common(text: str) -> bool:
    """Whether every character of a text is in GB 2312."""
    try:
        # One call in C for what nearly every text is; the loop for the rest. The codec knows the
        # middle dot and the dash of the standard under other numbers than people type.
        text.replace("·", "").replace("—", "").encode("gb2312")
    except UnicodeEncodeError:
        return all(rarity(char) == "common" for char in text)
    return True


def is_invisible(text: str, at: int) -> bool:
    """Whether a character of a text is one that nobody sees, and not the joint of a picture."""
    around = text[max(at - 1, 0) : at] + text[at + 1 : at + 2]
    return (
        bool(re.match(_INVISIBLE, text[at : at + 1])) and max(around, default="") < _FIRST_PICTURE
    )
