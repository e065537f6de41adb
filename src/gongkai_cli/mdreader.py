"""Markdown text, as templates write it, to the document tree. The only module that imports markdown-it.

Headings, paragraphs and pipe tables are plain Markdown; what an official document has besides
(版头, 主送, 落款 …) stands between ``::: 名称`` and ``:::``.
"""

from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from .document import (
    Align,
    Annex,
    Block,
    Document,
    Heading,
    Lines,
    Paragraph,
    Table,
    Title,
    plain,
)
from .mdinline import lines_of, unsupported
from .mdparts import ANNEX, FENCE, Part, parts, refuse
from .mdspecial import SPECIAL
from .mdtable import table
from .numerals import section_number
from .prose import UNPRINTABLE, plain_ends

_LEVELS = 4
_PARSER = MarkdownIt("commonmark").enable("table").disable("code")


def read(text: str, path: str) -> Document:
    """Read what a template rendered. ``path`` names the template in findings.

    Raises Refused where the text uses a construct that official documents do not have.
    """
    # markdown-it counts a line wherever one of these stands; so must we.
    text = plain_ends(text)
    if bad := UNPRINTABLE.search(text):
        # XML forbids it: Word would not open what was made of it.
        message = f"有看不见的控制字符 U+{ord(bad[0]):04X}"
        raise refuse(path, message, "从模板里删去这个字符")
    found = parts(text, path)
    annexes = sum(part.name == ANNEX for part in found)
    return Document(tuple(_Reader(path, annexes).blocks(found)))


class _Reader:
    """Turns parts into blocks, counting headings and annexes on the way."""

    def __init__(self, path: str, annexes: int) -> None:
        self._path = path
        self._annexes = annexes
        self._annex = 0
        self._counters = [0] * _LEVELS

    def blocks(self, found: Sequence[Part]) -> Iterator[Block]:
        for part in found:
            if not part.name:
                yield from _run_in(self._plain(part.text))
            elif part.name == ANNEX:
                self._annex += 1
                self._counters = [0] * _LEVELS
                number = self._annex if self._annexes > 1 else 0
                yield Annex(number, tuple(self.blocks(part.parts)))
            elif part.name in SPECIAL:
                yield SPECIAL[part.name](part.argument, self._lines(part.text), self._path)
            else:
                known = "、".join((*SPECIAL, ANNEX))
                raise refuse(self._path, f"没有“{FENCE} {part.name}”", f"可以用：{known}")

    def _plain(self, text: str) -> Iterator[tuple[Block, int, int]]:
        """Blocks of plain Markdown with the lines of the text they begin and end at."""
        tokens = iter(_PARSER.parse(text))
        for token in tokens:
            start, end = token.map or (0, 0)
            match token.type:
                case "paragraph_open":
                    inline = next(tokens)
                    if inline.content.startswith("|"):
                        hint = "表头、分隔行和各行连着写，中间不空行，格数一样"
                        raise refuse(self._path, "表格没有写对，成了文字", hint)
                    yield Paragraph(lines_of(inline, self._path)), start, end
                case "heading_open":
                    yield (
                        self._heading(int(token.tag[1:]) - 1, self._next_inline(tokens)),
                        start,
                        end,
                    )
                case "table_open":
                    yield self._table(tokens, text.split("\n")[start:end]), start, end
                case "paragraph_close" | "heading_close":
                    pass
                case _:
                    raise unsupported(token, self._path)

    def _next_inline(self, tokens: Iterator[Token]) -> Lines:
        return lines_of(next(tokens), self._path)

    def _heading(self, level: int, lines: Lines) -> Block:
        if level == 0:
            return Title(tuple(map(plain, lines)))
        if level > _LEVELS:
            raise refuse(self._path, "标题超过四级", "层次序数只有 一、（一）1.（1）四级")
        self._counters[level - 1] += 1
        self._counters[level:] = [0] * (_LEVELS - level)
        number = section_number(level, self._counters[level - 1])
        return Heading(level, number, "".join(map(plain, lines)))

    def _table(self, tokens: Iterator[Token], lines: Sequence[str]) -> Table:
        # markdown-it drops the cells that a row has too many.
        wanted, *others = (line.strip().strip("|").count("|") + 1 for line in lines)
        if wrong := next((n for n, count in enumerate(others, 1) if count != wanted), 0):
            message = f"表格第 {wrong} 行有 {others[wrong - 1]} 格，表头有 {wanted} 格"
            raise refuse(self._path, message, "表头、分隔行和各行的格数要一样")
        aligns: list[Align] = []
        rows: list[list[tuple[str, Lines]]] = []
        for token in tokens:
            match token.type:
                case "table_close":
                    break
                case "tr_open":
                    rows.append([])
                case "th_open" | "td_open":
                    inline = next(tokens)
                    rows[-1].append((inline.content.strip(), lines_of(inline, self._path)))
                    if token.type == "th_open":
                        aligns.append(_align(str(token.attrGet("style") or "")))
        return table(tuple(aligns), rows[0], rows[1:])

    def _lines(self, text: str) -> tuple[str, ...]:
        """The lines of a fenced part as plain text, blank ones left out."""
        lines: list[str] = []
        for token in _PARSER.parse(text):
            if token.type == "inline":
                lines += map(plain, lines_of(token, self._path, soft_breaks=True))
            elif not token.type.startswith("paragraph_"):
                raise unsupported(token, self._path)
        return tuple(filter(None, lines))


def _run_in(blocks: Iterator[tuple[Block, int, int]]) -> Iterator[Block]:
    """A paragraph on the very next line runs on after its heading (7.3.3)."""
    heading: Heading | None = None
    heading_end = -1
    for block, start, end in blocks:
        if heading and isinstance(block, Paragraph) and start == heading_end:
            first, *others = block.lines
            yield Heading(heading.level, heading.number, heading.text, first)
            if others:
                yield Paragraph(tuple(others))
            heading = None
            continue
        if heading:
            yield heading
        heading, heading_end = (block, end) if isinstance(block, Heading) else (None, -1)
        if heading is None:
            yield block
    if heading:
        yield heading


def _align(style: str) -> Align:
    if "center" in style:
        return "center"
    return "right" if "right" in style else "left"
