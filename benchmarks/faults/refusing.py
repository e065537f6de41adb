"""A disk that fills, shown by the system itself: in front of the C library, and on a small tmpfs."""

import contextlib
import errno
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.faults.offices import CAMPAIGN, SOUND, YAML, environment, files, office_in, put, run

SOURCE = Path(__file__).with_name("refuse.c")
TEMPORARY = re.compile(r"\.\d+-[0-9a-f]{12}\.tmp")
HOWS: Mapping[str, tuple[str, int]] = {
    "从那一步起一直是满的": ("onward", errno.ENOSPC),
    "写到一半满了": ("short", errno.ENOSPC),
    "只那一步不让动（在 Word 里打开着）": ("once", errno.EACCES),
    "从那一步起读写出错，也删不掉": ("dead", errno.EIO),
}
_DONE = ("done", CAMPAIGN, "活动总结", "--on", "2021-05-18")
_PAGE = ("status", "--now", "2021-05-19", "-o", "进展.html")
_RENDER = ("render", "-t", "notice", "-f", "docx", "-f", "md", "-f", "html")
# What was done before, and the command.
COMMANDS: Mapping[str, tuple[tuple[tuple[str, ...], ...], tuple[str, ...]]] = {
    "render，第一次": ((), _RENDER),
    "render，换掉旧的": ((_RENDER, ("changed",)), _RENDER),
    "done，第一行": ((), _DONE),
    "done，再一行": ((_DONE,), (*_DONE, "--evidence", "已收")),
    "done --undo": ((_DONE,), (*_DONE, "--undo")),
    "validate --fix": ((("colon",),), ("validate", "--fix")),
    "new": ((), ("new", "丹东市-2022", "--from", CAMPAIGN)),
    "init -t": ((("init", "所"), ("thinned",)), ("init", "所", "-t", "notice")),
    "status -o，换掉旧的": ((_PAGE, ("changed",)), _PAGE),
    "calendar -o": ((), ("calendar", "-o", "日程.ics")),
    "schema -o": ((), ("schema", "-o", "键.json")),
}
Run = Callable[[Mapping[str, str]], subprocess.CompletedProcess[str]]
_MOST_PAGES = 200
_PAGE_SIZE = 4096


@dataclass(frozen=True)
class Case:
    """A command, what there is before it, and what there is after it on a sound disk."""

    name: str
    arguments: tuple[str, ...]
    old: Mapping[str, bytes]
    new: Mapping[str, bytes]


def cases(folder: Path) -> Iterator[Case]:
    for number, (name, (steps, arguments)) in enumerate(COMMANDS.items()):
        office = office_in(folder / str(number))
        for step in steps:
            match step:
                case ("changed",):
                    changed = SOUND.replace("市营商局".encode(), "市营商环境局".encode())
                    (office / YAML).write_bytes(changed)
                case ("colon",):
                    (office / YAML).write_bytes(SOUND.replace(b": ", "：".encode(), 1))
                case ("thinned",):
                    shutil.rmtree(office / "所" / ".vscode")
                case _:
                    run(office, *step).check_returncode()
        old = files(office)
        run(office, *arguments).check_returncode()
        yield Case(name, arguments, old, files(office))


def harm(case: Case, office: Path, ran: subprocess.CompletedProcess[str], how: str) -> list[str]:
    """What is not as it should be after a run on a disk that refused."""
    left = files(office)
    rubbish = {name for name in left if TEMPORARY.fullmatch(Path(name).name)}
    found = [f"left behind: {name}" for name in rubbish if how != "dead"]
    for name, data in left.items():
        if name not in rubbish and not _is_whole(name, data, case, how):
            found.append(f"neither old nor new: {name}")
    found += [f"gone: {name}" for name in case.old.keys() - left.keys()]
    said = ran.stdout + ran.stderr
    if "Traceback" in said or "内部错误" in said:
        found.append(said)
    if ran.returncode == 0:
        missing = {n for n, data in case.new.items() if left.get(n) != data}
        found += [f"said to be done: {name}" for name in missing if ".gitattributes" not in name]
    elif ran.returncode != 1 or "错误 GK403 写不了：" not in said:
        found.append(f"ended with {ran.returncode}: {said}")
    return found


