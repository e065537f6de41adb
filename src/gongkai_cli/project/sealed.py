"""Data that the program keeps for itself, with a key and a checksum: believed whole or not at all."""

import hashlib
import os
from pathlib import Path
from typing import Final

from .reading import first_bytes

SIZE: Final = 32
"""Bytes of a key, and of a sum."""


def digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=SIZE).digest()


def put(file: Path, key: bytes, data: bytes) -> None:
    """Keep data, all of it or nothing. Raises OSError where it cannot be kept."""
    swap(file, key + digest(data) + data)


def swap(file: Path, data: bytes) -> None:
    """Put a file in place of what is there, all of it or nothing. Raises OSError where that fails.

    Nothing waits until it is on the disk: what is lost can be made again.
    """
    temporary = file.with_name(f".{os.getpid()}.tmp")
    try:
        temporary.write_bytes(data)
        temporary.replace(file)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


def get(file: Path, key: bytes, most: int) -> bytes | None:
    """What was kept under this key; None where it has another key or is damaged.

    Raises OSError or ValueError where it cannot be read.
    """
    kept = first_bytes(file, most)
    head, data = kept[: 2 * SIZE], kept[2 * SIZE :]
    return data if head == key + digest(data) else None
