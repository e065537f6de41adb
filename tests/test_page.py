"""What of the page is no clause's figure: what stands on which page, and on every page."""

import shutil
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from conftest import ROOT, path_of, sound
from gongkai_cli.charset import rarity
from gongkai_cli.document import (
    AnnexList,
    Document,
    Imprint,
    Masthead,
    Paragraph,
    Recipients,
    Run,
    Signature,
    Title,
)
from gongkai_cli.templating import Templates
from gongkai_cli.writers.docx import write
from support.all_documents import render
from support.document_text import docx_text, without_blanks
from support.page_figures import Pages, off_centre, right_gap
from support.page_measure import convert_all

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


ONE_PAGE = {
    *("区人社局", "区公安局", "区发改局", "区安监局", "区宣传中心", "区投促局", "区科技局"),
    *("区行政服务中心(网络中心)", "区行政服务中心", "各街道", "各部门", "各地各部门"),
}
SHEETS = {"市科技局", "市政府办公室", "市政府相关部门", "各地各部门"}


@pytest.fixture(scope="module")
def sheets(office: Templates, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pages]:
    """The pages of unit sheets and report forms, by the names of their files."""
    folder = tmp_path_factory.mktemp("sheets")
    made = {
        path.stem[:2] + rendered.path.stem: rendered.data
        for path in (ROOT / "campaigns").glob("*.yaml")
        for rendered in render(sound(path), office, ["unit-tasks", "report-form"], ["docx"])
        if path.stem.startswith("dalian") or rendered.path.stem in {*SHEETS, "report-form"}
    }
    return dict(zip(made, convert_all([*made.values()], folder), strict=True))


def test_a_sheet_or_a_form_that_fits_is_one_page(sheets: dict[str, Pages]) -> None:
    one_page = {name[2:] for name, pages in sheets.items() if len(pages) == 1}
    assert one_page == {*ONE_PAGE, "report-form"}
    assert {len(pages) for pages in sheets.values()} == {1, 2, 3}


def test_a_signature_has_two_lines_of_text_above_it(sheets: dict[str, Pages]) -> None:
    for name, pages in sheets.items():
        if not name.endswith("report-form"):
            last = pages[-1]
            # The name and the date are the last two lines; the page number is below the type area.
            *text, _, _ = last.lines
            assert (name, len(text) >= 2) == (name, True)
            contacts = [word for word in ("联系人", "联系电话", "电子邮箱") if word in last.text]
            assert (name, len(contacts)) == (name, 3 if "电子邮箱" in pages[-1].text else 1)


def test_the_head_of_the_task_table_is_on_every_page_of_it(laid_out: LaidOut) -> None:
    turned = [page for page in laid_out("dalian-gaoxin-2020") if page.width > page.height]
    assert len(turned) >= 2
    for page in turned:
        head = {word.text: word.top for word in page.words if word.text in _HEAD}
        assert set(head) == _HEAD
        assert max(head.values()) - min(head.values()) < 1
        assert "一、开" in page.text
        assert "（" in page.text
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
    (rendered,) = render(sound(path_of(case)), office, ["notice"], ["docx"])
    written = Counter(without_blanks(docx_text(rendered.data)))
    shown = Counter(
        without_blanks("".join(page.text for page in laid_out(case))).replace("&amp;", "&")
    )
    # What no font at hand has is not on the page; the rest must be.
    lost = {char: count - shown[char] for char, count in written.items() if count > shown[char]}
    assert {char for char in lost if rarity(char) == "common"} == set()


