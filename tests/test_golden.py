"""Rendered documents against the files beside them. ``pytest --update`` writes them anew.

A progress record (进展.txt) in the folder, invented for the purpose, goes into the summary.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path, PurePosixPath

import pytest

from conftest import CASES, ROOT, TESTS, progress, sound
from gongkai_cli.project.overrides import templates
from gongkai_cli.rendering import Rendered, document_names
from gongkai_cli.templating import Templates
from support.all_documents import render

NAMES = document_names(templates(ROOT))
RECORD = "进展.txt"
# Of the many unit sheets those that show something of their own.
SHEETS = {"市政府办公室", "市营商局", "各地各部门", "区市场监管局", "各街道", "县网信办"}
# Compared by tests of their own.
ELSEWHERE = {RECORD, "findings.txt", "calendar.ics", "status.txt", "status.html"}
# What is alike in all documents is written out once, in a notice that has every element.
WHOLE = TESTS / "cases" / "official.yaml"

Parts = Mapping[str, bytes]


def parts_of(data: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@cache
def notice_of(path: Path) -> Parts:
    (rendered,) = render(sound(path), Templates(templates(ROOT)), ["notice"], ["docx"])
    return parts_of(rendered.data)


def readable(path: Path, name: PurePosixPath, data: bytes) -> str:
    """Markdown as it is; HTML without its style, of which a browser judges; of a DOCX every part,
    one element on a line, but for those that are another's to the byte.
    """
    if name.suffix == ".html":
        return re.sub("(?s)<style>.*</style>", "<style>…</style>", data.decode())
    if name.suffix != ".docx":
        return data.decode()
    known = {} if path == WHOLE and name.stem == "notice" else {WHOLE: f"{WHOLE.stem}/notice"}
    if name.stem != "notice":
        known |= {path: f"{path.stem}/notice"}
    lines: list[str] = []
    for part, content in parts_of(data).items():
        same = [shown for of, shown in known.items() if notice_of(of).get(part) == content]
        if same:
            lines.append(f"==== {part} ==== {same[0]}")
        else:
            lines += [f"==== {part} ====", content.decode()]
    text = "\n".join(lines) + "\n"
    for tag in ("<w:p>", "<w:tr>", "<w:tbl>", "<w:tc>", "<w:sectPr", "<w:style "):
        text = text.replace(tag, f"\n{tag}")
    return text


def documents(path: Path, office: Templates) -> Iterator[Rendered]:
    """Every document of a campaign, and the notice as a web page."""
    record = TESTS / "golden" / path.stem / RECORD
    known = progress(path, record.read_text("utf-8")) if record.exists() else None
    yield from render(sound(path), office, NAMES, ["md", "docx"], progress=known)
    yield from render(sound(path), office, ["notice"], ["html"])


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_documents_are_as_they_were_agreed(path: Path, office: Templates, *, update: bool) -> None:
    folder = TESTS / "golden" / path.stem
    rendered = {
        item.path: readable(path, item.path, item.data)
        for item in documents(path, office)
        if item.path.parent.name != "unit-tasks" or item.path.stem in SHEETS
    }
    names = {
        name: folder / (f"{name}.xml.txt" if name.suffix == ".docx" else name) for name in rendered
    }
    if update:
        for name, file in names.items():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(rendered[name], "utf-8", newline="\n")
    expected = {name: file.read_text("utf-8") for name, file in names.items()}
    assert rendered == expected
    kept = {file for file in folder.rglob("*") if file.is_file() and file.name not in ELSEWHERE}
    assert kept == set(names.values())
