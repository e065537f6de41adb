"""Tables over several pages: each page shows what its rows belong to, and ends where it was reckoned."""

import io
import re
import shutil
import zipfile
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.document import Align, Annex, Block, Cell, Document, Paragraph, Run, Table, Title
from gongkai_cli.gbt9704 import STANDARD, twips
from gongkai_cli.writers.docx import write
from gongkai_cli.writers.docx.columns import column_widths
from gongkai_cli.writers.docx.fitting import most_lines
from gongkai_cli.writers.docx.parting import Parted, Room, parted
from support.page_measure import convert_all

Rows = tuple[tuple[Cell | None, ...], ...]
LEFT: Align = "left"
CENTER: Align = "center"
PAGE = twips(STANDARD.type_width)
ACROSS = twips(STANDARD.type_height)


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("", 4.0, 1),
        ("开展活动", 4.5, 1),
        ("开展活动", 4.0, 2),
        ("开展政务公开", 3.2, 2),
        # A mark goes down with the character before it, an opening one with the one after it.
        ("开展活动，发布", 4.2, 2),
        ("开展活动《目录》", 5.2, 2),
        ("活动，活动，活动，", 3.2, 3),
        ("甲乙，丙丁，", 2.5, 4),
        # A number is not parted, nor a word.
        ("共计1234567项", 5.2, 3),
        ("共计123项", 5.1, 2),
        # Figures that all fit are no more than they are.
        ("共计123项", 5.2, 1),
        ("10:05—10:25", 7.6, 1),
        ("https://www.example.gov.cn/zwgk/index.html", 6.2, 5),
        ("请见，abcdefgh", 5.2, 4),
    ],
)
def test_lines_are_counted_at_the_most(text: str, room: float, lines: int) -> None:
    assert most_lines(text, room) == lines


@given(st.text("开展活动，。（）《》0a. ", max_size=60), st.floats(1, 30))
def test_a_text_takes_no_fewer_lines_than_its_width_has(text: str, room: float) -> None:
    lines = most_lines(text, room)
    assert 1 <= lines <= 2 * len(text) + 1
    assert lines >= sum(1.0 if ord(char) > 127 else 0.5 for char in text) // room


def cell(text: str, rows: int = 1) -> Cell:
    return Cell(((Run(text),),) if text else (), 1, rows)


def tasks(groups: Sequence[int], text: str = "按职责分工做好落实") -> Table:
    """A task table: 序号, group, task, body, time, channel; groups of so many rows."""
    rows: list[tuple[Cell | None, ...]] = []
    for group, size in enumerate(groups, 1):
        for place in range(size):
            first = place == 0
            rows.append(
                (
                    cell(str(len(rows) + 1)),
                    cell(f"组{group:03}活动", size) if first else None,
                    cell(f"第{len(rows) + 1}项，{text}"),
                    cell("县教育局"),
                    cell("5月20日前"),
                    cell(f"途{group:03}县政府门户网站、政务新媒体", size) if first else None,
                )
            )
    head = tuple(map(cell, ("序号", "任务分工", "内容", "责任单位", "完成时间", "发布途径")))
    return Table((CENTER, CENTER, LEFT, CENTER, CENTER, LEFT), head, tuple(rows))


def document(*blocks: Block) -> Document:
    return Document((Title(("通知",)), Annex(0, (Title(("任务分解表",)), *blocks))))


