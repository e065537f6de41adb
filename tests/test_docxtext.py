"""The text of a DOCX file, as git shows it when two versions are compared."""

import io
import shutil
import subprocess
import zipfile
from collections import Counter
from collections.abc import Callable, Mapping
from functools import reduce
from pathlib import Path
from xml.etree import ElementTree as ET

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import CASES, ROOT, TESTS, sound
from gongkai_cli.docxtext import text_of
from gongkai_cli.finding import Refused
from gongkai_cli.project.overrides import templates
from gongkai_cli.rendering import document_names
from gongkai_cli.templating import Templates
from support.all_documents import render
from support.document_text import W, without_blanks
from support.docx_packages import at, code, drawn, either, package, par, shaped


def of(body: str, others: Mapping[str, str] | None = None) -> list[str]:
    return text_of(package(body, others), "甲.docx").splitlines()


def changed(body: str, change: Callable[[str], str]) -> bytes:
    """A document with this body, something in all its parts changed."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package(body))) as before,
        zipfile.ZipFile(made, "w") as after,
    ):
        for name in before.namelist():
            after.writestr(name, change(before.read(name).decode()))
    return made.getvalue()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_character_of_our_pages_is_told_once(path: Path, office: Templates) -> None:
    """All but the page numbers, which alone stand in footers and in headers of turned pages."""
    for rendered in render(sound(path), office, document_names(templates(ROOT)), ["docx"]):
        with zipfile.ZipFile(io.BytesIO(rendered.data)) as archive:
            shown = "".join(
                node.text or ""
                for name in archive.namelist()
                if name == "word/document.xml" or name.startswith("word/header")
                for paragraph in ET.fromstring(archive.read(name)).iter(f"{W}p")  # noqa: S314
                if paragraph.find(f".//{W}fldChar") is None
                for node in paragraph.findall(f"{W}r/{W}t")
            )
        told = text_of(rendered.data, "甲.docx")
        assert (rendered.path, Counter(without_blanks(told))) == (
            rendered.path,
            Counter(without_blanks(shown)),
        )


@pytest.mark.parametrize(
    ("case", "head", "foot"),
    [
        (
            "letter",
            ["示例县人民政府办公室", "000001\t示政办函〔2026〕12号", "秘密★1年", "特急"],
            ["抄送：县委各部门，县人大常委会办公室，县政协办公室，县法院，县检察院，县人武部。"],
        ),
        (
            "official",
            ["000001", "秘密★1年", "特急", "示例县人民政府办公室文件", "示政办发〔2026〕12号"],
            [
                "抄送：县委各部门，县人大常委会办公室，县政协办公室，县法院，县检察院，县人武部。",
                "示例县人民政府办公室\t2026年4月29日印发",
            ],
        ),
    ],
)
def test_the_head_comes_first_and_the_imprint_last(
    office: Templates, case: str, head: list[str], foot: list[str]
) -> None:
    notice = sound(TESTS / "cases" / f"{case}.yaml")
    (rendered,) = render(notice, office, ["notice"], ["docx"])
    lines = text_of(rendered.data, "甲.docx").splitlines()
    assert (lines[: len(head)], lines[-len(foot) :]) == (head, foot)


def test_paragraphs_and_merged_tables_stand_in_their_order(office: Templates) -> None:
    (rendered,) = render(
        sound(ROOT / "campaigns" / "dalian-gaoxin-2020.yaml"), office, ["task-table"], ["docx"]
    )
    lines = text_of(rendered.data, "甲.docx").splitlines()
    head = next(number for number, line in enumerate(lines) if line.startswith("序号"))
    assert lines[0].endswith("活动任务分解表")
    assert lines[head + 2].split("\t")[0] == "2"
    assert lines[head + 2].endswith("区管委会办公室\t5月8日前\t")
    # The group and the channel of several rows stand where they begin, or where a page does.
    tasks = [line.split("\t") for line in lines if line[:1].isdigit()]
    assert [row[0] for row in tasks] == [str(number) for number in range(1, 13)]
    assert [row[1] for row in tasks[2:6]] == ["一、开展主题活动", "一、开展主题活动", "", ""]
    assert lines[-1].startswith("备注：")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="没有安装 LibreOffice")
def test_a_document_saved_by_another_program_says_the_same(
    office: Templates, tmp_path: Path
) -> None:
    """It writes the imprint's box twice, as Word does."""
    notice = sound(TESTS / "cases" / "official.yaml")
    (rendered,) = render(notice, office, ["notice"], ["docx"])
    (tmp_path / "甲.docx").write_bytes(rendered.data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML"]
    command += ["--outdir", str(tmp_path / "saved"), str(tmp_path / "甲.docx")]
    subprocess.run(command, check=True, capture_output=True)
    saved = (tmp_path / "saved" / "甲.docx").read_bytes()
    with zipfile.ZipFile(io.BytesIO(saved)) as archive:
        assert b"mc:Fallback" in archive.read("word/document.xml")
    ours, theirs = (text_of(data, "甲.docx").split("\n") for data in (rendered.data, saved))
    assert list(filter(str.strip, theirs)) == list(filter(str.strip, ours))


def test_a_document_made_elsewhere_is_read_too() -> None:
    made = docx.Document()
    made.add_paragraph("甲")
    table = made.add_table(rows=2, cols=2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "合并"
    table.cell(1, 0).text, table.cell(1, 1).text = "一", "二"
    made.add_paragraph("乙")
    saved = io.BytesIO()
    made.save(saved)
    assert text_of(saved.getvalue(), "甲.docx") == "甲\n合并\n一\t二\n乙\n"


BOX = par("框里")
LINES = "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>"
RUN = "<w:r>{}</w:r>"
STRUCK = "<w:rPr><w:del w:id='1'/></w:rPr>"
GONE = "<w:del><w:r><w:delText>删</w:delText></w:r></w:del>"


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        # A box is drawn once, whichever of the two a program understands.
        (par("文", either(drawn(BOX), shaped(BOX))), ["文", "框里"]),
        (par("文", either("<w:drawing/>", shaped(BOX))), ["文", "框里"]),
        (par("文", either(drawn(BOX), "")), ["文", "框里"]),
        # Blocks, too, are written in two ways; and a choice may stand in a box of a choice.
        (
            "<mc:AlternateContent><mc:Choice Requires='w14'>"
            f"{par('新')}</mc:Choice><mc:Fallback>{par('旧')}</mc:Fallback></mc:AlternateContent>",
            ["新"],
        ),
        (
            par(either(drawn(par("外", either(drawn(par("内")), shaped(par("内"))))), "")),
            ["外", "内"],
        ),
        # The head of a page, its foot, and what stands beside the text.
        (
            par("文", either(drawn(BOX, at("page", offset=72)), "")) + par("下"),
            ["框里", "文", "下"],
        ),
        (
            par("文", either(drawn(BOX, at("paragraph", offset=9)), "")) + par("下"),
            ["文", "框里", "下"],
        ),
        (
            par("文", either(drawn(BOX, at("page", offset=250)), "")) + par("下"),
            ["文", "下", "框里"],
        ),
        (
            par("文", either(drawn(BOX, at("margin", align="bottom")), "")) + par("下"),
            ["文", "下", "框里"],
        ),
        (
            par(
                "文",
                RUN.format(
                    shaped(
                        BOX,
                        "position:absolute;margin-top:250mm;mso-position-vertical-relative:page",
                    )
                ),
            )
            + par("下"),
            ["文", "下", "框里"],
        ),
        (
            par(
                "文",
                RUN.format(
                    shaped(
                        BOX,
                        "margin-top:0;mso-position-vertical:top;mso-position-vertical-relative:page",
                    )
                ),
            ),
            ["框里", "文"],
        ),
        # The foot of a page ends with its page, where the file tells where that is.
        (
            par("文", either(drawn(BOX, at("page", offset=250)), ""))
            + par("<w:r><w:br w:type='page'/></w:r>", "次页")
            + par("下"),
            ["文", "框里", "次页", "下"],
        ),
        (
            par("文", either(drawn(BOX, at("page", offset=250)), ""))
            + par("次页", properties="<w:pageBreakBefore/>"),
            ["文", "框里", "次页"],
        ),
        (
            par("文", either(drawn(BOX, at("page", offset=250)), ""))
            + par("<w:r><w:lastRenderedPageBreak/></w:r>", "次页"),
            ["文", "框里", "次页"],
        ),
        # At the lower margin, or nowhere that is told.
        (
            par("文", either(drawn(BOX, at("bottomMargin", offset=1)), "")) + par("下"),
            ["文", "下", "框里"],
        ),
        (par("文", either(drawn(BOX, "<wp:simplePos/>"), "")) + par("下"), ["文", "框里", "下"]),
        # A framed paragraph, and a floating table.
        (
            par("版记", properties="<w:framePr w:vAnchor='margin' w:yAlign='bottom'/>") + par("文"),
            ["文", "版记"],
        ),
        (
            par("标志", properties="<w:framePr w:vAnchor='page' w:y='4000'/>") + par("文"),
            ["标志", "文"],
        ),
        (
            "<w:tbl><w:tblPr><w:tblpPr w:vertAnchor='page' w:tblpY='14000'/></w:tblPr><w:tr><w:tc>"
            f"{par('抄送')}</w:tc></w:tr></w:tbl>{par('文')}",
            ["文", "抄送"],
        ),
        # Grouped shapes; 艺术字 of old Word; a box in a table.
        (
            par(
                either(
                    "<w:drawing><wp:inline><wpg:wgp><wps:wsp><wps:txbx><w:txbxContent>"
                    f"{par('左')}</w:txbxContent></wps:txbx></wps:wsp><wps:wsp><wps:txbx>"
                    f"<w:txbxContent>{par('右')}</w:txbxContent></wps:txbx></wps:wsp></wpg:wgp>"
                    "</wp:inline></w:drawing>",
                    shaped(par("左")),
                )
            ),
            ["左", "右"],
        ),
        (
            par(
                RUN.format("<w:pict><v:shape><v:textpath string='丹东市文件'/></v:shape></w:pict>")
            ),
            ["丹东市文件"],
        ),
        (LINES.format(par("格", either(drawn(BOX), shaped(BOX))), par("乙")), ["格 框里\t乙"]),
    ],
)
def test_boxes_stand_where_they_are_read(body: str, lines: list[str]) -> None:
    assert of(body) == lines


