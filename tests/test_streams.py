"""Output that cannot be written, at whatever moment: told in one sentence, and the work is done."""

import errno
import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT, TESTS, Run, put
from gongkai_cli import streams

SOUND = (TESTS / "cases" / "official.yaml").read_text("utf-8")
NOW = ("--now", "2026-09-30T09:00")
LOST = (
    "输出没有写全：磁盘满了（要看全，腾出空间或者把输出存到别处，再运行；已经写好的文件不受影响）\n"
)
COMMANDS = (
    ("--help",),
    ("--version",),
    ("render", "-t", "notice", "-f", "md"),
    ("validate", "--format", "json"),
    ("validate", "--explain", "GK525"),
    ("check-deadlines", *NOW),
    ("check-deadlines", *NOW, "--format", "json"),
    ("tasks", *NOW),
    ("tasks", *NOW, "--format", "json"),
    ("diff", "甲", "甲"),
    ("done", "甲", "活动总结", "--on", "2026-01-05"),
    ("status", *NOW),
    ("status", *NOW, "-o", "进展.html"),
    ("calendar",),
    ("calendar", "-o", "日程.ics"),
    ("new", "乙-2027", "--from", "甲"),
    ("init", "所"),
    ("schema",),
    ("fonts",),
    ("text", "甲.docx"),
)

PRESSED = """
import sys

class CtrlC:
    def find_spec(name, *_):
        if name == "gongkai_cli.{}":
            raise KeyboardInterrupt

sys.meta_path.insert(0, CtrlC)
from gongkai_cli.__main__ import main

main()
"""


class Raw(io.RawIOBase):
    """A stream that takes so many writes and then refuses."""

    def __init__(self, takes: int, error: int) -> None:
        super().__init__()
        self.takes, self.error, self.got = takes, error, b""

    def writable(self) -> bool:
        return True

    def write(self, data: Any, /) -> int:
        if self.takes == 0:
            raise OSError(self.error, os.strerror(self.error))
        self.takes -= 1
        self.got += bytes(data)[:10]
        return min(10, len(data))


def office(gongkai: Run) -> None:
    put("campaigns/甲.yaml", SOUND)
    assert gongkai("render", "-t", "notice", "-f", "docx").code == 0
    put("甲.docx", Path("output/甲/notice.docx").read_bytes())


def made(folder: Path) -> dict[str, bytes]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_full_disk_behind_stdout_is_told_and_the_work_is_done(
    gongkai: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    office(gongkai)
    before = made(tmp_path)
    sound = gongkai(*arguments)
    work = made(tmp_path)
    writes = -(-len(sound.out.encode()) // 10)
    assert writes
    for takes in sorted({0, writes // 2, writes - 1}):
        for path in made(tmp_path).keys() - before.keys():
            Path(path).unlink()
        full = Raw(takes, errno.ENOSPC)
        stdout = io.TextIOWrapper(io.BufferedWriter(full), "utf-8")
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", stdout)
            ran = gongkai(*arguments)
        assert ran.code == (3 if arguments[0] == "check-deadlines" else 1)
        assert ran.err == sound.err + LOST
        assert sound.out.encode().startswith(full.got)
        assert len(full.got) <= 10 * takes
        assert made(tmp_path) == work


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_reader_that_went_away_is_no_fault(
    gongkai: Run, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    office(gongkai)
    before = made(Path())
    sound = gongkai(*arguments)
    for path in made(Path()).keys() - before.keys():
        Path(path).unlink()
    with monkeypatch.context() as patch:
        left = io.TextIOWrapper(io.BufferedWriter(Raw(1, errno.EPIPE)), "utf-8")
        patch.setattr(sys, "stdout", left)
        ran = gongkai(*arguments)
    assert (ran.code, ran.out) == (sound.code, "")
    assert "没有写全" not in ran.err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("validate", "没有"), 2),
        (("render", "--bad"), 2),
        (("check-deadlines", "没有"), 3),
        (("check-deadlines", "--bad"), 3),
        (("done", "甲", "没有"), 1),
        (("tasks", "坏"), 1),
    ],
    ids=str,
)
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EPIPE, errno.EIO])
def test_complaints_that_cannot_be_written_change_no_answer(
    gongkai: Run,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    code: int,
    error: int,
) -> None:
    put("campaigns/甲.yaml", SOUND)
    put("campaigns/坏.yaml", "活动: 甲\n")
    sound = gongkai(*arguments)
    assert (sound.code, bool(sound.err)) == (code, True)
    with monkeypatch.context() as patch:
        deaf = io.TextIOWrapper(io.BufferedWriter(Raw(0, error)), "utf-8", line_buffering=True)
        patch.setattr(sys, "stderr", deaf)
        assert gongkai(*arguments) == (sound.code, sound.out, "")