BODIES = ("县教育局", "县司法局", "县民政局", "县人社局", "县商务局", "县水务局", "县审计局")
LONG_NAMES = ("示例县人民政府办公室", "中共示例县委宣传部", "示例县发展和改革局")
LONGEST_NAMES = ("示例县教育局", "中共示例县委网络安全和信息化委员会办公室")
# The names, the date, and how many of them there are in each row.
JOINT = (
    (BODIES[:2], "2026年4月28日", [2]),
    (BODIES[:3], "2026年4月28日", [3]),
    # Even rows, the last one at the right.
    (BODIES[:4], "2026年4月28日", [2, 2]),
    (BODIES[:5], "2026年4月28日", [3, 2]),
    (BODIES, "2026年4月28日", [3, 3, 1]),
    # As many as there is room for beside a date four 字 from the edge.
    (BODIES[:3], "2026年12月31日", [2, 1]),
    (LONG_NAMES, "2026年4月28日", [2, 1]),
    (LONGEST_NAMES, "2026年4月28日", [1, 1]),
)


def test_joint_names_stand_in_their_order_the_last_above_the_date(tmp_path: Path) -> None:
    text = Paragraph(((Run("请抓好落实。"),),))
    documents = [
        Document((Title(("通知",)), text, Signature(names, date, sealed=True)))
        for names, date, _ in JOINT
    ]
    for (names, _, rows), pages in zip(
        JOINT, convert_all(list(map(write, documents)), tmp_path), strict=True
    ):
        (page,) = pages
        found = [page.word(name) for name in names]
        # Left to right, then down, as far as the columns go.
        places = [(round(word.top), word.left) for word in found]
        assert places == sorted(places)
        tops = [top for top, _ in places]
        assert (names, [tops.count(top) for top in sorted(set(tops))]) == (names, rows)
        # Seals of 42 mm do not touch, and stay in the type area.
        for one, other in pairwise(found):
            assert max(other.middle - one.middle, other.top - one.top) > 42
        assert min(word.middle for word in found) >= 28 + 21
        assert max(word.middle for word in found) <= 184 - 21
        assert abs(off_centre(page, names[-1])) < 0.7
        if names is not LONGEST_NAMES:
            assert abs(right_gap(page, names[-1]) - 4 * 156 / 28) < 1


def test_names_too_many_for_one_below_the_other_stand_on_the_page_of_the_text(
    tmp_path: Path,
) -> None:
    """A long name takes two lines rather than a second page without text (7.3.5.5)."""
    names = (*BODIES[:4], LONGEST_NAMES[1], *BODIES[4:6])
    blocks = (Paragraph(((Run("请抓好落实。"),),)), Signature(names, "2026年4月28日", sealed=True))
    ((page,),) = convert_all([write(Document(blocks))], tmp_path)
    tops = [round(page.word(name[:8]).top) for name in names]
    assert [tops.count(top) for top in sorted(set(tops))] == [2, 2, 2, 1]
    assert min(after - before for before, after in pairwise(sorted(set(tops)))) > 42
    assert abs(off_centre(page, names[-1])) < 0.7


@pytest.mark.parametrize(
    ("name", "shown"), [("试点工作办公室", [10, 2]), ("试点工作领导小组办公室", [9, 3])]
)
def test_names_too_many_for_a_page_begin_below_the_text(
    tmp_path: Path, name: str, shown: list[int]
) -> None:
    names = tuple(f"示例县{one}{name}" for one in "甲乙丙丁戊己庚辛壬癸子丑")
    blocks = (Paragraph(((Run("请抓好落实。"),),)), Signature(names, "2026年4月28日", sealed=True))
    (pages,) = convert_all([write(Document(blocks))], tmp_path)
    assert [page.text.count("示例县") for page in pages] == shown


