"""Plain data as a file gives it, and the way to each of its texts."""

from collections.abc import Hashable, Iterator, Mapping
from typing import Any

Step = Hashable
Data = str | list[Any] | dict[str, Any]


def walk(data: Data, steps: tuple[Step, ...] = ()) -> Iterator[tuple[tuple[Step, ...], str]]:
    """Every text in the data with the steps that lead to it, in the order of the file."""
    if isinstance(data, str):
        yield steps, data
        return
    children: Iterator[tuple[Step, Data]] = (
        iter(data.items()) if isinstance(data, Mapping) else iter(enumerate(data))
    )
    for step, child in children:
        yield from walk(child, (*steps, step))
