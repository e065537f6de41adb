"""Where results and complaints go: a stream that cannot be written keeps the reason, and the work goes on.

A full disk or a reader that went away (| head) may show at any write, the first or the last. None
of them may stop a command half-way through its files.
"""

import errno
import io
import os
import sys
import time
from typing import Any, Final

_NAMES: Final = ("stdout", "stderr")
_AGAIN = 0.01  # seconds until a reader that lags behind is asked again


class _Outlet(io.RawIOBase):
    """The raw end of a stream: what cannot be written is dropped, why is kept."""

    def __init__(self, stream: Any) -> None:  # noqa: ANN401
        super().__init__()
        self._stream = stream
        self._raw = getattr(stream.buffer, "raw", stream.buffer)
        self.refusal: OSError | None = None

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return int(self._stream.fileno())

    def isatty(self) -> bool:
        return bool(self._stream.isatty())

    def write(self, data: Any, /) -> int:  # noqa: ANN401
        while self.refusal is None:
            try:
                if (written := self._raw.write(data)) is not None:
                    return int(written)
            except OSError as error:
                self.refusal = error
            else:
                time.sleep(_AGAIN)  # a pipe that somebody else made non-blocking is full
        return len(data)


def guard() -> None:
    """Put such streams in the place of stdout and stderr, as UTF-8 on every system."""
    if sys.stdin is None:  # nobody answers then, as where a file is read
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115, PTH123
    for name in _NAMES:
        stream = getattr(sys, name)
        if stream is None:  # closed by whoever started us
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123
            continue
        stream.flush()
        outlet = io.TextIOWrapper(
            io.BufferedWriter(_Outlet(stream)),
            "utf-8",  # a pipe on Windows would get the local code page
            "backslashreplace",
            line_buffering=name == "stderr" or stream.isatty(),
            write_through=bool(getattr(stream, "write_through", False)),
        )
        setattr(sys, name, outlet)


def refusal(name: str) -> OSError | None:
    """Why a stream could not be written; None while nothing of it was lost."""
    stream = getattr(sys, name)
    stream.flush()
    return getattr(getattr(stream.buffer, "raw", None), "refusal", None)


def _is_gone(error: OSError) -> bool:
    """Whether nobody reads any more: no fault, what was found out still counts."""
    return isinstance(error, BrokenPipeError) or (
        sys.platform == "win32" and error.errno == errno.EINVAL
    )


def lost() -> tuple[OSError, ...]:
    """What a reader who is still there did not get, of results and of complaints."""
    refusals = map(refusal, _NAMES)
    return tuple(error for error in refusals if error is not None and not _is_gone(error))
