"""One at a time in a file, on every system."""

import contextlib
import errno
import os
import sys
from collections.abc import Iterator

# Some network disks know no locks; what is written there is written all the same.
_UNKNOWN = {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.EINVAL}


@contextlib.contextmanager
def locked(descriptor: int) -> Iterator[bool]:
    """Hold the file for ourselves; yields whether we do.

    The system lets go of it when the process ends, however.
    """
    if sys.platform == "win32":
        import msvcrt

        # A byte far behind the end: locking one in use would keep readers out.
        os.lseek(descriptor, 1 << 30, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
        try:
            yield True
        finally:
            os.lseek(descriptor, 1 << 30, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
    else:
        import fcntl

        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        except OSError as error:
            if error.errno not in _UNKNOWN:
                raise
            alone = False
        else:
            alone = True
        yield alone
