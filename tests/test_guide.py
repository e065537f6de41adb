"""The user guide is played from its first line to its last in one folder, and must answer as shown;
so are the pages that show what commands answer.

What a reader does by hand stands in marks that a page does not show, in front of what they are about:
`<!-- 时钟 2026-05-19 09:00 -->` sets the clock, `改` puts the lines of the next block in place of those
with the same keys or at the end of the file, `换` replaces by the table that follows, `新建` makes a
file of the next block, and `看` shows a file in it. A line `…` stands for lines left out.

``pytest --update`` writes anew what no longer fits; read the diff before committing it.
"""

import re
import shlex
import shutil
import subprocess
from datetime import datetime
from itertools import takewhile
from pathlib import Path

import pytest

from conftest import ROOT, Run, put

GUIDE = ROOT / "docs" / "guide.md"
DEADLINES = ROOT / "docs" / "deadlines.md"
README = ROOT / "README.md"
WATCH = "check-deadlines"
MARK = re.compile(r"<!-- (\S+) (.+) -->")
FENCE = "```"
ELIDED = "…"
STYLES = re.compile(r"\x1b\[[0-9;]*m")  # a table's head is bold even without colours
ELSEWHERE = {"python"}  # installing takes a network; CI does it with the README's commands


def by_hand(program: str, *names: str) -> None:
    """What a shell or a file manager does."""
    match program, names:
        case "mkdir", (folder,):
            Path(folder).mkdir()
        case "cp", (old, new):
            shutil.copyfile(old, new)
        case "mv", (old, new):
            for path in sorted(Path().glob(old)):
                shutil.move(path, new)
        case _:
            pytest.fail(f"{program} {names}")


def fits(shown: str, answer: str) -> bool:
    pattern = "".join(
        r"(?:.*\n)*?" if line == ELIDED else re.escape(line + "\n") for line in shown.splitlines()
    )
    return re.fullmatch(pattern, answer) is not None


def put_in_place(path: Path, lines: list[str]) -> None:
    """Lines whose keys stand in a file replace those there; a block of new keys comes at its end."""
    before = text = path.read_text("utf-8")
    standing = [same_key(line, text) for line in lines]
    if not standing[0]:
        text += "\n" + "".join(f"{line}\n" for line in lines)
    else:
        for line, found in zip(lines, standing, strict=True):
            assert len(found) == 1, f"{line} may stand for {found}"
            text = text.replace(found[0], line)
    assert text != before, lines
    path.write_text(text, "utf-8", newline="\n")


def same_key(line: str, text: str) -> list[str]:
    """The lines of a text that say something of the same key, as deep."""
    key = re.split("[：:]", line)[0]
    return re.findall(rf"^{re.escape(key)}[：:].*$", text, re.MULTILINE)


class Reader:
    """Somebody who does what the guide says."""

    def __init__(self, gongkai: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        self.gongkai = gongkai
        self.monkeypatch = monkeypatch

    def clock(self, moment: str) -> None:
        now = datetime.fromisoformat(moment)
        self.monkeypatch.setattr("gongkai_cli.project.clock.now", lambda: now)

    def command(self, line: str) -> str | None:
        """What a terminal shows of a command; None where that is another program's affair."""
        program, *arguments = shlex.split(line)
        if program == "gongkai":
            ran = self.gongkai(*arguments)
            shown = STYLES.sub("", ran.out + ran.err)
            return "".join(f"{row.rstrip()}\n" for row in shown.splitlines())
        if program == "cd":
            self.monkeypatch.chdir(arguments[0])
        elif program in {"mkdir", "cp", "mv"}:
            by_hand(program, *arguments)
        elif program == "git":
            if shutil.which("git"):
                subprocess.run([program, *arguments], check=True, capture_output=True)
            return None
        else:
            assert program in ELSEWHERE
            return None
        return ""

    def console(self, text: str) -> str:
        """A block of commands with the answers they have: those shown, where they fit."""
        played = ""
        for part in re.split(r"^(?=\$ )", text, flags=re.MULTILINE)[1:]:
            head, shown = part.split("\n", 1)
            answer = self.command(head.removeprefix("$ "))
            kept = answer is None or fits(shown, answer)
            played += f"{head}\n{shown if kept else answer}"
        return played


@pytest.mark.parametrize("path", [GUIDE, DEADLINES], ids=lambda path: path.stem)
def test_a_page_is_followed(
    gongkai: Run, monkeypatch: pytest.MonkeyPatch, path: Path, *, update: bool
) -> None:
    if path != GUIDE:  # other pages begin in a folder that is there
        gongkai("init")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    reader = Reader(gongkai, monkeypatch)
    page = path.read_text("utf-8")
    lines = iter(page.splitlines())
    played, todo = "", ("", "")
    for line in lines:
        played += f"{line}\n"
        if mark := MARK.fullmatch(line):
            todo = (mark[1], mark[2])
            if mark[1] == "时钟":
                reader.clock(mark[2])
        elif line.startswith(FENCE):
            block = [*takewhile(lambda row: row != FENCE, lines)]
            text = "".join(f"{row}\n" for row in block)
            if line == f"{FENCE}console":
                text = reader.console(text)
            elif todo[0] == "看":
                there = Path(todo[1]).read_text("utf-8")
                text = text if fits(text, there) else there
            elif todo[0] == "新建":
                put(todo[1], text)
            elif todo[0] == "改":
                put_in_place(Path(todo[1]), block)
            else:
                assert path != GUIDE, f"what is done with this? {text}"
            played += f"{text}{FENCE}\n"
            todo = ("", "")
        elif todo[0] == "换" and (row := re.fullmatch(r"\| `(.+)` \| `(.+)` \|", line)):
            file = Path(todo[1])
            before = file.read_text("utf-8")
            assert row[1] in before
            file.write_text(before.replace(row[1], row[2]), "utf-8", newline="\n")
            todo = ("", "")
    if update:
        path.write_text(played, "utf-8", newline="\n")
    assert played == path.read_text("utf-8")


@pytest.mark.parametrize("day", ["2026-01-05", "2026-05-19", "2027-03-01", "2031-12-31"])
def test_the_commands_of_the_readme_work_as_they_stand(
    gongkai: Run, monkeypatch: pytest.MonkeyPatch, day: str
) -> None:
    """One after the other in an empty folder, whatever the day."""
    reader = Reader(gongkai, monkeypatch)
    reader.clock(f"{day} 09:00")
    page = README.read_text("utf-8").partition("## 日常用法")[2]
    commands = page.split(FENCE)[1].strip().splitlines()
    assert len(commands) > 10
    for line in commands:
        words = shlex.split(line, comments=True)
        if words[0] == "gongkai":
            ran = gongkai(*words[1:])
            assert ran.code in ({0, 1, 2} if words[1] == WATCH else {0}), line
            assert "错误" not in ran.err, line
        else:
            assert reader.command(line) == "", line


def test_links_within_the_guide_lead_to_headings() -> None:
    page = GUIDE.read_text("utf-8")
    headings = re.findall(r"^#+ (.+)$", page, re.MULTILINE)
    slugs = {re.sub(r"[^\w-]", "", heading.replace(" ", "-")) for heading in headings}
    assert set(re.findall(r"\]\(#(.+?)\)", page)) - slugs == set()
