"""Results about a file, kept for the next run, which then need not be found out again.

A note is believed only where it was made from the same bytes by the same program. A fault of the
store never fails a command: the work is then done again.
"""

import contextlib
import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.machinery import PathFinder
from itertools import chain
from pathlib import Path
from typing import Any, Final, TypeVar

from .drawer import Drawer
from .sealed import SIZE, digest

T = TypeVar("T")

VARIABLE: Final = "GONGKAI_CACHE"
"""Names another folder for the notes by its whole path; anything else means none."""
_LARGEST: Final = 4_000_000


@dataclass(frozen=True, slots=True)
class Note:
    """The note of one kind about one file; ``key`` is a digest of everything it was made from."""

    drawer: Drawer
    name: bytes
    key: bytes

    def recall(self, read: Callable[[Any], T]) -> T | None:
        """What was noted, as ``read`` makes it of plain data; None where there is nothing to trust.

        What the drawer hands out is what this very program noted, to the last byte.
        """
        try:
            said = self.drawer.get(self.name, self.key)
        except OSError:
            return None
        return None if said is None else read(json.loads(said))

    def keep(self, plain: object) -> None:
        """Note plain data (lists, texts, numbers) instead of what was noted before."""
        text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
        said = text.encode("utf-8", "surrogatepass")
        if len(said) >= _LARGEST:
            return
        with contextlib.suppress(OSError):
            try:
                self.drawer.put(self.name, self.key, said)
            except FileNotFoundError:
                self.drawer.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                self.drawer.put(self.name, self.key, said)


def note(kind: str, about: Path, *made_of: str | bytes) -> Note | None:
    """The note of a kind about a file, made of these; None where no notes are to be kept."""
    folder, program = _folder(), _program()
    if folder is None or program is None:
        return None
    path = os.path.abspath(about)  # noqa: PTH100  a link's own name is its name
    name = digest(path.encode("utf-8", "surrogatepass"))
    key = hashlib.blake2b(program, digest_size=SIZE)
    for part in (kind, *made_of):
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        key.update(len(data).to_bytes(8, "big"))
        key.update(data)
    return Note(_drawer(folder, kind, name[0]), name, key.digest())


@cache
def _drawer(folder: Path, kind: str, number: int) -> Drawer:
    """One of the 256 drawers of a kind; its index is read once."""
    return Drawer(folder / kind / f"{number:02x}")


def _folder() -> Path | None:
    if given := os.environ.get(VARIABLE):
        return Path(given) if os.path.isabs(given) else None  # noqa: PTH117
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local, "gongkai", "Cache") if local else None
    if sys.platform == "darwin":
        return _home("Library", "Caches", "gongkai")
    given = os.environ.get("XDG_CACHE_HOME", "")
    return Path(given, "gongkai") if os.path.isabs(given) else _home(".cache", "gongkai")  # noqa: PTH117


def _home(*parts: str) -> Path | None:
    with contextlib.suppress(RuntimeError):  # a service without a home
        if (home := Path.home()).is_absolute():  # else wherever somebody is
            return home.joinpath(*parts)
    return None


@cache
def _program() -> bytes | None:
    """A digest of this program: its files, its Python, its libraries, the table of holidays.

    None where its files cannot be listed.
    """
    state = hashlib.blake2b(sys.version.encode())
    try:
        for line in sorted(chain(_files(Path(__file__).parents[1]), _libraries())):
            state.update(line.encode("utf-8", "surrogatepass"))
    except OSError:
        return None  # run from an archive
    return state.digest()


def _libraries() -> Iterator[str]:
    """The versions of everything installed beside us, and the files of the table of holidays.

    An office without a network may have replaced that table by hand, without a new version.
    """
    for package in ("chinese_calendar", "yaml"):
        spec = PathFinder.find_spec(package)
        if spec is None or spec.origin is None:
            raise FileNotFoundError(package)
        home = Path(spec.origin).parent
        yield from _files(home) if package == "chinese_calendar" else ()
        with os.scandir(home.parent) as entries:
            yield from (entry.name + "\n" for entry in entries if entry.name.endswith("-info"))


def _files(folder: Path) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _files(Path(entry.path))
            elif entry.name.endswith((".py", ".j2", ".yaml")):
                about = entry.stat()
                yield f"{entry.path} {about.st_size} {about.st_mtime_ns}\n"
