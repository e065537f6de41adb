"""Eight at once in one office: who records, who renders, who reads; and what was harmed by it.

Run as a program it is one of the eight: folder, its turn among them, how many rounds, a seed.
"""

import contextlib
import io
import json
import os
import random
import subprocess
import sys
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
EIGHT = ("done", "done", "done", "done", "render", "render", "check-deadlines", "validate")
TASK, NOW = "活动总结", ("--now", "2021-05-19T09:00")
CAMPAIGN = "dandong-2021"
MOMENTS = ("2021-05-19", "2021-05-24", "2021-06-01")
"""What a summary counts up to: each makes another document."""
_FIELDS = 5


@dataclass
class Outcome:
    """How many times each command was run, and what was wrong, in words."""

    runs: Counter[str] = field(default_factory=Counter)
    looks: int = 0
    harm: list[str] = field(default_factory=list)


def together(office: Path, rounds: int, seed: int) -> Outcome:
    """Let the eight work at the same time while the documents are looked at over and over."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "GONGKAI_CACHE": "0"}
    workers = [
        subprocess.Popen(
            [sys.executable, __file__, str(office), str(number), str(rounds), str(seed)],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        for number in range(len(EIGHT))
    ]
    outcome = Outcome()
    while any(worker.poll() is None for worker in workers):
        outcome.looks += 1
        outcome.harm += _halves(office / "output")
    for name, worker in zip(EIGHT, workers, strict=True):
        said = worker.communicate()[0]
        outcome.runs[name] += rounds
        outcome.harm += [f"{name}: {line}" for line in said.splitlines()]
        if worker.returncode:
            outcome.harm.append(f"{name} ended with {worker.returncode}")
    outcome.harm += _lines(office, rounds)
    return outcome


def _halves(output: Path) -> list[str]:
    """Documents that are not whole."""
    harm: list[str] = []
    for path in output.rglob("*.*"):
        if path.name[0] == ".":
            continue
        try:
            data = path.read_bytes()
            if path.suffix == ".docx":
                with zipfile.ZipFile(io.BytesIO(data)) as package:
                    whole = package.testzip() is None
            else:
                whole = data.endswith((b"\n", b"</html>"))
        except FileNotFoundError:  # put in the place of another just now
            continue
        except (OSError, zipfile.BadZipFile):
            whole = False
        harm += [] if whole else [f"half a document: {path.name}"]
    return harm


def _lines(office: Path, rounds: int) -> list[str]:
    """Lines that are lost, torn, or there twice."""
    record = office / "campaigns" / f"{CAMPAIGN}.进展.txt"
    lines = [line.split(" | ") for line in record.read_text("utf-8").splitlines() if line[0] != "#"]
    torn = [f"torn: {line}" for line in lines if len(line) != _FIELDS]
    found = Counter(line[-1] for line in lines)
    writers = [number for number, name in enumerate(EIGHT) if name == "done"]
    wanted = Counter(f"{number}-{turn}" for number in writers for turn in range(rounds))
    wrong = (wanted - found) + (found - wanted)
    return torn + [f"lost or twice: {name}" for name in wrong]


def _one(office: Path, number: int, rounds: int, seed: int) -> None:
    """Work as one of the eight; print whatever is not as it should be."""
    from gongkai_cli.__main__ import main

    os.chdir(office)
    name = EIGHT[number]
    chance = random.Random(seed * 100 + number)  # noqa: S311  repeatable, not secret
    for turn in range(rounds):
        arguments = {
            "done": (CAMPAIGN, TASK, "--on", "2021-05-18", "--evidence", f"{number}-{turn}"),
            "render": ("-t", "summary", "--now", chance.choice(MOMENTS), "-f", "docx", "-f", "md"),
            "check-deadlines": (*NOW, "--format", "json"),
            "validate": ("--format", "json"),
        }[name]
        out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
        sys.argv = ["gongkai", name, *arguments]
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                main()
            except SystemExit as left:
                code = left.code
        said, complained = (s.buffer.getvalue().decode() for s in (out, err))
        is_good = code in ((1, 2) if name == "check-deadlines" else (0,)) and not complained
        if "json" in arguments:
            is_good = is_good and isinstance(json.loads(said), list)
        if not is_good:
            sys.stdout.write(f"{turn}: {code} {complained.strip() or said.strip()}\n")


if __name__ == "__main__":
    _one(Path(sys.argv[1]), *map(int, sys.argv[2:]))