MARK = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>"


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        # Content controls, links, tracked changes as they will be, hidden text.
        (
            f"<w:sdt><w:sdtPr><w:alias w:val='题'/></w:sdtPr><w:sdtContent>{par('题')}</w:sdtContent></w:sdt>",
            ["题"],
        ),
        (
            par("甲", "<w:sdt><w:sdtContent><w:r><w:t>乙</w:t></w:r></w:sdtContent></w:sdt>"),
            ["甲乙"],
        ),
        (
            par(
                "<w:hyperlink><w:r><w:t>网</w:t></w:r></w:hyperlink>",
                "<w:ins><w:r><w:t>增</w:t></w:r></w:ins>",
                "<w:del><w:r><w:delText>删</w:delText></w:r></w:del>",
                "<w:moveFrom><w:r><w:t>原处</w:t></w:r></w:moveFrom>",
                "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>",
                "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>露</w:t></w:r>",
            ),
            ["网增露"],
        ),
        # Tabs, lines, signs, a formula, the sound of a character, a field's result.
        (
            par(RUN.format("<w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t>")),
            ["甲\t乙", "丙"],
        ),
        (
            par(
                RUN.format("<w:sym w:font='宋体' w:char='25A1'/>"),
                "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>",
            ),
            ["□x"],
        ),
        # Signs of fonts that have nothing else, by their byte or where Unicode has them.
        (
            par(
                *(
                    RUN.format(f"<w:sym w:font='{font}' w:char='{char}'/>")
                    for font, char in (
                        ("Wingdings", "F0FE"),
                        ("Wingdings", "00A8"),
                        ("Wingdings 2", "F052"),
                        ("wingdings 2", "F0A3"),
                        ("Wingdings 3", "F021"),
                        ("Wingdings", "F0001234"),
                        ("Wingdings", "甲"),
                    )
                ),
                "乙",
            ),
            ["☑□☑□\uf021乙"],
        ),
        # A mark of a paragraph that was struck: the next one goes on there, and has its number.
        (
            par("一", properties=STRUCK) + par(properties=STRUCK) + par("二") + par("三"),
            ["一二", "三"],
        ),
        (par("甲") + par(GONE, properties=STRUCK) + par("乙"), ["甲", "乙"]),
        (par("甲", properties=STRUCK) + par(GONE) + par("乙"), ["甲", "乙"]),
        (
            par("甲", properties=STRUCK) + f"<w:tbl><w:tr><w:tc>{par('乙')}</w:tc></w:tr></w:tbl>",
            ["甲", "乙"],
        ),
        (par("甲") + par("乙", properties=STRUCK), ["甲", "乙"]),
        (
            par(
                RUN.format(
                    "<w:ruby><w:rt><w:r><w:t>zhé</w:t></w:r></w:rt>"
                    "<w:rubyBase><w:r><w:t>喆</w:t></w:r></w:rubyBase></w:ruby>"
                )
            ),
            ["喆（zhé）"],
        ),
        (par("于", code("DATE \\@ yyyy", "2026"), "年"), ["于2026年"]),
        # What a field asks for is no text, even where a program wrote it as such; nor do marks of
        # none, or of one that was never ended, take text away.
        (
            par(
                "甲", MARK.format("begin"), "问", MARK.format("separate"), "答", MARK.format("end")
            ),
            ["甲答"],
        ),
        (
            par(
                "甲",
                MARK.format("separate"),
                MARK.format("end"),
                "<w:r><w:instrText>PAGE</w:instrText></w:r>",
            ),
            ["甲"],
        ),
        (par("甲", MARK.format("odd"), "乙"), ["甲乙"]),
        # Neither of two alternates has a text.
        (par("甲", either("<w:drawing/>", "<w:pict/>"), "乙"), ["甲乙"]),
        (par("<w:fldSimple w:instr='TITLE'><w:r><w:t>题</w:t></w:r></w:fldSimple>"), ["题"]),
        # Blank lines are lines; a row that was struck is gone, a table stands in a table.
        (par("甲") + par() + par("乙"), ["甲", "", "乙"]),
        (
            f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{par('删')}</w:tc></w:tr>"
            f"<w:tr><w:tc>{LINES.format(par('一'), par('二'))}{par()}</w:tc></w:tr></w:tbl>",
            ["一\t二 "],
        ),
        # Down a merged cell its text is told once.
        (
            f"<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr>{par('组')}</w:tc>"
            f"<w:tc>{par('一')}</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{par()}</w:tc>"
            f"<w:tc>{par('二')}</w:tc></w:tr></w:tbl>",
            ["组\t一", "\t二"],
        ),
        ("<!-- 批 -->" + par("甲", "<?pi?>"), ["甲"]),
    ],
)
def test_what_the_page_shows_is_told_and_nothing_else(body: str, lines: list[str]) -> None:
    assert of(body) == lines


