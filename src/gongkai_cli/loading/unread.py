"""Parts of a file that YAML could not read: what may stand there, and what therefore proves nothing."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pydantic_core import ErrorDetails

from ..model import Campaign
from ..yamltree import Tree
from .modelkeys import all_keys, field_of, keys_of, model_in, unknown


def keys_within(gaps: Iterable[Sequence[Any]]) -> Iterator[str]:
    """The keys of unread parts, and every key that may stand inside them."""
    for steps in gaps:
        yield from [step for step in steps if isinstance(step, str)][-1:]
        model: Any = Campaign
        for number, step in enumerate(steps):
            if field := field_of(model, step) if model else None:
                model = model_in(field.annotation)
            elif isinstance(step, str):
                # Whatever can stand there may have been meant.
                yield from keys_of(model) if model and number + 1 == len(steps) else ()
                model = None
        yield from all_keys(model) if model else ()


def is_of_gap(details: ErrorDetails, tree: Tree) -> bool:
    """Whether pydantic may only complain because something stands in an unread part, in it or beside it."""
    if not tree.gaps.parts or details["type"] == "extra_forbidden":
        return False
    if details["type"] != "missing":
        steps = tree.known(details["loc"])
        # A key that cannot stand where it is may be the one that another part lacks.
        lacks = details.get("ctx", {}).get("code") == "GK202"
        return any(
            gap[: len(steps)] == steps or (lacks and _is_strange(gap)) for gap in tree.gaps.parts
        )
    *above, key = details["loc"]
    beside = [gap for gap in tree.gaps.parts if gap[:-1] == tree.known(above)]
    return key in tree.gaps.words or any(gap[-1] == key or _is_strange(gap) for gap in beside)


def _is_strange(steps: Sequence[Any]) -> bool:
    """Whether the last step is a key that cannot stand there."""
    name, known = unknown(steps)
    return isinstance(steps[-1], str) and name not in known
