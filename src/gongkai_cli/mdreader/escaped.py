"""Reads Markdown without a parser: text whose marks are all escaped, headings and plain tables.

That is nearly all that templates write. For anything else the functions return None, and the caller
asks a Markdown parser, which reads these texts in the same way.
"""

import re
from collections.abc import Sequence

from ..document import Align, Line, Lines, Paragraph, Run
from ..escaping import unescape
from .pieces import Headline, Piece, Rows, Typed

_HEADING = re.compile(r"(#{1,6}) +(.*[^#])")
# What may make a line something else than text of a paragraph.
_OTHER = re.compile(r"[!-/:-@\[\]-`{-~]|\d+[.)]")
# Ends of lines to a parser, or blanks that parsers differ about.
_ODD = re.compile(r"[\0\t\x0b\x0c\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f]")
_DELIMITERS = re.compile(r"\|(?: *:?-+:? *\|)+")


def pieces(text: str) -> tuple[Piece, ...] | None:
    """The pieces of a text whose lines are stripped; None where a parser must tell."""
    if _ODD.search(text):
        return None
    lines = text.split("\n")
    found: list[Piece] = []
    end = 0
    while end < len(lines):
        start, end = end, end + 1
        if not lines[start]:
            continue
        piece: Paragraph | Headline | Rows | None
        if lines[start].startswith("#"):
            piece = _headline(lines[start])
        else:
            while end < len(lines) and lines[end] and not lines[end].startswith("#"):
                end += 1
            read = _rows if lines[start].startswith("|") else _paragraph
            piece = read(lines[start:end])
        if piece is None:
            return None
        found.append((piece, start, end))
    return tuple(found)


def texts(text: str) -> list[str] | None:
    """Each line of a text without emphasis; None where a parser must tell."""
    if _ODD.search(text):
        return None
    found: list[str] = []
    for line in filter(None, text.split("\n")):
        read = None if _OTHER.match(line) else unescape(line)
        if read is None:
            return None
        found += [one.strip(" ") for one in read]
    return found


def _headline(line: str) -> Headline | None:
    heading = _HEADING.fullmatch(line)
    lines = _lines(heading[2].strip()) if heading else None
    return Headline(len(heading[1]), lines) if heading and lines else None


def _paragraph(lines: Sequence[str]) -> Paragraph | None:
    if any(map(_OTHER.match, lines)):
        return None
    read = _run_on(lines)
    return Paragraph(read) if read else None


def _rows(lines: Sequence[str]) -> Rows | None:
    head, *others = lines
    if not others or not _DELIMITERS.fullmatch(others[0]):
        return None
    aligns = tuple(_align(one.strip()) for one in others[0].strip("|").split("|"))
    rows: list[list[Typed]] = []
    for line in (head, *others[1:]):
        row = _row(line)
        if row is None or len(row) != len(aligns):
            return None
        rows.append(row)
    return Rows(aligns, rows[0], rows[1:])


def _row(line: str) -> list[Typed] | None:
    cells = line[1:-1].split("|")
    # An end without its mark, or a second mark there, can be read in more than one way.
    if line[-1] != "|" or not cells[0] or not cells[-1]:
        return None
    row: list[Typed] = []
    for cell in cells:
        typed = cell.strip()
        read = _lines(typed)
        if read is None:
            return None
        row.append((typed, read))
    return row


def _align(mark: str) -> Align:
    if mark.endswith(":"):
        return "center" if mark.startswith(":") else "right"
    return "left"


def _run_on(source: Sequence[str]) -> Lines | None:
    """Lines of the source run on; breaks are typed."""
    found = [""]
    for line in source:
        read = unescape(line)
        if read is None:
            return None
        found[-1] += read[0]
        found += read[1:]
    return tuple(map(_line, found))


def _lines(text: str) -> Lines | None:
    read = unescape(text)
    return None if read is None else tuple(map(_line, read))


def _line(text: str) -> Line:
    text = text.strip(" ")
    return (Run(text),) if text else ()
