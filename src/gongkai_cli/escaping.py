"""Campaign data on its way into Markdown text: whatever it says, it can only print as itself."""

import re

# Every ASCII mark can begin some construct of Markdown; a backslash before it makes it text.
_MARKS = re.compile(r"[!-/:-@\[-`{-~]")
# Table cells are parted before escapes are read, so these two must not appear at all.
_ENTITIES = {"\\": "&#92;", "|": "&#124;"}
LINE_BREAK = "<br>"
# What escape writes, and marks that Markdown never reads as anything else where they stand.
_WRITTEN = re.compile(r"\\[!-/:-@\[-`{-~]|<br>|&#(?:92|124);|<(?![A-Za-z/!?])|&(?![#A-Za-z])")
_MEANT = {LINE_BREAK: "\n", "&#92;": "\\", "&#124;": "|"}
_BARE = re.compile(r"[\\`*_\[<&]")
PARAGRAPH_BREAK = "\n\n"


class Fragment(str):
    """Markdown that was made from escaped data and needs no more escaping.

    Any operation on it gives a plain string again, which will be escaped: a slip prints marks, it never
    lets data act as Markdown.
    """

    __slots__ = ()


def escape(text: str) -> str:
    r"""Escape data for any place in a line. Paragraph ends (``\n``) become line breaks."""
    if "\n" in text:
        return LINE_BREAK.join(map(escape, text.split("\n")))
    return _MARKS.sub(_escape_mark, text.strip())


def _escape_mark(match: re.Match[str]) -> str:
    return _ENTITIES.get(match[0]) or f"\\{match[0]}"


def unescape(text: str) -> list[str] | None:
    """The lines of a text that ``escape`` wrote; None where Markdown may read more in it."""
    if not _BARE.search(text):
        return [text]
    if _BARE.search(_WRITTEN.sub("", text)):
        return None
    return _WRITTEN.sub(_meant, text).split("\n")


def _meant(match: re.Match[str]) -> str:
    return _MEANT.get(match[0]) or match[0][-1]
