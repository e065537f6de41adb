"""One at a time in a file, on every system."""

import contextlib
import os
import sys
from collections.abc import Iterator


@contextlib.contextmanager
def locked(descriptor: int) -> Iterator[None]:
    """Hold the file for ourselves. The system lets go of it when the process ends, however."""
    if sys.platform == "win32":
        import msvcrt

        # A byte far behind the end: locking one in use would keep readers out.
        os.lseek(descriptor, 1 << 30, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
        try:
            yield
        finally:
            os.lseek(descriptor, 1 << 30, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
