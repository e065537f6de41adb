"""The keys that a campaign file may have, asked of the model."""

from collections.abc import Sequence
from typing import Any, get_args

from .campaign import Campaign
from .record import Record


def known_keys() -> set[str]:
    """The keys that may stand anywhere in a campaign file."""
    models: set[type[Record]] = set()
    waiting: set[type[Record]] = {Campaign}
    while waiting:
        models |= waiting
        fields = [field for model in waiting for field in model.model_fields.values()]
        # Items have items in them; the oldest pydantic says so.
        waiting = {one for field in fields if (one := model_in(field.annotation))} - models
    return {str(field.alias) for model in models for field in model.model_fields.values()}


def model_at(steps: Sequence[Any]) -> type[Record]:
    """The model whose key the last step was meant to be."""
    model: type[Record] = Campaign
    for step in steps[:-1]:
        field = next((f for f in model.model_fields.values() if f.alias == step), None)
        if field is not None:
            model = model_in(field.annotation) or model
    return model


def model_in(annotation: Any) -> type[Record] | None:  # noqa: ANN401
    """The model inside a type such as ``tuple[Annotated[Item, …], ...]``."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next(filter(None, map(model_in, get_args(annotation))), None)
