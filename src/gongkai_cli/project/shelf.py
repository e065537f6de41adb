"""Writes documents: all of one or nothing, and never over what somebody has edited."""

import contextlib
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Literal

from ..finding import Finding, Place, Refused
from .trouble import cannot
from .writing import append, sweep, write

Outcome = Literal["written", "unchanged", "kept"]
_LEDGER = ".gongkai"


@dataclass
class Shelf:
    """One campaign's output folder, with a ledger of what was written there.

    The ledger (``.gongkai``: a digest and a path on each line, as ``sha256sum`` writes them) tells
    our own documents from those that somebody has edited since.
    """

    folder: Path
    force: bool = False
    _ours: dict[str, set[str]] = field(default_factory=dict)
    _now: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        sweep(self.folder.rglob(".*.tmp"))
        self._read_ledger()

    def _read_ledger(self) -> None:
        """Learn what was rendered, by us or by another run meanwhile."""
        ledger = self.folder / _LEDGER
        if ledger.is_symlink():
            raise _link(ledger)
        try:
            lines = ledger.read_bytes().decode("utf-8", "replace").splitlines()
        except (FileNotFoundError, NotADirectoryError):
            return
        except OSError as error:
            # Without it every document would seem to be edited by hand.
            raise Refused(cannot("读不了", ledger, error)) from error
        for line in lines:
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
                self._read_ledger()
                if old not in self._ours.get(str(name), ()):
                    return "kept"
                ours = self._ours[str(name)]
            # Entered before it is written: after a kill the document is still known as ours.
            if digest not in ours:
                self._enter(str(name), digest)
            self._now.add(str(name))
            if old == digest:
                return "unchanged"
            write(path, data)
        except OSError as error:
            raise Refused(cannot("写不了", path, error)) from error
        return "written"

    def leftovers(self, endings: Sequence[str]) -> Iterator[Path]:
        """Documents of an earlier run that this one did not make and nobody has edited."""
        for name, digests in sorted(self._ours.items()):
            path = self.folder / name
            made = name in self._now or path.suffix.removeprefix(".") not in endings
            with contextlib.suppress(OSError):
                if not made and hashlib.sha256(path.read_bytes()).hexdigest() in digests:
                    yield path

    def _enter(self, name: str, digest: str) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        append(self.folder / _LEDGER, "", f"{digest}  {name}\n")
        self._ours.setdefault(name, set()).add(digest)

    def _stay_inside(self, path: Path) -> None:
        """A link inside the output folder must not lead the document out of it."""
        top = self.folder.parent.resolve()
        if not path.parent.resolve().is_relative_to(top):
            raise _link(path)


def _link(path: Path) -> Refused:
    message = "输出文件夹里有通到外面的链接，没有写"
    return Refused(Finding(Place(path.as_posix()), "GK404", "error", message, "删去这个链接"))
