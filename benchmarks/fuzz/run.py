"""Coverage-guided runs over what takes a file or a text from outside, with what was found as a table.

    pip install atheris
    python benchmarks/fuzz/run.py --target loader --runs 1000000 --seed 515

Each target runs in a process of its own, which libFuzzer ends. Where it is killed by an input (too
slow, too large) the run goes on with the inputs that are left, from the next seed.
"""

import argparse
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))
from benchmarks.tables import machine, put

TARGETS = (
    *("loader", "rules", "dates", "mending", "record", "style", "markdown"),
    *("difference", "succession", "arguments"),
)
SEED = 515
_PROGRESS = re.compile(r"#(\d+)\s+\w+\s+cov: (\d+) ft: (\d+)")
_FOUND = re.compile(r"FOUND (\w+) (.*)")
_KILLED = re.compile(r"ERROR: libFuzzer: ([\w-]+)")
_SECONDS = re.compile(r"Done (\d+) in (\d+) second")
_SHOWN = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)


@dataclass
class Run:
    """One target's inputs, and what they reached and found."""

    target: str
    inputs: int = 0
    seconds: float = 0.0
    edges: int = 0
    features: int = 0
    reached: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Edges and features after so many inputs."""
    found: list[str] = field(default_factory=list)

    def read(self, lines: Iterator[str]) -> int:
        """Take in the log of one process; returns how many inputs it came to."""
        came_to = 0
        for line in lines:
            if progress := _PROGRESS.search(line):
                came_to, self.edges, self.features = map(int, progress.groups())
                for shown in _SHOWN:
                    if came_to <= shown:
                        self.reached[self.inputs + shown] = (self.edges, self.features)
            elif done := _SECONDS.search(line):
                came_to = int(done[1])
            elif found := _FOUND.search(line) or _KILLED.search(line):
                self.found.append(" ".join(found.groups()))
        return came_to

    def rows(self, seed: int) -> Iterator[str]:
        """The table's row, and one for each finding."""
        pace = self.inputs / self.seconds if self.seconds else 0
        growth = "；".join(
            f"{count:,}：{edges}/{features}"
            for count, (edges, features) in sorted(self.reached.items())
            if count < self.inputs
        )
        yield (
            f"| {self.target} | {self.inputs:,} | {seed} | {pace:,.0f} | {growth} | "
            f"{self.edges}/{self.features} | {len(self.found)} |"
        )
        yield from (f"- {self.target}：{found}" for found in self.found)


def fuzz(target: str, runs: int, seed: int, folder: Path) -> Run:
    """Give a target so many inputs, however many processes that takes."""
    run = Run(target)
    begun = time.monotonic()
    turn = 0
    while run.inputs < runs:
        command = [sys.executable, str(HERE / "session.py"), target, str(runs - run.inputs)]
        command += [str(seed + turn), str(folder / target)]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
        ) as process:
            came_to = run.read(_copied(process.stdout or (), folder / f"{target}.log"))
        if not came_to:
            raise SystemExit(f"{target}: no input was run; see {folder / f'{target}.log'}")
        run.inputs += came_to
        run.seconds = time.monotonic() - begun
        turn += 1
    return run


def _copied(lines: Iterable[str], log: Path) -> Iterator[str]:
    with log.open("a", encoding="utf-8") as copy:
        for line in lines:
            copy.write(line)
            yield line


def main() -> None:
    """Run the targets one after another and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--target", choices=TARGETS, action="append", help="all unless given")
    parser.add_argument("--runs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--folder", type=Path, help="where the corpus and the findings are kept")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    if find_spec("atheris") is None:
        parser.error("atheris is not installed here: pip install atheris")
    folder = given.folder or Path(tempfile.mkdtemp(prefix="fuzz-"))
    folder.mkdir(parents=True, exist_ok=True)
    tools = "，".join(f"{name} {version(name)}" for name in ("atheris", "PyYAML", "pydantic"))
    print(f"{machine(tools)}；{folder}\n")
    table = [
        "| 入口 | 输入个数 | 种子 | 每秒 | 走到的边/特征（到第几个输入） | 最后 | 违反规矩 |",
        "| --- | --: | --: | --: | --- | --- | --: |",
    ]
    print("\n".join(table), flush=True)
    notes: list[str] = []
    for target in given.target or TARGETS:
        row, *found = fuzz(target, given.runs, given.seed, folder).rows(given.seed)
        print(row, flush=True)
        table.append(row)
        notes += found
    if given.write:
        put(HERE / "README.md", "table", table, f"{tools}。")
    print("\n" + "\n".join(notes) if notes else "")
    raise SystemExit(bool(notes))


if __name__ == "__main__":
    main()
