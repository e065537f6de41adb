"""Run the benchmarks, each of which writes its page, and make one table of what they found.

Usage: python benchmarks/run.py [NAME…] [--small] [--table]

NAME: page, speed, hostile, repeats, fuzz, faults, dependencies; all of them unless told, which takes hours.
--small: as many runs as a quarter of an hour holds. --table: run none, make the table of what their
pages say. It goes into benchmarks/README.md. What has to be installed beside the program stands on
each page.
"""

import argparse
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

ROOT = Path(__file__).resolve().parents[1]
HERE = Path(__file__).parent
sys.path.insert(0, str(ROOT))
from benchmarks.tables import machine, measured, put, rows

FULL: Final[Mapping[str, tuple[str, ...]]] = {
    "page": (),
    "speed": ("--count", "44000"),
    "hostile": (),
    "repeats": (),
    "fuzz": ("--runs", "1000000"),
    "faults": ("--kills", "500", "--rounds", "60"),
    "dependencies": (),
}
"""Each benchmark, and how much of it makes the figures of its page."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", choices=[[], *FULL])
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--table", action="store_true")
    given = parser.parse_args()
    failed = False
    for name in () if given.table else given.names or FULL:
        amount = () if given.small else FULL[name]
        sys.stderr.write(f"{name} {' '.join(amount)}\n")
        command = [sys.executable, str(HERE / name / "run.py"), "--write", *amount]
        failed = subprocess.run(command, check=False).returncode != 0 or failed
    table = [*_figures(), "", *_safety(), "", *_sizes()]
    sys.stdout.write("\n".join([machine(), "", *table]) + "\n")
    put(HERE / "README.md", "table", table, "各行是那一天量的。")
    return int(failed)


def _figures() -> Iterator[str]:
    """What has an aim: how it compares with its floor or its peer."""
    page = HERE / "speed" / "README.md"
    yield "| 快慢 | 本程序 | 底线或同类 | 比 | 目标 | 达到 | 底线或同类是什么 | 日期 |"
    yield "| --- | --: | --: | --: | --- | --- | --- | --- |"
    day = measured(page, "table")
    for row in rows(page, "table"):
        if row["目标"]:
            cells = [
                row[name] for name in ("量什么", "本程序", "底线或同类", "比", "目标", "达到", "注")
            ]
            yield f"| {' | '.join([*cells, day])} |"


def _safety() -> Iterator[str]:
    """What was tried to break it, and how often it broke."""
    yield "| 坏不坏 | 次数 | 坏了 | 日期 |"
    yield "| --- | --: | --: | --- |"
    for name, tried in (
        ("hostile", _hostile),
        ("repeats", _repeats),
        ("fuzz", _fuzz),
        ("faults", _faults),
        ("dependencies", _dependencies),
    ):
        page = HERE / name / "README.md"
        for what, times, wrong in tried(page):
            yield f"| {what} | {times} | {wrong} | {measured(page, 'table')} |"


Tried = Iterator[tuple[str, str, str]]
"""What was tried, how often, and how often it broke."""


def _hostile(page: Path) -> Tried:
    known = list(rows(page, "table"))
    inputs, runs, wrong = (
        sum(int(row[name]) for row in known) for name in ("输入", "运行", "越界")
    )
    yield f"别人给的坏文件、坏模板、坏链接：{inputs} 个", f"{runs:,}", str(wrong)


def _repeats(page: Path) -> Tried:
    for row in rows(page, "table"):
        what = f"一样的字重复下去，放在{row['放在哪里']}"
        yield what, row["文件"], row["超过 2 秒的"]


def _fuzz(page: Path) -> Tried:
    for row in rows(page, "table"):
        yield f"按覆盖率乱改：{row['入口']}", row["输入个数"], row["违反规矩"]


def _faults(page: Path) -> Tried:
    sums: dict[str, list[int]] = {}
    for row in rows(page, "table"):
        if row["次数"].isdigit():
            kind = re.split("[：，]", row["怎么坏"])[0]
            known = sums.setdefault(kind, [0, 0])
            known[0] += int(row["次数"])
            known[1] += int(row["坏了的文件、行或者回答"])
    for kind, (times, wrong) in sums.items():
        yield kind, f"{times:,}", str(wrong)


def _dependencies(page: Path) -> Tried:
    for row in rows(page, "table"):
        if result := row["结果"]:
            passed = result.endswith("，通过")
            what = f"全部测试：依赖{row['哪一组']}的一组，Python {row['Python']}"
            yield what, result.partition("，")[0], "0" if passed else result


def _sizes() -> Iterator[str]:
    """What an installation takes, beside those of its peers."""
    page = HERE / "dependencies" / "README.md"
    yield "| 装下来多大 | 包 | 大小（MB） | 比直接安装 | 日期 |"
    yield "| --- | --: | --: | --: | --- |"
    for row in rows(page, "size"):
        cells = [row[name] for name in ("装什么", "包", "大小（MB）", "比直接安装")]
        yield f"| {' | '.join([*cells, measured(page, 'size')])} |"


if __name__ == "__main__":
    sys.exit(main())
