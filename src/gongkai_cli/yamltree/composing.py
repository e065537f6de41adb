"""YAML text to the nodes of libyaml, refusing what is larger or deeper than a campaign can be."""

import re
from typing import Any, Final

import yaml

# Deeper than any campaign; libyaml's composer recurses on the C stack and must not get there.
DEEPEST: Final = 100
_LIBRARY_BOUND: Final = "exceeded maximum nesting depth"
MOST_PARTS: Final = 80_000
"""More than fit into a file that says something; each takes a thousand times the memory it was typed in."""
_USUAL_INDENT: Final = 30
"""Few files have any that is longer; to look for the longest one takes a pattern."""
_INDENT = re.compile(r"^[ ?:-]+", re.MULTILINE)
TEXT: Final = "tag:yaml.org,2002:str"
_PLAIN: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Loader(_PLAIN):  # type: ignore[misc]
    """libyaml's loader where there is one; every scalar stays text."""

    def resolve(self, *_: object) -> str:
        return TEXT

    def descend_resolver(self, *_: object) -> None:
        """Do nothing: no value is resolved by its path."""

    def ascend_resolver(self) -> None:
        """Do nothing; see ``descend_resolver``."""


def compose(text: str) -> yaml.Node | None:
    """The root of a text's one document; None for an empty text. Raises yaml.YAMLError."""
    if _depth_bound(text) > DEEPEST or _parts_bound(text) > MOST_PARTS:
        _refuse_excess(text)
    root: yaml.Node | None = yaml.compose(text, Loader=Loader)
    if root is not None and "*" in text:
        from .aliases import unshared  # few files have any

        return unshared(root, text, Loader)
    return root


def composed(text: str) -> tuple[yaml.Node | None, yaml.YAMLError | None]:
    """The root as ``compose`` gives it, or why there is none."""
    try:
        return compose(text), None
    except yaml.YAMLError as error:
        return None, error


def _depth_bound(text: str) -> int:
    """An upper bound of the nesting, cheap enough for every file."""
    # Closing brackets are not taken off again: they may stand in quotation marks.
    brackets = text.count("[") + text.count("{")
    blank = text.replace("-", " ").replace("?", " ").replace(":", " ")
    if " " * _USUAL_INDENT not in blank:
        return _USUAL_INDENT + brackets
    return max(map(len, _INDENT.findall(text)), default=0) + brackets


def _parts_bound(text: str) -> int:
    """An upper bound of the keys and values: each but the first of a collection follows one of these."""
    return text.count("\n") + text.count(",") + text.count(":") + text.count("- ")


def _refuse_excess(text: str) -> None:
    """Count the true nesting and parts from the events, which libyaml yields without recursion."""
    try:
        _count(text)
    except yaml.MarkedYAMLError as error:
        mark: Any = error.problem_mark
        if error.problem != _LIBRARY_BOUND:
            raise
        # libyaml looks ahead, and from 0.2.6 on stops at a thousand; what is before that it tells.
        _count(text[: mark.index])
        raise


def _count(text: str) -> None:
    depth = 0
    for number, event in enumerate(yaml.parse(text, Loader=Loader)):
        mark: Any = event.start_mark
        if number > MOST_PARTS:
            raise yaml.MarkedYAMLError(problem="too many parts", problem_mark=mark)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                raise yaml.MarkedYAMLError(problem="nested too deep", problem_mark=mark)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
