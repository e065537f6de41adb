"""Measure how fast the product is against its floors and its peer, and print one table.

Usage: python benchmarks/speed/run.py [--count N] [--turns N] [--write]

--count: how many campaigns a country has (1,000; the real figure is about 44,000). With --write
the table goes into benchmarks/speed/README.md. The peer comes with: pip install docxtpl
"""

import argparse
import json
import math
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from benchmarks.tables import machine, put
from measuring import HERE, ROOT, Command, Run, in_turns, python, spread
from province import fill

CAMPAIGN = str(ROOT / "campaigns" / "dandong-2021.yaml")
LIBRARIES = "import typer, yaml, pydantic"
ROWS = (10, 100, 1000, 5000)
FEW = 1000
NOW = "2021-05-18T09:00"


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    what: str
    ours: str
    floor: str
    ratio: float | None
    aim: float | None
    note: str = ""

    def __str__(self) -> str:
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}"
        aim = "" if self.aim is None else f"≤ {self.aim:g}"
        reached = (
            ""
            if self.ratio is None or self.aim is None
            else "是"
            if self.ratio <= self.aim
            else "否"
        )
        cells = (self.what, self.ours, self.floor, ratio, aim, reached, self.note)
        return "| " + " | ".join(cells) + " |"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--count", type=int, default=FEW)
    arguments.add_argument("--turns", type=int, default=15)
    arguments.add_argument("--write", action="store_true")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = [
            *_cold(folder, given.turns),
            *_further(folder),
            *_tables(folder),
            *_country(folder, sorted({FEW, given.count})),
        ]
    table = [*_HEAD, *map(str, rows)]
    sys.stdout.write("\n".join([machine(_UNITS), "", *table]) + "\n")
    if given.write:
        put(HERE / "README.md", "table", table, _UNITS)


_HEAD = (
    "| 量什么 | 本程序 | 底线或同类 | 比 | 目标 | 达到 | 注 |",
    "| --- | --: | --: | --: | --: | --- | --- |",
)
_UNITS = "时间是毫秒，写成中位数（四分之一—四分之三），另注单位的除外。"


def _cold(folder: Path, turns: int) -> Iterator[Row]:
    ours = ["-m", "gongkai_cli"]
    check, validate = [*ours, "check-deadlines", CAMPAIGN], [*ours, "validate", CAMPAIGN]
    render = [*ours, "render", CAMPAIGN, "-t", "notice", "-f", "docx"]
    notes = str(folder / "notes")
    rows = (
        ("冷启动 `check-deadlines`，看过的活动", Command(check, notes), LIBRARIES, 1.3),
        ("冷启动 `check-deadlines`，没看过的", Command(check), LIBRARIES, 1.3),
        ("冷启动 `validate`，看过的活动", Command(validate, notes), LIBRARIES, None),
        ("冷启动 `validate`，没看过的", Command(validate), LIBRARIES, None),
        ("冷启动 `--help`", Command([*ours, "--help"]), "import typer", 1.3),
        ("冷启动 `render`", Command(render), f"{LIBRARIES}, jinja2, markdown_it, docx", 1.5),
    )
    floors = {floor: Command(["-c", floor]) for _, _, floor, _ in rows}
    real = Command(["-c", f"{LIBRARIES}; pydantic.BaseModel"])
    commands = {name: command for name, command, _, _ in rows}
    taken = in_turns({**commands, **floors, "BaseModel": real}, folder, turns)
    for name, _, floor, aim in rows:
        ratio = taken[name].middle / taken[floor].middle
        yield Row(name, str(taken[name]), str(taken[floor]), ratio, aim, f"`{floor}`")
    name = rows[1][0]
    model = taken["BaseModel"]
    note = f"`{real.arguments[1]}`：pydantic 到用时才装载"
    yield Row(name, str(taken[name]), str(model), taken[name].middle / model.middle, None, note)


def _further(folder: Path) -> Iterator[Row]:
    run = python([str(HERE / "documents.py"), "further"], folder, heard=True)
    taken = {name: spread(times) for name, times in json.loads(run.output).items()}
    ours, peer = taken["gongkai"], taken.get("docxtpl")
    note = "docxtpl，同样的文字和表" if peer else "没有装 docxtpl"
    ratio = ours.middle / peer.middle if peer else None
    yield Row("同一次运行里再生成一份 DOCX", str(ours), str(peer or "—"), ratio, 0.2, note)
    run = python([str(HERE / "documents.py"), "whole"], folder, heard=True)
    each = spread(json.loads(run.output)["gongkai"]).middle
    yield Row(
        "两个活动的全部文档，平均一份", f"{each * 1000:.1f}", "", None, None, "DOCX 和 Markdown"
    )


def _tables(folder: Path) -> Iterator[Row]:
    known: dict[int, tuple[float, float]] = {}
    for count in ROWS:
        runs = [
            python([str(HERE / "documents.py"), "rows", str(count)], folder, heard=True)
            for _ in range(3)
        ]
        seconds = median(json.loads(run.output)["rows"][0] for run in runs)
        known[count] = seconds, median(run.megabytes for run in runs)
        shown = f"{seconds * 1000:.0f}，最多 {known[count][1]:.0f} MB"
        yield Row(f"任务分解表 {count:,} 行", shown, "", None, None)
    yield _growth("任务分解表，时间", [known[count][0] for count in ROWS[2:]], ROWS[2:])
    memory = [known[count][1] - known[ROWS[0]][1] for count in ROWS[2:]]
    yield _growth("任务分解表，内存（比 10 行多用的）", memory, ROWS[2:])


def _growth(what: str, values: Sequence[float], counts: Sequence[int]) -> Row:
    exponent = math.log(values[-1] / values[0]) / math.log(counts[-1] / counts[0])
    return Row(
        f"{what}：增长的指数",
        f"{exponent:.2f}",
        "",
        exponent,
        1.1,
        f"1 就是成比例；{counts[0]:,} 到 {counts[-1]:,} 行",
    )


def _country(folder: Path, sizes: Sequence[int]) -> Iterator[Row]:
    """All campaigns of a country, read for the first time and once more; each size on its own files."""
    cores = str(os.cpu_count() or 1)
    for size in sizes:
        place = folder / str(size)
        note = f"{fill(place / 'campaigns', size) / 1e6:.0f} MB"
        floors = {
            "一核": [str(HERE / "compose.py"), "campaigns", "1"],
            "各核": [str(HERE / "compose.py"), "campaigns", cores],
        }
        ours = {
            "check-deadlines": ["-m", "gongkai_cli", "check-deadlines", "--now", NOW],
            "validate": ["-m", "gongkai_cli", "validate"],
        }
        runs: dict[str, list[Run]] = {}
        for turn in range(3 if size <= FEW else 1):
            notes = str(place / f"notes-{turn}")
            for name, command in floors.items():
                runs.setdefault(name, []).append(python(command, place))
            for name, command in ours.items():
                for known in ("没看过的", "看过的"):
                    run = python(command, place, notes)
                    runs.setdefault(f"`{name}`，{size:,} 个活动，{known}", []).append(run)
        taken = {name: min(run.seconds for run in each) for name, each in runs.items()}
        for name, each in runs.items():
            if name not in floors:
                peak = max(run.megabytes for run in each)
                for floor in floors:
                    yield Row(
                        name,
                        f"{taken[name]:.1f} 秒，最多 {peak:.0f} MB",
                        f"{taken[floor]:.1f} 秒",
                        taken[name] / taken[floor],
                        3,
                        f"libyaml 只读成节点，{floor}；{note}",
                    )


if __name__ == "__main__":
    main()
