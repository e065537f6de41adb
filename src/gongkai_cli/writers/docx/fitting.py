"""How many lines a text takes at the most, whichever program sets it.

What must not run over a page's end is reckoned by this: fonts and programs differ, and room left
over harms less than a line too many.
"""

import re
from functools import cache
from math import ceil

# Letters and digits on the average, and the widest that programs set between them and 汉字, in 字.
_LETTER, _AIR = 0.55, 0.5
_ROUNDING = 0.05  # 字
# Marks that begin no line, and those that end none (GB/T 15834, 5.1).
_NOT_FIRST = frozenset("，。、；：？！）》”’〉」』】〕…—～·")
_NOT_LAST = frozenset("（《“‘〈「『【〔")
_PART = "0"
"""What stands for one 字 of a word or a number."""
_HELD = _NOT_FIRST | {_PART}


def most_lines(text: str, room: float, used: float = 0.0) -> int:
    """The most lines that a text takes in a width of ``room`` 字, ``used`` of the first being taken.

    Punctuation goes to the next line with the character before it. Numbers and words are not broken, nor
    parted from a mark before them, as LibreOffice does not always do so.
    """
    if used + len(text) + _AIR <= room:
        return 1
    if used + len(text) * _LETTER <= room and used + _at_most(text) <= room - _ROUNDING:
        return 1
    text = _words().sub(_as_wide, text)
    most = max(int(room - _ROUNDING), 1)
    count, start, end = 1, 0, max(most - ceil(used), 1)
    parting = False
    while end < len(text):
        full = end
        # Most lines end between two characters that nothing holds together.
        if text[end] in _HELD or text[end - 1] in _NOT_LAST:
            while end > start and _is_joined(text[end - 1], text[end]):
                end -= 1
            if end == start:
                end = full
                # Where they part what is longer than a line, programs leave something free once.
                count += not parting
            parting = end == full and _is_joined(text[end - 1], text[end])
        else:
            parting = False
        count, start, end = count + 1, end, end + most
    return count


def _at_most(text: str) -> float:
    """How wide a text is on one line, in 字."""
    words = _words().findall(text)
    letters = sum(map(len, words))
    return len(text) - letters + letters * _LETTER + len(words) * _AIR


def _is_joined(before: str, after: str) -> bool:
    if after == _PART:
        return before == _PART or before in _NOT_FIRST or before in _NOT_LAST
    return after in _NOT_FIRST or before in _NOT_LAST


@cache
def _words() -> re.Pattern[str]:
    return re.compile("[!-~]+")  # only long tables need it


def _as_wide(word: re.Match[str]) -> str:
    return _PART * ceil((word.end() - word.start()) * _LETTER + _AIR)
