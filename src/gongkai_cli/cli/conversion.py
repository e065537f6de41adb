"""Keeps typer from loading pydantic to convert arguments that are texts anyway.

typer 0.29 asks pydantic to convert each argument, and loading it is half of a cold start. The way
typer does this changes with its versions; where it is done otherwise nothing is patched, which is
slower and gives the same values.
"""

from typing import Any, Final

import typer

_KNOWN: Final = "0.29."
_KINDS: Final = (str, bool, list[str])


class _AsWritten:
    @staticmethod
    def coerce(value: Any, param: Any, ctx: Any) -> Any:  # noqa: ANN401, ARG004  typer's own names
        """The value itself; of several none given are an empty row, as typer has it."""
        many = param.multiple or param.nargs == -1
        return () if many and value is None else value


def take_as_written(params: list[Any]) -> list[Any]:
    """Take the conversion away from those parameters of a command that hold plain texts."""
    if not typer.__version__.startswith(_KNOWN):
        return params
    for param in params:
        kind = getattr(getattr(param, "type_descriptor", None), "annotation", None)
        if kind in _KINDS and hasattr(param, "get_runtime_param"):
            param.get_runtime_param = _AsWritten
    return params
