"""The way in: runs a command, and turns whatever happens into one message and an exit code."""

import contextlib
import errno
import gc
import os
import sys
from collections.abc import Sequence

from .exitcodes import BROKEN, INTERRUPTED, USAGE

SELDOM = 100_000
# A monitor must not take a failure of ours for something that is soon due.
_WATCH = "check-deadlines"
_IN_UTF8 = ("-X", "utf8")
_ROOM = 2**16


def main() -> None:
    """Run the command line and leave with its exit code. No traceback reaches the user."""
    try:
        from . import streams

        _name_files_in_utf8()
        # pydantic would look through every installed package for plugins: a fifth of a cold start.
        os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
        # What a command makes lives until its end; looking for circles in it again and again is in vain.
        gc.set_threshold(SELDOM)
        streams.guard()
        failed = BROKEN if _is_watch(sys.argv[1:]) else 1
        code = _run(failed)
        if lost := streams.lost():
            from .project.trouble import reason
            from .report import warn

            warn(
                f"输出没有写全：{reason(lost[0])[0]}"
                "（要看全，腾出空间或者把输出存到别处，再运行；已经写好的文件不受影响）"
            )
            code = failed if failed == BROKEN else code or failed
    except KeyboardInterrupt:  # at any moment: most of a short run is spent on imports
        code = INTERRUPTED
    sys.exit(code)


def _name_files_in_utf8() -> None:
    """Start the process again in UTF-8 mode where file names are read in another encoding.

    A timer's environment may have no locale: the names that git and other machines gave the
    files would then not be found, and nobody would be told.
    """
    is_so = sys.getfilesystemencoding() == "utf-8" or os.name == "nt"
    if is_so or sys.orig_argv[1:3] == [*_IN_UTF8]:
        return
    with contextlib.suppress(OSError, ValueError):  # nobody knows where Python itself is
        os.execv(sys.executable, [sys.executable, *_IN_UTF8, *sys.orig_argv[1:]])  # noqa: S606  it is ourselves


def _is_watch(arguments: Sequence[str]) -> bool:
    """Whether check-deadlines is called, be it with an option in front of the command."""
    first = arguments[0] if arguments else ""
    return first == _WATCH or (first.startswith("-") and _WATCH in arguments)


def _run(failed: int) -> int:
    from .cli.app import app
    from .cli.usage import sentence
    from .finding import Refused, is_of_call

    try:
        code = app(prog_name="gongkai", standalone_mode=False)
    except Refused as refused:
        from .report import complain

        complain(refused.findings)
        return USAGE if failed != BROKEN and is_of_call(refused.findings) else failed
    except Exception as error:  # the one place that may: nothing gets past it to the screen raw
        from .report import warn

        if hasattr(error, "format_message"):
            warn(sentence(error))
            return failed if failed == BROKEN else int(getattr(error, "exit_code", USAGE))
        if os.environ.get("GONGKAI_DEBUG"):
            raise
        if isinstance(error, FileNotFoundError) and _is_nowhere():
            warn("当前文件夹已经不在了（换到放着 campaigns/ 的文件夹，再运行）")
            return failed
        if isinstance(error, OSError) and error.errno in {errno.EMFILE, errno.ENFILE}:
            from .project.trouble import reason

            warn("{}（{}）".format(*reason(error)))
            return failed
        warn(
            f"程序出了内部错误（{type(error).__name__}：{error}）。\n"
            "没有写坏任何文件。请把活动文件和这句话发给维护的人；设 GONGKAI_DEBUG=1 再运行可看详情。"
        )
        return BROKEN
    return int(code or 0)


def _is_nowhere() -> bool:
    """Whether the current folder has been removed."""
    from pathlib import Path

    try:
        Path.cwd()
    except FileNotFoundError:
        return True
    return False


# CPython keeps frames in chunks of 16 kB, and gives one back as soon as it is empty: where a busy
# loop calls at the edge of a chunk, each call asks the system for memory. One large frame at the
# bottom makes a chunk in which all others have room.
_run.__code__ = _run.__code__.replace(co_stacksize=_ROOM)


if __name__ == "__main__":
    main()
