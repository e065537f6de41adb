"""WordprocessingML as text: runs, paragraphs and their properties."""

from collections.abc import Iterable, Sequence
from html import escape  # that of xml.sax would load the whole of urllib
from itertools import groupby

from ...charset import is_common, rarity
from ...document import Line

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}

# “ ” ‘ ’ — … · are shared by Chinese and Latin fonts; the hint gives them to the Chinese one.
_HINT = '<w:rFonts w:hint="eastAsia"/>'
# To tick. At the start of a line LibreOffice takes it for a Latin character, and it would be smaller.
_BOX = "□"
_RARE = {"common": "", "rare": "Rare", "rarest": "Rarest"}
# 黑体 has every character of GBK; 小标宋 is stood in for by 宋体, not by 仿宋.
_BLACK = {"Heading1", "AnnexLabel", "TableHead", "Classification"}
_TITLES = {"Title", "AnnexTitle", "Mark"}
LOWEST_LINE = '<w:spacing w:line="20" w:lineRule="exact"/>'
"""What a paragraph needs that only stands for something else, to take no room itself."""

TAB = "<w:r><w:tab/></w:r>"


def declare(*prefixes: str) -> str:
    """The namespace declarations of a part's root element."""
    return " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in prefixes)


def run(text: str, style: str = "", size: float = 0, hint: str = _HINT) -> str:
    """A run of text in the paragraph's font and size, or in a character style's font.

    Characters that the font lacks are set apart in one that has them.
    """
    if _BOX in text and not style:
        pieces = groupby(text, lambda char: "Box" if char == _BOX else "")
        return "".join(run("".join(chars), box, size) for box, chars in pieces)
    if is_common(text):
        return _run(text, style, size, hint)
    pieces = groupby(text, lambda char: _RARE[rarity(char)])
    return "".join(_run("".join(chars), rare or style, size) for rare, chars in pieces)


def of_one_font(text: str, font: str, style: str = "") -> str:
    """A run whose digits are in the Chinese font as well, where a clause names it for all of it."""
    if not any(map(str.isdecimal, text)):
        return run(text, style)
    western = escape(font)
    return run(
        text, style, hint=f'<w:rFonts w:hint="eastAsia" w:ascii="{western}" w:hAnsi="{western}"/>'
    )


def _run(text: str, style: str, size: float, hint: str = _HINT) -> str:
    if not text:
        return ""
    named = f'<w:rStyle w:val="{escape(style)}"/>' if style else ""
    sized = f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>' if size else ""
    return f'<w:r><w:rPr>{named}{hint}{sized}</w:rPr><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def runs(line: Line) -> str:
    """A line of the tree; emphasis is set in 黑体, for official documents have no bold."""
    return "".join([run(span.text, "Strong" if span.strong else "") for span in line])


def broken(pieces: Iterable[str]) -> str:
    """Runs with a line break between them."""
    return "<w:r><w:br/></w:r>".join(pieces)


def paragraph(style: str, content: str, properties: str = "") -> str:
    """A paragraph of a named style; ``properties`` in the order the schema asks for."""
    if style in _BLACK:
        content = content.replace('<w:rStyle w:val="Rare"/>', "")
    elif style in _TITLES:
        content = content.replace('<w:rStyle w:val="Rare"/>', '<w:rStyle w:val="RareTitle"/>')
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def spacing(before: float = 0, line: float | None = None) -> str:
    """``w:spacing``: twips before, and an exact line height in twips."""
    exact = f' w:line="{round(line)}" w:lineRule="exact"' if line else ""
    return f'<w:spacing w:before="{round(before)}"{exact}/>'


def indent(*, left: float = 0, right: float = 0, hanging: float = 0) -> str:
    """``w:ind`` in twips; no indent is inherited from a style through it."""
    hang = f' w:hanging="{round(hanging)}"' if hanging else ' w:firstLine="0"'
    return f'<w:ind w:left="{round(left)}" w:right="{round(right)}"{hang}/>'


def rule(side: str, points: float, *, color: str = "000000", space: float = 0) -> str:
    """One paragraph or cell border, ``points`` thick."""
    width, gap = round(points * 8), round(space)
    return f'<w:{side} w:val="single" w:sz="{width}" w:space="{gap}" w:color="{color}"/>'


def plain_table(
    columns: Sequence[int], rows: str, *, place: str = "", borders: str = "", above: int = 0
) -> str:
    """A table that only places text: fixed columns in twips, no margins but ``above`` and below."""
    top, bottom = (
        f'<w:{side} w:w="{above}" w:type="dxa"/>' if above else "" for side in ("top", "bottom")
    )
    return (
        f'<w:tbl><w:tblPr>{place}<w:tblW w:w="{sum(columns)}" w:type="dxa"/>'
        + (f"<w:tblBorders>{borders}</w:tblBorders>" if borders else "")
        + f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{top}<w:left w:w="0" w:type="dxa"/>'
        f'{bottom}<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>'
        + "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
        + f"</w:tblGrid>{rows}</w:tbl>"
    )
