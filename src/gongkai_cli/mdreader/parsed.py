"""Reads any Markdown through markdown-it, which only this module imports.

Within a text only emphasis and line breaks are allowed.
"""

from collections.abc import Iterable, Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ..document import Align, Line, Lines, Paragraph, Run, plain
from ..finding import Refused
from .parts import refuse
from .pieces import Headline, Piece, Rows, Typed

_PARSER = MarkdownIt("commonmark").enable("table").disable("code")
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


def pieces(text: str, path: str) -> Iterator[Piece]:
    """The pieces of a text. Raises Refused over lists, links, images, code and the like."""
    tokens = iter(_PARSER.parse(text))
    for token in tokens:
        start, end = token.map or (0, 0)
        match token.type:
            case "paragraph_open":
                inline = next(tokens)
                if inline.content.startswith("|"):
                    hint = "表头、分隔行和各行连着写，中间不空行，格数一样"
                    raise refuse(path, "表格没有写对，成了文字", hint)
                yield Paragraph(_lines(inline, path)), start, end
            case "heading_open":
                yield Headline(int(token.tag[1:]), _lines(next(tokens), path)), start, end
            case "table_open":
                yield _rows(tokens, text.split("\n")[start:end], path), start, end
            case "paragraph_close" | "heading_close":
                pass
            case _:
                raise _unsupported(token, path)


def texts(text: str, path: str) -> Iterator[str]:
    """Each line of a text without emphasis. Raises Refused over anything but paragraphs."""
    for token in _PARSER.parse(text):
        if token.type == "inline":
            yield from map(plain, _lines(token, path, soft_breaks=True))
        elif not token.type.startswith("paragraph_"):
            raise _unsupported(token, path)


def _rows(tokens: Iterator[Token], lines: Sequence[str], path: str) -> Rows:
    # markdown-it drops the cells that a row has too many.
    wanted, *others = (line.strip().strip("|").count("|") + 1 for line in lines)
    if wrong := next((n for n, count in enumerate(others, 1) if count != wanted), 0):
        message = f"表格第 {wrong} 行有 {others[wrong - 1]} 格，表头有 {wanted} 格"
        raise refuse(path, message, "表头、分隔行和各行的格数要一样")
    aligns: list[Align] = []
    rows: list[list[Typed]] = []
    for token in tokens:
        match token.type:
            case "table_close":
                break
            case "tr_open":
                rows.append([])
            case "th_open" | "td_open":
                inline = next(tokens)
                rows[-1].append((inline.content.strip(), _lines(inline, path)))
                if token.type == "th_open":
                    aligns.append(_align(str(token.attrGet("style") or "")))
    return Rows(tuple(aligns), rows[0], rows[1:])


def _align(style: str) -> Align:
    if "center" in style:
        return "center"
    return "right" if "right" in style else "left"


def _lines(token: Token, path: str, *, soft_breaks: bool = False) -> Lines:
    """The lines of an inline token; ``soft_breaks`` where each line of the source is one.

    Raises Refused over links, images, code and the like.
    """
    lines: list[list[Run]] = [[]]
    strong = 0
    for child in token.children or ():
        match child.type:
            case "text" | "text_special":
                lines[-1].append(Run(child.content, strong > 0))
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
                raise _unsupported(child, path)
    return tuple(map(_merge, lines))


def _unsupported(token: Token, path: str) -> Refused:
    """What to raise over a construct that official documents do not have."""
    kind = token.type.removesuffix("_open")
    text = token.content.strip()
    excerpt = f"“{text[:_EXCERPT]}”" if text else ""
    hint = "模板里可用：标题 #、段落、表格、**强调**、<br>、::: 名称"
    return refuse(path, f"公文里没有{_NAMES.get(kind, kind)}{excerpt}", hint)


def _merge(runs: Iterable[Run]) -> Line:
    """Join neighbouring runs of one kind; trim the blanks at both ends of the line."""
    merged: list[Run] = []
    for run in runs:
        if merged and merged[-1].strong == run.strong:
            merged[-1] = Run(merged[-1].text + run.text, run.strong)
        else:
            merged.append(run)
    if merged:
        merged[0] = Run(merged[0].text.lstrip(" "), merged[0].strong)
        merged[-1] = Run(merged[-1].text.rstrip(" "), merged[-1].strong)
    return tuple(run for run in merged if run.text)
