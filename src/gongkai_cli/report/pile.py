"""Findings as they will be printed: sorted, without duplicates, in little memory."""

import heapq
import marshal
import zlib
from collections.abc import Iterable, Iterator
from typing import Final

Told = tuple[str, int, int, str, str, str]
"""Path, line, column, code and severity of a finding, and the words for it: what they sort by."""

_LOOSE: Final = 5_000


class Pile:
    """Takes findings in any order and gives them back in order.

    They wait compressed, in sorted runs. They come file by file, so few runs overlap, and a run is
    unpacked only when its first finding is due.
    """

    def __init__(self) -> None:
        self._loose: set[Told] = set()
        self._runs: list[tuple[Told, bytes]] = []

    def add(self, told: Iterable[Told]) -> None:
        self._loose.update(told)
        if len(self._loose) > _LOOSE:
            first, *rest = sorted(self._loose)
            self._runs.append((first, zlib.compress(marshal.dumps(rest), level=1)))
            self._loose.clear()

    def __iter__(self) -> Iterator[Told]:
        last = None
        for told in heapq.merge(*(_unpacked(*run) for run in self._runs), sorted(self._loose)):
            if told != last:
                yield told
            last = told


def _unpacked(first: Told, rest: bytes) -> Iterator[Told]:
    yield first
    yield from marshal.loads(zlib.decompress(rest))  # noqa: S302  our own, of a moment ago
