"""The text of a campaign file to a Campaign: YAML, references, model, with every finding placed."""

import contextlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from . import numerals, reference, timetable, yamltree
from .charset import is_common, is_invisible, rarity
from .dates import Context, read_day, write_day
from .decoding import decode
from .finding import Edit, Finding, Place, Severity, has_errors
from .model import Campaign
from .plaindata import Data, Step, walk
from .yamlfault import colon_edit

# More than anybody mends before running the check again.
_MOST_ERRORS = 200


@dataclass(frozen=True, slots=True)
class Loaded:
    """A campaign file as far as it could be understood. ``campaign`` is None after an error.

    ``data`` are the file's texts with references resolved, ``pieces`` tells what of them was
    typed where, ``tree`` knows their places, ``context`` is what their dates lean on.
    """

    path: str
    campaign: Campaign | None
    findings: tuple[Finding, ...]
    tree: yamltree.Tree | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    context: Context | None = None
    pieces: reference.Pieces = field(default_factory=dict)


def load(data: bytes, path: str) -> Loaded:
    """Read one campaign file; ``path`` is only for the findings."""
    text, findings = decode(data, path)
    if text is None:
        return Loaded(path, None, findings)
    tree, complaints = yamltree.parse(text, path)
    findings += complaints
    if tree is None:
        return Loaded(path, None, findings)
    resolved, faults, pieces = reference.resolve(tree.data, _computed(tree.data))
    findings += tuple(
        Finding(
            tree.place(fault.steps, fault.offset), fault.code, "error", fault.message, fault.hint
        )
        for fault in faults
    )
    campaign = None
    try:
        campaign = Campaign.model_validate(resolved)
    except ValidationError as error:
        findings += tuple(
            _finding(details, tree) for details in error.errors(include_url=False)[:_MOST_ERRORS]
        )
    context = timetable.context_of(resolved)
    dates = timetable.findings(resolved, tree, context) if context else ()
    findings = tuple(sorted({*findings, *_rare_characters(tree), *dates}))
    known = None if has_errors(findings) else campaign
    return Loaded(path, known, findings, tree, resolved, context, pieces)


def _computed(data: dict[str, Data]) -> dict[tuple[Step, ...], str]:
    """The printed form of what is not printed as typed: the edition, the year, the dates."""
    printed: dict[tuple[Step, ...], str] = {}
    edition, year, document = (data.get(key) for key in ("届次", "年份", "公文"))
    if isinstance(edition, str) and re.fullmatch(r"[1-9][0-9]{0,2}", edition):
        printed["届次",] = numerals.ordinal(int(edition))
        printed["届数",] = numerals.chinese(int(edition))
    if isinstance(year, str):
        printed["年份",] = year.removesuffix("年")
    for key in ("成文日期", "印发日期"):
        typed = document.get(key) if isinstance(document, dict) else None
        with contextlib.suppress(ValueError):
            if isinstance(typed, str) and (day := read_day(typed)):
                printed["公文", key] = write_day(day)
    return printed


def _rare_characters(tree: yamltree.Tree) -> Iterator[Finding]:
    """Characters outside GB 2312, each where it first stands: fonts may lack them.

    Those that nobody sees are told of wherever they are, to be taken away.
    """
    whole = "\n".join(tree.source)
    # Nearly always; but a backslash may write any character.
    if is_common(whole) and "\\" not in whole:
        return
    seen: set[str] = set()
    told = 0
    for steps, text in walk(tree.data):
        if is_common(text):
            continue
        for offset, char in enumerate(text):
            if char in seen or rarity(char) == "common":
                continue
            place = tree.place(steps, offset)
            if is_invisible(text, offset):
                told += 1
                if told == _MOST_ERRORS:
                    seen.add(char)
                message = f"这里有看不见的字符（U+{ord(char):04X}）"
                yield Finding(place, "GK208", "warning", message, "删去", Edit(char, ""))
                continue
            seen.add(char)
            message = f"“{char}”（U+{ord(char):04X}）不在 GB 2312 里，常用的公文字体可能没有这个字"
            hint = "核对字形；DOCX 里这个字改用别的字体，打印前看一眼"
            # 二〇二六年 is the official form of a year; only old fonts lack it.
            severity: Severity = "note" if char == "〇" else "warning"
            yield Finding(place, "GK208", severity, message, hint)