PAGE = par("— ", code("PAGE", "3"), " —")
LABELLED = par("第", code("PAGE", "3"), "页 共", code("NUMPAGES \\* Arabic", "9"), "页")
REFERENCE = "<w:{}Reference w:type='{}' r:id='{}'/>"


def section(*references: str, properties: str = "") -> str:
    return f"<w:sectPr>{''.join(references)}{properties}</w:sectPr>"


def test_headers_and_footers_are_told_where_they_carry_more_than_the_page_number() -> None:
    body = (
        par(
            "一",
            properties=section(
                REFERENCE.format("header", "default", "header1"),
                REFERENCE.format("footer", "default", "footer1"),
            ),
        )
        + par("二")
        + section(
            REFERENCE.format("header", "first", "header2"),
            REFERENCE.format("footer", "default", "footer2"),
            properties="<w:titlePg/>",
        )
    )
    others = {
        "header1": par("示例县人民政府办公室", "<w:r><w:tab/></w:r>", code("PAGE", "3")),
        "header2": par(either(drawn(par("县政府办")), shaped(par("县政府办")))) + par("内部"),
        "footer1": par(either(drawn(PAGE), shaped(PAGE))),
        "footer2": LABELLED + par("内部", "资料"),
    }
    assert of(body, others) == [
        "示例县人民政府办公室\t",
        "一",
        "县政府办",
        "内部",
        "二",
        "内部资料",
    ]


