"""Harm the program in every way a machine can, look at what is left, and print one table.

Usage: python benchmarks/faults/run.py [--kills N] [--rounds N] [--only KIND…] [--write]

--kills: how many times render and done are killed each. --rounds: how often each of the eight
works. With --only some kinds, the rows of the others stay. With --write the table goes into
benchmarks/faults/README.md.
"""

import argparse
import random
import re
import sys
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
from benchmarks.faults.killing import records, renders
from benchmarks.faults.offices import SEED, office_in
from benchmarks.faults.refusing import HOWS, cases, filled, library, refused
from benchmarks.tables import put

from support.concurrent_runs import EIGHT, together

_HEAD = (
    "| 怎么坏 | 对谁 | 次数 | 碰上了 | 坏了的文件、行或者回答 | 种子 |",
    "| --- | --- | --: | --: | --: | --- |",
)


PAGE = Path(__file__).with_name("README.md")
_KINDS = {"kills": "| `kill", "crowd": "| 八个", "refusals": ("| 每一步", "| 小磁盘")}
"""Each kind of harm, and how its rows begin."""


def main() -> None:
    """Print a row for each kind of harm and each command; what was harmed goes to stderr."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--only", nargs="+", choices=_KINDS, default=list(_KINDS))
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    rows: dict[str, list[str]] = {name: [] for name in given.only}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        kinds = {
            "kills": _kills(folder, given.kills),
            "crowd": _crowd(folder, given.rounds),
            "refusals": _refusals(folder),
        }
        for kind in given.only:
            for row in kinds[kind]:
                sys.stdout.write(row + "\n")
                sys.stdout.flush()
                rows[kind].append(row)
    if given.write:
        known = re.findall(
            r"^\| [^\n]+$", PAGE.read_text("utf-8").split("<!-- table -->")[1], re.MULTILINE
        )
        kept = {kind: [row for row in known if row.startswith(_KINDS[kind])] for kind in _KINDS}
        put(PAGE, "table", [*_HEAD, *chain.from_iterable((kept | rows).values())])


def _row(how: str, whom: str, *figures: object, seed: object = "") -> str:
    """Figures: how many times, how often it was met, how much was harmed."""
    return f"| {how} | {whom} | {' | '.join(map(str, figures))} | {seed} |"


def _kills(folder: Path, kills: int) -> Iterator[str]:
    chance = random.Random(SEED)  # noqa: S311  repeatable, not secret
    for what, trial in (("render", renders), ("done", records)):
        hits, harm = trial(folder / what, kills, chance)
        yield _row("`kill -9`，随机的时刻", f"`{what}`", kills, hits, harm, seed=SEED)


def _crowd(folder: Path, rounds: int) -> Iterator[str]:
    outcome = together(office_in(folder / "crowd"), rounds, SEED)
    sys.stderr.writelines(f"{one}\n" for one in outcome.harm)
    whom = "、".join(f"`{name}` {EIGHT.count(name)} 个" for name in dict.fromkeys(EIGHT))
    times = outcome.runs.total()
    yield _row(
        f"八个进程同时，其间看文档 {outcome.looks:,} 遍",
        whom,
        times,
        times,
        len(outcome.harm),
        seed=SEED,
    )


def _refusals(folder: Path) -> Iterator[str]:
    shim = library(folder)
    for case in cases(folder / "cases"):
        whom = f"`{case.name.partition('，')[0]}`" + "".join(case.name.partition("，")[1:])
        for what, (how, number) in HOWS.items():
            if isinstance(shim, str):
                yield _row(f"每一步：{what}", whom, f"没有做：{shim}", "", "")
                continue
            times, harm = refused(case, how, number, folder, shim)
            sys.stderr.writelines(f"{one}\n" for one in harm)
            yield _row(f"每一步：{what}", whom, times, times, len(harm))
        done = filled(case, folder)
        if isinstance(done, str):
            yield _row("小磁盘（tmpfs）", whom, f"没有做：{done}", "", "")
        else:
            sys.stderr.writelines(f"{one}\n" for one in done[1])
            yield _row("小磁盘（tmpfs），剩下 0、1、2…页", whom, done[0] + 1, done[0], len(done[1]))


if __name__ == "__main__":
    main()
