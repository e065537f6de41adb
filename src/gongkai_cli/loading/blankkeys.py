"""Keys with nothing after them.

A known key counts as not given, as in a form that is not filled in. One that nobody knows would
be lost without a word, so it is told.
"""

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any, get_origin

from ..finding import MOST, Finding
from ..model import Campaign, Section
from ..plaindata import Step
from ..yamltree import Tree
from .modelkeys import field_of, keys_of, model_in


def findings(tree: Tree) -> tuple[Finding, ...]:
    """A finding on every blank key that would be unknown with a value, too."""
    steps_in_model = (_in_model(steps, tree.data) for steps in tree.blanks())
    unknown = tuple(islice(filter(None, steps_in_model), MOST))
    if not unknown:
        return ()
    from .modelfault import unknown_key  # a sound file needs none of it

    return tuple(unknown_key(steps, tree) for steps in unknown)


def _in_model(steps: Sequence[Step], data: Any) -> tuple[Step, ...] | None:  # noqa: ANN401
    """The steps to a blank key that is unknown; None where it is known, or one of the file's own.

    They are the model's steps: the short form of a section, a list, stands under 事项.
    """
    model: Any = Campaign
    taken: list[Step] = []
    free = False
    for step in steps[:-1]:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None  # it stands twice, and is told as that
        taken.append(step)
        if free:
            # The step was a section's heading, or that of a line, which has nothing inside.
            free = False
            if isinstance(data, list):
                taken.append("事项")
                model = model_in(Section.model_fields["items"].annotation) or model
            elif not isinstance(data, dict) or data.keys().isdisjoint(keys_of(Section)):
                return None
        elif isinstance(step, str):
            field = field_of(model, step)
            if field is None:
                return None
            inside = model_in(field.annotation)
            free = get_origin(field.annotation) is Mapping
            if free and inside is None:
                return None
            model = inside or model
    return None if free or steps[-1] in keys_of(model) else (*taken, steps[-1])