@pytest.mark.parametrize(
    "footer",
    [PAGE, LABELLED, par("<w:fldSimple w:instr=' PAGE '><w:r><w:t>1</w:t></w:r></w:fldSimple>")],
)
def test_a_footer_of_page_numbers_is_silent(footer: str) -> None:
    body = par("文") + section(REFERENCE.format("footer", "default", "footer1"))
    assert of(body, {"footer1": footer}) == ["文"]


@pytest.mark.parametrize(
    ("settings", "first", "lines"),
    [
        ("", "", ["单", "文"]),
        ("<w:evenAndOddHeaders/>", "", ["单", "双", "文"]),
        ("<w:evenAndOddHeaders w:val='0'/>", "<w:titlePg/>", ["首", "单", "文"]),
    ],
)
def test_headers_that_no_page_has_are_not_told(settings: str, first: str, lines: list[str]) -> None:
    kinds = {"first": "header1", "default": "header2", "even": "header3"}
    references = [REFERENCE.format("header", when, name) for when, name in kinds.items()]
    headers = {"header1": par("首"), "header2": par("单"), "header3": par("双")}
    body = par("文") + section(*references, properties=first)
    assert of(body, {**headers, "settings": settings}) == lines


def test_notes_follow_the_paragraph_that_they_belong_to() -> None:
    mark = RUN.format("<w:footnoteReference w:id='{}'/>")
    body = par("甲", mark.format(2)) + par("乙", mark.format(3), mark.format(4)) + par("丙")
    notes = (
        f"<w:footnote w:id='0'>{par()}</w:footnote><w:footnote w:id='2'>{par('出处')}</w:footnote>"
        f"<w:footnote w:id='4'>{par('另注')}</w:footnote>"
    )
    assert of(body, {"footnotes": notes}) == ["甲", "出处", "乙", "另注", "丙"]
    assert of(body) == ["甲", "乙", "丙"]


