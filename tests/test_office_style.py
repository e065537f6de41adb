"""An office's own style: measures by name, checked like everything else."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from conftest import ROOT, TESTS, sound
from gongkai_cli.codes import CODES
from gongkai_cli.finding import Finding, Place
from gongkai_cli.gbt9704 import MEASURES, STANDARD
from gongkai_cli.office_style import read_style
from gongkai_cli.rendering import sheets, typeset
from gongkai_cli.templating import Templates
from support.all_documents import render, understood


def test_named_measures_change_and_no_others() -> None:
    style, findings = read_style(
        "正文字体: 仿宋\n天头: 35毫米\n每页行数: 21\n红色: e60012\n".encode(), "排版.yaml"
    )
    assert findings == ()
    changed = {
        name: getattr(style, measure.name)
        for name, measure in MEASURES.items()
        if getattr(style, measure.name) != getattr(STANDARD, measure.name)
    }
    assert changed == {"正文字体": "仿宋", "天头": 35.0, "每页行数": 21.0, "红色": "E60012"}


@pytest.mark.parametrize(
    ("text", "place", "code", "message", "hint"),
    [
        (
            "大小: 35\n",
            (1, 1),
            "GK321",
            "没有“大小”这一项",
            "可以写的见 gongkai validate --explain GK321",
        ),
        ("天头: 35\n正文字: 仿宋\n", (2, 1), "GK321", "没有“正文字”这一项", "是不是“正文字号”"),
        ("天头: 很宽\n", (1, 5), "GK322", "“天头”的值不对", "标准是 37毫米"),
        ("天头: 0\n", (1, 5), "GK322", "“天头”的值不对", "标准是 37毫米"),
        ("天头: [35]\n", (1, 1), "GK322", "“天头”的值不对", "标准是 37毫米"),
        ("红色: 大红\n", (1, 5), "GK322", "“红色”的值不对", "标准是 FF0000"),
        ("正文字体: '仿\"宋'\n", (1, 8), "GK322", "“正文字体”的值不对", "标准是 仿宋_GB2312"),
        ("版记所在页: 首页\n", (1, 8), "GK322", "“版记所在页”的值不对", "可以写：末页、偶数页"),
        ("版心宽: 200\n", (1, 1), "GK322", "版心比纸大", "改小版心、天头或订口"),
        (
            "天头：35\n",
            (1, 3),
            "GK103",
            "键后面用了全角冒号“：”",
            "改成半角冒号加一个空格“: ”",
        ),
    ],
)
def test_what_is_no_measure_is_found(
    text: str, place: tuple[int, int], code: str, message: str, hint: str
) -> None:
    _, findings = read_style(text.encode(), "排版.yaml")
    assert findings == (Finding(Place("排版.yaml", *place), code, "error", message, hint),)


def test_the_style_reaches_the_page(office: Templates) -> None:
    style, _ = read_style("正文字体: 仿<宋>\n天头: 40\n页码连接线: '-'\n".encode(), "排版.yaml")
    plan = sound(TESTS / "cases" / "official.yaml")
    (ours,) = render(plan, office, ["notice"], ["docx"], style)
    (standard,) = render(plan, office, ["notice"], ["docx"])
    assert b'w:top="2268"' in ours.data
    assert "仿&lt;宋&gt;".encode() in ours.data
    assert b"- </w:t>" in ours.data
    assert "仿宋_GB2312".encode() in standard.data


def test_on_paper_with_a_red_head_all_else_stands_where_it_stood(office: Templates) -> None:
    style, _ = read_style("红色: FFFFFF\n".encode(), "排版.yaml")
    cases = (TESTS / "cases" / "official.yaml", TESTS / "cases" / "letter.yaml")
    for path in (*cases, ROOT / "campaigns" / "dandong-2021.yaml"):
        plan = sound(path)
        (ours,) = render(plan, office, ["notice"], ["docx"], style)
        (standard,) = render(plan, office, ["notice"], ["docx"])
        red, blank = parts(standard.data), parts(ours.data)
        assert any(b"FF0000" in part for part in red.values())
        assert blank == {name: part.replace(b"FF0000", b"FFFFFF") for name, part in red.items()}


def parts(docx: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(docx)) as file:
        return {name: file.read(name) for name in file.namelist()}


def test_every_measure_is_on_the_page_for_people() -> None:
    page = (ROOT / "docs" / "gbt9704.md").read_text("utf-8")
    assert [name for name in MEASURES if f"| {name} |" not in page] == []
    assert len(MEASURES) == len({measure.name for measure in MEASURES.values()})


@pytest.mark.parametrize(
    ("counts", "turns", "unnumbered"),
    [
        ([4], 0, False),
        ([5, 6], 1, False),
        # It stood alone on the fifth page already: a blank page comes before it, both unnumbered.
        ([5, 5], 1, True),
    ],
)
def test_the_imprint_moves_to_an_even_page_on_request(
    office: Templates, counts: list[int], turns: int, *, unnumbered: bool
) -> None:
    style, findings = read_style("版记所在页: 偶数页\n".encode(), "排版.yaml")
    assert findings == ()
    (sheet,) = sheets(*understood(sound(TESTS / "cases" / "official.yaml")), ["notice"])
    (plain,) = typeset(sheet, office, ["docx"], style)
    asked = iter([*counts, 6])
    (made,) = typeset(sheet, office, ["docx"], style, lambda _: next(asked))
    (untouched,) = typeset(sheet, office, ["docx"], STANDARD, lambda _: 5)
    assert untouched.data == plain.data
    break_, section = b"<w:pageBreakBefore/>", b"<w:sectPr"
    assert made.data.count(break_) - plain.data.count(break_) == turns
    assert made.data.count(section) - plain.data.count(section) == unnumbered


def test_the_explanation_lists_every_name() -> None:
    (code,) = (code for code in CODES if code.code == "GK321")
    names = code.meaning.partition("可以写：")[2].rstrip("。").split("、")
    assert names == [*MEASURES]
