"""What no run may ever do, whatever it was given."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

from .case import told

_BROKEN = re.compile("Traceback|内部错误|程序出错")
# What a terminal obeys, or is turned round by: escape sequences begin with one of these.
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_CODES = {0, 1, 2}
_WATCHING = {*_CODES, 3}
_FOLDED = 75
_VOID = {"br", "col", "meta", "link", "hr"}
_ACTIVE = {"script", "iframe", "object", "embed", "form", "base", "img", "a"}


def breaches(command: Sequence[str], code: int, out: str, err: str) -> Iterator[str]:
    """What is wrong with an answer in itself."""
    watching = command[0] == "check-deadlines"
    if code not in (_WATCHING if watching else _CODES):
        yield f"exit code {code}"
    if found := _BROKEN.search(out + err):
        yield found[0]
    for_programs = "--format" in command and code == 1
    if code and not watching and not for_programs and not told(out, err):
        yield "a refusal without a place"
    for text in (out.replace("\r\n", "\n"), err):
        if obeyed := _OBEYED.search(text):
            yield f"U+{ord(obeyed[0]):04X} on the terminal"


def malformed(office: Path, written: Iterable[str]) -> Iterator[str]:
    """Documents that other programs could not read, or would run."""
    readers = {".docx": _docx, ".html": _html, ".ics": _ics, ".md": _markdown}
    for name in written:
        path = office / name
        if path.suffix in readers and path.is_file():
            yield from (f"{name}: {what}" for what in readers[path.suffix](path.read_bytes()))


def _docx(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for part in package.namelist():
            if part.startswith("/") or ".." in part:
                yield f"part {part}"
            if part.endswith((".xml", ".rels")):
                try:
                    ET.fromstring(package.read(part))  # noqa: S314  our own
                except ET.ParseError as error:
                    yield f"part {part}: {error}"
            if part.endswith(".rels") and b'TargetMode="External"' in package.read(part):
                yield f"part {part} leads out"


class _Balance(HTMLParser):
    """Every tag is closed in its turn, and none does anything."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _ACTIVE or any(name.startswith("on") for name, _ in attrs):
            self.wrong.append(f"<{tag}>")
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}>")


def _html(data: bytes) -> Iterator[str]:
    balance = _Balance()
    balance.feed(data.decode())
    balance.close()
    yield from balance.wrong
    yield from (f"<{tag}> left open" for tag in balance.open)


def _ics(data: bytes) -> Iterator[str]:
    from icalendar import Calendar

    lines = data.split(b"\r\n")
    if any(b"\n" in line or b"\r" in line for line in lines):
        yield "a bare line break"
    if any(len(line) > _FOLDED for line in lines):
        yield "a line too long"
    names = {line.partition(b":")[0].partition(b";")[0] for line in lines if line[:1] != b" "}
    if odd := {name.decode() for name in names if not re.fullmatch(b"[A-Z-]*", name)}:
        yield f"properties {odd}"
    Calendar.from_ical(data)


def _markdown(data: bytes) -> Iterator[str]:
    if found := re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", data.decode()):
        yield f"U+{ord(found[0]):04X}"
