"""What a hostile input is, how it is laid out on disk, and what must come of it."""

import hashlib
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

OFFICE, OUTSIDE = "office", "outside"
CAMPAIGN = "campaigns/甲.yaml"
RECORD = "campaigns/甲.进展.txt"
NOTICE = "templates/notice.md.j2"
STYLE = "templates/排版.yaml"
_PRECIOUS = "原有.txt"
_LARGE = 20_000_000
_FINDING = re.compile(
    r"^(?:.+?:\d+:\d+|--\w+|任务|LibreOffice|.+(?=: 错误 GK4(?:01|22) )): (?:错误|警告|提示) GK\d{3} .*$",
    re.MULTILINE,
)
_USAGE = re.compile(r"^用法错误：.*$", re.MULTILINE)

SOUND = """\
活动: 政务公开日
年份: 2026
公文: {发文机关: 示例县人民政府办公室, 标题: 关于开展政务公开日活动的通知, 成文日期: 2026-04-28}
正文:
  活动安排:
    事项:
      - {标题: 集中宣传, 内容: 在文化广场集中宣传。, 牵头: 县司法局, 完成时间: 5月20日前}
"""


@dataclass(frozen=True)
class Link:
    """A symbolic link to ``target``, as it is written into the link."""

    target: str


@dataclass(frozen=True)
class Fifo:
    """A named pipe that nobody writes to: whoever opens it waits for ever."""


@dataclass(frozen=True)
class Folder:
    """A folder where a file is expected."""


@dataclass(frozen=True)
class Sparse:
    """A file of so many bytes that takes no room on the disk."""

    size: int


Content = str | bytes | Callable[[], str | bytes] | Link | Fifo | Folder | Sparse


Command = tuple[str, ...]


@dataclass(frozen=True)
class Case:
    """A hostile input: the files of an office, and the commands that meet them, one after another.

    ``posix`` where only such a system can have these files at all. What must come of each command
    stands in the text beside its module, under the name of the case.
    """

    name: str
    files: Mapping[str, Content]
    commands: tuple[Command, ...]
    posix: bool = False


def case(
    name: str, files: Mapping[str, Content], *commands: str | Command, posix: bool = False
) -> Case:
    """A case; the arguments of a command are parted by blanks unless they are given apart."""
    parted = (tuple(one.split()) if isinstance(one, str) else one for one in commands)
    return Case(name, files, tuple(parted), posix)


@dataclass(frozen=True)
class Outcome:
    """What came of a command: the findings and usage errors in their order, the files that changed."""

    code: int
    told: tuple[str, ...]
    written: tuple[str, ...]


def lay_out(case: Case, tree: Path) -> Path:
    """Make the office of a case, with something precious beside it; returns the office."""
    office, outside = tree / OFFICE, tree / OUTSIDE
    outside.mkdir(parents=True)
    (outside / _PRECIOUS).write_bytes("不许动\n".encode())
    office.mkdir()
    for name, content in case.files.items():
        path = office / name
        path.parent.mkdir(parents=True, exist_ok=True)
        _put(path, content() if callable(content) else content)
    return office


def _put(path: Path, content: object) -> None:
    match content:
        case str():
            path.write_bytes(content.encode("utf-8", "surrogatepass"))
        case bytes():
            path.write_bytes(content)
        case Link():
            path.symlink_to(content.target)
        case Fifo():
            os.mkfifo(path)
        case Folder():
            path.mkdir()
        case Sparse():
            with path.open("wb") as file:
                file.truncate(content.size)


def listing(tree: Path) -> dict[str, str]:
    """Everything below a folder, from the office: where links lead, what files hold. Follows none."""
    found: dict[str, str] = {}
    for folder, folders, files in os.walk(tree):
        for name in (*folders, *files):
            path = Path(folder, name)
            where = os.path.relpath(path, tree / OFFICE).replace(os.sep, "/")
            if path.is_symlink():
                found[where] = f"→ {path.readlink()}"
            elif path.is_dir():
                found[where] = "/"
            elif path.is_file():
                small = path.stat().st_size < _LARGE
                data = path.read_bytes() if small else str(path.stat().st_size).encode()
                found[where] = hashlib.sha256(data).hexdigest()
            else:
                found[where] = "special"
    return found


def changed(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[str, ...]:
    """What is new, other or gone; new folders go without saying."""
    names = {*before, *after}
    return tuple(
        sorted(
            name
            for name in names
            if before.get(name) != after.get(name)
            and not (name not in before and after.get(name) == "/")
        )
    )


def told(out: str, err: str) -> tuple[str, ...]:
    """The findings and the usage errors of a run, as they are printed."""
    return tuple(
        found[0]
        for text in (out, err)
        for pattern in (_FINDING, _USAGE)
        for found in pattern.finditer(text)
    )
