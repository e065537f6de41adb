"""The rendered page, converted by LibreOffice and measured in the PDF.

Needs LibreOffice Writer and poppler's pdftotext; positions do not depend on the fonts at hand,
except where a test says so.
"""

import re
import shutil
import subprocess
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from conftest import ROOT, TESTS, campaign
from gongkai_cli.gbt9704 import POINTS_PER_MM, STANDARD
from gongkai_cli.rendering import render
from gongkai_cli.templating import Templates

pytestmark = [
    pytest.mark.skipif(shutil.which("soffice") is None, reason="没有安装 LibreOffice，量不了页面"),
    pytest.mark.skipif(
        shutil.which("pdftotext") is None, reason="没有安装 poppler-utils，量不了页面"
    ),
]
_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_WORD = re.compile(
    r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
)

_HEAD = {"序号", "任务分工", "责任单位", "完成时间", "发布途径"}


@dataclass(frozen=True)
class Word:
    """A piece of text and its box in millimetres from the page's upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Page:
    width: float
    height: float
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return "".join(word.text for word in self.words)


def pages(path: Path, office: Templates, folder: Path) -> list[Page]:
    (rendered,) = render(campaign(path), office, ["notice"], ["docx"])
    source = folder / "notice.docx"
    source.write_bytes(rendered.data)
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    convert = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(source),
    ]
    subprocess.run(convert, check=True, capture_output=True)
    listing = subprocess.run(
        ["pdftotext", "-bbox", str(folder / "notice.pdf"), "-"],  # noqa: S607
        check=True,
        capture_output=True,
    ).stdout.decode()
    return [
        Page(float(width) / POINTS_PER_MM, float(height) / POINTS_PER_MM, _words(body))
        for width, height, body in _PAGE.findall(listing)
    ]


def _words(body: str) -> tuple[Word, ...]:
    found = []
    for *box, text in _WORD.findall(body):
        left, top, right, bottom = (float(number) / POINTS_PER_MM for number in box)
        found.append(Word(text, left, top, right, bottom))
    return tuple(found)


@pytest.fixture(scope="module")
def dandong(office: Templates, tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    return pages(
        ROOT / "campaigns" / "dandong-2021.yaml", office, tmp_path_factory.mktemp("dandong")
    )


@pytest.fixture(scope="module")
def dalian(office: Templates, tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    return pages(
        ROOT / "campaigns" / "dalian-gaoxin-2020.yaml", office, tmp_path_factory.mktemp("dalian")
    )


@pytest.fixture(scope="module")
def official(office: Templates, tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    return pages(TESTS / "cases" / "official.yaml", office, tmp_path_factory.mktemp("official"))


def lines(page: Page) -> list[float]:
    """The tops of the lines of the type area, the page number left out."""
    return sorted({round(word.top, 1) for word in page.words if word.top < 262})


def test_paper_is_a4_and_the_text_stays_in_the_type_area(
    dandong: list[Page], official: list[Page]
) -> None:
    for page in [*dandong, *official]:
        if page.width > page.height:
            continue
        assert (round(page.width), round(page.height)) == (210, 297)
        body = [word for word in page.words if word.top < 262]
        assert min(word.left for word in body) > 28 - 1
        # Punctuation may hang over by half a character.
        assert max(word.right for word in body) < 184 + 3


def test_a_full_page_has_22_lines(dandong: list[Page]) -> None:
    assert len(lines(dandong[1])) == STANDARD.lines


def test_lines_stand_at_one_pitch(dandong: list[Page]) -> None:
    tops = lines(dandong[1])
    gaps = [later - earlier for earlier, later in pairwise(tops)]
    assert all(abs(gap - 225 / 22) < 0.25 for gap in gaps)


def test_a_full_line_has_28_characters(dandong: list[Page]) -> None:
    """On the Dandong notice, pages 2 and 3: lines of nothing but 汉字 and full-width marks."""
    full = [
        word.text
        for page in dandong[1:3]
        for word in page.words
        if not re.search(r"[\x00-\x7f]", word.text) and word.right > 180 and word.left < 29
    ]
    assert full
    assert max(map(len, full)) >= STANDARD.characters


def test_page_numbers_stand_7_mm_below_the_type_area_odd_right_even_left(
    dandong: list[Page],
) -> None:
    for number, page in enumerate(dandong, 1):
        digits = next(word for word in page.words if word.text == str(number) and word.top > 262)
        # The middle of the digit's box; the dash stands there within a millimetre.
        assert abs((digits.top + digits.bottom) / 2 - 269) < 1.5
        dashes = [word for word in page.words if word.text == "—" and word.top > 262]
        edge = (
            184 - max(d.right for d in dashes) if number % 2 else min(d.left for d in dashes) - 28
        )
        assert 4.4 < edge < 5.7


def test_the_first_page_shows_text_and_the_last_shows_more_than_the_signature(
    dandong: list[Page],
) -> None:
    assert "2021年5月15日是我省第十五个" in dandong[0].text
    signed = next(page for page in dandong if "丹东市人民政府办公室2021年5月8日" in page.text)
    assert "电子邮箱" in signed.text
    assert "（此件公开发布）" in signed.text


def test_the_annex_begins_a_page_with_its_label_and_its_title_on_the_third_line(
    dandong: list[Page],
) -> None:
    annex = dandong[-1]
    label, title = annex.words[0], next(word for word in annex.words if "部门名单" in word.text)
    assert label.text == "附件"
    assert abs(label.left - 28) < 1
    assert abs((title.left + title.right) / 2 - 106) < 1
    assert 2 * 10.2 - 3 < (title.top - label.top) < 2 * 10.2 + 3


def test_the_head_of_the_task_table_is_on_every_page_of_it(dalian: list[Page]) -> None:
    turned = [page for page in dalian if page.width > page.height]
    assert len(turned) >= 2
    for page in turned:
        head = {word.text: word.top for word in page.words if word.text in _HEAD}
        assert set(head) == _HEAD
        assert max(head.values()) - min(head.values()) < 1
    assert "备注：落实工作责任" in turned[-1].text


def test_the_turned_page_bears_its_number_where_an_upright_one_does(dalian: list[Page]) -> None:
    """Held upright, the sheet's lower edge is the left one on the screen (clause 8)."""
    for number, page in enumerate(dalian, 1):
        if page.width > page.height:
            digits = next(
                word for word in page.words if word.text == str(number) and word.left < 35
            )
            assert abs((digits.left + digits.right) / 2 - 28) < 1.5
            assert (digits.top > 150) if number % 2 else (digits.top < 60)


def test_the_imprint_stands_at_the_foot_of_the_last_page(official: list[Page]) -> None:
    last = official[-1]
    printed = next(word for word in last.words if "日印发" in word.text or word.text == "印发")
    assert 252 < printed.top < 262


def test_a_sealed_signature_is_centred_on_a_date_four_characters_from_the_edge(
    official: list[Page],
) -> None:
    page = next(page for page in official if "2026年4月28日" in page.text)
    name = [word for word in page.words if word.text == "示例县人民政府办公室"][-1]
    date = [
        word
        for word in page.words
        if word.top > name.bottom - 2 and word.top < name.top + 12 and word != name
    ]
    left, right = min(word.left for word in date), max(word.right for word in date)
    assert abs(184 - right - 22.3) < 1
    assert abs((name.left + name.right) / 2 - (left + right) / 2) < 1
