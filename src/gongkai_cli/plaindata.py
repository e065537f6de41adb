"""The data of a file as plain lists, dicts and texts, and the steps that lead to each text."""

from collections.abc import Hashable, Iterable, Iterator
from typing import Any

Step = Hashable
Steps = tuple[Step, ...]
"""The way from the top of a file to a text."""
Data = str | list[Any] | dict[str, Any]
Texts = list[tuple[Steps, str]]


def at(data: Any, steps: Iterable[Step]) -> Any:  # noqa: ANN401
    """What the steps lead to. Raises LookupError or TypeError where they lead nowhere."""
    for step in steps:
        data = data[step]
    return data


def walk(data: Data) -> Texts:
    """Every text in the data with the steps that lead to it, in the order of the file."""
    found: Texts = []
    _collect(data, (), found)
    return found


def _collect(data: Data, steps: Steps, found: Texts) -> None:
    # Not a generator: each level of those hands on every text again.
    if isinstance(data, str):
        found.append((steps, data))
        return
    children: Iterator[tuple[Step, Data]] = (
        iter(data.items()) if isinstance(data, dict) else iter(enumerate(data))
    )
    for step, child in children:
        _collect(child, (*steps, step), found)
