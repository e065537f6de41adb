"""What pydantic complains about, in words that a clerk can act on, and which part it is about."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import Any

from pydantic_core import ErrorDetails

from ..finding import Finding, Place
from ..prose import clipped
from ..yamlslips.colons import colon_edit
from ..yamlslips.errors import bad_start
from ..yamltree import Tree
from .keyhints import for_text, for_unknown, names
from .modelkeys import NEAR, WITH_OWN_KEYS, all_keys, unknown


def part(details: ErrorDetails) -> Sequence[Any]:
    """The steps to the part that has to be left out for a complaint.

    Where a required key is missing, that is everything beside it as well.
    """
    steps = details["loc"]
    if details["type"] == "missing":
        return steps[:-1]
    return (*steps, details["ctx"]["key"]) if is_of_key(details) else steps


def is_of_key(details: ErrorDetails) -> bool:
    """Whether a validator of the whole part complains, and names one of its keys."""
    return bool(details.get("ctx", {}).get("key"))


def is_of_known(details: ErrorDetails, in_doubt: Container[str]) -> bool:
    """Whether one key is refused, and not for the layout that is taken where none is understood."""
    hangs = "版式" in in_doubt and details.get("ctx", {}).get("code") == "GK209"
    return is_of_key(details) and not hangs


def keys_in_doubt(all_details: Iterable[ErrorDetails]) -> Iterator[str]:
    """The keys of what is refused; for an unknown key the known ones that may have been meant."""
    for details in all_details:
        if details["type"] == "extra_forbidden":
            name, known = unknown(details["loc"])
            yield from get_close_matches(name, known, 1, NEAR) or known
        else:
            yield from [step for step in part(details) if isinstance(step, str)][-1:]


_SHOWN = 20
_QUOTED = re.compile(r"'([^']*)'")
_KINDS = {
    "model_type": ("几个“键: 值”", "另起一行，缩进两格，一行一个"),
    "model_attributes_type": ("几个“键: 值”", "另起一行，缩进两格，一行一个"),
    "dict_type": ("几个“键: 值”", "另起一行，缩进两格，一行一个"),
    "mapping_type": ("几个“键: 值”", "另起一行，缩进两格，一行一个"),
    "tuple_type": ("清单", "另起一行，每项前面写“- ”"),
    "string_type": ("一句文字", "接着写在冒号后面；长的用“|”另起一行"),
}
_OF_MODEL = {"model_type", "model_attributes_type"}
_OTHER = "别的写法", "例子见 gongkai validate --explain GK203"


def finding(details: ErrorDetails, tree: Tree) -> Finding:
    """One complaint of pydantic as a finding in its place."""
    steps, kind, value = details["loc"], details["type"], details.get("input")
    place = tree.place(steps)
    if kind == "gongkai":
        context = details.get("ctx", {})
        if is_of_key(details):
            number = context["number"]
            inside = () if number is None else (number,)
            place = tree.place((*part(details), *inside), key=number is None)
        if context["code"] == "GK103":
            return _bad_colon(steps, str(value), tree)
        return Finding(place, context["code"], "error", context["message"], context["hint"])
    if kind == "missing":
        return _missing(steps, tree)
    if kind == "extra_forbidden":
        return unknown_key(steps, tree)
    if kind == "literal_error":
        expected = "、".join(_QUOTED.findall(details.get("ctx", {}).get("expected", "")))
        message = f"“{_name(steps)}”不能写“{clipped(str(value), _SHOWN)}”"
        return Finding(place, "GK204", "error", message, f"可以写：{expected}")
    if isinstance(value, str) and "：" in value:
        return _bad_colon(steps, value, tree)
    for key in value if isinstance(value, dict) else ():
        if slip := _bad_start(tree.place((*steps, key), key=True), tree):
            return slip
    expected, hint = _KINDS.get(kind, _OTHER)
    if kind in _OF_MODEL:
        hint += f"，可以写：{'、'.join(unknown((*steps, ''))[1])}"
    message = f"“{_name(steps)}”下面应当是{expected}"
    return Finding(place, "GK203", "error", message, for_text(steps, value) or hint)


_KEY = re.compile(r"[^\s:：「“，。；！？]{1,20}(?=[：:])")
_WITH_OWN_KEYS = {steps[0] for steps in WITH_OWN_KEYS}


def _bad_colon(steps: Sequence[Any], value: str, tree: Tree) -> Finding:
    """A text that should have been a key and a value; with an edit where a key can stand."""
    key = _KEY.match(value)
    offset = key.end() if key else max(value.find("："), 0)
    line = value.partition("\n")[0]
    # 联系 and its like have keys of their own; elsewhere 各单位注意： is none.
    is_key = key and (key[0] in all_keys() or steps[0] in _WITH_OWN_KEYS)
    edit = colon_edit(line, offset) if is_key and tree.begins_line(steps) else None
    message = "键后面用了全角冒号“：”" if value[offset] == "：" else "冒号后面少一个空格"
    hint = "改成半角冒号加一个空格“: ”"
    return Finding(tree.place(steps, offset), "GK103", "error", message, hint, edit)


# The word behind { or a comma, with a colon that YAML did not take for one.
_IN_BRACES = re.compile(r"(?P<key>[^\s:：,，{}「“\"']{1,20}) ?(?P<colon>[:：])(?=[^\s,}])")
_CODE_OF_WORD = "GK116"


def with_colon(complaint: Finding, tree: Tree) -> Finding:
    """A clearer finding for a word in braces without a value, as in ``{时间：5月14日}``.

    For the YAML reader the word has no value; what is wrong is its colon. Other findings are returned as
    they are.
    """
    place = complaint.place
    line, column = tree.source[place.line - 1], place.column - 1
    if complaint.code != _CODE_OF_WORD or not (found := _IN_BRACES.match(line, column)):
        return complaint
    before = line[:column].rstrip()[-1:]
    if before != "{" and found["key"] not in all_keys():
        # 联系 and 统称 have keys of their own.
        hint = "是另一个键，就把冒号改成“: ”；是文字，就把逗号改成全角“，”，或者给整段加引号"
        return replace(complaint, hint=hint)
    wide = found["colon"] == "："
    message = "键后面用了全角冒号“：”" if wide else "冒号后面少一个空格"
    at = found.start("colon")
    # 甲,时间：乙 may go on with a text; a new key has a blank before it.
    edit = colon_edit(line, at) if before == "{" or line[column - 1] == " " else None
    return Finding(
        Place(place.path, place.line, at + 1), "GK103", "error", message, "改成“: ”", edit
    )


def is_meant(details: ErrorDetails, refused: Sequence[ErrorDetails], tree: Tree) -> bool:
    """Whether a missing key is there in another form, and told as that already.

    It may be misspelt, have a bad colon, or begin with a mark that has a meaning in YAML.
    """
    if details["type"] != "missing":
        return False
    if tree.fills(details["loc"]):
        return True
    *above, key = details["loc"]
    for one in refused:
        if one["type"] == "extra_forbidden" and list(one["loc"][:-1]) == above:
            name, known = unknown(one["loc"])
            if get_close_matches(name, known, 1, NEAR) == [key] or names(one["loc"], tree) == key:
                return True
    return any(re.match(rf"{re.escape(str(key))} ?[:：]", name) for name in tree.words(above))


def without_echoes(told: Iterable[Finding], blanks: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, without those on keys missing from a part whose first key is blank and unknown."""
    unknown = {one.place for one in blanks if one.code == "GK201"}
    yield from (one for one in told if one.code != "GK202" or one.place not in unknown)


