"""YAML as clerks type it: one key a line, where an example has braces on one line."""

import re
from collections.abc import Iterator
from typing import Any

from .yamltree import parse

_FLOW = re.compile(r"[\[{]")
# What would mean something else at the beginning, inside or at the end of a text without quotes.
_MARKED = re.compile(r"^$|^[\s\[\]{}&*!|>'\"%@`#,?]|^[-:](?=\s|$)|: |:$| #|\s$")
_SHORT = 30


def in_block(text: str) -> str:
    """The same data with one key a line.

    The text is returned as it is where that could hide what the example shows: how it is typed, or a
    comment.
    """
    if not _FLOW.search(text) or "#" in text:
        return text
    tree, findings = parse(text, "")
    if tree is None or findings or not isinstance(tree.data, dict):
        return text
    made = "".join(f"{line}\n" for line in _mapping(tree.data))
    again, wrong = parse(made, "")
    return made if again is not None and not wrong and again.data == tree.data else text


def _mapping(data: dict[str, Any]) -> Iterator[str]:
    for key, value in data.items():
        if isinstance(value, dict) and value:
            yield f"{key}:"
            yield from (f"  {line}" for line in _mapping(value))
        elif isinstance(value, list) and value and not _is_short(value):
            yield f"{key}:"
            yield from (f"  {line}" for line in _items(value))
        elif isinstance(value, list):
            yield f"{key}: {_row(value)}"
        elif isinstance(value, str) and "\n" in value.rstrip("\n"):
            yield f"{key}: |"
            yield from (f"  {line}".rstrip() for line in value.rstrip("\n").split("\n"))
        else:
            yield f"{key}: {_scalar(value)}".rstrip()


def _items(values: list[Any]) -> Iterator[str]:
    for value in values:
        match value:
            case dict():
                lines = list(_mapping(value))
            case list():
                lines = [_row(value)]
            case _:
                lines = [_scalar(value)]
        yield f"- {lines[0]}"
        yield from (f"  {line}" for line in lines[1:])


def _row(values: list[Any]) -> str:
    """A list on one line: names, or a table's row."""
    cells = (
        _quoted(str(value))
        if value in ("", None) or re.search(r"[,\[\]{}]", str(value))
        else _scalar(value)
        for value in values
    )
    return f"[{', '.join(cells)}]"


def _is_short(values: list[Any]) -> bool:
    """Whether a list is one of names that stand well on one line."""
    plain = all(isinstance(value, str) and re.fullmatch(r"[\w（）]+", value) for value in values)
    return plain and sum(map(len, values)) <= _SHORT


def _scalar(value: Any) -> str:  # noqa: ANN401
    text = "" if value is None else str(value)
    return _quoted(text) if text and _MARKED.search(text) else text


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
