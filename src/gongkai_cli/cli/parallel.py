"""One piece of work for each of many campaigns: in turn, or where there are many on every core."""

import gc
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, TypeVar

from .. import report

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

T = TypeVar("T")
R = TypeVar("R")

MANY: Final = 200
"""Below this the processes would cost more time than they save."""
_AT_ONCE = 50
_AHEAD = 3
"""Pieces of the work for each process that may be under way or wait to be taken."""
_MOST_PROCESSES = 61  # Windows waits for no more


def across(work: Callable[[T], R], items: Sequence[T], what: str) -> Iterator[R]:
    """What the work makes of each item, in their order, with a bar on a terminal.

    The work must be a function of a module, its items and results plain values: they may go to
    another process and back.
    """
    processes = min(os.cpu_count() or 1, _MOST_PROCESSES)
    pool = _pool(work, processes) if processes > 1 and len(items) >= MANY else None
    if not pool:
        yield from map(work, report.progress(items, what))
        return
    try:
        results = _in_turn(pool, work, items, processes * _AHEAD)
        for _ in report.progress(items, what):
            yield next(results)
    finally:
        pool.shutdown(cancel_futures=True)


def _pool(work: Callable[[T], R], processes: int) -> "Executor | None":
    """So many processes, ready for the work; None where the system does not grant them all."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    pool = None
    try:
        # Every system starts them the same way; one that forks would copy the threads of the bar.
        pool = ProcessPoolExecutor(
            processes, get_context("spawn"), initializer=_begin, initargs=gc.get_threshold()[:1]
        )
        # With nothing to do at first: so nothing is done twice where one of them cannot begin.
        for ready in [_handed_out(pool, work, ()) for _ in range(processes)]:
            ready.result()
    except (OSError, RuntimeError):  # no shared memory, or too few handles, processes or threads
        if pool:
            pool.shutdown(cancel_futures=True)
        return None
    return pool


def _in_turn(
    pool: "Executor", work: Callable[[T], R], items: Sequence[T], ahead: int
) -> Iterator[R]:
    """The results in the order of the items, while only so many pieces of work are handed out.

    If all were handed out at once, results would pile up in memory.
    """
    waiting: deque[Future[list[R]]] = deque()
    for start in range(0, len(items), _AT_ONCE):
        waiting.append(_handed_out(pool, work, items[start : start + _AT_ONCE]))
        if len(waiting) > ahead:
            yield from waiting.popleft().result()
    for future in waiting:
        yield from future.result()


def _handed_out(pool: "Executor", work: Callable[[T], R], items: Sequence[T]) -> "Future[list[R]]":
    with _undisturbed():
        return pool.submit(_each, work, items)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Keep Ctrl+C from the processes that begin meanwhile, for good; ours hears of it afterwards.

    Until they get to ``_begin`` they would die of it, with a traceback each.
    """
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _each(work: Callable[[T], R], items: Sequence[T]) -> list[R]:
    return [work(item) for item in items]


def _begin(seldom: int) -> None:
    """Another process, as patient with its garbage as the first one."""
    gc.set_threshold(seldom)
    # Ctrl+C reaches all processes; only the first has something to say to it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
