"""Runs one command many times, each in a process of its own, without loading the program anew.

Usage: python driver.py OFFICE COMMAND…, then on its input a line of JSON for each run: the
environment that it is to have. For each it prints a line: exit code, stdout, stderr.
"""

import contextlib
import importlib
import json
import os
import sys
import tempfile
from collections.abc import Callable
from typing import IO

OFFICE, *ARGUMENTS = sys.argv[1:]


def forked(work: Callable[[], object], out: IO[str], err: IO[str]) -> int:
    """Do the work in a process of its own with its own output; its exit code."""
    child = os.fork()
    if child == 0:
        os.dup2(out.fileno(), 1)
        os.dup2(err.fileno(), 2)
        code = 120
        try:
            work()
            code = 0
        except SystemExit as left:
            code = int(left.code or 0)
        finally:
            sys.stdout.flush()
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def main() -> None:
    os.chdir(OFFICE)
    sys.argv = ["gongkai", *ARGUMENTS]
    for line in sys.stdin:
        with (
            tempfile.TemporaryFile("w+", encoding="utf-8") as out,
            tempfile.TemporaryFile("w+", encoding="utf-8") as err,
        ):
            settings = json.loads(line)
            code = forked(lambda: _run(settings), out, err)  # noqa: B023  done at once
            said = [_read(text) for text in (out, err)]
        if not settings:  # the first one only tells what it needed
            for name in said[1].split("\0")[-1].split():
                with contextlib.suppress(ImportError):
                    importlib.import_module(name)
        sys.stdout.write(json.dumps([code, *said]) + "\n")
        sys.stdout.flush()


def _read(file: IO[str]) -> str:
    file.seek(0)
    return file.read()


def _run(settings: dict[str, str]) -> None:
    from gongkai_cli.__main__ import main as program

    os.chdir(OFFICE)  # made anew since
    os.environ.update(settings)
    try:
        program()
    finally:
        if not settings:
            needed = [name for name in sys.modules if "__main" not in name]
            os.write(2, ("\0" + " ".join(needed)).encode())


if __name__ == "__main__":
    main()
