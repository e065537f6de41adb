"""The JSON Schema of a campaign file, for editors: completion and hover text in Chinese."""

import json
from collections.abc import Mapping
from typing import Any

from .model import Campaign
from .model.shapes import optional

_DESCRIPTION = ("description", "examples")


def schema() -> str:
    """The schema as JSON text (draft 2020-12), made from the model."""
    made = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "活动文件",
        "description": "一个活动一个文件，全部文档由它生成",
        **_readable(Campaign.model_json_schema()),
    }
    # A section's list of points may stand in its place; only the finished schema has both.
    points = made["$defs"]["Section"]["properties"]["事项"]
    made["properties"]["正文"]["additionalProperties"]["anyOf"].append({**points, "type": "array"})
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _readable(shape: Mapping[str, Any]) -> dict[str, Any]:
    """A schema without English titles and without defaults that editors would offer."""
    # What describes a class is written for those who read the code.
    kept = _plain({key: value for key, value in shape.items() if key != "description"})
    if not shape["title"].isascii():
        kept["title"] = shape["title"]
    kept["properties"] = {
        key: _completed(_plain(value if key in shape.get("required", ()) else _optional(value)))
        for key, value in shape["properties"].items()
    }
    if "$defs" in shape:
        kept["$defs"] = {name: _readable(part) for name, part in shape["$defs"].items()}
    return kept


def _optional(shape: Mapping[str, Any]) -> dict[str, Any]:
    """The schema of a key that may be left blank."""
    described = {key: shape[key] for key in _DESCRIPTION if key in shape}
    bare = {key: value for key, value in shape.items() if key not in described}
    if alternatives := [one for one in bare.pop("anyOf", ()) if one != {"type": "null"}]:
        (only,) = alternatives
        bare |= only
    return described | optional(bare)


def _completed(shape: Mapping[str, Any]) -> dict[str, Any]:
    """The schema of a text's key, with alternatives, since only then editors add the colon."""
    if "if" not in shape:
        return dict(shape)
    described = {key: shape[key] for key in _DESCRIPTION if key in shape}
    return described | {
        "anyOf": [{key: value for key, value in shape.items() if key not in described}]
    }


def _plain(shape: Mapping[str, Any]) -> dict[str, Any]:
    """Without the titles and defaults that nobody needs to read; values may be left out."""
    kept: dict[str, Any] = _bare(shape)
    values = kept.get("additionalProperties")
    if isinstance(values, Mapping):
        kept["additionalProperties"] = optional(values)
    return kept


def _bare(part: Any) -> Any:  # noqa: ANN401
    if isinstance(part, Mapping):
        return {key: _bare(value) for key, value in part.items() if key not in ("title", "default")}
    return [_bare(value) for value in part] if isinstance(part, list) else part