_QUOTED = re.compile(r"'([^']*)'")
_KINDS = {
    "model_type": "几个“键: 值”",
    "model_attributes_type": "几个“键: 值”",
    "dict_type": "几个“键: 值”",
    "mapping_type": "几个“键: 值”",
    "tuple_type": "清单，每项前面写“- ”",
    "string_type": "一句文字",
}


def _finding(details: ErrorDetails, tree: yamltree.Tree) -> Finding:
    steps, kind, value = details["loc"], details["type"], details.get("input")
    place = tree.place(steps)
    if kind == "gongkai":
        context = details.get("ctx", {})
        if context["code"] == "GK103":
            return _bad_colon(steps, str(value), tree)
        return Finding(place, context["code"], "error", context["message"], context["hint"])
    if kind == "missing":
        return _missing(steps, tree)
    if kind == "extra_forbidden":
        return _unknown_key(steps, tree)
    if kind == "literal_error":
        expected = "、".join(_QUOTED.findall(details.get("ctx", {}).get("expected", "")))
        return Finding(
            place,
            "GK204",
            "error",
            f"“{_name(steps)}”不能写“{_shorten(value)}”",
            f"可以写：{expected}",
        )
    if isinstance(value, str) and "：" in value:
        return _bad_colon(steps, value, tree)
    expected = _KINDS.get(kind, "别的写法")
    return Finding(
        place,
        "GK203",
        "error",
        f"“{_name(steps)}”下面应当是{expected}",
        "对照 docs/campaign-file.md",
    )


_KEY = re.compile(r"[^\s:：「“]{1,20}(?=[：:])")


def _bad_colon(steps: Sequence[Any], value: str, tree: yamltree.Tree) -> Finding:
    """A text that should have been a key and its value; mended where a key can stand."""
    key = _KEY.match(value)
    offset = key.end() if key else max(value.find("："), 0)
    line = value.partition("\n")[0]
    edit = colon_edit(line, offset) if key and tree.begins_line(steps) else None
    message = "键后面用了全角冒号“：”" if value[offset] == "：" else "冒号后面少一个空格"
    hint = "改成半角冒号加一个空格“: ”"
    return Finding(tree.place(steps, offset), "GK103", "error", message, hint, edit)


def _missing(steps: Sequence[Any], tree: yamltree.Tree) -> Finding:
    *parents, key = steps
    place = tree.place(parents, key=True) if parents else Place(tree.place(()).path)
    where = f"“{_name(parents)}”里" if parents else "文件里"
    return Finding(
        place, "GK202", "error", f"{where}缺少“{key}”，或者没有填写", f"补一行“{key}: …”"
    )


def _unknown_key(steps: Sequence[Any], tree: yamltree.Tree) -> Finding:
    name = str(steps[-1])
    known = [str(field.alias) for field in _model_at(steps).model_fields.values()]
    near = get_close_matches(name, known, 1, 0.5)
    place = tree.place(steps, key=True)
    if not near and "：" in name:
        return Finding(place, "GK103", "error", "冒号误用了全角", "改成“: ”")
    hint = f"是不是“{near[0]}”" if near else f"这里可以写：{'、'.join(known)}"
    return Finding(place, "GK201", "error", f"不认得“{_shorten(name)}”", hint)


def _model_at(steps: Sequence[Any]) -> type[BaseModel]:
    """The model whose key the last step was meant to be."""
    model: type[BaseModel] = Campaign
    for step in steps[:-1]:
        field = next((f for f in model.model_fields.values() if f.alias == step), None)
        if field is not None:
            model = _model_in(field.annotation) or model
    return model


def _model_in(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401
    """The model inside a type such as ``tuple[Annotated[Item, …], ...]``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_in, get_args(annotation))), None)


def _name(steps: Sequence[Any]) -> str:
    """The nearest key above a place, to say what is meant."""
    return next(
        (step for step in reversed(steps) if isinstance(step, str) and not step.isascii()), "文件"
    )


def _shorten(value: object) -> str:
    text = str(value)
    return text if len(text) <= 20 else text[:20] + "…"  # noqa: PLR2004
