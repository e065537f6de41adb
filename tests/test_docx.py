"""What a page in LibreOffice would hide: fonts, hints, styles, fields, merges, order, bytes."""

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from conftest import ROOT, path_of, sound
from gongkai_cli.document import (
    Annex,
    AnnexList,
    Block,
    Cell,
    Document,
    Heading,
    Masthead,
    Note,
    Paragraph,
    Run,
    Signature,
    Table,
    Title,
)
from gongkai_cli.gbt9704 import STANDARD, Standard
from gongkai_cli.templating import Templates
from gongkai_cli.writers.docx import write
from gongkai_cli.writers.docx.holding import Hold, holds
from support.all_documents import render

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Docx:
    """A rendered notice taken apart."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.infos = archive.infolist()
            self.parts = {name: archive.read(name).decode() for name in archive.namelist()}
        self.body = ET.fromstring(self.parts["word/document.xml"])[0]  # noqa: S314
        self.styles = ET.fromstring(self.parts["word/styles.xml"])  # noqa: S314

    def paragraph(self, text: str) -> ET.Element:
        """The first paragraph with exactly this text."""
        return next(p for p in self.body.iter(f"{W}p") if words(p) == text)


def words(element: ET.Element) -> str:
    return "".join(node.text or "" for node in element.iter(f"{W}t"))


def style(paragraph: ET.Element) -> str | None:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return found.get(f"{W}val") if found is not None else None


def wide(cell: ET.Element) -> int:
    found = cell.find(f"{W}tcPr/{W}tcW")
    return int(found.get(f"{W}w", "")) if found is not None else 0


@pytest.fixture(
    scope="module", params=["dandong-2021", "dalian-gaoxin-2020", "official", "letter", "upward"]
)
def notice(request: pytest.FixtureRequest, office: Templates) -> Docx:
    return Docx(_notice(path_of(request.param), office))


def _notice(path: Path, office: Templates) -> bytes:
    (rendered,) = render(sound(path), office, ["notice"], ["docx"])
    return rendered.data


@pytest.fixture(scope="module")
def dalian(office: Templates) -> Docx:
    return Docx(_notice(ROOT / "campaigns" / "dalian-gaoxin-2020.yaml", office))


def test_no_theme_is_left(notice: Docx) -> None:
    assert [
        name for name, text in notice.parts.items() if "theme" in name.lower() or "Theme=" in text
    ] == []


def test_every_run_of_text_leans_to_the_chinese_font(notice: Docx) -> None:
    bare = [
        words(run)
        for run in notice.body.iter(f"{W}r")
        if run.find(f"{W}t") is not None
        and run.find(f"{W}rPr/{W}rFonts[@{W}hint='eastAsia']") is None
    ]
    assert bare == []


def test_every_style_names_both_fonts(notice: Docx) -> None:
    for fonts in notice.styles.iter(f"{W}rFonts"):
        assert set(fonts.keys()) == {f"{W}{kind}" for kind in ("ascii", "hAnsi", "eastAsia", "cs")}


def test_only_named_styles_are_used(notice: Docx) -> None:
    known = {one.get(f"{W}styleId") for one in notice.styles.iter(f"{W}style")}
    used = set(re.findall(r'<w:[pr]Style w:val="(.*?)"', "".join(notice.parts.values())))
    assert used <= known


def test_no_indent_leaks_from_the_base_style(notice: Docx) -> None:
    normal = next(s for s in notice.styles.iter(f"{W}style") if s.get(f"{W}styleId") == "Normal")
    assert normal.find(f"{W}pPr") is None
    defaults = notice.styles.find(f"{W}docDefaults")
    assert defaults is not None
    assert defaults.find(f".//{W}ind") is None


def test_headings_are_the_built_in_ones_with_outline_levels(notice: Docx) -> None:
    for level in range(1, 5):
        found = next(
            s for s in notice.styles.iter(f"{W}style") if s.get(f"{W}styleId") == f"Heading{level}"
        )
        outline = found.find(f"{W}pPr/{W}outlineLvl")
        assert outline is not None
        assert outline.get(f"{W}val") == str(level - 1)


def test_the_page_number_is_a_field_between_dashes_on_odd_and_even_pages(notice: Docx) -> None:
    footers = [text for name, text in notice.parts.items() if "footer" in name and "PAGE" in text]
    assert len(footers) >= 2
    for text in footers:
        kinds = re.findall(r'fldCharType="(\w+)"', text)
        assert kinds == ["begin", "separate", "end"]
        assert "— " in text
        assert " —" in text
    assert "<w:evenAndOddHeaders/>" in notice.parts["word/settings.xml"]


def test_the_file_says_the_title_and_the_issuer_and_nothing_else(dalian: Docx) -> None:
    core = ET.fromstring(dalian.parts["docProps/core.xml"])  # noqa: S314
    assert {child.tag.split("}")[1]: child.text for child in core} == {
        "title": "大连高新区管理委员会办公室关于开展大连高新区第十四届“5·15 政务公开日”活动的通知",
        "creator": "大连高新区管理委员会",
        "language": "zh-CN",
    }


def test_parts_are_in_order_undated_and_uncompressed(notice: Docx) -> None:
    names = [info.filename for info in notice.infos]
    assert names == ["[Content_Types].xml", *sorted(names[1:])]
    assert {(info.date_time, info.compress_type, info.create_system) for info in notice.infos} == {
        ((1980, 1, 1, 0, 0, 0), zipfile.ZIP_STORED, 0)
    }


def test_the_task_table_is_merged_down_and_across(dalian: Docx) -> None:
    parts = [table.findall(f"{W}tr") for table in dalian.body.iter(f"{W}tbl")]
    for part in parts:
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in part]
        assert heads == [True] + [False] * (len(part) - 1)
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in part)
    rows = [parts[0][0], *(row for part in parts for row in part[1:])]
    assert len(rows) == 13
    assert [_cells(row) for row in rows[:5]] == [
        ["序号", "任务分工<3>", "责任单位", "完成时间", "发布途径"],
        [
            "1",
            "统筹协调高新区第十四届“5·15 政务公开日”活动<2>",
            "制定下发“5·15 政务公开日”活动通知，督查各街道、各部门活动开展情况，向市政府办公厅报送“5·15 政务公开日”活动总结。",
            "区管委会办公室",
            "4月26日-5月31日",
            "",
        ],
        [
            "2",
            "上报审核材料<2>",
            "向市政府办公室报送拟发布的文字、图片和视频等材料",
            "区管委会办公室",
            "5月8日前",
            "",
        ],
        [
            "3",
            "一、开展主题活动",
            "（一）开展“重要工作部门谈”活动。",
            "在大连高新区门户网站设立“5·15 政务公开日活动”专栏，汇总各街道、各部门活动情况信息，做好集中展示。",
            "区管委会办公室/区行政服务中心(网络中心)",
            "5月15日-5月31日",
            "高新区门户网站",
        ],
        [
            "4",
            # It begins a page.
            "一、开展主题活动[restart]",
            "（一）开展“重要工作部门谈”活动。[restart]",
            "及时发布新冠肺炎疫情防控相关信息",
            "区教育文体局",
            "持续发布",
            "以在线访谈、利民热线等形式，在高新区门户网站、政务新媒体以及传统新闻媒体平台发布，回应社会普遍关切。[restart]",
        ],
    ]
    assert [_cells(row)[-1] for row in rows[5:]] == [
        *["[None]"] * 5,
        "在高新区门户网站、政务新媒体以及传统新闻媒体平台发布",
        "区政务服务网",
        "高新区门户网站",
    ]


def _cells(row: ET.Element) -> list[str]:
    """Each cell: its paragraphs, ``<n>`` for n columns, ``[restart]`` or ``[None]`` for a merge."""
    cells = []
    for cell in row.findall(f"{W}tc"):
        text = "/".join(filter(None, map(words, cell.findall(f"{W}p"))))
        span, merge = cell.find(f"{W}tcPr/{W}gridSpan"), cell.find(f"{W}tcPr/{W}vMerge")
        text += f"<{span.get(f'{W}val')}>" if span is not None else ""
        text += f"[{merge.get(f'{W}val')}]" if merge is not None else ""
        cells.append(text)
    return cells


def test_the_wide_table_lies_on_its_side_and_the_text_does_not(dalian: Docx) -> None:
    sizes = [size.attrib for size in dalian.body.iter(f"{W}pgSz")]
    assert sizes == [
        {f"{W}w": "11906", f"{W}h": "16838"},
        {f"{W}w": "16838", f"{W}h": "11906", f"{W}orient": "landscape"},
    ]


def test_the_grid_fills_the_type_area(dalian: Docx) -> None:
    for grid in dalian.body.iter(f"{W}tblGrid"):
        widths = [int(column.get(f"{W}w", "0")) for column in grid]
        assert abs(sum(widths) - STANDARD.type_height * 1440 / 25.4) < 60


@pytest.mark.parametrize("rows", [1, 7])
def test_a_row_of_nothing_but_long_words_still_fits(rows: int) -> None:
    cells = tuple(Cell(((Run("字" * 400),),)) for _ in range(5))
    table = Table(("left",) * 5, cells, (cells,) * rows)
    widths = re.findall(
        r'<w:gridCol w:w="(\d+)"', Docx(write(Document((table,)))).parts["word/document.xml"]
    )
    assert len(widths) == 5
    assert max(map(int, widths)) - min(map(int, widths)) < 400


def test_a_form_has_room_to_write_by_hand_on_paper_lying_on_its_side(office: Templates) -> None:
    path = ROOT / "campaigns" / "dalian-gaoxin-2020.yaml"
    (rendered,) = render(sound(path), office, ["report-form"], ["docx"])
    form = Docx(rendered.data)
    page = next(form.body.iter(f"{W}pgSz"))
    assert page.get(f"{W}orient") == "landscape"
    # 序号, 任务, and what is left to fill: 开展情况, 发布链接, 数量, 参与人数.
    widths = [int(column.get(f"{W}w", "0")) for column in form.body.iter(f"{W}gridCol")]
    assert len(widths) == 6
    assert all(width >= 6 * STANDARD.table_size * 20 for width in widths[2:])
    _, *rows = form.body.iter(f"{W}tr")
    heights = [[h.get(f"{W}hRule") for h in row.iter(f"{W}trHeight")] for row in rows]
    assert heights == [["atLeast"]] * 13


def test_the_signature_keeps_to_the_text_and_the_note_to_the_date(notice: Docx) -> None:
    paragraphs = [p for p in notice.body.iter(f"{W}p") if words(p)]
    dated = next(i for i, p in enumerate(paragraphs) if style(p) == "Date")
    signed = next(i for i, p in enumerate(paragraphs) if style(p) == "Signature")
    end = dated + 1 if style(paragraphs[dated + 1]) == "Note" else dated
    held = paragraphs[signed - 1 : end]
    assert [words(p) for p in held if p.find(f"{W}pPr/{W}keepNext") is None] == []


SIGNED = Signature(("县政府办公室",), "2026年4月28日", sealed=False)
NOTED = Note("此件公开发布")
LISTED = AnnexList(("名单",))
HEADING = Heading(1, "一、", "工作要求")
ASKED = Paragraph(((Run("问？", strong=True),),))
SHORT, LONG = "联系人：张三；", "各单位要高度重视，精心组织。" * 3


def texts(*lines: str) -> list[Block]:
    return [Paragraph(((Run(line),),)) for line in lines]


def table(*cells: str) -> Table:
    row = tuple(Cell(((Run(cell),),)) for cell in cells)
    return Table(tuple("center" for _ in row), row, (row, row))


# The texts of the paragraphs bound to the next one, and of those never parted after one line.
@pytest.mark.parametrize(
    ("blocks", "to_next", "by_two"),
    [
        # Two lines go with a signature: one long paragraph, or as many as it takes.
        ([*texts("甲", LONG), SIGNED], [LONG, "县政府办公室"], [LONG]),
        ([*texts("甲", "乙", "丙"), SIGNED], ["乙", "丙", "县政府办公室"], ["乙", "丙"]),
        ([*texts("甲"), HEADING, *texts("乙"), SIGNED], ["乙", "县政府办公室"], ["乙"]),
        # Of the only text there is some stays where it begins.
        ([*texts("甲", "乙"), SIGNED], ["乙", "县政府办公室"], ["乙"]),
        ([*texts(LONG), SIGNED], [LONG, "县政府办公室"], []),
        # A list that runs on to the end is not parted, unless it is long.
        (
            [*texts("甲", *[SHORT] * 3, "乙"), SIGNED],
            [*[SHORT] * 3, "乙", "县政府办公室"],
            [*[SHORT] * 3, "乙"],
        ),
        ([*texts(*[SHORT] * 9), SIGNED], [*[SHORT] * 6, "县政府办公室"], [SHORT] * 6),
        # The last line of 附件说明 does as well, and nothing more goes along; 附注 goes with the date.
        (
            [*texts(LONG, *[SHORT] * 3), LISTED, SIGNED, NOTED],
            ["附件：名单", "县政府办公室", "2026年4月28日"],
            [],
        ),
        (
            [*texts(LONG), AnnexList(("名单", "方案", "样表")), SIGNED],
            ["3.样表", "县政府办公室"],
            [],
        ),
        ([LISTED, SIGNED], ["附件：名单", "县政府办公室"], []),
        # Without a signature it stays whole, unless it is long.
        (
            [*texts("甲"), AnnexList(("名单", "方案", "样表"))],
            ["附件：1.名单", "2.方案"],
            [],
        ),
        ([*texts("甲"), AnnexList(("名单",) * 9)], [], []),
        ([*texts("甲"), LISTED], [], []),
        # A few lines below a table go with its last row; text of its own does not.
        (
            [table("甲", "乙"), *texts("备注：丙", "丁")],
            ["甲", "乙", "备注：丙"],
            ["备注：丙", "丁"],
        ),
        ([table("甲", "乙"), *texts(*[LONG] * 4)], [], []),
        ([table("甲", "乙")], [], []),
        ([*texts("甲", "乙")], [], []),
        # A question does not stand at the foot of a page without its answers.
        ([ASKED, *texts("□是", "□否"), ASKED, *texts("□是"), ASKED], ["问？", "问？"], []),
        # What of a summary is still to be written asks for nothing below it.
        (
            [*texts("甲"), ASKED, *texts("乙", "丙"), SIGNED],
            ["乙", "丙", "县政府办公室"],
            ["乙", "丙"],
        ),
    ],
)
@pytest.mark.parametrize("in_annex", [False, True])
def test_what_is_kept_together(
    blocks: list[Block], to_next: list[str], by_two: list[str], *, in_annex: bool
) -> None:
    whole = (Annex(0, tuple(blocks)),) if in_annex else tuple(blocks)
    found = [p for p in Docx(write(Document(whole))).body.iter(f"{W}p") if words(p) != "附件"]

    def having(name: str) -> list[str]:
        return [words(p) for p in found if p.find(f"{W}pPr/{W}{name}") is not None]

    assert (having("keepNext"), having("widowControl")) == (to_next, by_two)


@pytest.mark.parametrize(
    ("length", "upright", "turned"), [(170, True, True), (230, False, True), (260, False, False)]
)
def test_a_turned_page_has_room_for_more_below_its_table(
    length: int, *, upright: bool, turned: bool
) -> None:
    blocks = (table("甲"), *texts("字" * length))
    held = {0: Hold(to_next=True, by_two=True), 1: Hold(by_two=True)}
    for wide, is_held in ((False, upright), (True, turned)):
        found = holds(blocks, STANDARD, wide=wide)
        assert {at: hold._replace(below=0) for at, hold in found.items()} == (
            held if is_held else {}
        )


def test_a_title_of_one_line_on_top_of_a_page_is_a_line_of_the_page() -> None:
    def heights(document: Document, standard: Standard = STANDARD) -> list[str | None]:
        body = Docx(write(document, standard)).body
        titles = (p for p in body.iter(f"{W}p") if style(p) == "Title")
        return [
            found.get(f"{W}line") if (found := p.find(f"{W}pPr/{W}spacing")) is not None else None
            for p in titles
        ]

    one, two = Title(("任务单",)), Title(("关于开展", "活动的通知"))
    assert heights(Document((one,))) == [str(STANDARD.pitch)]
    assert heights(Document((two,))) == [None]
    assert heights(Document((Masthead("公文", (("发文字号", "甲〔2026〕1号"),)), one))) == [None]
    # Where an office packs its lines, the title keeps its height.
    assert heights(Document((one,)), replace(STANDARD, lines=30)) == [None]


def test_nothing_at_the_foot_of_a_turned_page_pushes_its_text_up(dalian: Docx) -> None:
    for section in dalian.body.iter(f"{W}sectPr"):
        margins, size = section.find(f"{W}pgMar"), section.find(f"{W}pgSz")
        assert margins is not None
        assert size is not None
        if size.get(f"{W}orient") == "landscape":
            line = STANDARD.imprint_line * 20
            assert int(margins.get(f"{W}footer", 0)) + line < int(margins.get(f"{W}bottom", 0))


@pytest.mark.parametrize(
    ("sender", "number", "columns"),
    [
        ("丹东市人民政府办公室", "丹政办明电〔2021〕7号", [[5355, 3489], [5355, 3489]]),
        (
            "中共示例市委全面依法治市委员会办公室",
            "示法委办明电〔2026〕16号",
            [[6633, 2211], [4844, 4000]],
        ),
        ("中共示例市委全面依法治市委员会办公室", "示明电〔2026〕6号", [[6633, 2211], [5946, 2898]]),
    ],
)
def test_the_number_of_a_telegram_stands_on_one_line(
    sender: str, number: str, columns: list[list[int]]
) -> None:
    fields = (
        ("发电单位", sender),
        ("签批盖章", ""),
        ("等级", "平急"),
        ("密级", "明电"),
        ("发电号", number),
    )
    found = Docx(write(Document((Masthead("电报", fields), Title(("通知",))))))
    grid = [int(column.get(f"{W}w", "")) for column in found.body.iter(f"{W}gridCol")]
    rows = [list(row.iter(f"{W}tc")) for row in found.body.iter(f"{W}tr")]
    assert [[wide(cell) for cell in row] for row in rows] == columns
    for row in rows:
        spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in row]
        covered = [1 if span is None else int(span.get(f"{W}val", "")) for span in spans]
        assert sum(covered) == len(grid)
        assert sum(grid[: covered[0]]) == wide(row[0])
    assert sum(grid) == sum(columns[0])


@pytest.mark.parametrize(
    ("labels", "first", "beside"),
    [
        (("份号", "密级", "紧急程度"), "000001", None),
        (("密级", "紧急程度"), "秘密★1年", "Strong"),
        (("紧急程度",), "特急", "Strong"),
        ((), "", None),
    ],
)
def test_the_number_of_a_letter_is_of_the_body_whatever_stands_beside_it(
    labels: tuple[str, ...], first: str, beside: str | None
) -> None:
    """密级 and 紧急程度 alone are 黑体 (7.2.2, 7.2.3)."""
    said = {"份号": "000001", "密级": "秘密★1年", "紧急程度": "特急"}
    number = "示政办函〔2026〕12号"
    fields = (*((label, said[label]) for label in labels), ("发文字号", number))
    found = Docx(write(Document((Masthead("信函", fields), Title(("通知",))))))
    line = found.paragraph(first + number)
    assert style(line) == "Recipients"
    styles = {words(run): run.find(f"{W}rPr/{W}rStyle") for run in line.iter(f"{W}r")}
    assert styles[number] is None
    if beside:
        named = styles[first]
        assert named is not None
        assert named.get(f"{W}val") == beside
    for label in labels[1:]:
        assert style(found.paragraph(said[label])) == "Classification"


def test_the_number_of_an_annex_and_the_term_of_a_secret_are_of_the_black_font() -> None:
    """7.3.7 and 7.2.2 name it for all of the element; a telegram and a letter are no exception."""
    fields = (("密级", "秘密★1年"), ("发文字号", "示政办发〔2026〕12号"))
    annex = Annex(2, (Title(("名单",)),))
    for layout in ("公文", "信函", "电报"):
        found = Docx(write(Document((Masthead(layout, fields), Title(("通知",)), annex))))
        for text in ("秘密★1年", "附件2"):
            (fonts,) = (
                run.find(f"{W}rPr/{W}rFonts")
                for run in found.body.iter(f"{W}r")
                if words(run) == text
            )
            assert fonts is not None
            assert fonts.get(f"{W}ascii") == fonts.get(f"{W}hAnsi") == STANDARD.black_font


@pytest.mark.parametrize("text", ["□满意　□不满意", "在□内打√"])
def test_a_box_to_tick_has_one_font_wherever_it_stands(text: str) -> None:
    found = Docx(write(Document((Title(("问卷",)), *texts(text)))))
    (paragraph,) = (p for p in found.body.iter(f"{W}p") if "□" in words(p))
    styles = {
        (words(run), None if named is None else named.get(f"{W}val"))
        for run in paragraph.iter(f"{W}r")
        for named in [run.find(f"{W}rPr/{W}rStyle")]
    }
    assert {(said, name) for said, name in styles if "□" in said or name} == {("□", "Box")}
    (box,) = (one for one in found.styles if one.get(f"{W}styleId") == "Box")
    fonts = box.find(f"{W}rPr/{W}rFonts")
    assert fonts is not None
    assert set(fonts.attrib.values()) == {STANDARD.body_font}


def test_who_has_no_box_has_no_style_for_it(dalian: Docx) -> None:
    assert "Box" not in dalian.parts["word/styles.xml"]


def test_an_empty_document_is_still_a_document() -> None:
    assert Docx(write(Document(()))).body.find(f"{W}sectPr") is not None
