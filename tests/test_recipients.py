"""主送 too long for the first page to show any text go to 版记 (7.3.2), counted and as laid out."""

import re
import shutil
from pathlib import Path

import pytest

from conftest import TESTS, sound
from gongkai_cli.document import (
    Annex,
    Block,
    Document,
    Heading,
    Imprint,
    Masthead,
    Paragraph,
    Recipients,
    Run,
    Signature,
    Title,
)
from gongkai_cli.gbt9704 import STANDARD
from gongkai_cli.office_style import read_style
from gongkai_cli.rendering import sheets, typeset
from gongkai_cli.templating import SUFFIX, Source, Templates
from gongkai_cli.writers.docx import write
from gongkai_cli.writers.docx.recipients import placed
from support.all_documents import understood
from support.page_measure import convert_all

_OFFICES = "甲乙丙丁戊己庚辛壬癸"
HEAD = Masthead("公文", (("发文机关标志", "示例县人民政府文件"), ("发文字号", "示政发〔2026〕1号")))
UPWARD = Masthead("公文", (*HEAD.fields, ("签发人", "张三、李四、王五"), ("份号", "000001")))
LETTER = Masthead("信函", HEAD.fields)
TELEGRAM = Masthead("电报", (("发电单位", "示例县人民政府"), ("发电号", "示明电〔2026〕1号")))
SIGNED = Signature(("示例县人民政府",), "2026年4月28日", sealed=True)


def listed(lines: int) -> Recipients:
    """Bodies that fill so many lines of 28 字, two on each."""
    names = [f"示例县人民政府{_OFFICES[at % 10]}街道办事处" for at in range(2 * lines)]
    return Recipients("、".join(names) + "：")


def text(sentence: str) -> Paragraph:
    return Paragraph(((Run(sentence),),))


BODY = (text("为做好工作，现将有关事宜通知如下。"), text("请抓好落实。" * 12), text("特此通知。"))


def notice(lines: int, *head: Block, body: tuple[Block, ...] = BODY) -> Document:
    return Document((*head, Title(("关于开展活动的通知",)), listed(lines), *body, SIGNED))


def most(*head: Block, body: tuple[Block, ...] = BODY) -> int:
    """The most lines of 主送 that stay below the title."""
    lines = 1
    while placed(document := notice(lines + 1, *head, body=body), STANDARD) == document:
        lines += 1
    return lines


# A page has 22 lines: the title, one that is blank, one at least of the text.
@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (BODY, 19),
        # A heading does not stand alone at the foot of the page.
        ((Heading(1, "一、", "目标"), *BODY), 18),
        ((Heading(1, "一、", "目标。", (Run("做好工作。"),)), *BODY), 19),
        # The only paragraph goes where its signature goes: two blank lines, the name, the date.
        ((text("特此通知。"),), 15),
        ((), 19),
    ],
)
def test_a_list_stays_that_leaves_a_line_of_text(body: tuple[Block, ...], lines: int) -> None:
    assert most(body=body) == lines


def test_a_longer_list_goes_to_the_imprint_above_those_who_get_copies() -> None:
    old = Imprint("县委办公室", "示例县人民政府办公室", "2026年4月29日")
    document = notice(20)
    moved = placed(Document((*document.blocks, old)), STANDARD)
    names = listed(20).text.removesuffix("：")
    assert moved.blocks == (
        *(block for block in document.blocks if not isinstance(block, Recipients)),
        Imprint("县委办公室", "示例县人民政府办公室", "2026年4月29日", "", names),
    )
    body = write(Document((*document.blocks, old))).decode(errors="replace")
    (row,) = re.findall(r"<w:tr>(?:(?!</w:tr>).)*主送：.*?</w:tr>", body)
    styles = re.findall(r'<w:pStyle w:val="(\w+)"/>.*?<w:t [^>]*>(.*?)</w:t>', row)
    assert styles == [("Imprint", f"主送：{names}。"), ("Imprint", "抄送：县委办公室。")]
    assert "：</w:t>" not in body


def test_an_imprint_is_made_where_there_is_none() -> None:
    moved = placed(notice(20), STANDARD)
    assert moved.blocks[-1] == Imprint(recipients=listed(20).text.removesuffix("："))


def test_what_no_page_holds_stays_where_it_is() -> None:
    document = notice(60)
    assert placed(document, STANDARD) == document


@pytest.mark.parametrize("text", ["", "："])
def test_where_a_template_names_nobody_no_imprint_is_made(text: str) -> None:
    document = Document(
        (HEAD, Title(("通知",) * 30), Recipients(text), Paragraph(((Run("正文"),),)))
    )
    assert placed(document, STANDARD) == document


def test_no_other_format_moves_them_and_the_even_page_is_kept() -> None:
    style, _ = read_style("版记所在页: 偶数页\n".encode(), "排版.yaml")
    (sheet,) = sheets(*understood(sound(TESTS / "cases" / "official.yaml")), ["notice"])
    names = listed(20).text
    source = f"# 关于开展活动的通知\n\n::: 主送\n{names}\n:::\n\n特此通知。\n"
    given = Templates({f"notice{SUFFIX}": Source("notice", source)})
    asked: list[int] = []

    def count(data: bytes) -> int:
        asked.append(data.count(b"<w:pageBreakBefore/>"))
        return len(asked)

    docx, markdown = typeset(sheet, given, ["docx", "md"], style, count)
    assert asked == [0, 1]
    assert f"主送：{names.removesuffix('：')}。" in docx.data.decode(errors="replace")
    assert names in markdown.data.decode()


@pytest.mark.skipif(
    shutil.which("soffice") is None or shutil.which("pdftotext") is None,
    reason="没有安装 LibreOffice 和 poppler-utils，量不了页面",
)
def test_the_first_page_shows_text_at_the_boundary(tmp_path: Path) -> None:
    annex = Annex(0, (Title(("名单",)), text("县教育局。")))
    heads: tuple[tuple[Block, ...], ...] = ((), (HEAD,), (UPWARD,), (LETTER,), (TELEGRAM,))
    cases = [(head, lines + more) for head in heads for lines in [most(*head)] for more in (0, 1)]
    made = [Document((*notice(lines, *head).blocks, annex)) for head, lines in cases]
    laid_out = convert_all([write(document) for document in made], tmp_path)
    for number, (first, *_, last) in enumerate(laid_out):
        stays = number % 2 == 0
        assert (number, "为做好工作" in first.text) == (number, True)
        assert (number, "示例县人民政府甲街道办事处" in first.text) == (number, stays)
        assert (number, "主送" in last.text) == (number, not stays)
        # No room is given away: two lines more at the most.
        assert (number, stays and first.lines[-1] < 262 - 40) == (number, False)
