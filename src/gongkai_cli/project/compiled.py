"""Keeps compiled templates of the package where Python keeps its compiled modules."""

import contextlib
import os
import sys
from functools import cached_property
from importlib.util import cache_from_source
from pathlib import Path
from typing import Final

from .sealed import digest, get, put

_LARGEST: Final = 1_000_000


class CompiledTemplates:
    """One file per template in the ``__pycache__`` beside it; none where Python writes none."""

    def recall(self, path: str, made_of: str) -> bytes | None:
        """What was kept for the template at a path; None where it was compiled from something else."""
        try:
            return get(_home(path), self._key(made_of), _LARGEST)
        except (OSError, ValueError, NotImplementedError):
            return None

    def keep(self, path: str, made_of: str, data: bytes) -> None:
        """Keep it for the next run. That it cannot be kept is no fault."""
        if sys.dont_write_bytecode:
            return
        with contextlib.suppress(OSError, ValueError, NotImplementedError):
            home = _home(path)
            home.parent.mkdir(exist_ok=True)
            put(home, self._key(made_of), data)

    def _key(self, made_of: str) -> bytes:
        return digest(self._compiler + made_of.encode("utf-8", "surrogatepass"))

    @cached_property
    def _compiler(self) -> bytes:
        """A key for the Python and the compiler that a template is compiled by."""
        folder = Path(__file__).parents[1] / "templating"
        with os.scandir(folder) as entries:
            files = sorted((entry.name, entry.stat()) for entry in entries if entry.is_file())
        told = [f"{name} {state.st_size} {state.st_mtime_ns}" for name, state in files]
        return "\n".join([sys.version, *told, ""]).encode()


def _home(path: str) -> Path:
    return Path(cache_from_source(path)).with_suffix(".j2c")
