"""styles.xml from the standard: each role's font, size, indent and outline level."""

from functools import lru_cache
from html import escape

from ...fontnames import SUBSTITUTES
from ...gbt9704 import MEASURES, TWIPS_PER_POINT, Standard
from .ooxml import declare

_OUTLINE = 4
_ALIGNMENTS = {"左": "left", "两端": "both"}


@lru_cache
def styles(standard: Standard, *, boxes: bool = False) -> str:
    """The whole part. Built-in styles keep their names, so that Word's own lists know them.

    ``boxes`` where the text has some to tick.
    """
    box = _character("Box", "方框", standard.body_font, standard.body_font) if boxes else ""
    own = (*_paragraph_styles(standard), *_character_styles(standard), box, _TABLE)
    text = "".join((_defaults(standard), *own))
    return f"<w:styles {declare('w')}>{text}</w:styles>"


@lru_cache
def font_table(standard: Standard) -> str:
    """The fonts in use, each with what Word should take where it is missing."""
    names = dict.fromkeys(
        getattr(standard, measure.name)
        for name, measure in MEASURES.items()
        if name.endswith("字体")
    )
    fonts = "".join(_font(name, SUBSTITUTES.get(name, "")) for name in names)
    return f"<w:fonts {declare('w')}>{fonts}</w:fonts>"


def _font(name: str, substitute: str) -> str:
    other = f'<w:altName w:val="{escape(substitute)}"/>' if substitute else ""
    charset = "00" if name.isascii() and not substitute else "86"
    return f'<w:font w:name="{escape(name)}">{other}<w:charset w:val="{charset}"/></w:font>'


def _defaults(s: Standard) -> str:
    return (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f"{_fonts(s.body_font, s.latin_font)}"
        f'<w:spacing w:val="{s.tracking}"/><w:kern w:val="0"/>{_size(s.body_size)}'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        # A type area of 22 lines holds 22 only if single lines may stand at its ends (5.2.3).
        '<w:widowControl w:val="0"/><w:overflowPunct w:val="0"/><w:snapToGrid w:val="0"/>'
        f'<w:spacing w:before="0" w:after="0" w:line="{s.pitch}" w:lineRule="exact"/>'
        f'<w:jc w:val="{_ALIGNMENTS[s.alignment]}"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )


def _paragraph_styles(s: Standard) -> list[str]:
    first_line = f'<w:ind w:firstLineChars="{round(s.indent * 100)}" w:firstLine="{round(s.indent * s.character)}"/>'
    center = '<w:jc w:val="center"/>'
    title_run = _fonts(s.title_font, s.latin_font) + '<w:spacing w:val="0"/>' + _size(s.title_size)
    title_line = f'<w:spacing w:line="{round(s.title_line * TWIPS_PER_POINT)}" w:lineRule="exact"/>'
    black = _fonts(s.black_font, s.latin_font)
    small = '<w:spacing w:val="0"/>' + _size(s.table_size)
    cell_line = f'<w:spacing w:line="{round(s.table_line * TWIPS_PER_POINT)}" w:lineRule="exact"/>'
    folio = _fonts(s.folio_font, s.folio_font) + '<w:spacing w:val="0"/>' + _size(s.folio_size)
    folio_line = (
        f'<w:spacing w:line="{round(s.imprint_line * TWIPS_PER_POINT)}" w:lineRule="exact"/>'
    )
    headings = zip(
        range(1, _OUTLINE + 1),
        (s.black_font, s.script_font, s.body_font, s.body_font),
        strict=True,
    )
    return [
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
        _style("BodyText", "Body Text", first_line),
        _style("Title", "Title", f"<w:keepNext/>{title_line}{center}", title_run),
        *(
            _style(
                f"Heading{level}",
                f"heading {level}",
                f'<w:keepNext/>{first_line}<w:outlineLvl w:val="{level - 1}"/>',
                _fonts(font, s.latin_font),
            )
            for level, font in headings
        ),
        _style(
            "Mark",
            "发文机关标志",
            f"<w:keepNext/>{center}",
            _fonts(s.title_font, s.latin_font)
            + f'<w:color w:val="{s.red}"/><w:spacing w:val="0"/>',
        ),
        _style("Classification", "密级和紧急程度", "", black),
        _style("Recipients", "主送机关", ""),
        _style("AnnexList", "附件说明", ""),
        _style("Signature", "Signature", '<w:jc w:val="right"/>'),
        _style("Date", "Date", '<w:jc w:val="right"/>'),
        _style("Note", "附注", first_line),
        _style("AnnexLabel", "附件标识", "<w:keepNext/>", black),
        _style(
            "AnnexTitle",
            "附件标题",
            f'<w:keepNext/>{title_line}{center}<w:outlineLvl w:val="0"/>',
            title_run,
        ),
        _style("TableText", "表格文字", cell_line, small),
        _style("TableHead", "表头", f"<w:keepNext/>{cell_line}{center}", black + small),
        _style("Imprint", "版记", folio_line, '<w:spacing w:val="0"/>' + _size(s.imprint_size)),
        _style("Header", "header", ""),
        _style("Footer", "footer", folio_line, folio),
    ]


def _character_styles(s: Standard) -> list[str]:
    return [
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/></w:style>',
        _character("Heading2Char", "标题 2 字符", s.script_font, s.latin_font),
        _character("Strong", "Strong", s.black_font, s.latin_font),
        _character("Signer", "签发人姓名", s.script_font, s.latin_font),
        _character("Rare", "生僻字", s.rare_font, s.latin_font),
        _character("RareTitle", "标题生僻字", s.rare_title_font, s.latin_font),
        _character("Rarest", "扩展区字", s.rarest_font, s.latin_font),
    ]


_TABLE = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
)


def _style(identifier: str, name: str, properties: str, run: str = "") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{identifier}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/>'
        + (f"<w:pPr>{properties}</w:pPr>" if properties else "")
        + (f"<w:rPr>{run}</w:rPr>" if run else "")
        + "</w:style>"
    )


def _character(identifier: str, name: str, font: str, latin: str) -> str:
    return (
        f'<w:style w:type="character" w:styleId="{identifier}"><w:name w:val="{name}"/>'
        f"<w:rPr>{_fonts(font, latin)}</w:rPr></w:style>"
    )


def _fonts(chinese: str, latin: str) -> str:
    western, eastern = f'"{escape(latin)}"', f'"{escape(chinese)}"'
    return f"<w:rFonts w:ascii={western} w:hAnsi={western} w:eastAsia={eastern} w:cs={western}/>"


def _size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'
