"""Install the program in fresh environments, try it there, measure it, and print the tables.

Usage: python benchmarks/dependencies/run.py [--python 3.11 3.12 …] [--sets oldest newest]
           [--part] [--only trials|size] [--write]

Each Python is named by its version or given as a path. The oldest set has every direct dependency
at its lower bound in pyproject.toml, the newest what pip finds today; in each all tests run, with
--part those that touch a library. With --write the tables go into README.md beside this file and
into docs/dependencies.md. Exit code 1 where a trial failed.
"""

import argparse
import re
import signal
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
from benchmarks.dependencies.bounds import direct, oldest
from benchmarks.dependencies.environments import Environment, Installed, fresh, interpreters
from benchmarks.tables import put

README = Path(__file__).with_name("README.md")
REVIEW = ROOT / "docs" / "dependencies.md"
# Each library's owner, and the commands from end to end; not the pages laid out by LibreOffice.
PART = [
    "test_bad",
    "test_calendar",
    "test_cli",
    "test_dates",
    "test_docx",
    "test_docxtext",
    "test_guide",
    "test_html",
    "test_layers",
    "test_mdtable",
    "test_notify",
    "test_office",
    "test_rerender",
    "test_schema",
    "test_status",
    "test_templating",
    "test_transcripts",
    "test_yamltree",
]
PEERS = (
    ("docxtpl", ("docxtpl",)),
    ("gongwen-skill", ("gongwen-skill",)),
    ("python-docx", ("python-docx",)),
)
_LINE = re.compile(r"(\d+) (passed|failed|skipped|error)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--python", nargs="+", default=["3.11", "3.12", "3.13", "3.14"])
    parser.add_argument("--sets", nargs="+", default=["oldest", "newest"])
    parser.add_argument("--part", action="store_true")
    parser.add_argument("--only", choices=["trials", "size"])
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    # A job in the background ignores Ctrl+C, and so would the programs the tests start.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    failed = False
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if given.only != "size":
            rows, failed = _trials(folder, given.python, given.sets, part=given.part)
            _tell("table", rows, README, write=given.write)
        if given.only != "trials":
            rows, packages = _sizes(folder)
            _tell("size", rows, README, write=given.write)
            _tell("packages", packages, REVIEW, write=given.write)
    sys.exit(int(failed))


def _tell(name: str, rows: Sequence[str], page: Path, *, write: bool) -> None:
    sys.stdout.write("\n".join(rows) + "\n\n")
    sys.stdout.flush()
    if write:
        put(page, name, rows)


def _trials(
    folder: Path, pythons: Sequence[str], sets: Sequence[str], *, part: bool
) -> tuple[list[str], bool]:
    rows = ["| Python | 哪一组 | 测试 | 结果 |", "| --- | --- | --- | --- |"]
    failed = False
    known = interpreters(pythons)
    for python, version in known.items():
        for which in sets:
            bounds = oldest("test") if which == "oldest" else ""
            environment = fresh(folder / "trial", python)
            wrong = environment.install(".[test]", constraints=bounds)
            result = f"装不上：{wrong}" if wrong else _tested(environment, part=part)
            failed = failed or not result.endswith("，通过")
            label = "最旧" if which == "oldest" else "最新"
            rows.append(f"| {version} | {label} | {'有代表性的' if part else '全部'} | {result} |")
            sys.stderr.write(rows[-1] + "\n")
    missing = [
        name for name in pythons if not any(v.startswith(f"{name}.") for v in known.values())
    ]
    rows += [f"| {name} | | | 这台机器上没有 |" for name in missing if name[0].isdigit()]
    return rows, failed or not known


def _tested(environment: Environment, *, part: bool) -> str:
    chosen = [f"tests/{name}.py" for name in PART] if part else []
    ran = environment.run("-m", "pytest", "-q", "-p", "no:cacheprovider", *chosen)
    counts = {word: int(number) for number, word in _LINE.findall(ran.stdout.splitlines()[-1])}
    if ran.returncode:
        sys.stderr.write(ran.stdout[-3000:])
        return f"{counts.get('failed', 0)} 项不通过"
    return f"{counts['passed']:,} 项，跳过 {counts.get('skipped', 0)} 项，通过"


def _sizes(folder: Path) -> tuple[list[str], list[str]]:
    """How much each way to install takes, beside a peer's; and each package by itself."""
    rows = [
        "| 装什么 | 包 | 其中编译过的 | 大小（MB） | 比直接安装 |",
        "| --- | --: | --: | --: | --: |",
    ]
    plain: tuple[Installed, ...] = ()
    ways = [("本程序", (".",)), *((f"本程序[{e}]", (f".[{e}]",)) for e in ("notify", "watch"))]
    full: tuple[Installed, ...] = ()
    for label, what in (*ways, ("本程序[notify,watch]", (".[notify,watch]",)), *PEERS):
        environment = fresh(folder / "size", sys.executable)
        if wrong := environment.install(*what):
            rows.append(f"| {label} | 装不上：{wrong[:80]} | | | |")
            continue
        found = environment.installed()
        plain, full = plain or found, found if label.endswith("watch]") else full
        size, whole = (sum(one.size for one in each) for each in (found, plain))
        compiled = sum(one.compiled for one in found)
        row = f"| {label} | {len(found)} | {compiled} | {size / 1e6:.1f} | {size / whole:.2f} |"
        rows.append(row)
    return rows, list(_packages(plain, full))


def _packages(plain: Sequence[Installed], full: Sequence[Installed]) -> Iterator[str]:
    ranges = {one.name: one.range for one in direct("notify", "watch")}
    yield "| 包 | 版本 | 范围 | 随谁来 | 许可 | 大小（KB） | 编译 |"
    yield "| --- | --- | --- | --- | --- | --: | --- |"
    first = {one.name for one in plain}
    for one in full:
        if one.name == "gongkai-cli":
            continue
        name = one.name.lower().replace("_", "-")
        users = sorted(p.name for p in full if _asks(p, name))
        extra = "" if one.name in first else "（可选）"
        bounds = f"`{ranges[name]}`" if name in ranges else ""
        yield (
            f"| {one.name} | {one.version} | {bounds} | {'、'.join(users)}{extra} | {one.licence} "
            f"| {one.size / 1e3:,.0f} | {'是' if one.compiled else ''} |"
        )


def _asks(package: Installed, name: str) -> bool:
    asked = (
        re.match(r"[\w.-]+", line)
        for line in package.requires
        if "extra ==" not in line or package.name == "gongkai-cli"
    )
    return any(found and found[0].lower().replace("_", "-") == name for found in asked)


if __name__ == "__main__":
    main()