def tables(data: bytes) -> list[list[list[str]]]:
    """The tables of a DOCX: their rows, of each cell the text, or ^ where one above is merged on."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = archive.read("word/document.xml").decode()
    return [
        [
            [
                "^" if "<w:vMerge/>" in one else "".join(re.findall(r"<w:t [^>]*>(.*?)</w:t>", one))
                for one in re.findall(r"<w:tc>.*?</w:tc>", row)
            ]
            for row in re.findall(r"<w:tr>.*?</w:tr>", table)
        ]
        for table in re.findall(r"<w:tbl>.*?</w:tbl>", body)
    ]


@pytest.mark.parametrize("groups", [[12], [60], [7] * 9, [3, 1, 1, 40, 2, 13], [1] * 25 + [30]])
def test_every_part_of_a_table_has_its_head_and_shows_its_groups(groups: list[int]) -> None:
    found = tables(write(document(tasks(groups)), STANDARD))
    assert [row[0] for part in found for row in part[1:]] == [
        str(number) for number in range(1, sum(groups) + 1)
    ]
    ends = list(accumulate(groups))
    for part in found:
        assert part[0][0] == "序号"
        first = part[1]
        group = 1 + sum(end < int(first[0]) for end in ends)
        assert first[1] == f"组{group:03}活动"
        assert first[-1].startswith(f"途{group:03}")


def test_between_two_parts_a_page_begins() -> None:
    data = write(document(tasks([60])))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = archive.read("word/document.xml").decode()
    between = re.findall(r"</w:tbl>(<w:p>.*?</w:p>)<w:tbl>", body)
    assert len(between) == len(tables(data)) - 1 > 0
    assert {"<w:pageBreakBefore/>" in one for one in between} == {True}


def test_a_table_without_merged_cells_is_one_however_long() -> None:
    assert len(tables(write(document(tasks([1] * 200))))) == 1


def test_before_a_group_after_a_long_stretch_of_free_rows_a_page_begins() -> None:
    sizes = [len(part) - 1 for part in tables(write(document(tasks([*[1] * 200, 5, *[1] * 200]))))]
    assert sizes == [200, 205]


def test_where_nobody_knows_how_far_down_a_table_begins_nothing_is_merged() -> None:
    above = Table((LEFT,), (cell("甲"),), ((cell("乙"),),))
    _, second = tables(write(document(above, tasks([3]))))
    assert [row[1] for row in second] == ["任务分工", *["组001活动"] * 3]
    # Text whose lines can be counted is another thing.
    (only,) = tables(write(document(Paragraph(((Run("说明"),),)), tasks([3]))))
    assert [row[1] for row in only] == ["任务分工", "组001活动", "^", "^"]


def test_a_row_higher_than_a_page_has_pages_of_its_own() -> None:
    table = tasks([2, 2])
    high = tuple(cell("字" * 2000) if at == 2 else one for at, one in enumerate(table.rows[1]))
    found = tables(write(document(table._replace(rows=(table.rows[0], high, *table.rows[2:])))))
    assert [[row[0] for row in part[1:]] for part in found] == [["1"], ["2"], ["3", "4"]]
    assert [part[1][1] for part in found] == ["组001活动", "组001活动", "组002活动"]


def test_a_table_with_a_merged_cell_higher_than_a_page_is_left_in_one() -> None:
    table = tasks([3, 40])
    high = tuple(cell("字" * 2000, 3) if at == 1 else one for at, one in enumerate(table.rows[0]))
    (only,) = tables(write(document(table._replace(rows=(high, *table.rows[1:])))))
    assert [row[0] for row in only[1:]] == [str(number) for number in range(1, 44)]
    assert [row[1] for row in only[2:5]] == ["^", "^", "组002活动"]


def test_what_stands_below_a_table_goes_with_its_last_row() -> None:
    """The row is moved by us, not by the word processor: it would take the group's name away."""
    rows = 1
    while len(tables(write(document(tasks([rows + 1]))))) == 1:
        rows += 1
    noted = document(tasks([rows]), Paragraph(((Run("备注：专人负责。" * 8),),)))
    sizes = [len(part) - 1 for part in tables(write(noted))]
    assert sizes == [rows - sizes[-1], sizes[-1]]
    assert sizes[-1] >= 1
    assert tables(write(noted))[-1][1][1] == "组001活动"


_TEXTS = st.text("开展活动，（）0a", max_size=30)