def test_a_lost_warning_is_not_taken_for_a_good_end(
    gongkai: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("campaigns/甲.yaml", SOUND)
    put("campaigns/甲.进展.txt", "2026-01-05 | 没有这一项 | 各单位 | 完成\n")
    sound = gongkai("tasks", *NOW)
    assert (sound.code, bool(sound.err)) == (0, True)
    with monkeypatch.context() as patch:
        deaf = io.TextIOWrapper(io.BufferedWriter(Raw(0, errno.ENOSPC)), "utf-8")
        patch.setattr(sys, "stderr", deaf)
        assert gongkai("tasks", *NOW) == (1, sound.out, "")


def test_a_pipe_that_is_full_for_the_moment_gets_all(monkeypatch: pytest.MonkeyPatch) -> None:
    class Lagging(Raw):
        def write(self, data: Any, /) -> int | None:  # type: ignore[override]
            self.takes -= 1
            return None if self.takes % 2 else super().write(data)

    pauses: list[float] = []
    monkeypatch.setattr("time.sleep", pauses.append)
    lagging = Lagging(1000, errno.EAGAIN)
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BufferedWriter(lagging), "utf-8"))
    streams.guard()
    sys.stdout.write("公开" * 10)
    assert (streams.lost(), lagging.got.decode()) == ((), "公开" * 10)
    assert pauses


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="没有 /dev/full")
@pytest.mark.parametrize(
    ("redirected", "code"),
    [
        ("validate >/dev/full", 1),
        ("check-deadlines >/dev/full", 3),
        ("--help >/dev/full", 1),
        ("validate >/dev/full 2>/dev/full", 1),
        ("validate 没有 2>/dev/full", 2),
        ("validate >&-", 0),
        ("validate 没有 2>&-", 2),
        ("validate </dev/null 1</dev/null", 1),
        ("init 所 <&-", 0),
        ("init 所 <&- >&- 2>&-", 0),
    ],
)
def test_the_system_itself_refuses(tmp_path: Path, redirected: str, code: int) -> None:
    (tmp_path / "campaigns").mkdir()
    (tmp_path / "campaigns/丹东.yaml").write_bytes(
        (ROOT / "campaigns" / "dandong-2021.yaml").read_bytes()
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"}
    now = " --now 2021-05-19T09:00" if "deadlines" in redirected else ""
    command = redirected.replace(" >", f"{now} >", 1)
    ran = subprocess.run(
        ["/bin/sh", "-c", f"exec {sys.executable} -m gongkai_cli {command}"],
        env=environment,
        cwd=tmp_path,
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert (ran.returncode, "Traceback" in ran.stderr, "内部错误" in ran.stderr) == (
        code,
        False,
        False,
    )
    is_told = "/dev/full" in redirected and "2>" not in redirected
    assert ("没有写全：磁盘满了" in ran.stderr) == is_told


def test_the_names_of_files_are_utf8_whatever_a_timer_has_around_it(tmp_path: Path) -> None:
    """Else the record beside the campaign is not found there, and what is done is told as overdue."""
    (tmp_path / "campaigns").mkdir()
    (tmp_path / "campaigns/甲.yaml").write_text(SOUND, "utf-8")
    told = []
    for around in ({"PYTHONUTF8": "1"}, {"PYTHONUTF8": "0", "LC_ALL": "C"}):
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **around}
        for arguments in (
            ("done", "甲", "活动总结", "--on", "2026-09-20"),
            ("check-deadlines", *NOW),
            ("render", "-t", "notice", "-f", "md"),
        ):
            ran = subprocess.run(
                [sys.executable, "-m", "gongkai_cli", *arguments],
                env=environment,
                cwd=tmp_path,
                check=False,
                capture_output=True,
                encoding="utf-8",
            )
            told.append((ran.returncode, ran.stdout, ran.stderr))
    # The record has it already, and the document stands there.
    assert told[4] == told[1]
    assert [code for code, *_ in told] == [0, told[1][0], 0] * 2
    assert {err for *_, err in told} == {""}
    assert "活动总结" not in told[1][1]
    assert [path.name for path in sorted(tmp_path.rglob("*.txt"))] == ["甲.进展.txt"]


@pytest.mark.parametrize(
    "module", ["streams", "finding", "cli.app", "cli.validate", "project.files"]
)
def test_ctrl_c_at_whatever_import_leaves_no_traceback(tmp_path: Path, module: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", PRESSED.format(module), "validate"],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"},
        cwd=tmp_path,
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, "", "")
