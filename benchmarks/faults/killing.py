"""Kill -9 at random moments. The seed fixes the moments; where a machine stands then it alone knows."""

import hashlib
import random
import signal
import subprocess
import time
from pathlib import Path

from benchmarks.faults.offices import CAMPAIGN, SOUND, YAML, command, environment, office_in, run


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


def timed(office: Path, *arguments: str) -> float:
    begun = time.perf_counter()
    run(office, *arguments).check_returncode()
    return time.perf_counter() - begun


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }


def renders(folder: Path, kills: int, chance: random.Random) -> tuple[int, int]:
    """Switch between two versions of a campaign; every file must be of one of them."""
    office = office_in(folder)
    versions = [SOUND, SOUND.replace("市营商局".encode(), "市营商环境局".encode())]
    known: dict[str, set[str]] = {}
    takes = 0.0
    for data in versions:
        (office / YAML).write_bytes(data)
        # The first time Python may compile the program: nearly all moments would come too late.
        takes = timed(office, "render", "--force")
        for name, digest in digests(office / "output").items():
            known.setdefault(name, set()).add(digest)
    hits = harm = 0
    for turn in range(kills):
        (office / YAML).write_bytes(versions[turn % 2])
        hits += killed(office, chance.uniform(0.05, takes), "render")
        now = digests(office / "output")
        harm += sum(digest not in known.get(name, set()) for name, digest in now.items())
        harm += len(known.keys() - now.keys())
    # After all of that a render goes through, and takes nothing for edited by hand.
    run(office, "render").check_returncode()
    return hits, harm


def records(folder: Path, kills: int, chance: random.Random) -> tuple[int, int]:
    """Add marks and kill; every line must be whole, and none that was acknowledged lost."""
    office = office_in(folder)
    arguments = ("done", CAMPAIGN, "活动总结", "--on", "2021-05-20", "--evidence")
    run(office, *arguments, "0").check_returncode()
    takes = timed(office, *arguments, "0")
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
