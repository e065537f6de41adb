"""The office's folder: finds campaigns and templates, reads them, writes documents safely.

The only module that opens files.
"""

import contextlib
import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path, PurePath, PurePosixPath
from typing import Literal

from .decoding import LARGEST_FILE, decode
from .finding import Finding, Place, Refused
from .templating import SUFFIX, Source

CAMPAIGNS = "campaigns"
TEMPLATES = "templates"
_ENDINGS = (".yaml", ".yml")
_LEDGER = ".gongkai"
Outcome = Literal["written", "unchanged", "kept"]


@dataclass(frozen=True, slots=True)
class Found:
    """A campaign file: the name of its output folder and the path to read and to show."""

    name: str
    path: Path


def campaigns(arguments: Sequence[str], root: Path) -> tuple[Found, ...]:
    """The campaigns asked for, by path or by name; all under campaigns/ when none is.

    Raises Refused when one is not there, when there is none at all, or when two share a name.
    """
    known = sorted(
        path for path in _listing(root / CAMPAIGNS) if path.suffix in _ENDINGS and path.is_file()
    )
    if not arguments:
        if not known:
            hint = f"到放着 {CAMPAIGNS}/ 的文件夹里运行，或者写明活动文件"
            raise Refused(Finding(Place(CAMPAIGNS), "GK401", "error", "没有找到活动文件", hint))
        paths = known
    else:
        paths = [_campaign(argument, root, known) for argument in arguments]
    found: dict[str, Found] = {}
    for path in dict.fromkeys(paths):
        name = path.stem
        if name.casefold() in found:
            other = found[name.casefold()].path
            message = f"和“{_shown(other, root)}”同名，文档会写到一处"
            hint = "给其中一个文件改名"
            raise Refused(Finding(Place(_shown(path, root)), "GK402", "error", message, hint))
        found[name.casefold()] = Found(name, path)
    return tuple(found.values())


def _campaign(argument: str, root: Path, known: Sequence[Path]) -> Path:
    candidates = [root / argument]
    if PurePath(argument).name == argument:
        candidates += [root / CAMPAIGNS / f"{argument}{ending}" for ending in ("", *_ENDINGS)]
    with contextlib.suppress(ValueError, OSError):  # a NUL or an overlong name is no file
        for candidate in candidates:
            if candidate.is_file():
                return candidate
        if candidates[0].is_dir():
            hint = "写明其中一个活动文件；不写就是 campaigns/ 下的全部"
            raise Refused(
                Finding(Place(argument), "GK401", "error", "这是文件夹，不是活动文件", hint)
            )
    names = [path.stem for path in known]
    near = get_close_matches(PurePath(argument).stem, names, 1, 0.4)
    hint = f"是不是“{near[0]}”" if near else f"现有：{'、'.join(names) or '无'}"
    raise Refused(Finding(Place(argument), "GK401", "error", "没有这个活动文件", hint))


