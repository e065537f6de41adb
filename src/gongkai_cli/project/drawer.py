"""Many notes in one file; a new one is added at the end, and the last one of a name counts.

Making a file for each note would take longer than the work it saves. Nothing is locked: a note that
two processes or a power cut spoilt fails its checksum, is not believed, and goes when the file is
next written anew.
"""

import contextlib
import os
from dataclasses import dataclass, field
from pathlib import Path
from struct import Struct
from typing import BinaryIO, Final

from .sealed import SIZE, digest, swap

_HEAD: Final = Struct(f"<4s{SIZE}s{SIZE}s{SIZE}sI")
"""The mark of a note, its name, its key, the sum of all but the mark, and how long it is."""
_MARK: Final = b"gknb"
_SLACK: Final = 65_536
_ROOM: Final = 8_000_000
"""Bytes; the campaigns of a whole country take a quarter of it in each of 256 drawers."""


@dataclass(slots=True)
class Drawer:
    """One file of notes, with the offset of the last note of each name.

    ``_known`` bytes have been looked through; ``_live`` of them are notes that count. Not ``_sound``
    where something is no note, so that nothing behind it can be found.
    """

    file: Path
    _places: dict[bytes, tuple[int, int]] = field(default_factory=dict)
    _inode: int = 0
    _known: int = 0
    _live: int = 0
    _sound: bool = True

    def get(self, name: bytes, key: bytes) -> bytes | None:
        """What was noted under a name and a key; None where nothing was, or it was spoiled.

        Raises OSError where the drawer cannot be read.
        """
        with self.file.open("rb", buffering=0) as file:
            self._look_through(file)
            if (place := self._places.get(name)) is None:
                return None
            return _data(_stretch(file, *place), name, key)

    def put(self, name: bytes, key: bytes, data: bytes) -> None:
        """Note data instead of what was noted under the name. Raises OSError where that fails."""
        note = _note(name, key, data)
        if not self._sound or self._known > min(2 * self._live + _SLACK, _ROOM):
            with contextlib.suppress(FileNotFoundError):
                self._write_anew(name, note)
                return
        with self.file.open("ab", buffering=0) as file:
            if file.write(note) != len(note):
                raise OSError(self.file)

    def _look_through(self, file: BinaryIO) -> None:
        """Look at what was added since the last time, by this process or by another one."""
        state = os.fstat(file.fileno())
        if state.st_ino != self._inode or state.st_size < self._known:
            self._places.clear()
            self._inode, self._known, self._live, self._sound = state.st_ino, 0, 0, True
        self._sound = self._sound and state.st_size < 2 * _ROOM
        if state.st_size == self._known or not self._sound:
            return
        added = _stretch(file, self._known, state.st_size - self._known)
        at = 0
        while length := _length(added, at):
            name = added[at + len(_MARK) : at + len(_MARK) + SIZE]
            self._live += length - self._places.get(name, (0, 0))[1]
            self._places[name] = self._known + at, length
            at += length
        self._known += at
        self._sound = at == len(added)

    def _write_anew(self, name: bytes, note: bytes) -> None:
        """Write the file anew with the notes that count; with the later half, where that is too much."""
        kept, room = [note], _ROOM // 2
        with self.file.open("rb", buffering=0) as file:
            self._look_through(file)
            latest = sorted(self._places.items(), key=lambda place: place[1], reverse=True)
            for other, place in latest:
                room -= place[1]
                if other != name and room > 0:
                    kept.append(_stretch(file, *place))
        swap(self.file, b"".join(reversed(kept)))


def _note(name: bytes, key: bytes, data: bytes) -> bytes:
    return _HEAD.pack(_MARK, name, key, digest(name + key + data), len(data)) + data


def _length(notes: bytes, at: int) -> int:
    """The whole length of a note that begins there; 0 where none does."""
    if not notes.startswith(_MARK, at) or at + _HEAD.size > len(notes):
        return 0
    length = _HEAD.size + int(_HEAD.unpack_from(notes, at)[-1])
    return length if at + length <= len(notes) else 0


def _data(note: bytes, name: bytes, key: bytes) -> bytes | None:
    data = note[_HEAD.size :]
    return data if note == _note(name, key, data) else None


def _stretch(file: BinaryIO, start: int, length: int) -> bytes:
    file.seek(start)
    return file.read(length)
