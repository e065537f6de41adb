"""Meet every hostile input with a whole process: how long, how much memory, and what went wrong.

Usage: python benchmarks/hostile/run.py [--only KIND] [--write] [--json FILE]

The inputs are those of the tests (tests/hostile). With --write the table goes into
benchmarks/hostile/README.md; --json keeps every single run.
"""

import argparse
import contextlib
import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
from benchmarks.tables import machine, put

from hostile import KINDS
from hostile.case import Case, Command, changed, lay_out, listing, told
from hostile.judge import breaches, malformed

MOST_SECONDS, MOST_MEGABYTES = 2.0, 300.0
_STUCK = 20.0
_ROOM = 2_000_000_000
_ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": str(ROOT / "src"),
    "PYTHONIOENCODING": "utf-8",
    "GONGKAI_CACHE": "0",
}


@dataclass(frozen=True)
class Met:
    """One command on one input: what it took, what came of it, and what is wrong with that."""

    kind: str
    case: str
    command: tuple[str, ...]
    seconds: float
    processor: float
    megabytes: float
    code: int
    told: tuple[str, ...]
    written: tuple[str, ...]
    wrong: tuple[str, ...]
    said: str


def main() -> int:
    """Print the table; the exit code is 1 where anything was breached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    kinds = {kind: cases for kind, cases in KINDS.items() if given.only in kind}
    met = {kind: _meet_all(kind, cases) for kind, cases in kinds.items()}
    every = [one for each in met.values() for one in each]
    table, said = [*_table(met), "", *_breached(every)], _counted(every)
    sys.stdout.write("\n".join([machine(said), "", *table]) + "\n")
    if given.json:
        rows = [asdict(one) for one in every]
        given.json.write_text(json.dumps(rows, ensure_ascii=False, indent=1), "utf-8")
    if given.write:
        put(HERE / "README.md", "table", table, said)
    return int(any(one.wrong for one in every))


def _meet_all(kind: str, cases: Sequence[Case]) -> list[Met]:
    sys.stderr.write(f"{kind}\n")
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(chain.from_iterable(pool.map(partial(_meet_case, kind), cases)))


def _meet_case(kind: str, case: Case) -> list[Met]:
    with tempfile.TemporaryDirectory(prefix="hostile-") as name:
        office = lay_out(case, Path(name))
        # No system can hand a NUL to a process.
        commands = [command for command in case.commands if "\0" not in "".join(command)]
        return [_meet(kind, case, command, office) for command in commands]


def _meet(kind: str, case: Case, command: Command, office: Path) -> Met:
    before = listing(office.parent)
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        started = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "gongkai_cli", *command],
            cwd=office,
            env=_ENVIRONMENT,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
        )
        # Leave the machine some memory, whatever the command asks for.
        with contextlib.suppress(ProcessLookupError):
            resource.prlimit(process.pid, resource.RLIMIT_AS, (_ROOM, _ROOM))
        watch = threading.Timer(_STUCK, process.kill)
        watch.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        watch.cancel()
        process.returncode = code = os.waitstatus_to_exitcode(status)
        said = [_text(stream) for stream in (out, err)]
    written = changed(before, listing(office.parent))
    megabytes = usage.ru_maxrss / 1024
    wrong = [*breaches(command, code, *said), *malformed(office, written)]
    wrong += [f"outside: {name}" for name in written if name.startswith("..")]
    # What else the machine does is not the product's doing; what waits is killed.
    processor = usage.ru_utime + usage.ru_stime
    wrong += [f"{processor:.1f} s"] * (processor > MOST_SECONDS)
    wrong += ["stuck"] * (seconds > _STUCK)
    wrong += [f"{megabytes:.0f} MB"] * (megabytes > MOST_MEGABYTES)
    return Met(
        kind,
        case.name,
        command,
        seconds,
        processor,
        megabytes,
        code,
        told(*said),
        written,
        tuple(wrong),
        "".join(said)[:2000],
    )


def _text(stream: object) -> str:
    stream.seek(0)  # type: ignore[attr-defined]
    return str(stream.read().decode("utf-8", "replace"))  # type: ignore[attr-defined]


def _counted(met: Sequence[Met]) -> str:
    cases = {(one.kind, one.case) for one in met}
    wrong = sum(bool(one.wrong) for one in met)
    return f"{len(cases)} 个输入，{len(met)} 次运行，越界 {wrong} 次。"


def _table(met: Mapping[str, Sequence[Met]]) -> Iterator[str]:
    yield "| 哪一类 | 输入 | 运行 | 最慢：处理器，秒 | 是哪个 | 最慢：从头到尾，秒 | 最大，MB | 是哪个 | 越界 |"
    yield "| --- | --: | --: | --: | --- | --: | --: | --- | --: |"
    for kind, each in met.items():
        slow = max(each, key=lambda one: one.processor)
        big = max(each, key=lambda one: one.megabytes)
        cells = (
            kind,
            len({one.case for one in each}),
            len(each),
            f"{slow.processor:.2f}",
            _which(slow),
            f"{max(one.seconds for one in each):.2f}",
            f"{big.megabytes:.0f}",
            _which(big),
            sum(bool(one.wrong) for one in each),
        )
        yield f"| {' | '.join(map(str, cells))} |"


def _which(met: Met) -> str:
    return f"{met.case.replace('|', '竖线')}（`{met.command[0]}`）"


def _breached(met: Sequence[Met]) -> Iterator[str]:
    breached = [one for one in met if one.wrong]
    yield "没有越界的。" if not breached else "越界的："
    for one in breached:
        yield f"- {one.kind}：{_which(one)}：{'；'.join(one.wrong)}"


if __name__ == "__main__":
    sys.exit(main())
