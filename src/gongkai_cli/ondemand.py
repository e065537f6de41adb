"""Packages whose names bring their module with them when they are first asked for (PEP 562).

A command pays for what it uses: most of a cold start is loading modules.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def on_demand(package: str, homes: Mapping[str, str]) -> Callable[[str], Any]:
    """A package's ``__getattr__``, given the module of each of its names."""

    def find(name: str) -> Any:  # noqa: ANN401
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}", name=name)
        return getattr(import_module(f".{homes[name]}", package), name)

    return find
