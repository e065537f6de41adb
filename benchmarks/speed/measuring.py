"""Times and peaks of whole processes, measured in turns so that a busy moment strikes all alike."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": str(ROOT / "src"),
    "PYTHONIOENCODING": "utf-8",
    # An installed program is compiled, like its libraries; here a first turn that is not counted does it.
    "PYTHONDONTWRITEBYTECODE": "",
}


@dataclass(frozen=True)
class Run:
    """One process: seconds from start to end, the peak of its memory in MB, what was heard of it."""

    seconds: float
    megabytes: float
    output: str


NOTHING = "0"
"""Nothing is known from an earlier run, and nothing is kept for a later one."""


@dataclass(frozen=True)
class Command:
    """What Python is to run, and the folder where the product keeps what it found out."""

    arguments: Sequence[str]
    notes: str = NOTHING


def python(
    arguments: Sequence[str], folder: Path, notes: str = NOTHING, *, heard: bool = False
) -> Run:
    """Run Python to its end; 1 and 2 are ordinary answers of the product.

    What it prints is kept only where it is ``heard``: a new process begins at the size of the one
    that starts it, so that one must stay small.
    """
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=folder,
        env={**ENVIRONMENT, "GONGKAI_CACHE": notes},
        stdout=subprocess.PIPE if heard else subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )
    output = process.stdout.read() if process.stdout else ""
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1, 2):
        raise SystemExit(f"{arguments} ended with {process.returncode}")
    # The peak is that of the largest process among it and those it started.
    return Run(seconds, usage.ru_maxrss / 1024, output)


@dataclass(frozen=True)
class Spread:
    """Several runs of the same: the middle, and the quarter and three quarters."""

    middle: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.middle * 1000:.0f}（{self.low * 1000:.0f}–{self.high * 1000:.0f}）"


def in_turns(commands: Mapping[str, Command], folder: Path, turns: int) -> dict[str, Spread]:
    """Each command so many times, one after the other, after a first turn that is not counted."""
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(turns + 1):
        for name, command in commands.items():
            seconds = python(command.arguments, folder, command.notes).seconds
            if turn:
                taken[name].append(seconds)
    return {name: spread(times) for name, times in taken.items()}


def spread(times: Sequence[float]) -> Spread:
    # A single run is its own spread.
    low, _, high = quantiles(times if len(times) > 1 else [*times] * 2, n=4, method="inclusive")
    return Spread(median(times), low, high)
