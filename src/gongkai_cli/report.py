"""Findings and progress on the screen. The only module that imports rich.

Results go to stdout, complaints to stderr; a pipe gets plain text, a terminal colour.
"""

import contextlib
import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any, TextIO, TypeVar

from .finding import Finding, Severity
from .prose import UNPRINTABLE

T = TypeVar("T")

_WORDS: Mapping[Severity, str] = {"error": "错误", "warning": "警告", "note": "提示"}
_COLORS = {"error": "31", "warning": "33", "note": "36"}
# A pipe has no edge to break lines at.
_PIPE = 1000
_PAGE = 120
# Before the source line stand its number and a rule.
_GUTTER = 9
_NARROWEST = 40
# A bar for less than this would only flicker.
_MUCH = 20


def text(findings: Iterable[Finding], *, color: bool = False) -> str:
    """One finding on a line: place, severity, code, sentence, and what to do about it."""
    return "".join(_line(finding, color=color) for finding in findings)


def on_terminal(
    findings: Sequence[Finding], sources: Mapping[str, str], accepted: int = 0, *, color: bool
) -> str:
    """Each finding with the source line and a caret under its place; at the end how many there are.

    ``sources`` are the texts of the files by path, as their places count them.
    """
    width = max(shutil.get_terminal_size().columns, _NARROWEST)
    lines = {path: source.split("\n") for path, source in sources.items()}
    parts = [
        _line(finding, color=color) + _excerpt(finding, lines, width, color=color)
        for finding in findings
    ]
    return "".join([*parts, _count(findings, accepted)])


def changes(findings: Iterable[Finding]) -> str:
    """What was mended, one edit on a line."""
    return "".join(
        f"{_place(finding)}: 已改 {finding.code} “{finding.edit.old}”→“{finding.edit.new}”\n"
        for finding in sorted(findings)
        if finding.edit
    )


def _line(finding: Finding, *, color: bool) -> str:
    word = _colored(f"{_WORDS[finding.severity]} {finding.code}", finding, color=color)
    return f"{_place(finding)}: {word} {_with_hint(finding)}\n"


def _place(finding: Finding) -> str:
    return f"{finding.place.path}:{finding.place.line}:{finding.place.column}"


def _colored(words: str, finding: Finding, *, color: bool) -> str:
    return f"\x1b[{_COLORS[finding.severity]}m{words}\x1b[0m" if color else words


def _excerpt(
    finding: Finding, lines: Mapping[str, Sequence[str]], width: int, *, color: bool
) -> str:
    """The line a finding is about, and a caret under its place."""
    known, number = lines.get(finding.place.path, ()), finding.place.line
    if number > len(known) or not known[number - 1].strip():
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


def _count(findings: Sequence[Finding], accepted: int) -> str:
    severities = [finding.severity for finding in findings]
    said = [
        f"{number} 个{word}" for kind, word in _WORDS.items() if (number := severities.count(kind))
    ]
    more = f"；另有 {accepted} 个问题已在文件里接受" if accepted else ""
    return ("，".join(said) or "没有发现问题") + more + "\n"


def as_json(findings: Iterable[Finding]) -> str:
    """A list of {path, line, column, code, severity, message, hint}."""
    rows = [
        asdict(finding.place)
        | {name: getattr(finding, name) for name in ("code", "severity", "message", "hint")}
        for finding in findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def github(findings: Iterable[Finding]) -> str:
    """Workflow commands that GitHub shows beside the lines they are about."""
    kinds = {"error": "error", "warning": "warning", "note": "notice"}
    return "".join(
        f"::{kinds[finding.severity]} file={_property(finding.place.path)},line={finding.place.line},"
        f"col={finding.place.column},title={finding.code}::{_data(_with_hint(finding))}\n"
        for finding in findings
    )


FORMATS = {"text": text, "json": as_json, "github": github}


def show(
    findings: Sequence[Finding], format_: str, sources: Mapping[str, str], accepted: int
) -> None:
    """Print findings on stdout; as text on a terminal with what they are about."""
    if format_ == "text" and sys.stdout.isatty():
        color = is_colourful(sys.stdout)
        _write(on_terminal(findings, sources, accepted, color=color))
    else:
        _write(FORMATS[format_](findings))


def _with_hint(finding: Finding) -> str:
    return f"{finding.message}（{finding.hint}）" if finding.hint else finding.message


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


def complain(findings: Iterable[Finding]) -> None:
    """Print findings for people, on stderr."""
    sys.stderr.write(text(findings, color=is_colourful(sys.stderr)))
    sys.stderr.flush()


def _write(result: str) -> None:
    """Print a result. A reader that went away (| head) changes nothing of what was found out."""
    try:
        sys.stdout.write(result)
    except BrokenPipeError:
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(line: str) -> None:
    """Print one line of result."""
    _write(line + "\n")


def say_bytes(data: bytes) -> None:
    """Print a file as it is: its line breaks are its own."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)


def say_json(rows: Sequence[Mapping[str, Any]]) -> None:
    """Print a list for other programs."""
    _write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")


def say_lines(lines: Iterable[tuple[str, str]]) -> None:
    """Print lines, each with the colour (an SGR number, or none) it has on a terminal."""
    colourful = is_colourful(sys.stdout)
    for line, color in lines:
        say(f"\x1b[{color}m{line}\x1b[0m" if colourful and color else line)


def say_pieces(pieces: Iterable[tuple[str, str]]) -> None:
    """Print a line of pieces, each with the colour it has on a terminal."""
    colourful = is_colourful(sys.stdout)
    say(
        "".join(
            f"\x1b[{color}m{text}\x1b[0m" if colourful and color else text for text, color in pieces
        ).rstrip()
    )


def width() -> int:
    """How many columns there are to draw in; as many as a page of plain text has in a pipe."""
    from rich.console import Console

    return Console(file=sys.stdout).width if sys.stdout.isatty() else _PAGE


def table(
    headings: Sequence[str], rows: Iterable[Sequence[str]], *, only_first: bool = False
) -> None:
    """Print a table: columns as wide as they need, on a terminal as wide as there is room.

    Where there is too little, all give way, or ``only_first``.
    """
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for number, heading in enumerate(headings):
        rigid = only_first and number > 0
        drawn.add_column(heading, no_wrap=rigid, overflow="fold" if only_first else "ellipsis")
    for row in rows:
        drawn.add_row(*map(Text, row))
    if sys.stdout.isatty():
        Console(file=sys.stdout, highlight=False).print(drawn)
        return
    console = Console(width=_PIPE, highlight=False, color_system=None, emoji=False)
    with console.capture() as captured:
        console.print(drawn)
    for line in captured.get().splitlines():
        say(line.rstrip())


def is_colourful(stream: TextIO) -> bool:
    """Whether a stream is a terminal whose user has not asked for plain text (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def progress(items: Sequence[T], what: str) -> Iterator[T]:
    """Go through items, with a bar on a terminal when there are many."""
    if len(items) < _MUCH or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, description=what, console=Console(stderr=True), transient=True)
