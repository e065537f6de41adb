"""Makes edits at places of a text; every other character stays what it was."""

import re
from collections.abc import Iterable, Iterator

from .finding import Finding

_LINE_END = re.compile(r"\r\n|\r|\n")
_BOM = "\ufeff"


def edited(text: str, findings: Iterable[Finding]) -> tuple[str, tuple[Finding, ...]]:
    """The text with the edits of findings made, and the findings whose edits were.

    An edit is made where the text really reads so; of two that overlap the first is.
    """
    starts = list(_line_starts(text))
    pieces: list[str] = []
    made: list[Finding] = []
    done = 0
    for finding in sorted(findings):
        edit, place = finding.edit, finding.place
        if edit is None or place.line > len(starts):
            continue
        start = starts[place.line - 1] + place.column - 1
        if start >= done and edit.old != edit.new and text.startswith(edit.old, start):
            pieces += [text[done:start], edit.new]
            done = start + len(edit.old)
            made.append(finding)
    return "".join([*pieces, text[done:]]), tuple(made)


def _line_starts(text: str) -> Iterator[int]:
    # Places are counted without a byte order mark, and with any line end as one.
    yield len(_BOM) if text.startswith(_BOM) else 0
    for match in _LINE_END.finditer(text):
        yield match.end()
