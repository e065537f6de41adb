"""Which keys may stand where in a campaign file, asked of its model."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..model import Campaign

NEAR: Final = 0.5
"""From here on a key may be a known one misspelt."""
WITH_OWN_KEYS: Final = {("正文",), ("联系",), ("统称",), ("通讯录",), ("总结", "数据")}
"""Where a file has keys of its own, by the steps that lead there."""


def keys_of(model: type[BaseModel]) -> list[str]:
    """The keys of one part, in the order of the model."""
    return [str(field.alias) for field in model.model_fields.values()]


def field_of(model: type[BaseModel], key: object) -> FieldInfo | None:
    """The model's field for a key; None where there is no such key."""
    return next((field for field in model.model_fields.values() if field.alias == key), None)


def all_keys(top: type[BaseModel] = Campaign) -> set[str]:
    """The keys that may stand anywhere in a campaign file, or in one part of it."""
    models: set[type[BaseModel]] = set()
    waiting: set[type[BaseModel]] = {top}
    while waiting:
        models |= waiting
        fields = [field for model in waiting for field in model.model_fields.values()]
        # Items have items in them; the oldest pydantic says so.
        waiting = {one for field in fields if (one := model_in(field.annotation))} - models
    return {key for model in models for key in keys_of(model)}


def unknown(steps: Sequence[Any]) -> tuple[str, list[str]]:
    """The last step, taken as an unknown key, and the keys that could stand there."""
    return str(steps[-1]), keys_of(_model_at(steps))


def parts_with(steps: Sequence[Any]) -> list[str]:
    """The parts beside an unknown key that know it: 公文 for 抄送 at the top of the file."""
    return [
        str(field.alias)
        for field in _model_at(steps).model_fields.values()
        if get_origin(field.annotation) not in (tuple, Mapping)
        and (inside := model_in(field.annotation))
        and field_of(inside, steps[-1])
    ]


def _model_at(steps: Sequence[Any]) -> type[BaseModel]:
    """The model whose key the last step was meant to be."""
    model: type[BaseModel] = Campaign
    for step in steps[:-1]:
        if field := field_of(model, step):
            model = model_in(field.annotation) or model
    return model


def model_in(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401
    """The model inside a type such as ``tuple[Annotated[Item, …], ...]``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(model_in, get_args(annotation))), None)
