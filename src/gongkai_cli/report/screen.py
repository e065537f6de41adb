"""What is printed: results to stdout, complaints to stderr; colour only on a terminal."""

import contextlib
import io
import json
import os
import shutil
import sys
import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, TextIO, TypeVar

from ..finding import Finding
from .findings import count, painted, text
from .pile import Told
from .visible import visible, visible_json, visible_line, visible_lines

T = TypeVar("T")

# A pipe has no edge to break lines at.
_PIPE = 1000
_PAGE = 120
# Between the columns of a table; and what a text needs that goes on over lines: three 汉字.
_GAP, _NARROWEST = 2, 6
# A bar for less than this would only flicker.
_MUCH = 20
# Characters that may wait in memory.
_HELD = 1 << 20


def shows_sources(format_: str) -> bool:
    """Whether findings are shown with the lines they are about."""
    return format_ == "text" and sys.stdout.isatty()


def show(pile: Iterable[Told], format_: str, accepted: int) -> Mapping[str, int]:
    """Print what a pile tells on stdout, on a terminal with a last line that counts it.

    Returns how many there are of each severity.
    """
    severities: Counter[str] = Counter()
    # One after the other: together they may be more than there is memory for.
    for *_, severity, words in pile:
        between = ("[\n" if not severities else ",\n") if format_ == "json" else ""
        severities[severity] += 1
        sys.stdout.write(between + words)
    if format_ == "json":
        sys.stdout.write("\n]\n" if severities else "[]\n")
    elif shows_sources(format_):
        sys.stdout.write(count(severities, accepted))
    return severities


def complain(findings: Iterable[Finding]) -> None:
    """Print findings for people, on stderr."""
    sys.stderr.write(text(findings, color=is_colourful(sys.stderr)))
    sys.stderr.flush()


def warn(text: str) -> None:
    """Print lines about the run itself, on stderr."""
    sys.stderr.write(visible(text) + "\n")


def say(line: str) -> None:
    """Print one line of result."""
    sys.stdout.write(visible_line(line) + "\n")


def say_text(text: str) -> None:
    """Print lines of result as they are parted."""
    sys.stdout.write(visible(text) + "\n")


def say_bytes(data: bytes) -> None:
    """Print a file as it is: its line breaks are its own."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)


def say_json(rows: Sequence[Mapping[str, Any]]) -> None:
    """Print a list for other programs."""
    sys.stdout.write(visible_json(json.dumps(rows, ensure_ascii=False, indent=2)) + "\n")


def _coloured(lines: Iterable[tuple[str, str]]) -> str:
    if not is_colourful(sys.stdout):
        return visible_lines([line for line, _ in lines])
    return "".join(f"{painted(visible_line(line), color)}\n" for line, color in lines)


class Held:
    """Lines that are printed only after something that is not known yet; many wait compressed."""

    def __init__(self) -> None:
        self._store = io.StringIO()
        self._packed: list[bytes] = []

    def say_lines(self, lines: Iterable[tuple[str, str]]) -> None:
        """Lines, each with the colour (an SGR number, or none) it has on a terminal."""
        self._store.write(_coloured(lines))
        if self._store.tell() > _HELD:
            # Not on the disk: it may be full, and that is no reason to be silent.
            said = self._store.getvalue().encode("utf-8", "surrogatepass")
            self._packed.append(zlib.compress(said, level=1))
            self._store = io.StringIO()

    def pieces(self) -> Iterator[str]:
        for packed in self._packed:
            yield zlib.decompress(packed).decode("utf-8", "surrogatepass")
        yield self._store.getvalue()


@contextlib.contextmanager
def held() -> Iterator[Held]:
    """Keep lines back, and print them at the end."""
    lines = Held()
    yield lines
    for piece in lines.pieces():
        sys.stdout.write(piece)


def say_pieces(pieces: Iterable[tuple[str, str]]) -> None:
    """Print a line of pieces, each with the colour it has on a terminal."""
    colourful = is_colourful(sys.stdout)
    line = (painted(visible_line(text), color if colourful else "") for text, color in pieces)
    sys.stdout.write("".join(line).rstrip() + "\n")


def width() -> int:
    """How many columns there are to draw in; as many as a page of plain text has in a pipe."""
    return shutil.get_terminal_size((_PAGE, 0)).columns if sys.stdout.isatty() else _PAGE


def table(headings: Sequence[str], rows: Iterable[Sequence[str]], loose: Collection[int]) -> None:
    """Print a table: columns as wide as they need, on a terminal as wide as there is room.

    Where there is too little the ``loose`` columns go on over lines, and where that would be hard to
    read the lines themselves, as the terminal breaks them; nothing is cut.
    """
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table(box=None, pad_edge=False, header_style="bold", padding=(0, _GAP, 0, 0))
    for number, heading in enumerate(headings):
        drawn.add_column(heading, no_wrap=number not in loose, overflow="fold")
    cells = [[visible_line(cell) for cell in row] for row in rows]
    for row in cells:
        drawn.add_row(*map(Text, row))
    if sys.stdout.isatty() and _least([headings, *cells], loose) <= (room := width()):
        Console(file=sys.stdout, highlight=False, width=room).print(drawn)
        return
    console = Console(width=_PIPE, highlight=False, color_system=None, emoji=False)
    with console.capture() as captured:
        console.print(drawn)
    for line in captured.get().split("\n")[:-1]:
        say(line.rstrip())


def _least(rows: Sequence[Sequence[str]], loose: Collection[int]) -> int:
    """How many columns of a terminal a table needs to be read."""
    from rich.cells import cell_len

    needed = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    return sum(
        _GAP + (min(length, _NARROWEST) if number in loose else length)
        for number, length in enumerate(needed)
    )


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
