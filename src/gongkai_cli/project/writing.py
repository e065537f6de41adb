"""Writes files whole or not at all."""

import contextlib
import errno
import hashlib
import os
import re
import shutil
import stat
from pathlib import Path
from typing import Final

from ..finding import Refused
from .trouble import cannot

TEMPORARY: Final = re.compile(r"\.\d+-[0-9a-f]{12}\.tmp")
"""The names of files half written."""


def write(path: Path, data: bytes) -> None:
    """All of it or nothing: to a temporary name on the same disk, then renamed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = (
        path.parent / f".{os.getpid()}-{hashlib.sha256(path.name.encode()).hexdigest()[:12]}.tmp"
    )
    try:
        # A link that somebody put there must not be written through.
        temporary.unlink(missing_ok=True)
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.is_file():
            shutil.copymode(path, temporary)
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def save(path: Path, data: bytes) -> None:
    """Write a file for somebody, over the old one; where that is a link, over what it leads to.

    Raises Refused where it cannot be written; what stood there stays then.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(data)  # /dev/stdout: a device or a pipe is nothing to replace
            return
        target = Path(os.path.realpath(path))
        if target.exists() and not (
            target.stat().st_mode & stat.S_IWUSR and os.access(target, os.W_OK)
        ):
            # Renaming would get past the mark that says: not to be changed.
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        write(target, data)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise Refused(cannot("写不了", path, error)) from error
