"""JSON Schema fragments that tell editors which values ``values`` accepts.

An editor reads 2026 as a number and may read 2026-04-28 as a date, so "text" is whatever is no list
and has no keys. Types stand under "if", where editors check them but do not offer true, false and
null for completion. Any value may also be a reference: 「键」.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema

from ..prose import BLANK

Shape = Mapping[str, Any]

_NO_TEXT = ("object", "array", "null")
_REFERS = "「[^」]*」"


def text(pattern: str = r"\S", wrong: str = "这里是空的") -> dict[str, Any]:
    """A text that matches a pattern; ``wrong`` is what the editor says otherwise."""
    return {
        "if": {"type": list(_NO_TEXT)},
        "then": _text_wanted("这里写一段文字"),
        "pattern": pattern,
        "patternErrorMessage": wrong,
    }


def _number(least: int, most: int, pattern: str, wrong: str) -> dict[str, Any]:
    shape = text(rf"^\s*(?:{pattern})\s*$|{_REFERS}", wrong)
    fits = {"minimum": least, "maximum": most, "multipleOf": 1}
    # Editors word a wrong type as they are told, but not a number out of its range.
    other = {"if": {"type": "number", "not": fits}, "then": _text_wanted(wrong)}
    return shape | {"if": {"type": [*_NO_TEXT, "boolean"]}, "allOf": [other]}


def _text_wanted(wrong: str) -> dict[str, Any]:
    return {"type": "string", "errorMessage": wrong}


def _list_or_text(items: Shape, one: Shape) -> dict[str, Any]:
    return {"if": {"type": "array"}, "then": {"items": items, "minItems": 1}, "else": one}


def choice(values: Sequence[str]) -> dict[str, Any]:
    """One of a few words."""
    return {"enum": list(values)}


def optional(shape: Shape) -> dict[str, Any]:
    """The same shape, or nothing after the key, which counts as not given."""
    condition = shape.get("if", {}).get("type")
    if isinstance(condition, list):
        return dict(shape) | {"if": {"type": [kind for kind in condition if kind != "null"]}}
    if condition == "array":
        return dict(shape) | {"else": optional(shape["else"])}
    if "enum" in shape:
        # The second alternative lets nothing pass without offering null for completion.
        said = {key: value for key, value in shape.items() if key not in ("enum", "type")}
        given = {"if": {"not": {"type": "null"}}, "then": {"enum": shape["enum"]}}
        return said | {"anyOf": [{"enum": shape["enum"]}, given]}
    if "$ref" in shape:
        said = {key: value for key, value in shape.items() if key != "$ref"}
        whole = {"$ref": shape["$ref"]}
        return said | {"anyOf": [whole, {"if": {"not": {"type": "null"}}, "then": whole}]}
    if "anyOf" in shape:
        first, *others = shape["anyOf"]
        return dict(shape) | {"anyOf": [optional(first), *others]}
    if "type" in shape:
        return dict(shape) | {"type": [shape["type"], "null"]}
    return dict(shape)


def given(*keys: str) -> dict[str, Any]:
    """A condition: these keys are there, with a value."""
    return {
        "required": list(keys),
        "properties": {key: {"not": {"type": "null"}} for key in keys},
    }


def refused(condition: Shape, message: str) -> dict[str, Any]:
    """A message under a condition; editors show it for a type that nothing can have."""
    return {"if": condition, "then": _text_wanted(message)}


class Short:
    """Annotates a type with the short forms that may be written instead."""

    def __init__(self, *forms: Shape) -> None:
        self.forms = forms

    def __get_pydantic_json_schema__(
        self, full: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"anyOf": [*self.forms, handler(full)]}


TEXT: Final = text()
PROSE: Final = {key: value for key, value in TEXT.items() if not key.startswith("pattern")}
LINES: Final = _list_or_text(TEXT, TEXT)
# 【待填：牵头单位、配合单位】 is a blank.
WIDE_LIST: Final = (
    r"\s*(?:【(?![待此请填])[^【】][^【】,，、；]*[,，、；][^【】]+】|［[^［］]+］)\s*"
)
"""A list in brackets of full width, which is one text to YAML."""
_NO_WIDE_LIST = rf"(?!{WIDE_LIST}$)"
_VALUE = text(rf"^{_NO_WIDE_LIST}[\s\S]*\S", "这里是空的，或者清单用了全角的方括号")
_BRACKETS = r"（[^（）]*）|\([^()]*\)|（(?![^（）]*）)|\((?![^()]*\))"
VALUES: Final = _list_or_text(
    text(rf"^(?=[\s\S]*[^，\s])(?:{_BRACKETS}|[^，（(])*$", "清单里用半角逗号，一项不空"), _VALUE
)
COLUMNS: Final = _list_or_text(
    text(rf"^(?=[\s\S]*[^，\s])(?:{_BRACKETS}|[^，（(\t])*$", "列名之间用半角逗号，一项不空"),
    text(rf"^{_NO_WIDE_LIST}[^、\t]*\S[^、\t]*$", "几个列名写成 [甲, 乙]"),
)
CHOICES: Final = _list_or_text(TEXT, _VALUE)
_NAME = r"\s*[^，；、\s][^，；、]*"
NAMES: Final = _list_or_text(
    text(f"^{_NAME}$", "一个单位一项"),
    text(f"^{_NO_WIDE_LIST}{_NAME}(?:、{_NAME})*$", "单位之间用顿号，前后不空；清单用半角方括号"),
)
ROWS: Final = {"type": "array", "items": {"type": "array", "items": optional(PROSE)}}
NUMBER: Final = text(
    rf"^\s*[\w\u4e00-\u9fff.-]{{1,20}}\s*$|{_REFERS}", "汉字、字母、数字、点和短横，中间不空格"
)
COUNT: Final = _number(1, 200, "[1-9][0-9]?|1[0-9]{2}|200", "写 1 到 200 的数字")
YEAR: Final = _number(1900, 2099, "(?:19|20)[0-9]{2}年?", "写四位数字，如 2026")
EDITION: Final = _number(1, 999, f"[1-9][0-9]{{0,2}}|{BLANK}", "只写数字，如 20")
_DIGIT = "(?:[0-9] *)"
_WORD = "(?:[一二三四五六七八九十] *)"
DATE: Final = text(
    rf"^\s*{_DIGIT}{{4}}(?:年 *{_DIGIT}{{1,2}}月 *{_DIGIT}{{1,2}}日|- *{_DIGIT}{{1,2}}- *{_DIGIT}{{1,2}})\s*$"
    rf"|^\s*(?:[〇零○OoＯ0０一二三四五六七八九] *){{4}}年 *{_WORD}{{1,3}}月 *{_WORD}{{1,3}}日\s*$"
    rf"|^\s*{BLANK}\s*$|{_REFERS}",
    "写全年月日，如 2026年4月28日、2026-04-28",
)
