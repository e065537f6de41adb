"""Writes documents: all of one or nothing, and never over what somebody has edited."""

import contextlib
import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Literal

from ..finding import Finding, Place, Refused
from .files import is_file
from .trouble import READ, WRITE, NotAFile, cannot, link
from .writing import append, sweep, write

Outcome = Literal["written", "unchanged", "kept", "outdated"]
"""``outdated`` is a document that was kept, of a text that is no longer the one to be written."""
_LEDGER = ".gongkai"
_SOURCE = "source"
_HERE = "输出文件夹"
_LEDGER_READ = 20_000_000
_LARGEST = 100_000_000


@dataclass
class Shelf:
    """One campaign's output folder, with a ledger of what was written there.

    The ledger (``.gongkai``: a digest and a path on each line, as ``sha256sum`` writes them) tells our
    own documents from those that somebody has edited since. It also names the campaign file they were
    made from, relative to the folder: two campaigns of one name must not overwrite each other.
    """

    folder: Path
    force: bool = False
    source: Path | None = None
    _before: str = field(default="", init=False)
    """The campaign file that the ledger names."""
    _ours: dict[str, set[str]] = field(default_factory=dict, init=False)
    """The digests of what was ever written to each path."""
    _last: dict[str, str] = field(default_factory=dict, init=False)
    """The last of them."""
    _now: set[str] = field(default_factory=set, init=False)
    """The paths that this run has documents for."""

    def __post_init__(self) -> None:
        self._stay_inside(self.folder)
        try:
            self.folder.lstat()  # since Python 3.13 rglob passes over a name that is too long
            sweep(self.folder.rglob(".*.tmp"))
        except (FileNotFoundError, NotADirectoryError):
            pass
        except OSError as error:
            raise Refused(cannot(READ, self.folder, error)) from error
        self._read_ledger()
        other = self.folder / self._before
        if self._before and self._is_new and is_file(other):
            shown = Path(os.path.normpath(other)).as_posix()
            message = f"这里放的是“{shown}”的文档，没有覆盖"
            hint = "给其中一个活动文件改名，或用 -o 换一个文件夹"
            place = Place(self.folder.as_posix())
            raise Refused(Finding(place, "GK402", "error", message, hint))

    @cached_property
    def _way(self) -> str:
        """The way to the campaign file; empty where none can be told, or written on one line."""
        if self.source is None:
            return ""
        folder, source = os.path.realpath(self.folder), os.path.realpath(self.source)
        try:
            way = Path(os.path.relpath(source, folder)).as_posix()
        except ValueError:  # on another drive
            return ""
        return way if way.isprintable() else ""

    @property
    def _is_new(self) -> bool:
        """Whether the ledger tells of no campaign file yet, or of another one."""
        return self._way not in ("", self._before)

    def _read_ledger(self) -> None:
        """Learn what was rendered, by us or by another run meanwhile."""
        ledger = self.folder / _LEDGER
        if ledger.is_symlink():
            raise Refused(link(ledger, _HERE))
        try:
            if ledger.exists() and not ledger.is_file() and not ledger.is_dir():
                raise NotAFile
            with ledger.open("rb") as file:
                # What was written last counts; nobody's ledger is as long as what comes before.
                file.seek(max(0, file.seek(0, os.SEEK_END) - _LEDGER_READ))
                lines = file.read().decode("utf-8", "replace").splitlines()
        except (FileNotFoundError, NotADirectoryError):
            return
        except OSError as error:
            # Without it every document would seem to be edited by hand.
            raise Refused(cannot(READ, ledger, error)) from error
        for line in lines:
            digest, _, name = line.partition("  ")
            if digest == _SOURCE:
                self._before = name
                continue
            self._ours.setdefault(name, set()).add(digest)
            self._last[name] = digest

    def put(self, name: PurePosixPath, data: bytes) -> Outcome:
        """Write one document, unless it stands there already or was edited by hand.

        Raises Refused where it cannot be written; what stood there stays then.
        """
        path = self.folder / name
        digest = hashlib.sha256(data).hexdigest()
        self._now.add(str(name))
        try:
            self._stay_inside(path.parent)
            old = _digest(path) if path.is_file() else None
            ours = self._ours.get(str(name), set())
            if old not in (None, digest) and not self.force and old not in ours:
                self._read_ledger()
                if old not in self._ours.get(str(name), ()):
                    is_old = self._last.get(str(name), digest) != digest
                    return "outdated" if is_old else "kept"
                ours = self._ours[str(name)]
            # Entered before it is written: after a kill the document is still known as ours.
            if digest not in ours or self._is_new:
                self._enter(str(name), digest)
            if old == digest:
                return "unchanged"
            write(path, data)
        except OSError as error:
            raise Refused(cannot(WRITE, path, error)) from error
        return "written"

    def leftovers(self, endings: Sequence[str]) -> Iterator[Path]:
        """Documents of an earlier run that this one has nothing for, be they edited since or not."""
        for name in sorted(self._ours):
            path = self.folder / name
            made = name in self._now or path.suffix.removeprefix(".") not in endings
            with contextlib.suppress(OSError):
                # The ledger may be somebody else's: it names files, it does not make them ours.
                ours = path.is_file() and not path.is_symlink() and self._holds(path.parent)
                if not made and ours:
                    yield path

    def _enter(self, name: str, digest: str) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        source = f"{_SOURCE}  {self._way}\n" if self._is_new else ""
        append(self.folder / _LEDGER, "", f"{source}{digest}  {name}\n")
        self._before = self._way or self._before
        self._ours.setdefault(name, set()).add(digest)
        self._last[name] = digest

    def _stay_inside(self, folder: Path) -> None:
        """A link inside the output folder must not lead the document out of it."""
        if not self._holds(folder):
            raise Refused(link(folder, _HERE))

    def _holds(self, folder: Path) -> bool:
        # Unlike Path.resolve, realpath comes to an end where links go in a circle.
        top = os.path.realpath(self.folder.parent)
        return Path(os.path.realpath(folder)).is_relative_to(top)


def kept(path: Path, outcome: Outcome) -> Finding:
    """The finding on a document that was left as it is."""
    message = "生成后被手工修改过，没有覆盖"
    if outcome == "outdated":
        message += "；这份还是改动以前的内容，和新生成的文档不一致"
    hint = "要覆盖就加 --force；要保留改动，请改活动文件或模板"
    return Finding(Place(path.as_posix()), "GK406", "error", message, hint)


def leftover(path: Path) -> Finding:
    """The note about a file that this run would not make any more."""
    message = "以前生成的文档，活动文件里已没有对应内容"
    return Finding(Place(path.as_posix()), "GK407", "note", message, "不用就删去")


def _digest(path: Path) -> str:
    """The digest of a file; for one larger than any document a word that is no digest."""
    if path.stat().st_size > _LARGEST:
        return "too large"
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
