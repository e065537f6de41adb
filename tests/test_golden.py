"""Rendered documents against the files beside them. ``pytest --update`` writes them anew.

A progress record (进展.txt) in the folder, invented for the purpose, goes into the summary.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT, TESTS, campaign, progress
from gongkai_cli.rendering import Rendered, render
from gongkai_cli.templating import Templates

CASES = [
    *sorted((ROOT / "campaigns").glob("*.yaml")),
    *sorted((TESTS / "cases").glob("*.yaml")),
]
# Of the many unit sheets those that show something of their own.
NAMES = ["notice", "task-table", "unit-tasks", "report-form", "questionnaire", "summary"]
RECORD = "进展.txt"
SHEETS = {"市政府办公室", "市营商局", "各地各部门", "区市场监管局", "各街道", "县网信办"}
# Compared by tests of their own.
ELSEWHERE = {RECORD, "findings.txt", "calendar.ics", "status.txt", "status.html"}


def readable(ending: str, data: bytes) -> str:
    """Markdown as it is; HTML without its style, of which a browser judges; of a DOCX every part
    that is ours, one element on a line.
    """
    if ending == ".html":
        return re.sub("(?s)<style>.*</style>", "<style>…</style>", data.decode())
    if ending != ".docx":
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [
            f"==== {name} ====\n{archive.read(name).decode()}\n" for name in archive.namelist()
        ]
    text = "".join(parts)
    for tag in ("<w:p>", "<w:tr>", "<w:tbl>", "<w:tc>", "<w:sectPr", "<w:style "):
        text = text.replace(tag, f"\n{tag}")
    return text


def documents(path: Path, office: Templates) -> Iterator[Rendered]:
    """Every document of a campaign, and the notice as a web page."""
    record = TESTS / "golden" / path.stem / RECORD
    known = progress(path, record.read_text("utf-8")) if record.exists() else None
    yield from render(campaign(path), office, NAMES, ["md", "docx"], progress=known)
    yield from render(campaign(path), office, ["notice"], ["html"])


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_documents_are_as_they_were_agreed(path: Path, office: Templates, *, update: bool) -> None:
    folder = TESTS / "golden" / path.stem
    rendered = {
        item.path: readable(item.path.suffix, item.data)
        for item in documents(path, office)
        if item.path.parent.name != "unit-tasks" or item.path.stem in SHEETS
    }
    # The styles are the same in every document; the notice stands for all.
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
