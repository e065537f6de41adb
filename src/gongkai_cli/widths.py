"""How wide a text is and where it may be broken: a 汉字 is as wide as two letters."""

import unicodedata
from collections.abc import Callable, Iterator

_NOT_FIRST = "，。、；：？！）》”’〉」』】…,.;:?!)"
"""Marks that must not begin a line (GB/T 15834, 5.1)."""


def columns(text: str) -> int:
    """The columns that a terminal gives a text."""
    return sum(_of(char, "WF") for char in text)


def half_ems(text: str) -> int:
    """The width of a text in Chinese print, in half ems; “” and … take a whole em."""
    return sum(_of(char, "WFA") for char in text)


def _of(char: str, wide: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in wide else 1


def cut(text: str, width: int, measure: Callable[[str], int] = columns) -> str:
    """A text in at most ``width`` columns, with … where something had to go."""
    if measure(text) <= width:
        return text
    kept = ""
    for char in text:
        if measure(kept + char) > width - 2:
            break
        kept += char
    return kept.rstrip("，、；。 ") + "…"


def pad(text: str, width: int) -> str:
    """A text with blanks behind it, ``width`` columns wide."""
    return text + " " * (width - columns(text))


def wrap(text: str, width: int, most: int) -> tuple[str, ...]:
    """A text on at most ``most`` lines of print ``width`` half ems wide, with … if some is left."""
    lines = list(_lines(text, width))
    if len(lines) <= most:
        return tuple(lines)
    return (*lines[: most - 1], cut("".join(lines[most - 1 :]), width, half_ems))


def _lines(text: str, width: int) -> Iterator[str]:
    line = ""
    for char in text:
        # A mark may stand a little over the edge rather than begin a line.
        if line and half_ems(line + char) > width and char not in _NOT_FIRST:
            yield line
            line = ""
        line += char
    if line:
        yield line
