"""Text that a screen shows instead of obeying it (escape sequences), wherever it came from."""

import re
from collections.abc import Sequence

# Escape sequences begin with one of these, or with CSI (U+009B); the others turn the line round or
# make two of it. Half a pair stands for a byte of a file name and is shown by the stream itself.
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_BREAKS = re.compile(r"[\t\n\r\v\f]+")
_BREAKS_BUT_ENDS = re.compile(r"[\t\r\v\f]")


def visible(text: str) -> str:
    """A text of any number of lines with ``?`` for what a terminal would obey."""
    return _OBEYED.sub("?", text)


def visible_line(text: str) -> str:
    """The same on one line: nothing in it can pass for a line of its own."""
    return visible(_BREAKS.sub(" ", text))


def visible_lines(lines: Sequence[str]) -> str:
    """Lines with their ends; those of a whole country are looked through together."""
    text = "".join(f"{line}\n" for line in lines)
    if _BREAKS_BUT_ENDS.search(text) is None and text.count("\n") == len(lines):
        return visible(text)
    return "".join(f"{visible_line(line)}\n" for line in lines)


def visible_json(text: str) -> str:
    """JSON with what a terminal would obey as escapes: other programs read the same."""
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