def _missing(steps: Sequence[Any], tree: Tree) -> Finding:
    *parents, key = steps
    if not parents and (number := _further_in(str(key), tree)):
        message, hint = f"“{key}”前面多了空格，成了上面一段的下文", "顶层的键从行首写起"
        return Finding(Place(tree.path, number), "GK202", "error", message, hint)
    place = tree.place(parents, key=True) if parents else Place(tree.place(()).path)
    where = f"“{_name(parents)}”里" if parents else "文件里"
    return Finding(
        place, "GK202", "error", f"{where}缺少“{key}”，或者没有填写", f"补一行“{key}: …”"
    )


def _further_in(key: str, tree: Tree) -> int:
    """The line of a long text that begins with a key which the file misses; 0 where there is none."""
    numbers = (n for n, line in enumerate(tree.source, 1) if re.match(rf" +{key}:(?: |$)", line))
    return next(numbers, 0)


def unknown_key(steps: Sequence[Any], tree: Tree) -> Finding:
    """The finding on an unknown key, with what may be meant."""
    name, known = unknown(steps)
    near = get_close_matches(name, known, 1, NEAR)
    place = tree.place(steps, key=True)
    if not near and "：" in name:
        return Finding(place, "GK103", "error", "冒号误用了全角", "改成“: ”")
    if slip := _bad_start(place, tree):
        return slip
    message = f"不认得“{clipped(name, _SHOWN)}”"
    return Finding(place, "GK201", "error", message, for_unknown(steps, tree))


def _bad_start(place: Place, tree: Tree) -> Finding | None:
    """What is wrong before or in the first key of a line, where that makes it unknown."""
    line = tree.source[place.line - 1]
    slip = bad_start(line, place.line - 1, place.path)
    if slip is None or line[: place.column - 1].strip():
        return None
    # How far in it should stand nobody knows while the file reads as well as it is.
    return slip if slip.edit and slip.edit.new == "- " else replace(slip, edit=None)


def _name(steps: Sequence[Any]) -> str:
    """The nearest key above a place, to name it in a sentence."""
    return next(
        (step for step in reversed(steps) if isinstance(step, str) and not step.isascii()), "文件"
    )