LIST = (
    "<w:abstractNum w:abstractNumId='7'>"
    "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/><w:pStyle w:val='题'/>"
    "<w:suff w:val='nothing'/><w:lvlText w:val='%1、'/></w:lvl>"
    "<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%2.'/></w:lvl>"
    "<w:lvl w:ilvl='2'><w:start w:val='3'/><w:numFmt w:val='lowerRoman'/><w:isLgl/>"
    "<w:lvlText w:val='%1.%2.%3'/></w:lvl></w:abstractNum>"
    "<w:abstractNum w:abstractNumId='8'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/>"
    "<w:lvlText w:val='\uf06c'/></w:lvl></w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num>"
    "<w:num w:numId='2'><w:abstractNumId w:val='7'/><w:lvlOverride w:ilvl='0'>"
    "<w:startOverride w:val='9'/></w:lvlOverride></w:num>"
    "<w:num w:numId='3'><w:abstractNumId w:val='8'/></w:num>"
)
STYLES = (
    "<w:style w:type='paragraph' w:styleId='题'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='小题'><w:basedOn w:val='题'/></w:style>"
)


def listed(text: str, number: int, level: int = 0) -> str:
    return par(
        text, properties=f"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{number}'/></w:numPr>"
    )


def test_numbers_that_the_program_sets_are_told() -> None:
    body = (
        listed("甲", 1)
        + listed("子", 1, 1)
        + listed("丑", 1, 1)
        + listed("细", 1, 2)
        + par("乙", properties="<w:pStyle w:val='小题'/>")
        + listed("子", 1, 1)
        + listed("丙", 2)
        + listed("丁", 1)
        + listed("点", 3)
        + listed("无", 0)
        + par("平", properties="<w:pStyle w:val='题'/><w:numPr><w:numId w:val='0'/></w:numPr>")
    )
    assert of(body, {"numbering": LIST, "styles": STYLES}) == [
        "一、甲",
        "1. 子",
        "2. 丑",
        "1.2.3 细",
        "二、乙",
        "1. 子",
        "九、丙",
        "十、丁",
        "• 点",
        "无",
        "平",
    ]


def test_levels_that_go_on_or_are_replaced_or_are_none() -> None:
    numbering = (
        "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:lvlText w:val='%1.'/></w:lvl>"
        "<w:lvl w:ilvl='1'><w:start w:val='1'/><w:lvlRestart w:val='0'/><w:lvlText w:val='%2)%7'/></w:lvl></w:abstractNum>"
        "<w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>"
        "<w:num w:numId='2'><w:abstractNumId w:val='1'/><w:lvlOverride w:ilvl='0'><w:lvl w:ilvl='0'>"
        "<w:start w:val='3'/><w:numFmt w:val='upperLetter'/><w:lvlText w:val='%1.'/></w:lvl></w:lvlOverride>"
        "<w:lvlOverride w:ilvl='5'><w:lvl w:ilvl='5'/></w:lvlOverride></w:num>"
    )
    # Styles that are based on each other have no number, and come to an end.
    styles = (
        "<w:style w:type='paragraph' w:styleId='鸡'><w:basedOn w:val='蛋'/></w:style>"
        "<w:style w:type='paragraph' w:styleId='蛋'><w:basedOn w:val='鸡'/></w:style>"
    )
    body = listed("甲", 1) + listed("子", 1, 1) + listed("乙", 1) + listed("丑", 1, 1)
    body += listed("另", 2) + par("无", properties="<w:pStyle w:val='鸡'/>")
    assert of(body, {"numbering": numbering, "styles": styles}) == [
        "1. 甲",
        "1) 子",
        "2. 乙",
        "2) 丑",
        "C. 另",
        "无",
    ]


