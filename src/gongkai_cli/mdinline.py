"""Inline Markdown to lines of spans: text, emphasis and line breaks, nothing else."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from .document import Line, Lines, Span
from .finding import Refused
from .mdparts import refuse

if TYPE_CHECKING:
    from markdown_it.token import Token

_BREAKS = {"<br>", "<br/>", "<br />"}
_NAMES = {
    "bullet_list": "“-”开头的列表",
    "ordered_list": "“1.”开头的列表（序号用标题 ## 自动编）",
    "blockquote": "“>”引用",
    "fence": "代码块",
    "code_inline": "`代码`",
    "hr": "横线 ---",
    "html_block": "HTML",
    "html_inline": "HTML",
    "link": "链接",
    "image": "图片",
    "em": "*斜体*",
}
_EXCERPT = 20


def lines_of(token: "Token", path: str, *, soft_breaks: bool = False) -> Lines:
    """The lines of an inline token; ``soft_breaks`` where each line of the source is one.

    Raises Refused over links, images, code and the like.
    """
    lines: list[list[Span]] = [[]]
    strong = 0
    for child in token.children or ():
        match child.type:
            case "text" | "text_special":
                lines[-1].append(Span(child.content, strong > 0))
            case "softbreak" if not soft_breaks:
                pass
            case "softbreak" | "hardbreak":
                lines.append([])
            case "strong_open":
                strong += 1
            case "strong_close":
                strong -= 1
            case "html_inline" if child.content in _BREAKS:
                lines.append([])
            case _:
                raise unsupported(child, path)
    return tuple(map(_merge, lines))


def unsupported(token: "Token", path: str) -> Refused:
    """What to raise over a construct that official documents do not have."""
    kind = token.type.removesuffix("_open")
    text = token.content.strip()
    excerpt = f"“{text[:_EXCERPT]}”" if text else ""
    hint = "模板里可用：标题 #、段落、表格、**强调**、<br>、::: 名称"
    return refuse(path, f"公文里没有{_NAMES.get(kind, kind)}{excerpt}", hint)


def _merge(spans: Iterable[Span]) -> Line:
    """Join neighbouring spans of one kind; trim the blanks at both ends of the line."""
    merged: list[Span] = []
    for span in spans:
        if merged and merged[-1].strong == span.strong:
            merged[-1] = Span(merged[-1].text + span.text, span.strong)
        else:
            merged.append(span)
    if merged:
        merged[0] = Span(merged[0].text.lstrip(" "), merged[0].strong)
        merged[-1] = Span(merged[-1].text.rstrip(" "), merged[-1].strong)
    return tuple(span for span in merged if span.text)
