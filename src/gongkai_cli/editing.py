"""Makes edits at places of a text; every other character stays."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from .finding import Finding

_LINE_END = re.compile(r"\r\n|\r|\n")
_BOM = "\ufeff"


def edited(text: str, findings: Iterable[Finding]) -> tuple[str, tuple[Finding, ...]]:
    """The text with the edits of findings made, and the findings whose edits were made.

    An edit is made only where the text really reads as its ``old``; of two that overlap, the first.
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


def as_typed(finding: Finding, made: Sequence[Sequence[Finding]]) -> Finding:
    """A finding about an edited text, with its place in the text before the edits.

    ``made`` are the edits, pass by pass, each pass in order; none of them crosses the end of a line.
    """
    place = finding.place
    column = place.column
    for findings in reversed(made):
        shift = 0
        for one in findings:
            if one.place.line != place.line or one.edit is None:
                continue
            start, longer = one.place.column + shift, len(one.edit.new) - len(one.edit.old)
            if column < start:
                break
            if column < start + len(one.edit.new):
                column = start
                break
            shift += longer
        column -= shift
    return replace(finding, place=replace(place, column=column)) if made else finding


def _line_starts(text: str) -> Iterator[int]:
    # Places are counted without a byte order mark, and with any line end as one.
    yield len(_BOM) if text.startswith(_BOM) else 0
    for match in _LINE_END.finditer(text):
        yield match.end()
