"""Values that an option takes from a fixed list."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

import typer

USAGE = 2
"""Exit code of a command that was called wrongly."""


def choose(option: str, given: Iterable[str], allowed: Sequence[str]) -> None:
    """Raise a usage error for a value that is not allowed, naming the nearest one that is."""
    for value in given:
        if value not in allowed:
            near = get_close_matches(value, allowed, 1, 0.5)
            hint = f"是不是 {near[0]}" if near else f"可以写：{'、'.join(allowed)}"
            raise typer.BadParameter(f"没有“{value}”（{hint}）", param_hint=option)
