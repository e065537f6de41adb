"""Kills `render` and `done` at random moments and looks at what is left: whole files, whole lines.

    python benchmarks/faults/run.py --kills 500

The seed fixes the moments; where a machine stands at that moment it alone knows.
"""

import argparse
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SEED = 515
CAMPAIGN = "dandong-2021"


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "gongkai_cli", *arguments]


def environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"}


def run(office: Path, *arguments: str) -> float:
    """Run to the end; returns the seconds it took."""
    begun = time.perf_counter()
    subprocess.run(
        command(*arguments), cwd=office, env=environment(), check=True, capture_output=True
    )
    return time.perf_counter() - begun


def killed(office: Path, after: float, *arguments: str) -> bool:
    """Run and kill after some seconds; returns whether it was still running then."""
    process = subprocess.Popen(
        command(*arguments),
        cwd=office,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        process.wait()
        return True
    return False


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }


def office_in(folder: Path) -> Path:
    (folder / "campaigns").mkdir(parents=True)
    shutil.copy(ROOT / "campaigns" / f"{CAMPAIGN}.yaml", folder / "campaigns")
    return folder


def renders(folder: Path, kills: int, chance: random.Random) -> tuple[int, int]:
    """Switch between two versions of a campaign; every file must be of one of them."""
    office = office_in(folder)
    file = office / "campaigns" / f"{CAMPAIGN}.yaml"
    versions = [file.read_text("utf-8")]
    versions.append(versions[0].replace("市营商局", "市营商环境局"))
    known: dict[str, set[str]] = {}
    takes = 0.0
    for text in versions:
        file.write_text(text, "utf-8", newline="\n")
        takes = max(takes, run(office, "render", "--force"))
        for name, digest in digests(office / "output").items():
            known.setdefault(name, set()).add(digest)
    hits = harm = 0
    for turn in range(kills):
        file.write_text(versions[turn % 2], "utf-8", newline="\n")
        hits += killed(office, chance.uniform(0.05, takes), "render")
        now = digests(office / "output")
        harm += sum(digest not in known.get(name, set()) for name, digest in now.items())
        harm += len(known.keys() - now.keys())
    # After all of that a render goes through, and takes nothing for edited by hand.
    run(office, "render")
    return hits, harm


def records(folder: Path, kills: int, chance: random.Random) -> tuple[int, int]:
    """Add marks and kill; every line must be whole, and none that was acknowledged lost."""
    office = office_in(folder)
    arguments = ("done", CAMPAIGN, "活动总结", "--on", "2021-05-20", "--evidence")
    takes = run(office, *arguments, "0")
    record = office / "campaigns" / f"{CAMPAIGN}.进展.txt"
    hits = harm = 0
    sure = {"0"}
    for turn in range(1, kills + 1):
        was_killed = killed(office, chance.uniform(0.05, takes * 1.1), *arguments, str(turn))
        hits += was_killed
        if not was_killed:
            sure.add(str(turn))
        lines = [line for line in record.read_text("utf-8").splitlines() if line[0] != "#"]
        fields = [line.split(" | ") for line in lines]
        harm += sum(len(one) != 5 or not one[4].isdigit() for one in fields)  # noqa: PLR2004
        harm += len(sure - {one[-1] for one in fields})
    return hits, harm


def main() -> None:
    """Print one row for each command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    kills = parser.parse_args().kills
    chance = random.Random(SEED)  # noqa: S311  repeatable, not secret
    print("| command | kills | while running | files or lines harmed |\n| --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as name:
        for what, trial in (("render", renders), ("done", records)):
            hits, harm = trial(Path(name) / what, kills, chance)
            print(f"| {what} | {kills} | {hits} | {harm} |", flush=True)


if __name__ == "__main__":
    main()
