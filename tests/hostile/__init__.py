"""Hostile inputs with what must come of each, by kind: the tests and the benchmark read them here."""

from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

from . import (
    arguments,
    characters,
    dates,
    encodings,
    injection,
    links,
    names,
    packages,
    records,
    references,
    sizes,
    structures,
    styles,
    surveys,
    templates,
)
from .case import Case

_MODULES: Mapping[str, ModuleType] = {
    "编码和控制字符": encodings,
    "太大、太多": sizes,
    "YAML 的结构": structures,
    "看不见的、看错的字符": characters,
    "单位、活动的名称": names,
    "模板": templates,
    "链接、管道、设备": links,
    "进展记录": records,
    "日期": dates,
    "「」引用": references,
    "注入文档和屏幕": injection,
    "排版": styles,
    "问卷、附件、统称": surveys,
    "命令的参数": arguments,
    "别人的 DOCX": packages,
}

KINDS: Mapping[str, tuple[Case, ...]] = {kind: module.CASES for kind, module in _MODULES.items()}
PAGES: Mapping[str, Path] = {
    kind: Path(module.__file__ or "").with_suffix(".txt") for kind, module in _MODULES.items()
}
"""Where it stands what must come of the cases of a kind."""