def _is_whole(name: str, data: bytes, case: Case, how: str) -> bool:
    if data in (case.old.get(name), case.new.get(name)):
        return True
    if not name.endswith((".gongkai", ".进展.txt")):
        return False
    begun = case.old.get(name, b"")
    lines, known = data.splitlines(keepends=True), case.new[name].splitlines(keepends=True)
    if how == "dead" and lines and lines[-1] not in known:
        # Nothing can be cut any more; the next line begins on a line of its own.
        lines = lines[:-1] if any(one.startswith(lines[-1]) for one in known) else lines
    return data.startswith(begun) and set(lines) <= set(known)


def library(folder: Path) -> Path | str:
    """The library that refuses, or why there is none."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if not sys.platform.startswith("linux") or compiler is None:
        return "要 Linux 和 C 编译器"
    made = folder / "refuse.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-o", made, SOURCE, "-ldl"], check=True)
    return made


@contextlib.contextmanager
def driver(case: Case, office: Path, shim: Path | None = None) -> Iterator[Run]:
    """Runs the command in an office as often as asked, each time with more of an environment."""
    put(office, case.old)
    environ = environment() | ({"LD_PRELOAD": str(shim)} if shim else {})
    program = Path(__file__).with_name("driver.py")
    command = [sys.executable, str(program), str(office), *case.arguments]
    with subprocess.Popen(
        command, env=environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:

        def run_once(settings: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
            if process.stdin is None or process.stdout is None:
                raise AssertionError
            process.stdin.write(json.dumps(settings) + "\n")
            process.stdin.flush()
            code, out, err = json.loads(process.stdout.readline())
            return subprocess.CompletedProcess(case.arguments, code, out, err)

        run_once({})
        yield run_once


def refused(case: Case, how: str, number: int, folder: Path, shim: Path) -> tuple[int, list[str]]:
    """Run with each operation refused in turn; how many there were, and what was harmed."""
    counted, found = 0, list[str]()
    office, report = folder / "office", folder / "report"
    with driver(case, office, shim) as run_once:
        while True:
            shutil.rmtree(office, ignore_errors=True)
            put(office, case.old)
            settings = {
                "REFUSE_UNDER": str(office),
                "REFUSE_AT": str(counted + 1),
                "REFUSE_WITH": str(number),
                "REFUSE_HOW": how,
                "REFUSE_REPORT": str(report),
            }
            ran = run_once(settings)
            if int(report.read_text("ascii")) <= counted:
                return counted, found
            counted += 1
            found += [f"{case.name} {how} {counted}: {one}" for one in harm(case, office, ran, how)]


def filled(case: Case, folder: Path) -> tuple[int, list[str]] | str:
    """Run on a disk with 0, 1, 2… pages left until it goes through; or why that cannot be done."""
    disk = folder / "disk"
    disk.mkdir(exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(disk)]
    if (
        shutil.which("mount") is None
        or subprocess.run(mount, check=False, capture_output=True).returncode
    ):
        return "要能挂载 tmpfs（root）"
    found: list[str] = []
    office = disk / "office"
    try:
        with driver(case, office) as run_once:
            for pages in range(_MOST_PAGES):
                for path in disk.iterdir():
                    shutil.rmtree(path) if path.is_dir() else path.unlink()
                put(office, case.old)
                _ballast(disk / "ballast", pages)
                ran = run_once({"REFUSE_AT": "0"})
                found += [
                    f"{case.name} {pages}: {one}" for one in harm(case, office, ran, "onward")
                ]
                if ran.returncode == 0:
                    return pages, found
    finally:
        subprocess.run(["umount", str(disk)], check=True)
    return _MOST_PAGES, [*found, f"{case.name}: never went through"]


def _ballast(path: Path, pages: int) -> None:
    """Fill the disk but for so many pages."""
    with path.open("wb", buffering=0) as file:
        size = 0
        try:
            while written := file.write(b"\0" * _PAGE_SIZE):
                size += written
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
        os.ftruncate(file.fileno(), max(0, size - pages * _PAGE_SIZE))
