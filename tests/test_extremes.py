"""Much of everything, and rare things: all of it is told or printed, and nothing is lost."""

import pytest

from conftest import ROOT
from gongkai_cli.document import Table
from gongkai_cli.finding import Refused
from gongkai_cli.loading import Loaded, load
from gongkai_cli.mdreader import read
from gongkai_cli.project.overrides import templates
from gongkai_cli.templating import Templates
from support.all_documents import render

BASE = "活动: 甲\n年份: 2026\n公文: {发文机关: 乙, 标题: 丙}\n"
BODY = "正文: {甲: 乙}\n"


def test_there_is_an_end_to_the_findings() -> None:
    loaded = load(("\n".join(f"键{n}: 值" for n in range(18_000))).encode(), "文件")
    assert len(loaded.findings) <= 200


def sound(text: str) -> Loaded:
    loaded = load(text.encode(), "文件")
    assert loaded.findings == ()
    return loaded


def markdown(text: str, name: str) -> str:
    office = Templates(templates(ROOT))
    (rendered,) = render(sound(text), office, [name], ["md"])
    return rendered.data.decode()


def test_a_thousand_sections_are_numbered() -> None:
    text = BASE + "正文:\n" + "".join(f"  节{n}: 文\n" for n in range(1_001))
    assert "## 一千零一、节1000" in markdown(text, "notice")


def test_no_text_of_the_coordinating_tasks_is_lost() -> None:
    table = markdown(
        BASE
        + BODY
        + "统筹任务: [{标题: 甲, 内容: 甲文, 事项: [{标题: 乙, 责任单位: 局}, {标题: 丙事, 内容: 丙文}]}, "
        "{标题: 丁, 内容: 丁文, 任务: [{内容: 戊文, 责任单位: 局}]}]\n",
        "task-table",
    )
    assert [
        word for word in ("甲文", "乙", "丙事", "丙文", "丁文", "戊文") if word not in table
    ] == []


def test_an_address_stays_one_on_github() -> None:
    address = "https://www.example.gov.cn/art_2020/5_8.html?a=1&b=2#top"
    assert address in markdown(BASE + f"正文: {{网址: '{address}'}}\n", "notice")


@pytest.mark.parametrize("row", ["| 甲 | 乙 |", "| 甲 | 乙 | 丙 | 丁 |"])
def test_a_row_with_other_cells_than_the_head_is_refused(row: str) -> None:
    good = "| 一 | 二 | 三 |\n| --- | --- | --- |\n| 甲 | 乙 | 丙 |\n"
    (table,) = read(good, "t").blocks
    assert isinstance(table, Table)
    with pytest.raises(Refused, match=r"表格第 3 行有 [24] 格，表头有 3 格"):
        read(good + row + "\n", "t")
