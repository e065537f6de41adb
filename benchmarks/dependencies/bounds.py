"""What pyproject.toml says of the dependencies: the only list there is of them."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
_PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS: dict[str, list[str]] = _PROJECT["optional-dependencies"]


@dataclass(frozen=True)
class Direct:
    """One dependency as pyproject.toml writes it: its name, its bounds, and the extra it is of."""

    name: str
    range: str
    extra: str

    @property
    def oldest(self) -> str:
        """The one version that the lower bound names; empty where there is no bound."""
        bounds = [
            one.version for one in Requirement(f"x{self.range}").specifier if one.operator == ">="
        ]
        return bounds[0] if bounds else ""


def direct(*extras: str) -> tuple[Direct, ...]:
    """The dependencies of the program itself and of these extras, each once."""
    found: dict[str, Direct] = {}
    for extra in ("", *extras):
        for one in _of(extra):
            found.setdefault(one.name, one)
    return tuple(found.values())


def _of(extra: str) -> Iterator[Direct]:
    """What an extra asks for; where it names the project itself, what those extras ask for."""
    for line in EXTRAS[extra] if extra else _PROJECT["dependencies"]:
        asked = Requirement(line)
        if canonicalize_name(asked.name) == canonicalize_name(_PROJECT["name"]):
            for other in sorted(asked.extras):
                yield from _of(other)
        else:
            yield Direct(canonicalize_name(asked.name), str(asked.specifier), extra)


def oldest(*extras: str) -> str:
    """Constraints for pip: every direct dependency at the version its lower bound names."""
    return "".join(f"{one.name}=={one.oldest}\n" for one in direct(*extras) if one.oldest)
