"""Offices to be harmed, and the program run in them."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SEED = 515
CAMPAIGN = "dandong-2021"
YAML = f"campaigns/{CAMPAIGN}.yaml"
SOUND = (ROOT / YAML).read_bytes()


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "gongkai_cli", *arguments]


def environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1", "GONGKAI_CACHE": "0"}


def run(
    office: Path, *arguments: str, more: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run to the end, whatever that is."""
    return subprocess.run(
        command(*arguments),
        cwd=office,
        env={**environment(), **(more or {})},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )


def office_in(folder: Path) -> Path:
    put(folder, {YAML: SOUND})
    return folder


def put(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
