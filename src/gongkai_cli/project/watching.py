"""Tells of files that change while somebody edits. The only module with watchfiles."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..finding import Finding, Refused, outside

_INSTALL = 'pip install "gongkai-cli[watch]"'
_LOOK_MS = 200
"""How long to look before anything is told; shorter than anybody waits for."""


def changes(folders: Iterable[Path]) -> Iterator[frozenset[Path]]:
    """The files of these folders that changed, round by round, for ever.

    A round that is empty says that from here on nothing is missed: the first one, and one after a
    folder went or came, as when git takes another branch. What is written in one go comes in one
    round. Folders are watched rather than files: editors put a new file in the place of the old
    one. Raises Refused where watchfiles is not installed.
    """
    try:
        import watchfiles
    except ImportError as error:
        message = "--watch 要用 watchfiles，还没有安装"
        raise Refused(Finding(outside("--watch"), "GK421", "error", message, _INSTALL)) from error
    watched = tuple(folders)
    themselves = {os.path.realpath(folder) for folder in watched}
    try:
        while True:
            are_there = [folder.is_dir() for folder in watched]
            rounds = watchfiles.watch(
                *map(_nearest, watched),
                watch_filter=None,
                recursive=False,
                rust_timeout=_LOOK_MS,
                yield_on_timeout=True,
            )
            begun = False
            for found in rounds:
                paths = frozenset(Path(name) for _, name in found)
                deleted = watchfiles.Change.deleted
                gone = {os.path.realpath(name) for kind, name in found if kind == deleted}
                # What went is watched no longer, even where it is there again.
                if gone & themselves or are_there != [folder.is_dir() for folder in watched]:
                    break
                if paths or not begun:
                    begun = True
                    yield paths
    # The system lets nobody watch more, or all the folders have gone; watchfiles has a word of its own.
    except (OSError, RuntimeError) as error:
        message, hint = "看不了文件夹的改动", "查文件夹还在不在；少开几个跟着改动的程序"
        raise Refused(Finding(outside("--watch"), "GK421", "error", message, hint)) from error


def _nearest(folder: Path) -> Path:
    """The folder, or where it is not there the innermost around it in which it may come to be."""
    return next((each for each in (folder, *folder.parents) if each.is_dir()), folder)
