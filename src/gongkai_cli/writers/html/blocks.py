"""The parts of a document as HTML elements, with the headings that name tables and annexes."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise
from typing import assert_never

from ...dates.days import read_day
from ...document import (
    Annex,
    AnnexList,
    Block,
    Document,
    Heading,
    Imprint,
    Masthead,
    Note,
    Paragraph,
    Recipients,
    Signature,
    Table,
    Title,
)
from ...gbt9704 import Standard, title_room
from ...prose import title_line
from ..paper import is_wide
from ..sense import sense_lines
from .table import table
from .text import broken, inline

_DEEPEST = 6
_UNTITLED = "文档"
_FORM = ("发电单位", "签批盖章", "等级", "密级", "发电号")
_BELOW_MARK = ("发文字号", "签发人")


class Page:
    """Writes blocks in order. Headings count from h1; in an annex, from h2."""

    def __init__(self, document: Document, standard: Standard) -> None:
        self._blocks = document.blocks
        self._standard = standard
        self._above = 1
        self._issuers = document.issuers
        self._named = document.title or _UNTITLED
        self._names: dict[str, int] = {}
        self.title = escape(self._named)

    def lines(self) -> Iterator[str]:
        """The elements of the page, one on a line."""
        text = [block for block in self._blocks if not isinstance(block, Annex)]
        wide = ' class="wide"' if is_wide(text, self._standard) else ""
        yield f"<article{wide}>"
        for block in self._blocks:
            yield from self._block(block)
        yield "</article>"

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Masthead():
                yield from _masthead(block)
            case Title(lines):
                yield self._title(lines)
            case Recipients(text):
                yield f'<p class="flush">{escape(text)}</p>'
            case Heading():
                yield self._heading(block)
            case Paragraph(lines):
                yield f"<p>{broken(lines)}</p>"
            case AnnexList(titles):
                yield from _annex_list(titles)
            case Signature():
                yield _signature(block)
            case Note(text):
                yield f"<p>（{escape(text)}）</p>"
            case Imprint():
                yield from _imprint(block)
            case Table():
                yield table(block, self._name())
            case Annex():
                yield from self._annex(block)
            case _:
                assert_never(block)

    def _title(self, lines: Sequence[str]) -> str:
        self._named = title_line(lines, self._issuers)
        # A browser may break between the sense lines, and need not; between two issuers is a blank.
        room = title_room(self._standard, wide=False)
        spans = [
            "".join(f"<span>{escape(piece)}</span>" for piece in sense_lines((line,), room))
            for line in lines
        ]
        for number, pair in enumerate(pairwise(lines)):
            if title_line(pair, self._issuers) != "".join(pair):
                spans[number] += " "
        sense = "".join(spans)
        return f"<h{self._above}>{sense}</h{self._above}>"

    def _heading(self, heading: Heading) -> str:
        body = inline(heading.body)
        if not heading.text:
            return f"<p>{escape(heading.number)}{body}</p>"
        self._named = heading.text
        tag = f"h{min(self._above + heading.level, _DEEPEST)}"
        said = (
            f'<{tag} class="level{heading.level}">{escape(heading.number + heading.text)}</{tag}>'
        )
        # What runs on after a heading stays on its line, and out of the outline.
        return f'<div class="run-in">{said}<p>{body}</p></div>' if body else said

    def _annex(self, annex: Annex) -> Iterator[str]:
        wide = " wide" if is_wide(annex.blocks, self._standard) else ""
        if annex.is_issued:
            yield f'<section class="annex{wide}" aria-label="印发件">'
            yield from self._inside(annex)
            return
        number = annex.number or ""
        yield f'<section class="annex{wide}" id="annex-{annex.number or 1}" aria-label="附件{number}">'
        yield f'<p class="label">附件{number}</p>'
        yield from self._inside(annex)

    def _inside(self, annex: Annex) -> Iterator[str]:
        self._above += 1
        for block in annex.blocks:
            yield from self._block(block)
        self._above -= 1
        yield "</section>"

    def _name(self) -> str:
        """What a table goes by: the heading above it, counted where two stand below one."""
        count = self._names[self._named] = self._names.get(self._named, 0) + 1
        return self._named if count == 1 else f"{self._named}（{count}）"


def _masthead(block: Masthead) -> Iterator[str]:
    """What stands above the mark, the mark, what stands below it; of a telegram, its form."""
    marked = block.field("发文机关标志")
    below = _FORM if block.layout == "电报" else _BELOW_MARK
    yield '<header class="masthead">'
    yield from (
        f'<p class="flush">{escape(value)}</p>'
        for label, value in block.fields
        if label not in (*below, "发文机关标志") and value
    )
    if marked:
        yield f'<p class="mark">{escape(marked)}</p>'
    said = [(label, value) for label, value in block.fields if label in below]
    if block.layout == "电报":
        yield '<dl class="form">'
        for label, value in said:
            yield f"<div><dt>{escape(label)}</dt><dd>{escape(value)}</dd></div>"
        yield "</dl>"
    elif said:
        words = [f"签发人：{value}" if label == "签发人" else value for label, value in said]
        yield f'<p class="number">{escape("　".join(filter(None, words)))}</p>'
    yield "</header>"


def _annex_list(titles: Sequence[str]) -> Iterator[str]:
    """附件说明, each title leading to its annex."""
    if not titles:
        return
    links = [
        f'<a href="#annex-{number}">{escape(title)}</a>' for number, title in enumerate(titles, 1)
    ]
    if len(links) == 1:
        yield f'<p class="annexes">附件：{links[0]}</p>'
        return
    yield '<div class="annexes"><p>附件：</p><ol>'
    yield from (f"<li>{link}</li>" for link in links)
    yield "</ol></div>"


def _signature(block: Signature) -> str:
    names = "".join(f"<p>{escape(name)}</p>" for name in block.names)
    date = f"<p>{_time(block.date)}</p>" if block.date else ""
    return f'<div class="signature">{names}{date}</div>'


def _time(text: str) -> str:
    """A day for people and for programs; what is no day stays text."""
    try:
        day = read_day(text)
    except ValueError:
        day = None
    return f'<time datetime="{day.isoformat()}">{escape(text)}</time>' if day else escape(text)


def _imprint(block: Imprint) -> Iterator[str]:
    printed = f"{block.printed}印发" if block.printed else ""
    last = "　".join(filter(None, (block.printer, printed)))
    yield '<footer class="imprint">'
    if block.copies_to:
        yield f"<p>抄送：{escape(block.copies_to)}。</p>"
    if last:
        yield f"<p>{escape(last)}</p>"
    yield "</footer>"
