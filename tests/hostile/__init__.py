"""Hostile inputs with what must come of each, by kind: the tests and the benchmark read them here."""

from collections.abc import Mapping

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

KINDS: Mapping[str, tuple[Case, ...]] = {
    "编码和控制字符": encodings.CASES,
    "太大、太多": sizes.CASES,
    "YAML 的结构": structures.CASES,
    "看不见的、看错的字符": characters.CASES,
    "单位、活动的名称": names.CASES,
    "模板": templates.CASES,
    "链接、管道、设备": links.CASES,
    "进展记录": records.CASES,
    "日期": dates.CASES,
    "「」引用": references.CASES,
    "注入文档和屏幕": injection.CASES,
    "排版": styles.CASES,
    "问卷、附件、统称": surveys.CASES,
    "命令的参数": arguments.CASES,
    "别人的 DOCX": packages.CASES,
}
