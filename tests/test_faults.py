"""A disk that refuses at every operation in turn: what is left is old or new, whole, and it is told.

For each command that writes: it is run with a fault at its first operation on the disk, at its
second, and so on, until a run goes through without meeting it.
"""

import errno
import re
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from conftest import TESTS, Run, put
from gongkai_cli.project import libreoffice
from support.failing_disk import How, each_operation, in_front

SOUND = (TESTS / "cases" / "official.yaml").read_text("utf-8")
CHANGED = SOUND.replace("网络安全宣传周", "安全生产月")
FULL = "磁盘满了（腾出空间再运行；原来的文件没有动）"
OPEN = "没有权限，或者文件正在别的程序里打开（关掉打开它的 Word、WPS，或换一个文件夹）"
FAULTS: Mapping[str, tuple[How, int, str]] = {
    "full for a moment": ("once", errno.ENOSPC, FULL),
    "full from then on": ("onward", errno.ENOSPC, FULL),
    "full in the middle of a write": ("short", errno.ENOSPC, FULL),
    "quota": ("onward", errno.EDQUOT, "分给的磁盘空间用完了（腾出空间再运行；原来的文件没有动）"),
    "open in Word": ("once", errno.EACCES, OPEN),
    "read-only": ("onward", errno.EROFS, "这个磁盘只能读，不能写（换一个文件夹）"),
    "broken": (
        "dead",
        errno.EIO,
        "磁盘读写出错（磁盘或者网络盘可能坏了，换一个文件夹，找管电脑的人看看）",
    ),
}
RENDER = ("render", "-t", "task-table", "-f", "md", "-f", "html")
DONE = ("done", "甲", "活动总结", "--on", "2026-01-05")
# What is done before, and the command: with a fault it ends with 1, without one with 0.
COMMANDS: Mapping[str, tuple[tuple[tuple[str, ...], ...], tuple[str, ...]]] = {
    "documents in every format": (
        (),
        ("render", "-t", "notice", "-f", "docx", "-f", "md", "-f", "html"),
    ),
    "documents for the first time": ((), RENDER),
    "documents over older ones": ((RENDER, ("changed",)), RENDER),
    "sheets of units": ((), ("render", "-t", "unit-tasks", "-f", "md", "--unit", "县教育局")),
    "the first line of a record": ((), DONE),
    "one more line": ((DONE,), (*DONE, "--evidence", "已收")),
    "a line taken back": ((DONE,), (*DONE, "--undo")),
    "a file mended": ((("colon",),), ("validate", "--fix")),
    "next year's file": ((), ("new", "乙-2027", "--from", "甲")),
    "a page": ((), ("status", "--now", "2026-05-01", "-o", "网页/进展.html")),
    "a page over an older one": (
        (("status", "--now", "2026-04-01", "-o", "进展.html"),),
        ("status", "--now", "2026-05-01", "-o", "进展.html"),
    ),
    "a calendar": ((), ("calendar", "-o", "日程.ics")),
    "calendars of units": ((), ("calendar", "--per-unit", "-o", "日程", "--per-unit")),
    "a schema": ((), ("schema", "-o", "键.json")),
    "an office": ((("init", "所"), ("thinned",)), ("init", "所", "-t", "notice")),
}
TEMPORARY = re.compile(r"\.\d+-[0-9a-f]{12}\.tmp")
OPERATIONS = {"open", "write", "close", "fsync", "replace"}


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def restore(folder: Path, known: Mapping[str, bytes]) -> None:
    for path in folder.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    for name, data in known.items():
        put(name, data)


def prepared(gongkai: Run, steps: tuple[tuple[str, ...], ...]) -> dict[str, bytes]:
    """What is there before the command."""
    put("campaigns/甲.yaml", SOUND)
    for step in steps:
        match step:
            case ("changed",):
                put("campaigns/甲.yaml", CHANGED)
            case ("colon",):
                put("campaigns/甲.yaml", SOUND.replace("年份: ", "年份：", 1))
            case ("thinned",):
                Path("所/.gitignore").unlink()
                shutil.rmtree("所/.vscode")
            case _:
                assert gongkai(*step).code == 0
    return files(Path())


def is_whole(name: str, data: bytes, old: Mapping[str, bytes], new: Mapping[str, bytes]) -> bool:
    """Whether a file is the old one or the new one; lines of a ledger or a record: none is torn."""
    if data in (old.get(name), new.get(name)):
        return True
    if name.endswith((".gongkai", ".进展.txt")):
        known = new[name].splitlines(keepends=True)
        begun = old.get(name, b"")
        return data.startswith(begun) and set(data.splitlines(keepends=True)) <= set(known)
    return False


