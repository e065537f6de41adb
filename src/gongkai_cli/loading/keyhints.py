"""Hints for keys and values of the wrong form: what to write instead."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher, get_close_matches
from typing import Any, Final

from ..prose import clipped
from ..yamltree import Tree
from .modelkeys import NEAR, all_keys, parts_with, unknown

# The key that names a part of a list, by which the others tell more of it.
_NAMING: Final = ("材料", "标题", "题", "内容")
_LABELS: Final = frozenset(
    {"名称", "名字", "题目", "主题", "项目", "事项名称", "活动名称", "任务名称", "材料名称"}
)
_TASK_TABLE: Final = "任务分解表"
_SHOWN: Final = 20
# Above this a key is a known one misspelt.
_SURE: Final = 0.7
# One of these is a key of what stands in a file once.
_SINGLE: Final = frozenset({"公文", "版式", "各项", "题目", "数据"})
_SENTENCE = re.compile("[，。；！？]")
_BLANK_KEY = re.compile(r"(?P<key>[^\s:#]+):\s*(?:#.*)?$")
_DASHES = re.compile(r"[- ]*- +")
# 联系 and its like are filled with names of the file's own.
_FREE: Final = {
    "联系": "联系人: 张三",
    "统称": "各街道: [甲街道, 乙街道]",
    "通讯录": "县司法局: 张三 0000-0000000",
    "数据": "发放宣传资料: 1200份",
    "各项": "线下活动: 5月14日至21日",
}


def for_unknown(steps: Sequence[Any], tree: Tree) -> str:
    """What to write instead of an unknown key."""
    name, known = unknown(steps)
    if len(steps) == 1 and (above := _blank_above(steps, tree)):
        return f"是“{above}”的内容，就在左边缩进两格"
    # At the top 抄送 is no 报送 misspelt, and 印发日期 no 印发件: they belong to 公文.
    if parts := [part for part in parts_with(steps) if tree.has((*steps[:-1], part))]:
        return f"移到{'或者'.join(f'“{part}”' for part in parts)}下面，左边缩进两格"
    near = get_close_matches(name, known, 2, NEAR)
    if near and (_ratio(name, near[0]) > _SURE or near[0] in _NAMING):
        return _is_it(name, near)
    if _SENTENCE.search(name):
        return "是上面长文字的下文，就在左边再缩进两格"
    return _as_name(steps, tree) or _is_it(name, near) or f"这里可以写：{'、'.join(known)}"


def _blank_above(steps: Sequence[Any], tree: Tree) -> str:
    """The key at a line's beginning right above one that nobody knows, with nothing behind it."""
    found = _BLANK_KEY.match(tree.source[max(tree.place(steps, key=True).line - 2, 0)])
    return found["key"] if found else ""


def _is_it(name: str, near: Sequence[str]) -> str:
    """是不是…: the nearest known key, or both where two are equally near."""
    alike = [one for one in near if _ratio(name, one) == _ratio(name, near[0])]
    return f"是不是{'或者'.join(f'“{one}”' for one in alike)}" if alike else ""


def _ratio(name: str, known: str) -> float:
    return SequenceMatcher(None, known, name).ratio()


def names(steps: Sequence[Any], tree: Tree) -> str:
    """The key that names an item of a list, where an unknown key seems to be its value.

    ``- 集中宣传:`` in a list of items should be ``- 标题: 集中宣传``.
    """
    place = tree.place(steps, key=True)
    first = _naming(steps)
    there = tree.has((*steps[:-1], first))
    before = tree.source[place.line - 1][: place.column - 1]
    return first if first and not there and _DASHES.fullmatch(before) else ""


def _as_name(steps: Sequence[Any], tree: Tree) -> str:
    name, first = str(steps[-1]), names(steps, tree)
    if not first:
        return ""
    if name == _TASK_TABLE:
        return f"写成“- {_TASK_TABLE}”，后面不要冒号"
    # - 名称: 走访慰问 has the label of another form for its own.
    if name in _LABELS or name in all_keys():
        return _is_it(name, [first])
    said = f"写成“- {first}: {clipped(name, _SHOWN)}”"
    if not tree.says(steps):
        return said
    more = "写“内容: …”" if "内容" in unknown(steps)[1] and first != "内容" else "写明是什么"
    return f"{said}，后面的话另起一行{more}"


def for_text(steps: Sequence[Any], value: Any) -> str:  # noqa: ANN401
    """What to write instead of a text where a list or keys belong; empty if nothing comes to mind."""
    key = next((step for step in reversed(steps) if isinstance(step, str)), "")
    if key in _FREE:
        return f"一行一项，写成“{_FREE[key]}”"
    if not isinstance(value, str):
        return ""
    if value == _TASK_TABLE:
        return f"另起一行，写成“- {_TASK_TABLE}”"
    first, said = _naming((*steps, "")), clipped(value.partition("\n")[0], _SHOWN)
    if not first:
        return ""
    where = "" if isinstance(steps[-1], int) else "另起一行，"
    return f"{where}写成“- {first}: {said}”"


def _naming(steps: Sequence[Any]) -> str:
    """The key that names an item of the list that the steps lead into; empty where that is no list."""
    known = unknown(steps)[1]
    of_list = _SINGLE.isdisjoint(known)
    return next((key for key in _NAMING if key in known), "") if of_list else ""
