"""The document tree as Markdown for the web: plain GitHub-flavoured text, UTF-8."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from ..document import (
    Annex,
    AnnexList,
    Block,
    Cell,
    Document,
    Heading,
    Imprint,
    Line,
    Lines,
    Masthead,
    Note,
    Paragraph,
    Recipients,
    Signature,
    Table,
    Title,
)
from ..gbt9704 import STANDARD, Standard
from ..prose import title_line

# Marks that would start a construct wherever they stand.
# Inside a word, as in an address, _ & and # mean themselves, and escapes would be shown there.
_ANYWHERE = re.compile(
    r"[\\`*\[\]<|~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|!(?=\[)|(?<!\S)#|#(?=#*\s*$)"
)
_DIGITS = re.compile(r"\d{1,9}")
_DELIMITER = {"left": ":--", "center": ":-:", "right": "--:"}


def write(document: Document, _: Standard = STANDARD) -> bytes:
    """Write a document as Markdown: merged cells repeat their text, the page leaves no trace."""
    return ("\n\n".join(_blocks(document.blocks, document.issuers)) + "\n").encode()


def _blocks(blocks: Iterable[Block], issuers: Sequence[str]) -> Iterator[str]:
    for block in blocks:
        yield from filter(None, _block(block, issuers))


def _block(block: Block, issuers: Sequence[str]) -> Iterator[str]:
    match block:
        case Masthead():
            yield from _masthead(block)
        case Title(lines):
            yield "# " + _escape(title_line(lines, issuers))
        case Recipients(text) | Note(text):
            yield _head(text if isinstance(block, Recipients) else f"（{text}）")
        case Heading(_, number, "", body):
            yield _guard(_escape(number) + _line(body))
        case Heading(level, number, text, body):
            yield f"{'#' * (level + 1)} {_escape(number + text)}"
            yield _guard(_line(body))
        case Paragraph(lines):
            yield _paragraph(lines)
        case AnnexList(titles):
            yield from _annex_list(titles)
        case Signature(names, date):
            yield _hard_lines((*names, date))
        case Imprint():
            yield _imprint(block)
        case Table():
            yield _table(block)
        case Annex(number, inner):
            yield "---"
            yield from () if block.is_issued else (f"附件{number or ''}",)
            yield from _blocks(inner, issuers)
        case _:
            assert_never(block)


def _masthead(block: Masthead) -> Iterator[str]:
    """The mark and what stands below it; of a telegram's form also the labels of blanks to fill."""
    yield _strong(block.field("发文机关标志"))
    if block.layout == "电报":
        yield _hard_lines(
            (
                _labelled(block, "发电单位") + "　　" + _labelled(block, "签批盖章"),
                f"{_labelled(block, '等级')}　　{_labelled(block, '密级')}　　{block.field('发电号')}",
            )
        )
        return
    others = (field for field in block.fields if field[0] != "发文机关标志")
    yield _hard_lines(f"签发人：{value}" if label == "签发人" else value for label, value in others)


def _labelled(block: Masthead, label: str) -> str:
    return f"{label}　{block.field(label)}".rstrip()


def _annex_list(titles: tuple[str, ...]) -> Iterator[str]:
    if len(titles) == 1:
        yield _head(f"附件：{titles[0]}")
    elif titles:
        yield _hard_lines(
            [f"附件：1.{titles[0]}", *(f"{n}.{t}" for n, t in enumerate(titles[1:], 2))]
        )


def _imprint(block: Imprint) -> str:
    last = "　".join(filter(None, (block.printer, block.printed and f"{block.printed}印发")))
    return _hard_lines((f"抄送：{block.copies_to}。" if block.copies_to else "", last))


def _table(table: Table) -> str:
    filled: list[list[Cell]] = []
    for row in (table.head, *table.rows):
        filled.append(_fill(row, filled[-1] if len(filled) > 1 else None))
    head, *body = ("| " + " | ".join(_cell(cell) for cell in row) + " |" for row in filled)
    delimiters = "| " + " | ".join(_DELIMITER[align] for align in table.aligns) + " |"
    return "\n".join((head, delimiters, *body))


def _fill(row: tuple[Cell | None, ...], above: list[Cell] | None) -> list[Cell]:
    """Every place of a row with the cell that covers it, from the left or from above."""
    filled: list[Cell] = []
    for column, cell in enumerate(row):
        left = filled[-1] if filled else None
        if cell is not None:
            filled.append(cell)
        elif left is not None and _covers(row, column):
            filled.append(left)
        else:
            filled.append(above[column] if above else Cell(()))
    return filled


def _covers(row: tuple[Cell | None, ...], column: int) -> bool:
    """Whether a cell further left in this row reaches as far as ``column``."""
    for start in range(column - 1, -1, -1):
        cell = row[start]
        if cell is not None:
            return start + cell.columns > column
    return False


def _cell(cell: Cell) -> str:
    return "<br>".join(map(_line, cell.lines))


def _paragraph(lines: Lines) -> str:
    return "\\\n".join(_guard(_line(line)) for line in lines)


def _hard_lines(texts: Iterable[str]) -> str:
    return "\\\n".join(_head(text) for text in texts if text)


def _line(line: Line) -> str:
    texts = ["", *("*" if span.strong else span.text for span in line), ""]
    return "".join(
        _strong(span.text, before, after) if span.strong else _escape(span.text)
        for span, before, after in zip(line, texts, texts[2:], strict=False)
    )


def _strong(text: str, before: str = "", after: str = "") -> str:
    """Emphasis between what stands before and after it on the line."""
    if not text:
        return ""
    if _flanks(before[-1:], text[0]) and _flanks(after[:1], text[-1]):
        return f"**{_escape(text)}**"
    # HTML, because ** does not close between a Chinese mark and a 汉字.
    return f"<strong>{_escape(text)}</strong>"


def _flanks(outside: str, inside: str) -> bool:
    """Whether ** between two characters begins or ends emphasis, as CommonMark has it.

    A mark is no letter, whatever it is: where two readers differ about symbols, neither is trusted.
    """
    if inside.isspace() or outside == "*":
        return False
    at_edge = not outside or outside.isspace() or unicodedata.category(outside)[0] == "P"
    return at_edge or unicodedata.category(inside)[0] not in "PS"


def _head(text: str) -> str:
    return _guard(_escape(text))


def _escape(text: str) -> str:
    return _ANYWHERE.sub(lambda mark: "\\" + mark[0], text)


def _guard(text: str) -> str:
    """Keep the first mark of a line from starting a heading, list, quotation or table."""
    digits = _DIGITS.match(text)
    at = digits.end() if digits and text[digits.end() : digits.end() + 1] in (".", ")") else 0
    after = text[at + 1 : at + 2]
    if (at and after in ("", " ")) or (not at and text[:1] in ">+=:-" and text):
        return f"{text[:at]}\\{text[at:]}"
    return text
