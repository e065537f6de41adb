"""Names of campaigns and units as file names that every system takes, no two of them the same."""

import unicodedata
from collections.abc import Iterable

# Windows takes none of these in a file name, nor the device names, nor a dot or blank at the end.
_FORBIDDEN = str.maketrans({mark: chr(ord(mark) + 0xFEE0) for mark in '<>:"/\\|?*'})
_DEVICES = {
    *("con", "prn", "aux", "nul", "conin$", "conout$"),
    # It takes the superscripts for digits.
    *(f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³"),
}
_LONGEST = 60


def file_stems(names: Iterable[str]) -> tuple[str, ...]:
    """A file name for each name, usable on Windows, Linux and macOS, all different."""
    taken: set[str] = set()
    stems: list[str] = []
    for name in names:
        stem = _stem(name)
        unique, number = stem, 2
        while folded(unique) in taken:
            unique, number = f"{stem}-{number}", number + 1
        taken.add(folded(unique))
        stems.append(unique)
    return tuple(stems)


def place_of(name: str) -> str:
    """What is the same for two names whose files would be one on some system, and for a few more."""
    return folded(_stem(name))


def _stem(name: str) -> str:
    plain = "".join(char for char in name if unicodedata.category(char)[0] != "C")
    stem = plain.translate(_FORBIDDEN)[:_LONGEST].strip().rstrip(". ") or "_"
    if stem.split(".")[0].strip().lower() in _DEVICES:
        stem = f"_{stem}"
    return stem.replace("..", "．．")


def folded(name: str) -> str:
    """The same for names that file systems which ignore case or composition see as one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
