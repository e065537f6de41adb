"""Merged cells from the marks of a template."""

from gongkai_cli.document import Cell, Document, Table, plain
from gongkai_cli.mdreader import read
from gongkai_cli.writers.markdown import write

TEXT = r"""
| 序号 | 分工^ | <^ | < | 途径^ |
| :-: | --- | --- | --: | --- |
| 1 | 统筹 | < | 甲 | |
| 2 | 统筹 | < | 乙 | |
| 3 | 一、组 | （一）小组 | 丙 | 网站 |
| 4 | 一、组 | （一）小组 | 丁 | 网站 |
| 5 | 一、组 | （二）小组 | 戊 | 网站 |
| 6 | 二、组 | （二）小组 | 己 | ^ |
| 7 | 二、组 | \^ | \< | 网站 |
"""


def shape(table: Table) -> list[list[str]]:
    """Each place: the text and its extent, or . where another cell covers it."""

    def one(cell: Cell | None) -> str:
        if cell is None:
            return "."
        text = "".join(map(plain, cell.lines))
        return text if (cell.columns, cell.rows) == (1, 1) else f"{text}/{cell.columns}x{cell.rows}"

    return [[one(cell) for cell in row] for row in (table.head, *table.rows)]


def test_equal_neighbours_are_merged_within_their_group() -> None:
    (table,) = read(TEXT, "t").blocks
    assert isinstance(table, Table)
    assert table.aligns == ("center", "left", "left", "right", "left")
    assert shape(table) == [
        ["序号", "分工/3x1", ".", ".", "途径"],
        ["1", "统筹/2x2", ".", "甲", ""],
        ["2", ".", ".", "乙", ""],
        ["3", "一、组/1x3", "（一）小组/1x2", "丙", "网站/1x2"],
        ["4", ".", ".", "丁", "."],
        ["5", ".", "（二）小组", "戊", "网站/1x2"],
        ["6", "二、组/1x2", "（二）小组", "己", "."],
        ["7", ".", "^", "<", "网站"],
    ]


def test_side_by_side_merged_cells_repeat_each_its_own_text() -> None:
    text = "| 甲^ | 乙^ | 丙 |\n| --- | --- | --- |\n| 一 | 二 | 三 |\n| 一 | 二 | 四 |\n"
    document = read(text, "t")
    assert shape(document.blocks[0])[1:] == [["一/1x2", "二/1x2", "三"], [".", ".", "四"]]  # type: ignore[arg-type]
    assert write(document).decode() == (
        "| 甲 | 乙 | 丙 |\n| :-- | :-- | :-- |\n| 一 | 二 | 三 |\n| 一 | 二 | 四 |\n"
    )


def test_in_markdown_every_place_repeats_its_text() -> None:
    (table,) = read(TEXT, "t").blocks
    lines = write(Document((table,))).decode().splitlines()
    assert lines == [
        "| 序号 | 分工 | 分工 | 分工 | 途径 |",
        "| :-: | :-- | :-- | --: | :-- |",
        "| 1 | 统筹 | 统筹 | 甲 |  |",
        "| 2 | 统筹 | 统筹 | 乙 |  |",
        "| 3 | 一、组 | （一）小组 | 丙 | 网站 |",
        "| 4 | 一、组 | （一）小组 | 丁 | 网站 |",
        "| 5 | 一、组 | （二）小组 | 戊 | 网站 |",
        "| 6 | 二、组 | （二）小组 | 己 | 网站 |",
        "| 7 | 二、组 | ^ | \\< | 网站 |",
    ]