def read(path: Path) -> bytes:
    """Read a file, but not more of it than can be one. Raises Refused where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise Refused(_cannot("读不了", path, error)) from error


def templates(root: Path) -> dict[str, Source]:
    """Every template by file name: the office's own over the packaged ones.

    Raises Refused where an office's template cannot be read.
    """
    sources: dict[str, Source] = {}
    for folder in (_packaged(), root / TEMPLATES):
        for path in _listing(folder):
            if path.name.endswith(SUFFIX) and path.is_file():
                shown = _shown(path, root)
                text, findings = decode(read(path), shown)
                if text is None:
                    raise Refused(*findings)
                sources[path.name] = Source(shown, text)
    return sources


def _packaged() -> Path:
    """The templates that come with the program: in the package, or beside src/ in a checkout."""
    package = Path(__file__).resolve().parent
    inside = package / TEMPLATES
    return inside if inside.is_dir() else package.parents[1] / TEMPLATES


def _listing(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _shown(path: Path, root: Path) -> str:
    """A path as people write it: from the folder they are in, with forward slashes."""
    with contextlib.suppress(ValueError):
        return path.relative_to(root).as_posix()
    return path.as_posix()


def shown(found: Found, root: Path) -> str:
    """The path of a campaign for findings."""
    return _shown(found.path, root)


@dataclass
class Shelf:
    """One campaign's output folder, with a ledger of what was written there.

    The ledger (``.gongkai``: a digest and a path on each line, as ``sha256sum`` writes them) tells
    our own documents from those that somebody has edited since.
    """

    folder: Path
    force: bool = False
    _ours: dict[str, set[str]] = field(default_factory=dict)
    _now: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        with contextlib.suppress(OSError):
            for line in (self.folder / _LEDGER).read_text("utf-8", "replace").splitlines():
                digest, _, name = line.partition("  ")
                self._ours.setdefault(name, set()).add(digest)

    def put(self, name: PurePosixPath, data: bytes) -> Outcome:
        """Write one document, unless it stands there already or was edited by hand.

        Raises Refused where it cannot be written; what stood there stays then.
        """
        path = self.folder / name
        digest = hashlib.sha256(data).hexdigest()
        try:
            self._stay_inside(path)
            before = path.read_bytes() if path.is_file() else None
            old = hashlib.sha256(before).hexdigest() if before is not None else None
            ours = self._ours.get(str(name), set())
            if old not in (None, digest) and not self.force and old not in ours:
                return "kept"
            # Entered before it is written: after a kill the document is still known as ours.
            if digest not in ours:
                self._enter(str(name), digest)
            self._now[str(name)] = digest
            if old == digest:
                return "unchanged"
            _write(path, data)
        except OSError as error:
            raise Refused(_cannot("写不了", path, error)) from error
        return "written"

    def leftovers(self, endings: Sequence[str]) -> Iterator[Path]:
        """Documents of an earlier run that this one did not make and nobody has edited."""
        for name, digests in sorted(self._ours.items()):
            path = self.folder / name
            made = name in self._now or path.suffix.removeprefix(".") not in endings
            if not made and path.is_file():
                with contextlib.suppress(OSError):
                    if hashlib.sha256(path.read_bytes()).hexdigest() in digests:
                        yield path

    def _enter(self, name: str, digest: str) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / _LEDGER).open("ab") as ledger:
            ledger.write(f"{digest}  {name}\n".encode())
        self._ours.setdefault(name, set()).add(digest)

    def _stay_inside(self, path: Path) -> None:
        """A link inside the output folder must not lead the document out of it."""
        top = self.folder.parent.resolve()
        if not path.parent.resolve().is_relative_to(top):
            message = "输出文件夹里有通到外面的链接，没有写"
            raise Refused(
                Finding(Place(path.as_posix()), "GK404", "error", message, "删去这个链接")
            )


def write_text(path: Path, text: str) -> None:
    """Write a text file atomically. Raises Refused where it cannot be written."""
    try:
        _write(path, text.encode())
    except OSError as error:
        raise Refused(_cannot("写不了", path, error)) from error


def _write(path: Path, data: bytes) -> None:
    """All of it or nothing: to a temporary name on the same disk, then renamed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = (
        path.parent / f".{os.getpid()}-{hashlib.sha256(path.name.encode()).hexdigest()[:12]}.tmp"
    )
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


_REASONS: Mapping[type[OSError], tuple[str, str]] = {
    FileNotFoundError: ("没有这个文件", "查路径"),
    PermissionError: (
        "没有权限，或者文件正在别的程序里打开",
        "关掉打开它的 Word、WPS，或换一个文件夹",
    ),
    IsADirectoryError: ("这是文件夹", "写明文件"),
    NotADirectoryError: ("路径中间有一段不是文件夹", "查路径，或用 -o 换一个文件夹"),
    FileExistsError: ("同名的文件占着文件夹的位置", "给那个文件改名，或用 -o 换一个文件夹"),
}
_NO_SPACE = 28
_NAME_TOO_LONG = 36


def _cannot(what: str, path: Path, error: OSError) -> Finding:
    reason, hint = _REASONS.get(type(error), (error.strerror or str(error), "查磁盘和路径"))
    if error.errno == _NO_SPACE:
        reason, hint = "磁盘满了", "腾出空间再运行；原来的文件没有动"
    elif error.errno == _NAME_TOO_LONG:
        reason, hint = "文件名太长", "缩短单位名称"
    return Finding(Place(path.as_posix()), "GK403", "error", f"{what}：{reason}", hint)
