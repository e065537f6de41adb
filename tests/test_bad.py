"""Every bad file gets the findings written at its own end: place, code, sentence, hint.

``pytest --update`` writes them anew; read the diff before committing it.
"""

import re
from pathlib import Path

import pytest

from conftest import TESTS
from gongkai_cli import report
from gongkai_cli.codes import CODES
from gongkai_cli.finding import errors
from gongkai_cli.loading import load
from support.bad_files import FILES, MARKER

REAL = sorted((TESTS.parent / "campaigns").glob("*.yaml"))
KEY = re.compile(r"""\s*(?:- )?[^\s:{\["“#]+(:)(?= |$)""")


def expectation(text: str) -> str:
    lines = report.text(load(text.encode(), "文件").findings).splitlines()
    return "".join(f"# {line}\n" for line in lines)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_finding_of_a_bad_file(path: Path, *, update: bool) -> None:
    text, _, expected = path.read_bytes().decode().partition(MARKER)
    found = expectation(text)
    if update:
        path.write_bytes((text + MARKER + found).encode())
        expected = found
    assert found == expected
    assert found, "a bad file must have a finding"


def test_there_is_a_bad_file_for_every_code_of_the_loader() -> None:
    said = "".join(path.read_bytes().decode() for path in FILES)
    codes = {code.code for code in CODES if code.code[:3] in ("GK1", "GK2")}
    assert {code for code in codes if f" {code} " not in said} == set()


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_a_forgotten_colon_is_missed_on_its_own_line(path: Path) -> None:
    """Though the parser misses it only on the next line, which has one."""
    lines = path.read_text("utf-8").split("\n")
    for number, line in enumerate(lines):
        if found := KEY.match(line):
            without = line[: found.start(1)] + line[found.end(1) :]
            text = "\n".join([*lines[:number], without, *lines[number + 1 :]])
            first, *_ = errors(load(text.encode(), "").findings)
            assert first.place.line == number + 1, line
