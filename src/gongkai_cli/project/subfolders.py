"""Campaign files in folders below campaigns/, where nobody looks for them."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..finding import Finding, Place, Refused
from .files import CAMPAIGNS, ENDINGS, entries_of, says


def overlooked(root: Path, entries: Iterable[os.DirEntry[str]]) -> Iterator[Finding]:
    """A finding on each folder with campaign files among the ``entries`` of campaigns/; see ``first_ones``."""
    for first in first_ones(root, entries):
        message = "这个文件夹里的活动文件没有查"
        hint = f"移到 {CAMPAIGNS}/ 下，或者写明路径，如 gongkai validate {first.as_posix()}"
        yield Finding(Place(first.parent.as_posix()), "GK412", "warning", message, hint)


def first_ones(root: Path, entries: Iterable[os.DirEntry[str]]) -> Iterator[Path]:
    """The first campaign file of each folder among the ``entries`` of campaigns/, but for hidden ones."""
    folder = root / CAMPAIGNS
    for entry in entries:
        if entry.name.startswith(".") or not says(entry.is_dir):
            continue
        try:
            names = [one.name for one in entries_of(folder / entry.name) if says(one.is_file)]
        except Refused:
            continue  # out of reach: whatever is there, nobody said that it should be read
        files = [name for name in names if name.lower().endswith(ENDINGS) and name[0] != "."]
        if files:
            yield Path(CAMPAIGNS, entry.name, files[0])
