"""Which keys may stand where in a campaign file, as its model has them."""

from collections.abc import Sequence
from typing import Any, get_args

from pydantic import BaseModel

from .model import Campaign


def all_keys(top: type[BaseModel] = Campaign) -> set[str]:
    """The keys that may stand anywhere in a campaign file, or in one part of it."""
    models: set[type[BaseModel]] = set()
    waiting: set[type[BaseModel]] = {top}
    while waiting:
        models |= waiting
        fields = [field for model in waiting for field in model.model_fields.values()]
        # Items have items in them; the oldest pydantic says so.
        waiting = {one for field in fields if (one := model_in(field.annotation))} - models
    return {str(field.alias) for model in models for field in model.model_fields.values()}


def unknown(steps: Sequence[Any]) -> tuple[str, list[str]]:
    """A key that nobody knows, and those that could stand there."""
    return str(steps[-1]), [str(field.alias) for field in _model_at(steps).model_fields.values()]


def _model_at(steps: Sequence[Any]) -> type[BaseModel]:
    """The model whose key the last step was meant to be."""
    model: type[BaseModel] = Campaign
    for step in steps[:-1]:
        field = next((f for f in model.model_fields.values() if f.alias == step), None)
        if field is not None:
            model = model_in(field.annotation) or model
    return model


def model_in(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401
    """The model inside a type such as ``tuple[Annotated[Item, …], ...]``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(model_in, get_args(annotation))), None)