@st.composite
def _tables(draw: st.DrawFn) -> Table:
    count, length = draw(st.integers(1, 4)), draw(st.integers(1, 40))
    grid: list[list[Cell | None]] = [[None] * count for _ in range(length)]
    for column in range(count):
        at = 0
        while at < length:
            size = min(draw(st.sampled_from((1, 1, 2, 5, 30))), length - at)
            grid[at][column] = cell(draw(_TEXTS), size)
            at += size
    head = tuple(cell(f"列{number}") for number in range(count))
    return Table((LEFT,) * count, head, tuple(map(tuple, grid)))


def filled(rows: Rows) -> list[list[str]]:
    """Every place with the text of the cell that covers it."""
    found: list[list[str]] = []
    for row in rows:
        above = found[-1] if found else []
        found.append(
            [
                above[column]
                if one is None
                else "".join(run.text for line in one.lines for run in line)
                for column, one in enumerate(row)
            ]
        )
    return found


@given(_tables(), st.sampled_from((0.0, 2000.0, PAGE - 400, None)), st.sampled_from((0.0, 1500.0)))
def test_parts_say_what_the_table_says(table: Table, above: float | None, below: float) -> None:
    widths = column_widths(table, ACROSS, STANDARD)
    found = parted(table, widths, PAGE, Room(above, below), STANDARD)
    # A part shows by itself what it says: nothing is merged into it from the one before.
    assert [row for part in found.parts for row in filled(part)] == filled(table.rows)
    for part in found.parts:
        for at, row in enumerate(part):
            assert all(at + one.rows <= len(part) for one in row if one)
    _fits(found, table, widths, 0.0 if above is None else above, below)


def _fits(found: Parted, table: Table, widths: Sequence[int], above: float, below: float) -> None:
    """No part but one row is higher than its page, worked out in the plainest way."""
    if len(found.parts) == 1:
        return
    for number, part in enumerate(found.parts):
        y, texts = (above if number == 0 else 0.0) + _high(table.head, widths), 0.0
        for row in part:
            ends = [y + _lines(one, column, widths) for column, one in enumerate(row) if one]
            texts = max(texts, *ends, 0.0)
            y += _high(row, widths)
        if found.ended and part is found.parts[-1]:
            y, texts = y + below, texts + below
        assert len(part) <= 1 or max(y, texts) <= PAGE


def _high(row: Sequence[Cell | None], widths: Sequence[int]) -> float:
    own = [_lines(one, at, widths) for at, one in enumerate(row) if one and one.rows == 1]
    return max(360.0, *own, 0.0) + 20


def _lines(one: Cell, at: int, widths: Sequence[int]) -> float:
    room = (widths[at] - 2 * round(twips(STANDARD.cell_margin))) / 240
    return 360.0 * sum(most_lines("".join(run.text for run in line), room) for line in one.lines)


@pytest.mark.skipif(
    shutil.which("soffice") is None or shutil.which("pdftotext") is None,
    reason="没有安装 LibreOffice 和 poppler-utils，量不了页面",
)
def test_on_every_page_the_group_and_the_channel_are_seen(tmp_path: Path) -> None:
    long = "，按照职责分工做好落实，5月20日前在www.example.gov.cn发布" * 2
    note = Paragraph(((Run("备注：各单位确定专人负责活动的组织、协调工作。"),),))
    cases = (
        (tasks([12]), note),
        (tasks([60]),),
        (tasks([60], long), note),
        (tasks([7] * 9), note),
        (tasks([3, 1, 1, 40, 2, 13], long),),
        (tasks([40] * 7 + [20], long), note),
    )
    documents = [write(document(*blocks)) for blocks in cases]
    for number, laid_out in enumerate(convert_all(documents, tmp_path)):
        pages = [page for page in laid_out if page.width > page.height]
        parts = tables(documents[number])
        assert (number, len(pages)) == (number, len(parts))
        for page, part in zip(pages, parts, strict=True):
            for row in part[1:]:
                if row[1] != "^":
                    assert row[1] in page.text
                if row[-1] != "^":
                    assert row[-1][:4] in page.text
            assert "序号" in page.text
            assert part[1][1] != "^"
