"""Sessions at the command line, as a clerk or cron would have them, held to what is written down.

A transcript is text: `> path` begins a file that runs to the next line that begins with a mark;
`$ gongkai …` is a command with what it prints (stderr behind `! `) and, where it is not 0, its exit
code (`= 2`). `& path` shows a file. The clock stands at 2026-05-19 09:00.

``pytest --update`` writes the outputs anew; read the diff before committing it.
"""

import re
import shlex
import shutil
from datetime import datetime
from pathlib import Path

import pytest

from conftest import ROOT, TESTS, Ran, Run, put

TRANSCRIPTS = sorted((TESTS / "transcripts").glob("*.txt"))
MARKS = re.compile(r"^(?=[>$&] )", re.MULTILINE)


def answer(ran: Ran) -> str:
    code = f"= {ran.code}\n" if ran.code else ""
    return ran.out + "".join(f"! {line}\n" for line in ran.err.splitlines()) + code


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_a_session(
    path: Path, gongkai: Run, monkeypatch: pytest.MonkeyPatch, *, update: bool
) -> None:
    monkeypatch.setattr("gongkai_cli.project.clock.now", lambda: datetime(2026, 5, 19, 9))
    shutil.copytree(ROOT / "campaigns", "真实")
    head, *parts = MARKS.split(path.read_text("utf-8"))
    played = head
    for part in parts:
        mark, line = part[0], part.splitlines()[0][2:]
        if mark == ">":
            put(line, part.split("\n", 1)[1])
            played += part
        elif mark == "$":
            played += f"$ {line}\n{answer(gongkai(*shlex.split(line)[1:]))}\n"
        else:
            played += f"& {line}\n{Path(line).read_text('utf-8')}\n"
    if update:
        path.write_text(played, "utf-8", newline="\n")
    assert played == path.read_text("utf-8")