@pytest.mark.parametrize(
    ("kind", "numbers"),
    [
        ("decimal", "1 2 30"),
        ("decimalZero", "01 02 30"),
        ("japaneseCounting", "一 二 三十"),
        ("ideographDigital", "一 二 三〇"),
        ("ideographTraditional", "甲 乙 30"),
        ("decimalEnclosedCircleChinese", "① ② 30"),
        ("lowerLetter", "a b dd"),
        ("upperLetter", "A B DD"),
        ("upperRoman", "I II XXX"),
        ("none", "  "),
    ],
)
def test_ways_to_count(kind: str, numbers: str) -> None:
    numbering = (
        f"<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='{kind}'/>"
        "<w:suff w:val='nothing'/><w:lvlText w:val='%1'/></w:lvl></w:abstractNum>"
        "<w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>"
    )
    lines = of(listed("：", 1) * 30, {"numbering": numbering})
    assert " ".join(lines[at].removesuffix("：") for at in (0, 1, 29)) == numbers


WRAPPINGS: tuple[Callable[[str], str], ...] = (
    lambda block: f"<w:sdt><w:sdtContent>{block}</w:sdtContent></w:sdt>",
    lambda block: f"<w:customXml>{block}</w:customXml>",
    lambda block: f"<w:tbl><w:tr><w:tc>{block}</w:tc></w:tr></w:tbl>",
    lambda block: par(either(drawn(block), shaped(block))),
    lambda block: par(either(drawn(block, at("page", offset=9)), shaped(block))),
    lambda block: par("<w:ins>" + RUN.format(drawn(block, at("page", offset=270))) + "</w:ins>"),
    lambda block: par("<w:hyperlink>" + RUN.format(shaped(block)) + "</w:hyperlink>"),
)


@given(st.lists(st.lists(st.sampled_from(WRAPPINGS), max_size=5), max_size=5))
def test_what_is_wrapped_however_deep_is_told_once(
    wrappings: list[list[Callable[[str], str]]],
) -> None:
    names = [chr(ord("甲") + number) for number in range(len(wrappings))]
    blocks = [
        reduce(lambda block, wrap: wrap(block), around, par(name))
        for name, around in zip(names, wrappings, strict=True)
    ]
    assert Counter("".join(of("".join(blocks))).replace(" ", "")) == Counter(names)


OLD = bytes.fromhex("D0CF11E0A1B11AE1")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "不是 DOCX 文件，或者文件坏了"),
        (b"PK\x03\x04broken", "不是 DOCX 文件，或者文件坏了"),
        ("文字".encode(), "不是 DOCX 文件，或者文件坏了"),
        (changed("", lambda text: text.replace("body", "正文")), "不是 DOCX 文件，或者文件坏了"),
        (OLD + "WordDocument".encode("utf-16-le"), "是旧格式的文件（如 DOC、WPS），不是 DOCX"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "文件设了密码，读不了"),
        (
            changed(
                par("甲"),
                lambda text: text.replace(
                    "http://schemas.openxmlformats.org/officeDocument/2006/",
                    "http://purl.oclc.org/ooxml/officeDocument/",
                ),
            ),
            "存成了“Strict Open XML 文档”，读不了",
        ),
    ],
    ids=["empty", "torn", "text", "no body", "old", "password", "strict"],
)
def test_what_is_no_document_is_told(data: bytes, message: str) -> None:
    with pytest.raises(Refused) as refused:
        text_of(data, "甲.docx")
    (finding,) = refused.value.findings
    assert (finding.code, finding.message) == ("GK409", message)


@pytest.mark.parametrize(
    "kind",
    [
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ],
)
def test_document_templates_and_what_has_macros_are_documents(kind: str) -> None:
    document = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    data = changed(par("甲"), lambda text: text.replace(document, kind))
    assert text_of(data, "甲.docm") == "甲\n"
