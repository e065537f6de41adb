"""One piece of work for each of many campaigns: in turn, or where there are many on every core."""

import gc
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeVar

from .. import report

T = TypeVar("T")
R = TypeVar("R")

MANY: Final = 200
"""Below this the processes would cost more time than they save."""
_AT_ONCE = 50
_MOST_PROCESSES = 61  # Windows waits for no more


def across(work: Callable[[T], R], items: Sequence[T], what: str) -> Iterator[R]:
    """What the work makes of each item, in their order, with a bar on a terminal.

    The work must be a function of a module, its items and results plain values: they may go to
    another process and back.
    """
    processes = min(os.cpu_count() or 1, _MOST_PROCESSES)
    if len(items) < MANY or processes == 1:
        yield from map(work, report.progress(items, what))
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    try:
        # Every system starts them the same way; one that forks would copy the threads of the bar.
        pool = ProcessPoolExecutor(
            processes, get_context("spawn"), initializer=_begin, initargs=gc.get_threshold()[:1]
        )
    except OSError:  # no semaphores to be had: shared memory is full, or there is none
        yield from map(work, report.progress(items, what))
        return
    try:
        results = pool.map(work, items, chunksize=_AT_ONCE)
        for _ in report.progress(items, what):
            yield next(results)
    finally:
        pool.shutdown(cancel_futures=True)


def _begin(seldom: int) -> None:
    """Another process, as patient with its garbage as the first one."""
    gc.set_threshold(seldom)
    # Ctrl+C reaches all processes; only the first has something to say to it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
