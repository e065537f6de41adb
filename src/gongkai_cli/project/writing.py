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
        with temporary.open("wb") as file:
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


def rewrite(path: Path, data: bytes) -> None:
    """Put other bytes in the place of somebody's own file; where it is a link, of what that leads to.

    Raises Refused where it cannot be written; it stays as it was then.
    """
    target = path.resolve()
    try:
        if not target.stat().st_mode & stat.S_IWUSR or not os.access(target, os.W_OK):
            # Renaming would get past the mark that says: not to be changed.
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        write(target, data)
    except OSError as error:
        raise Refused(cannot("写不了", path, error)) from error
