"""The owner of writing what people keep: a file whole or not at all, lines all or none."""

import contextlib
import errno
import hashlib
import os
import re
import shutil
import stat
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from ..finding import Refused
from .locking import locked
from .trouble import WRITE, Protected, cannot

_TEMPORARY: Final = re.compile(r"\.\d+-[0-9a-f]{12}\.tmp")
"""The names of files half written."""
_STALE = 3600.0  # seconds; no run takes that long over one file


def write(path: Path, data: bytes) -> None:
    """All of it or nothing: to a temporary name on the same disk, then renamed.

    Raises OSError where it cannot be written; what stood there stays then.
    """
    if _is_protected(path):
        raise Protected
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.parent / f".{os.getpid()}-{_mark(path)}.tmp"
    try:
        # A link that somebody put there must not be written through.
        temporary.unlink(missing_ok=True)
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.is_file():
            _keep_owner(path, temporary)
            shutil.copymode(path, temporary)
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _keep_owner(path: Path, temporary: Path) -> None:
    """Let the new file belong to whom the old one does: what root mends stays its clerk's."""
    if sys.platform == "win32":  # there it takes the rights of its folder
        return
    old, new = path.stat(), temporary.stat()
    if (old.st_uid, old.st_gid) != (new.st_uid, new.st_gid):
        with contextlib.suppress(OSError):
            os.chown(temporary, old.st_uid, old.st_gid)


def _is_protected(path: Path) -> bool:
    """Whether somebody has marked the file as not to be changed: renaming would get past it."""
    try:
        mode = path.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return False
    return stat.S_ISREG(mode) and not mode & stat.S_IWUSR


def _mark(path: Path) -> str:
    return hashlib.sha256(path.name.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def save(path: Path, data: bytes) -> None:
    """Write a file for somebody, over the old one; where that is a link, over what it leads to.

    Raises Refused where it cannot be written; what stood there stays then.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(data)  # /dev/stdout: a device or a pipe is nothing to replace
            return
        target = Path(os.path.realpath(path))
        if target.exists() and not (_is_protected(target) or os.access(target, os.W_OK)):
            # Renaming would get past this, too.
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        sweep(target.parent.glob(f".*-{_mark(target)}.tmp"))
        write(target, data)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise Refused(cannot(WRITE, path, error)) from error


def append(path: Path, head: str, lines: str) -> bool:
    """Add whole lines at the end of a file, or none of them; returns whether it had none before.

    A file without any begins with ``head``. Two that add at once wait for each other. What a kill
    cut short is closed with a line break, so that it does not swallow the next line. Raises
    OSError where nothing could be added: a file that was not there may be there then, and empty.
    """
    file = path.open("ab", buffering=0)
    try:
        with locked(file.fileno()) as alone:
            size = os.fstat(file.fileno()).st_size
            _add(file.fileno(), size, ("" if size else head) + lines, path, alone=alone)
    finally:
        with contextlib.suppress(OSError):  # the lines are on the disk by now, or taken back
            file.close()
    return size == 0


def _add(descriptor: int, size: int, text: str, path: Path, *, alone: bool) -> None:
    """Write all of the text at the end; on a full disk leave the file as it was."""
    data = text.encode("utf-8", "surrogateescape")
    if size:
        with path.open("rb") as reader:
            reader.seek(-1, os.SEEK_END)
            data = (b"" if reader.read(1) == b"\n" else b"\n") + data
    try:
        written = 0
        while written < len(data):
            written += os.write(descriptor, data[written:])
        os.fsync(descriptor)
    except OSError:
        if alone:  # else another's line may stand there by now; half a line of ours is told
            with contextlib.suppress(OSError):
                os.ftruncate(descriptor, size)
        raise


def sweep(files: Iterable[Path]) -> None:
    """Remove those of the files that a killed run left half written."""
    for path in files:
        with contextlib.suppress(OSError):
            if _TEMPORARY.fullmatch(path.name) and time.time() - path.stat().st_mtime > _STALE:
                path.unlink()
