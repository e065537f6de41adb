"""Markdown text, as templates write it, to the document tree.

Headings, paragraphs and pipe tables are plain Markdown; what an official document has besides
(版头, 主送, 落款 …) stands between ``::: 名称`` and ``:::``.
"""

from collections.abc import Iterable, Iterator, Sequence

from ..document import Annex, Block, Document, Heading, Lines, Paragraph, Title, plain
from ..numerals import section_number
from ..prose import UNPRINTABLE, plain_ends
from . import escaped
from .parts import ANNEX, FENCE, ISSUED, PAGES, Part, parts, refuse
from .pieces import Headline, Piece, Rows
from .special import SPECIAL
from .table import table

_LEVELS = 4
# Twice the longest table anybody measured; nobody reads such a document.
_LONGEST, _MOST_LINES = 1_000_000, 10_000


def read(text: str, path: str) -> Document:
    """Read what a template rendered. ``path`` names the template in findings.

    Raises Refused where the text uses a construct that official documents do not have.
    """
    # markdown-it counts a line wherever one of these stands; so must we.
    text = plain_ends(text)
    lines = sum(1 for line in text.split("\n") if line.strip())
    if not lines:
        hint = "模板是空的，或者条件都不成立；删去本单位的这个模板，就回到原样"
        raise refuse(path, "一个字也没有", hint)
    if len(text) > _LONGEST or lines > _MOST_LINES:
        message = f"文档太长：{lines} 行，{len(text)} 字"
        hint = f"最多 {_MOST_LINES} 行、{_LONGEST // 10_000} 万字，查模板的循环，或者分成几份"
        raise refuse(path, message, hint)
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
            elif part.name == ISSUED:
                self._counters = [0] * _LEVELS
                yield Annex(0, tuple(self.blocks(part.parts)), is_issued=True)
            elif part.name in SPECIAL:
                yield SPECIAL[part.name](part.argument, self._lines(part.text), self._path)
            else:
                known = "、".join((*SPECIAL, *PAGES))
                raise refuse(self._path, f"没有“{FENCE} {part.name}”", f"可以用：{known}")

    def _plain(self, text: str) -> Iterator[tuple[Block, int, int]]:
        """Blocks of plain Markdown with the lines of the text they begin and end at."""
        for piece, start, end in self._pieces(text):
            match piece:
                case Headline(level, lines):
                    yield self._heading(level - 1, lines), start, end
                case Rows(aligns, head, body):
                    yield table(aligns, head, body), start, end
                case Paragraph():
                    yield piece, start, end

    def _pieces(self, text: str) -> Iterable[Piece]:
        found = escaped.pieces(text)
        if found is None:
            from . import parsed  # markdown-it is seldom needed, and slow to load

            return parsed.pieces(text, self._path)
        return found

    def _lines(self, text: str) -> tuple[str, ...]:
        """The lines of a fenced part as plain text, blank ones left out."""
        found: Iterable[str] | None = escaped.texts(text)
        if found is None:
            from . import parsed

            found = parsed.texts(text, self._path)
        return tuple(filter(None, found))

    def _heading(self, level: int, lines: Lines) -> Block:
        if level == 0:
            return Title(tuple(map(plain, lines)))
        if level > _LEVELS:
            raise refuse(self._path, "标题超过四级", "层次序数只有 一、（一）1.（1）四级")
        self._counters[level - 1] += 1
        self._counters[level:] = [0] * (_LEVELS - level)
        number = section_number(level, self._counters[level - 1])
        return Heading(level, number, "".join(map(plain, lines)))


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
