"""Fresh environments: made, filled, measured, tried."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.dependencies.bounds import ROOT

_LIST = """
import importlib.metadata as metadata, json, pathlib
found = []
for one in metadata.distributions():
    files = [pathlib.Path(one.locate_file(file)) for file in one.files or ()]
    files = [file for file in files if file.is_file() and file.suffix != ".pyc"]
    about = one.metadata
    licence = about.get("License-Expression") or next(
        (c.rpartition(" :: ")[2] for c in about.get_all("Classifier", []) if c.startswith("License ::")),
        (about.get("License") or "").partition("\\n")[0])
    found.append({
        "name": one.name, "version": one.version, "licence": licence,
        "size": sum(file.stat().st_size for file in files),
        "compiled": any(file.suffix in (".so", ".pyd") for file in files),
        "requires": one.requires or [],
    })
print(json.dumps(found))
"""
_TOOLS = {"pip", "setuptools", "wheel"}


@dataclass(frozen=True)
class Installed:
    """One package of an environment."""

    name: str
    version: str
    licence: str
    size: int
    compiled: bool
    requires: list[str]


@dataclass(frozen=True)
class Environment:
    """A virtual environment of its own."""

    folder: Path

    @property
    def python(self) -> str:
        scripts = "Scripts/python.exe" if sys.platform == "win32" else "bin/python"
        return str(self.folder / scripts)

    def install(self, *what: str, constraints: str = "") -> str:
        """Install; returns what was wrong, empty where nothing was."""
        pinned = self.folder / "constraints.txt"
        pinned.write_text(constraints, "utf-8")
        command = [self.python, "-m", "pip", "install", "--quiet", "--no-compile"]
        command += ["--disable-pip-version-check", "-c", str(pinned), *what]
        ran = subprocess.run(command, check=False, capture_output=True, encoding="utf-8", cwd=ROOT)
        errors = [line for line in ran.stderr.splitlines() if line.startswith("ERROR")]
        return "" if ran.returncode == 0 else " ".join(errors) or ran.stderr[-300:]

    def run(self, *arguments: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
        # Only this environment's Python and programs, and none of our own settings.
        path = os.pathsep.join([str(Path(self.python).parent), os.environ.get("PATH", "")])
        kept = {name: v for name, v in os.environ.items() if name not in ("PYTHONPATH", "CI")}
        return subprocess.run(
            [self.python, *arguments],
            check=False,
            capture_output=True,
            encoding="utf-8",
            cwd=folder,
            env=kept | {"PATH": path, "PYTHONUTF8": "1"},
        )

    def installed(self) -> tuple[Installed, ...]:
        """Its packages but for the tools that install."""
        listed = json.loads(self.run("-c", _LIST).stdout)
        packages = (Installed(**one) for one in listed)
        return tuple(
            sorted((p for p in packages if p.name not in _TOOLS), key=lambda p: p.name.lower())
        )


def fresh(folder: Path, python: str) -> Environment:
    """A new environment of an interpreter, given by name or path."""
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([python, "-m", "venv", str(folder)], check=True, capture_output=True)
    return Environment(folder)


def interpreters(names: Sequence[str]) -> dict[str, str]:
    """Those of the interpreters that are on hand: what was asked for → its version."""
    found: dict[str, str] = {}
    for name in names:
        given = name if not name.replace(".", "").isdigit() else f"python{name}"
        if (program := shutil.which(given)) is None:
            continue
        asked = [program, "-c", "import platform; print(platform.python_version())"]
        ran = subprocess.run(asked, check=False, capture_output=True, encoding="utf-8")
        if ran.returncode == 0:
            found[program] = ran.stdout.strip()
    return found
