"""Tells of files that change while somebody edits. The only module with watchfiles."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..finding import Finding, Refused, outside

_INSTALL = 'pip install "gongkai-cli[watch]"'
_LOOK_MS = 200
"""How long to look before anything is told; shorter than anybody waits for."""


def changes(folders: Iterable[Path]) -> Iterator[frozenset[Path]]:
    """The files of these folders that changed, round by round, for ever.

    The first round is empty and says that from here on nothing is missed. What is written in one
    go comes in one round. Folders are watched rather than files: editors put a new file in the
    place of the old one. Raises Refused where watchfiles is not installed.
    """
    try:
        import watchfiles
    except ImportError as error:
        message = "--watch 要用 watchfiles，还没有安装"
        raise Refused(Finding(outside("--watch"), "GK421", "error", message, _INSTALL)) from error
    rounds = watchfiles.watch(
        *folders,
        watch_filter=None,
        recursive=False,
        rust_timeout=_LOOK_MS,
        yield_on_timeout=True,
    )
    begun = False
    try:
        for found in rounds:
            if found or not begun:
                begun = True
                yield frozenset(Path(name) for _, name in found)
    except OSError as error:  # the system lets nobody watch more, or a folder has gone
        message, hint = "看不了文件夹的改动", "查文件夹还在不在；少开几个跟着改动的程序"
        raise Refused(Finding(outside("--watch"), "GK421", "error", message, hint)) from error