def test_no_more_than_needed_goes_with_the_signature_to_the_next_page(tmp_path: Path) -> None:
    """A line of 附件说明 is text as well: the page of the date shows some, and no more (7.3.5.5)."""
    counts = (1, 12, 16)
    documents = [
        Document(
            (
                Title(("关于开展活动的通知",)),
                Recipients("各乡镇人民政府："),
                *(Paragraph(((Run(f"第{at}段的内容。"),),)) for at in range(17 - annexes)),
                AnnexList(tuple(f"第{at}个附件的名称" for at in range(1, annexes + 1))),
                Signature(("示例县人民政府办公室",), "2026年4月28日", sealed=True),
            )
        )
        for annexes in counts
    ]
    for annexes, (first, second) in zip(
        counts, convert_all(list(map(write, documents)), tmp_path), strict=True
    ):
        assert "附件：" in (second if annexes == 1 else first).text
        assert f"第{annexes}个附件的名称" in second.text
        assert "2026年4月28日" in second.text
        # The line of 附件说明, the name and the date.
        assert len(second.lines) == 3
        # Of the 22 lines the last are what the signature would have needed.
        assert first.lines[-1] > 262 - 7 * 225 / 22


def test_wrapped_names_of_annexes_stand_under_their_first_character(tmp_path: Path) -> None:
    """Under that of the name, whether its number has one digit or two (7.3.4)."""
    name, more = "示例县主题宣传活动实施方案和任务分工一览表", "及其填报说明"
    listed = AnnexList(tuple(name + more for _ in range(11)))
    (pages,) = convert_all(
        [write(Document((Paragraph(((Run("请抓好落实。"),),)), listed)))], tmp_path
    )
    words = [word for page in pages for word in page.words]
    firsts = [word.left for word in words if word.text.startswith("示例县")]
    wrapped = [word.left for word in words if word.text in name + more and "说明" in word.text]
    assert len(firsts) == len(wrapped) == 11
    assert max(abs(one - other) for one, other in zip(firsts, wrapped, strict=True)) < 0.2


def test_a_list_of_annexes_that_ends_what_is_issued_is_not_parted(tmp_path: Path) -> None:
    """Nor is the last name of it."""
    names = ("名单", "示例县主题宣传活动实施方案和任务分工一览表及其填报说明" * 2)
    documents = [
        Document((*(Paragraph(((Run(f"第{at}段。"),),)) for at in range(count)), AnnexList(names)))
        for count in (16, 17, 18, 19)
    ]
    for pages in convert_all(list(map(write, documents)), tmp_path):
        assert [("1." in page.text, "说明" in page.text) for page in pages][-1] == (True, True)


SENDERS = (
    ("示例县人民政府办公室", "李四"),
    ("中共示例县委网络安全和信息化委员会办公室", ""),
    ("中共示例县委网络安全和信息化委员会办公室", "欧阳某某"),
)


def test_the_sender_of_a_telegram_stands_apart_and_under_itself(tmp_path: Path) -> None:
    """A long name is wrapped under its first character, and does not touch 签批盖章."""
    documents = [
        Document((Masthead("电报", (("发电单位", name), ("签批盖章", signer))), Title(("通知",))))
        for name, signer in SENDERS
    ]
    for (name, signer), (page,) in zip(
        SENDERS, convert_all(list(map(write, documents)), tmp_path), strict=True
    ):
        said = [word for word in page.words if word.text in name]
        (label,) = (word for word in page.words if word.text == "签批盖章")
        assert "".join(word.text for word in said) == name
        assert max(word.left for word in said) - min(word.left for word in said) < 0.5
        assert label.left - max(word.right for word in said) > 156 / 28 - 0.5
        if signer:
            assert abs(page.word(signer).top - label.top) < 0.5


@pytest.mark.parametrize(("lines", "count"), [(20, 1), (21, 2)])
def test_an_imprint_stands_below_the_text_wherever_it_fits(
    tmp_path: Path, lines: int, count: int
) -> None:
    """Of 22 lines two are enough for 抄送 and 印发机关; 版记 alone on a page is a page too many."""
    imprint = Imprint("县委办公室", "示例县人民政府办公室", "2026年4月28日")
    text = (Paragraph(((Run(f"第{at}段。"),),)) for at in range(lines))
    (pages,) = convert_all([write(Document((*text, imprint)))], tmp_path)
    assert len(pages) == count
    assert "抄送：县委办公室。" in pages[-1].text
