"""What of the page is no clause's figure: what stands on which page, and on every page."""

import shutil
from collections import Counter
from collections.abc import Callable
from itertools import pairwise

import pytest

from blind import blind, docx_text
from clauses import Pages
from conftest import ROOT, TESTS, campaign
from gongkai_cli.charset import rarity
from gongkai_cli.rendering import render
from gongkai_cli.templating import Templates

pytestmark = pytest.mark.skipif(
    shutil.which("soffice") is None or shutil.which("pdftotext") is None,
    reason="没有安装 LibreOffice 和 poppler-utils，量不了页面",
)
_HEAD = {"序号", "任务分工", "责任单位", "完成时间", "发布途径"}
LaidOut = Callable[[str], Pages]


@pytest.mark.parametrize(
    "case", ["dandong-2021", "dalian-gaoxin-2020", "official", "letter", "upward"]
)
def test_the_text_stays_in_the_type_area(laid_out: LaidOut, case: str) -> None:
    for page in laid_out(case):
        if page.width < page.height:
            body = [word for word in page.words if 37 < word.top < 262]
            assert min(word.left for word in body) > 28 - 1
            # The box of a mark that hangs over; its ink fills the left half at most.
            assert max(word.right for word in body) < 184 + 156 / 28 + 0.3
            assert max(band.right for band in page.bands(red=False) if band.top < 262) < 184 + 2.8


def test_lines_stand_at_one_pitch(laid_out: LaidOut) -> None:
    gaps = [later - earlier for earlier, later in pairwise(laid_out("dandong-2021")[1].lines)]
    assert all(abs(gap - 225 / 22) < 0.25 for gap in gaps)


def test_the_first_page_shows_text_and_the_last_more_than_the_signature(laid_out: LaidOut) -> None:
    pages = laid_out("dandong-2021")
    assert "2021年5月15日是我省第十五个" in pages[0].text
    signed = next(page for page in pages if "丹东市人民政府办公室2021年5月8日" in page.text)
    assert "电子邮箱" in signed.text
    assert "（此件公开发布）" in signed.text


def test_the_head_of_the_task_table_is_on_every_page_of_it(laid_out: LaidOut) -> None:
    turned = [page for page in laid_out("dalian-gaoxin-2020") if page.width > page.height]
    assert len(turned) >= 2
    for page in turned:
        head = {word.text: word.top for word in page.words if word.text in _HEAD}
        assert set(head) == _HEAD
        assert max(head.values()) - min(head.values()) < 1
    assert "备注：落实工作责任" in turned[-1].text


def test_a_turned_page_bears_its_number_at_the_same_end_as_an_upright_one(
    laid_out: LaidOut,
) -> None:
    """Held upright, the sheet's lower edge is the left one on the screen (clause 8)."""
    for page in laid_out("dalian-gaoxin-2020"):
        if page.width > page.height:
            digits = next(
                word for word in page.words if word.text == str(page.number) and word.left < 35
            )
            assert (digits.top > 150) if page.number % 2 else (digits.top < 60)


def test_the_seals_of_a_joint_document_have_room(laid_out: LaidOut) -> None:
    page = next(page for page in laid_out("upward") if "2026年5月6日" in page.text)
    first, second = (page.word(name) for name in ("示例县人民政府办公室", "中共示例县委宣传部"))
    assert abs(first.top - second.top) < 0.5
    assert second.middle - first.middle > 42


@pytest.mark.parametrize(
    "case", ["dandong-2021", "dalian-gaoxin-2020", "official", "letter", "upward"]
)
def test_every_character_of_the_document_is_on_its_pages(
    laid_out: LaidOut, office: Templates, case: str
) -> None:
    folder = ROOT / "campaigns" if case[-1].isdigit() else TESTS / "cases"
    (rendered,) = render(campaign(folder / f"{case}.yaml"), office, ["notice"], ["docx"])
    written = Counter(blind(docx_text(rendered.data)))
    shown = Counter(blind("".join(page.text for page in laid_out(case))).replace("&amp;", "&"))
    # What no font at hand has is not on the page; the rest must be.
    lost = {char: count - shown[char] for char, count in written.items() if count > shown[char]}
    assert {char for char in lost if rarity(char) == "common"} == set()
