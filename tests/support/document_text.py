"""The text of a DOCX and of Markdown as a reader sees it, and where two texts differ but for white space."""

import io
import re
import zipfile
from difflib import SequenceMatcher
from xml.etree import ElementTree as ET

from markdown_it import MarkdownIt

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BLANK = re.compile(r"[\s\u3000]+")
_CONTEXT = 8
# The columns of the task table that are merged down: the groups' and the channel's.
_MERGED = (0, 1, 2, 6)


def without_blanks(text: str) -> str:
    return _BLANK.sub("", text)


def docx_text(data: bytes) -> str:
    """The text of a DOCX's body in reading order; of what a table repeats on a new page only the first."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = ET.fromstring(archive.read("word/document.xml"))  # noqa: S314 (our own output)
    said: list[str] = []
    head = ""
    above: dict[int, str] = {}
    for block in root[0]:
        if block.tag != f"{W}tbl":
            said.append(_said(block))
            # Only an empty paragraph stands between the pages of one table.
            head = "" if said[-1] else head
            continue
        rows = block.findall(f"{W}tr")
        goes_on = bool(head) and _said(rows[0]) == head
        head, above = _said(rows[0]), above if goes_on else {}
        for number, row in enumerate(rows):
            column = 0
            for cell in row.findall(f"{W}tc"):
                text, span = _said(cell), cell.find(f"{W}tcPr/{W}gridSpan")
                same_above = number == 1 and column in _MERGED and above.get(column) == text
                if not (goes_on and (number == 0 or same_above)):
                    said.append(text)
                if number and (text or cell.find(f"{W}tcPr/{W}vMerge") is None):
                    above[column] = text
                column += 1 if span is None else int(span.get(f"{W}val", ""))
    return "".join(said)


def _said(element: ET.Element) -> str:
    return "".join(node.text or "" for node in element.iter(f"{W}t"))


def markdown_text(text: str) -> str:
    """The text a reader of rendered Markdown sees; of repeated table cells only the first."""
    seen: list[str] = []
    above: list[str] = []
    row: list[str] = []
    in_table = False
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            above = row
        elif token.type in ("table_open", "table_close"):
            in_table, above = token.type == "table_open", []
        elif token.type == "inline":
            content = "".join(
                child.content
                for child in token.children or ()
                if child.type in ("text", "text_special")
            )
            if in_table:
                column = len(row)
                same_above = bool(above) and above[column] == content and column in _MERGED
                same_left = bool(row) and row[-1] == content and 0 < column <= 3
                row.append(content)
                if same_above or same_left:
                    continue
            seen.append(content)
    return "".join(seen)


def differences(theirs: str, ours: str) -> list[str]:
    """Each place where two texts part, white space left out: ``…before[-theirs-]{+ours+}``."""
    a, b = without_blanks(theirs), without_blanks(ours)
    found: list[str] = []
    for kind, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind != "equal":
            removed = f"[-{a[a1:a2]}-]" if a1 < a2 else ""
            added = f"{{+{b[b1:b2]}+}}" if b1 < b2 else ""
            found.append(f"…{a[max(0, a1 - _CONTEXT) : a1]}{removed}{added}")
    return found
