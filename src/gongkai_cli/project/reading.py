"""Reads a file as far as it may be of any use."""

from pathlib import Path
from typing import Final

_USUAL: Final = 65_536


def beginning(path: Path, most: int) -> bytes:
    """So many bytes of a file at most. Raises OSError where it cannot be read."""
    with path.open("rb") as file:
        # Asked for the most there may be, Python sets aside as much before it reads a small file.
        data = file.read(min(most, _USUAL))
        return data + file.read(most - len(data)) if len(data) == _USUAL else data
