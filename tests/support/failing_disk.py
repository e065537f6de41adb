"""A disk that refuses: counts what is done to files under a folder, and fails where it is told to."""

import contextlib
import errno
import io
import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, Literal

import pytest

How = Literal["once", "onward", "short", "dead"]
"""Only that operation; it and all later ones; half of its bytes first; nothing works any more.

While a disk is merely full, files can still be removed and cut; on a ``dead`` one they cannot.
"""
RECOVERY = {"unlink", "ftruncate"}


@dataclass
class Disk:
    """Fails its ``at``-th operation; with 0 it only counts. Operations of recovery do not count."""

    folder: Path
    at: int = 0
    how: How = "once"
    error: int = errno.ENOSPC
    seen: Counter[str] = field(default_factory=Counter)
    files: set[int] = field(default_factory=set)

    @property
    def has_refused(self) -> bool:
        return 0 < self.at <= self.seen.total()

    def holds(self, path: Any) -> bool:
        return not isinstance(path, int) and Path(path).absolute().is_relative_to(self.folder)

    def do(self, what: str) -> None:
        """Let an operation pass, or raise."""
        if what in RECOVERY:
            fails = self.how == "dead" and self.has_refused
        else:
            self.seen[what] += 1
            number = self.seen.total()
            lasting = self.how in ("onward", "dead")
            fails = bool(self.at) and (number == self.at or (lasting and number > self.at))
        if fails:
            raise OSError(self.error, os.strerror(self.error))

    def half(self, data: Any) -> Any:
        """What of the data still fits, where the next write is the one cut short."""
        next_one = self.seen.total() + 1 == self.at
        if self.how == "short" and next_one and len(data) > 1:
            self.at += 1  # the call after this one fails
            self.seen["short"] += 1
            return data[: len(data) // 2]
        return None


class _File(io.FileIO):
    """The raw end of a file that somebody writes."""

    disk: Disk

    def write(self, data: Any, /) -> int:
        if half := self.disk.half(bytes(data)):
            return super().write(half)
        self.disk.do("write")
        return super().write(data)

    def close(self) -> None:
        was_open = not self.closed
        if was_open:
            self.disk.files.discard(self.fileno())
        super().close()
        if was_open:
            self.disk.do("close")


def each_operation(folder: Path, how: How, error: int) -> Iterator[Disk]:
    """A disk that refuses at its first operation, at its second, and so on; the last meets nothing."""
    for number in count(1):
        disk = Disk(folder, number, how, error)
        yield disk
        if not disk.has_refused:
            return


@contextlib.contextmanager
def in_front(disk: Disk) -> Iterator[None]:
    """Put the disk between the program and the system."""
    with pytest.MonkeyPatch.context() as patch:
        _install(disk, patch)
        yield


def _install(disk: Disk, monkeypatch: pytest.MonkeyPatch) -> None:
    real_open, real_write = io.open, os.write

    def opened(  # noqa: PLR0917
        file: Any,
        mode: str = "r",
        buffering: int = -1,
        encoding: str | None = None,
        errors: str | None = None,
        newline: str | None = None,
        **more: Any,
    ) -> Any:
        if not (set(mode) & set("wax+") and disk.holds(file)):
            return real_open(file, mode, buffering, encoding, errors, newline, **more)
        disk.do("open")
        raw = _File(file, mode.replace("b", "").replace("t", ""))
        raw.disk = disk
        disk.files.add(raw.fileno())
        if buffering == 0:
            return raw
        binary = io.BufferedRandom(raw) if "+" in mode else io.BufferedWriter(raw)
        return binary if "b" in mode else io.TextIOWrapper(binary, encoding, errors, newline)

    def written(descriptor: int, data: Any) -> int:
        if descriptor in disk.files:
            if half := disk.half(data):
                return real_write(descriptor, half)
            disk.do("write")
        return real_write(descriptor, data)

    monkeypatch.setattr(io, "open", opened)
    monkeypatch.setattr(os, "write", written)
    for name in ("fsync", "ftruncate"):
        monkeypatch.setattr(os, name, _on_descriptor(disk, name))
    for name in ("mkdir", "replace", "rename", "chmod", "unlink"):
        monkeypatch.setattr(os, name, _on_path(disk, name))


def _on_descriptor(disk: Disk, name: str) -> Any:
    real = getattr(os, name)

    def call(descriptor: int, *rest: Any) -> Any:
        if descriptor in disk.files:
            disk.do(name)
        return real(descriptor, *rest) if name != "fsync" else None

    return call


def _on_path(disk: Disk, name: str) -> Any:
    real = getattr(os, name)

    def call(path: Any, *rest: Any, **more: Any) -> Any:
        # A folder that is there refuses in its own way.
        if disk.holds(path) and not (name == "mkdir" and Path(path).is_dir()):
            disk.do(name)
        return real(path, *rest, **more)

    return call
