"""Findings in words: for a pipe, for a terminal with the line they are about, for programs, for GitHub."""

import json
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from ..finding import Edit, Finding, Severity
from ..prose import UNPRINTABLE
from .pile import Told
from .visible import visible_json, visible_line

_WORDS: Mapping[Severity, str] = {"error": "错误", "warning": "警告", "note": "提示"}
_COLORS = {"error": "31", "warning": "33", "note": "36"}
# Before the source line stand its number and a rule.
_GUTTER = 9
_NARROWEST = 40
# A sentence may quote what somebody typed; a finding stays one line that can be read.
_LONGEST = 300


def text(findings: Iterable[Finding], *, color: bool = False) -> str:
    """One finding on a line: place, severity, code, sentence, and what to do about it."""
    return "".join(_line(finding, color=color) for finding in findings)


def told(
    findings: Iterable[Finding], format_: str, sources: Mapping[str, str] | None, *, color: bool
) -> tuple[Told, ...]:
    """Each finding as it will be printed in a format, on a terminal with what it is about.

    ``sources`` are the texts of the files by path, as their places count them; None elsewhere.
    """
    if sources is None:
        words = FORMATS[format_]
    else:
        width = max(shutil.get_terminal_size().columns, _NARROWEST)
        lines = {path: source.split("\n") for path, source in sources.items()}

        def words(finding: Finding) -> str:
            excerpt = _excerpt(finding, lines, width, color=color)
            return _line(finding, color=color) + excerpt

    return tuple(
        (
            finding.place.path,
            finding.place.line,
            finding.place.column,
            finding.code,
            finding.severity,
            words(finding),
        )
        for finding in findings
    )


def changes(findings: Iterable[Finding]) -> str:
    """What was mended, one edit on a line."""
    return "".join(
        f"{_place(finding)}: 已改 {finding.code} {_change(finding.edit)}\n"
        for finding in sorted(findings)
        if finding.edit
    )


def _change(edit: Edit) -> str:
    old, new = visible_line(edit.old), visible_line(edit.new)
    if not new:
        return f"删去“{old}”"
    return f"“{old}”→“{new}”" if old else f"加上“{new}”"


def _line(finding: Finding, *, color: bool) -> str:
    word = _colored(f"{_WORDS[finding.severity]} {finding.code}", finding, color=color)
    return f"{_place(finding)}: {word} {visible_line(_with_hint(finding))}\n"


def _place(finding: Finding) -> str:
    path = visible_line(finding.place.path)
    return f"{path}:{finding.place.line}:{finding.place.column}" if finding.place.line else path


def _colored(words: str, finding: Finding, *, color: bool) -> str:
    return painted(words, _COLORS[finding.severity]) if color else words


def _excerpt(
    finding: Finding, lines: Mapping[str, Sequence[str]], width: int, *, color: bool
) -> str:
    """The line a finding is about, and a caret under its place."""
    known, number = lines.get(finding.place.path, ()), finding.place.line
    if not 0 < number <= len(known) or not known[number - 1].strip():
        return ""
    shown, before = around(known[number - 1], finding.place.column - 1, width - _GUTTER)
    caret = _colored("^", finding, color=color)
    return f"{number:>{_GUTTER - 3}} │ {shown}\n{'':>{_GUTTER - 3}} │ {' ' * before}{caret}\n"


def around(line: str, offset: int, width: int) -> tuple[str, int]:
    """As much of a line as fits, around a place in it, and the columns that are before the place."""
    from rich.cells import cell_len

    # What a terminal would obey, or jump over, takes one column here.
    line = UNPRINTABLE.sub("?", line.replace("\t", " "))
    offset = min(offset, len(line))
    if cell_len(line) <= width:
        return line, cell_len(line[:offset])
    start, end = offset, min(offset + 1, len(line))
    while start and cell_len(line[start - 1 : end]) <= width // 2:
        start -= 1
    while end < len(line) and cell_len(line[start : end + 1]) <= width - 2:
        end += 1
    while start and cell_len(line[start - 1 : end]) <= width - 2:
        start -= 1
    left, right = "…" * (start > 0), "…" * (end < len(line))
    return left + line[start:end] + right, cell_len(left + line[start:offset])


def count(severities: Mapping[str, int], accepted: int) -> str:
    """How many there are of each severity, the last line on a terminal."""
    said = [f"{number} 个{word}" for kind, word in _WORDS.items() if (number := severities[kind])]
    more = f"；另有 {accepted} 个问题已在文件里接受" if accepted else ""
    return ("，".join(said) or "没有发现问题") + more + "\n"


def _as_json(finding: Finding) -> str:
    """One of a list of {path, line, column, code, severity, message, hint}."""
    place = finding.place
    row = {
        "path": place.path,
        "line": max(place.line, 1),
        "column": max(place.column, 1),
        "code": finding.code,
        "severity": finding.severity,
        "message": _sentence(finding.message),
        "hint": _sentence(finding.hint),
    }
    lines = (f'    "{key}": {json.dumps(value, ensure_ascii=False)}' for key, value in row.items())
    return visible_json("  {\n" + ",\n".join(lines) + "\n  }")


def _github(finding: Finding) -> str:
    """A workflow command that GitHub shows beside the line it is about."""
    kind = {"error": "error", "warning": "warning", "note": "notice"}[finding.severity]
    place = finding.place
    return (
        f"::{kind} file={_property(place.path)},line={max(place.line, 1)},"
        f"col={max(place.column, 1)},title={finding.code}::{_data(_with_hint(finding))}\n"
    )


FORMATS: Mapping[str, Callable[[Finding], str]] = {
    "text": partial(_line, color=False),
    "json": _as_json,
    "github": _github,
}
"""What findings may be printed as, one at a time."""


def _with_hint(finding: Finding) -> str:
    message, hint = _sentence(finding.message), _sentence(finding.hint)
    return f"{message}（{hint}）" if hint else message


def _sentence(said: str) -> str:
    said = " ".join(said.split("\n"))
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"


def _data(value: str) -> str:
    value = value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return visible_line(value)


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


def painted(words: str, color: str) -> str:
    """Words in a colour, an SGR number; with none as they are."""
    return f"\x1b[{color}m{words}\x1b[0m" if color else words
