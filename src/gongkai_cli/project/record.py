"""The file of a campaign's progress record: read whole, added to under a lock, never rewritten."""

import contextlib
import errno
import os
from collections.abc import Iterable
from pathlib import Path

from ..decoding import decode_lines
from ..filenames import place_of
from ..finding import Finding, Place, Refused
from . import writing
from .files import CAMPAIGNS, ENDINGS, RECORD, Found, read_beginning, record_path
from .trouble import READ, WRITE, cannot

_LARGEST = 4_000_000
# With it git puts two people's new lines one after the other instead of calling it a conflict.
_ATTRIBUTES = ".gitattributes"
_UNION = f"*{RECORD} merge=union\n"


def has_record(found: Found) -> bool:
    return _exists(record_path(found))


def orphans(entries: Iterable[os.DirEntry[str]]) -> tuple[Finding, ...]:
    """A finding on each record in campaigns/ whose campaign file is gone: what it says counts for nothing."""
    names = [entry.name for entry in entries]
    records = [name.removesuffix(RECORD) for name in names if name.endswith(RECORD)]
    kept = {stem for stem, ending in map(os.path.splitext, names) if ending.lower() in ENDINGS}
    lost = [name for name in records if name not in kept]
    places = {place_of(name) for name in kept} if lost else ()
    hint = "活动文件改了名，记录也改成一样的名称；不用了，就移出 campaigns/"
    return tuple(
        Finding(
            Place(f"{CAMPAIGNS}/{name}{RECORD}"),
            "GK808",
            "warning",
            f"没有活动文件“{name}”，这份进展记录没有算",
            hint,
        )
        for name in lost
        if place_of(name) not in places
    )


def read_record(found: Found, shown: str) -> tuple[str, tuple[Finding, ...]]:
    """The text of a campaign's record, empty where there is none yet.

    Raises Refused where it cannot be read.
    """
    path = record_path(found)
    if not _exists(path):
        return "", ()
    if not path.exists():
        hint = "把记录放回活动文件旁边，不用链接"
        message = "读不了：进展记录是个链接，链接的文件没有了"
        raise Refused(Finding(Place(shown), "GK403", "error", message, hint))
    data = read_beginning(path, _LARGEST + 1)
    if len(data) > _LARGEST:
        message = f"进展记录太大：超过 {_LARGEST // 1_000_000} MB"
        hint = "进展记录一般不超过几万字节，查是否放错了文件"
        raise Refused(Finding(Place(shown), "GK002", "error", message, hint))
    text, findings = decode_lines(data, shown)
    if text is None:
        raise Refused(*findings)
    return text, findings


def _exists(path: Path) -> bool:
    """Whether there is such a file, or a link. Raises Refused where that cannot be told."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:  # longer than the campaign's own: there can be none
            return False
        raise Refused(cannot(READ, path, error)) from error
    return True


def append(found: Found, head: str, lines: str) -> None:
    """Add whole lines at the end of a record, or none: raises Refused where nothing could be added."""
    path = record_path(found)
    if path.is_symlink():
        hint = "把记录放在活动文件旁边，不用链接"
        place = Place(path.as_posix())
        raise Refused(Finding(place, "GK404", "error", "进展记录是个链接，没有添加", hint))
    try:
        new = writing.append(path, head, lines)
    except OSError as error:
        raise Refused(cannot(WRITE, path, error)) from error
    if new:
        # The line itself is written by now; git's help is welcome but not needed.
        with contextlib.suppress(OSError, Refused):
            _let_git_join(path.with_name(_ATTRIBUTES))


def _let_git_join(attributes: Path) -> None:
    if attributes.is_symlink() or (attributes.exists() and not attributes.is_file()):
        return  # what it leads to is none of ours
    before = attributes.read_bytes() if attributes.is_file() else b""
    if RECORD.encode() not in before:
        torn = before and not before.endswith(b"\n")
        writing.save(attributes, before + (b"\n" if torn else b"") + _UNION.encode())