def kept(known: Mapping[str, bytes]) -> dict[str, object]:
    """Files to compare: documents may be entered in a ledger in any order; git's help may fail."""
    return {
        name: set(data.splitlines()) if name.endswith(".gongkai") else data
        for name, data in known.items()
        if not name.endswith("/.gitattributes")
    }


# There is one way to write a file and one to add lines: a command of each meets every fault.
EVERY = ("a page over an older one", "one more line")
LONG = ("documents in every format", "sheets of units", "calendars of units", "an office")
FEW = ("full in the middle of a write", "full for a moment", "broken")
CASES = [
    (command, fault)
    for command in COMMANDS
    for fault in (FAULTS if command in EVERY else FEW[:1] if command in LONG else FEW)
]


@pytest.mark.parametrize(("command", "fault"), CASES)
def test_every_file_is_old_or_new_wherever_the_disk_refuses(
    gongkai: Run, tmp_path: Path, command: str, fault: str
) -> None:
    steps, arguments = COMMANDS[command]
    how, error, why = FAULTS[fault]
    old = prepared(gongkai, steps)
    sound = gongkai(*arguments)
    new = files(tmp_path)
    assert sound.code == 0
    for disk in each_operation(tmp_path, how, error):
        restore(tmp_path, old)
        with in_front(disk):
            ran = gongkai(*arguments)
        if not disk.has_refused:
            break
        left = files(tmp_path)
        rubbish = {name for name in left if TEMPORARY.fullmatch(Path(name).name)}
        assert rubbish == set() or how == "dead"
        left = {name: data for name, data in left.items() if name not in rubbish}
        torn = how == "dead" and disk.seen["write"]
        assert {name for name, data in left.items() if not is_whole(name, data, old, new)} <= (
            {"campaigns/甲.进展.txt", "output/甲/.gongkai"} if torn else set()
        )
        assert old.keys() <= left.keys()
        told = [line for line in (ran.out + ran.err).splitlines() if " 错误 GK4" in line]
        assert "内部错误" not in ran.err
        if ran.code == 0:  # refused was git's help with a record, or to close what is safe
            assert (ran, kept(left)) == (sound, kept(new))
            continue
        assert (ran.code, bool(told)) == (1, True)
        for line in told:
            place, said = line.split(":1:1: 错误 GK403 写不了：")
            assert (place in new, said) == (True, why)
        again = gongkai(*arguments)
        assert again.code == 0
        if not torn:
            after = files(tmp_path)
            assert kept({n: after[n] for n in after.keys() - rubbish}) == kept(new)
    in_place = {"replace"} if arguments[0] == "done" else set()
    assert OPERATIONS - in_place <= disk.seen.keys()


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize(
    "arguments",
    [
        ("validate", "--format", "json"),
        ("check-deadlines", "--now", "2026-09-30T09:00"),
        ("tasks", "--now", "2026-09-30T09:00"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_what_is_remembered_for_the_next_run_may_fail_in_silence(
    gongkai: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    fault: str,
) -> None:
    put("campaigns/甲.yaml", SOUND)
    old = files(Path())
    sound = gongkai(*arguments)
    monkeypatch.setenv("GONGKAI_CACHE", str(tmp_path / "记"))
    how, error, _ = FAULTS[fault]
    for disk in each_operation(tmp_path, how, error):
        restore(tmp_path, old)
        with in_front(disk):
            assert gongkai(*arguments) == sound
        assert gongkai(*arguments) == sound
    assert disk.at > 1 or arguments[0] == "tasks"


@pytest.mark.parametrize("fault", FAULTS)
def test_a_temporary_folder_that_refuses_is_told(
    gongkai: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    put("campaigns/甲.yaml", SOUND)
    folder = tmp_path / "临时"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setattr(libreoffice, "_program", lambda: "soffice")

    def convert(command: list[str], _: Path) -> None:
        source = Path(command[-1])
        with open(source.with_suffix(".pdf"), "wb") as made:  # noqa: PTH123  another program
            made.write(b"%PDF " + source.read_bytes())

    monkeypatch.setattr(libreoffice, "_run", convert)
    arguments = ("render", "-t", "task-table", "-f", "pdf")
    sound = gongkai(*arguments)
    how, error, _ = FAULTS[fault]
    for disk in each_operation(folder, how, error):
        shutil.rmtree("output", ignore_errors=True)
        with in_front(disk):
            ran = gongkai(*arguments)
        if not disk.has_refused:
            break
        if ran.code:
            assert (ran.code, ran.err) == (
                1,
                "LibreOffice: 错误 GK408 临时文件写不了，不能生成 PDF，也数不了页（腾出空间；"
                "或者用环境变量 TMPDIR（Windows 是 TEMP）指一个写得了的文件夹）\n",
            )
        assert list(folder.iterdir()) == [] or how == "dead"
    assert (ran, disk.at > 1) == (sound, True)
