"""All that is wrong with a file is told at once, behind what YAML cannot read too; nothing is made up."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import TESTS, Run, put
from gongkai_cli import yamltree
from gongkai_cli.checking import examine
from gongkai_cli.editing import as_typed, edited
from gongkai_cli.finding import Edit, Finding, Place
from gongkai_cli.loading import load
from gongkai_cli.mending import mend
from gongkai_cli.yamlslips.tabs import tabs
from support.whole_file import BASE, told

MANY = """\
活动: 5·15 政务公开日
年份：2026
届次: 20
公文:
\t发文机关: 示例县人民政府办公室
  标题: 示例县人民政府办公室关于开展“5·15 政务公开日”活动的通知
  主送机关: "县政府各部门
  成文日期: 2026年2月30日
正文:
  活动时间：5月14日至21日
  活动内容:
    - 标题: 集中宣传
      时间：5月14日（星期五）上午
      牵头: 县司法局
    - 标题: 开放日
       时间: 5月15日上午
      牵头: 县教育局
报送:
  - 材料: 活动总结
    报送单位: 县司法局
    截止：5月24日16时前
  - 材料: 联络员名单
    报送单位: 县教育局
    截止: 5月8日: 前
联系:
  联系人 张三
  联系电话: 0000-0000000
"""


def test_all_that_is_wrong_is_told_at_once() -> None:
    assert told(MANY) == [
        "2:3 GK103",
        "5:1 GK102",
        "7:9 GK102",
        "8:9 GK205",
        "10:7 GK103",
        "13:9 GK103",
        # Behind a colon that is read as a key's the columns are those that were typed.
        "13:10 GK501",
        "16:8 GK102",
        "21:7 GK103",
        "21:8 GK502",
        "24:13 GK102",
        "26:6 GK102",
    ]


def test_mending_makes_all_edits_and_leaves_what_has_none() -> None:
    after = mend(MANY.encode(), "文件")
    right = MANY.replace("年份：", "年份: ").replace("\t", "  ").replace("时间：", "时间: ")
    assert after.data.decode() == right.replace("截止：", "截止: ")
    assert [one.place.line for one in after.applied] == [2, 5, 10, 13, 21]
    assert told(after.data.decode()) == [
        "7:9 GK102",
        "8:9 GK205",
        "13:11 GK501",
        "16:8 GK102",
        "21:9 GK502",
        "24:13 GK102",
        "26:6 GK102",
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        # A quotation mark without a partner ends at the next one, where nothing is wrong.
        (
            "张三\n  联系电话: 0000-0000000",
            "'张三\n  联系电话: '0000-0000000'",
            ["13:11 GK501", "21:9 GK502", "26:8 GK102"],
        ),
        # What is unread is not missed, nor what may stand in it.
        ("公文:", "公文", ["4:3 GK102"]),
        ("报送:", " 报送:", ["18:2 GK102"]),
        ("  活动内容:", "  活动内容: x: y", ["11:10 GK102", "21:9 GK502"]),
        ("届次: 20", "届次: [20", ["3:5 GK102", "13:11 GK501", "21:9 GK502"]),
        # Of a key that stands twice, once unread, neither is believed.
        (
            "  发文机关: 示例县人民政府办公室\n",
            "  发文机关: 示例县人民政府办公室\n  发文机关\n   乙\n",
            ["6:7 GK102"],
        ),
        # Of a file with both sides of a merge nothing is known.
        ("届次: 20", "<<<<<<< HEAD\n届次: 20\n=======", ["3:1 GK102"]),
    ],
)
def test_what_cannot_be_read_is_left_out(right: str, wrong: str, said: list[str]) -> None:
    assert BASE.count(right) == 1
    assert told(BASE.replace(right, wrong)) == said


SOUND = sorted((TESTS / "sound").glob("*.yaml"))
KEY = re.compile(r"^(\s*(?:- )*[^\s:#'\"\[{]+):(?: |$)")
SLIPS = {"GK102", "GK103"}


def slips(line: str) -> Iterator[str]:
    """A line after one slip of a kind that YAML does not take."""
    blanks = line[: len(line) - len(line.lstrip(" "))]
    if found := KEY.match(line):
        head, value = line[: found.end()], line[found.end() :]
        yield from (f"{found[1]} {value}", f"{found[1]}：{value}")
        if value[:1] not in "\"'|>[{":
            yield from (f'{head}"{value}', f"{head}[{value}", f"{line}: 又", f"{head}@{value}")
    if blanks:
        yield from (line[1:], line[2:], "\t" * (len(blanks) // 2) + line.lstrip(" "))
    yield from (f" {line}", f"  {line}", f"- {line}")


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.stem)
def test_nothing_is_made_up_about_what_cannot_be_read(path: Path) -> None:
    """Whichever line of a sound file YAML refuses, that is all there is to say."""
    lines = path.read_text("utf-8").split("\n")
    read = 0
    for number, line in enumerate(lines):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        # All of them take minutes; over the files every kind has its turn.
        for wrong in [*slips(line)][number % 3 :: 3]:
            text = "\n".join([*lines[:number], wrong, *lines[number + 1 :]])
            checked = examine(text.encode(), "文件")
            # Another slip than the parser's is not this test's.
            if any(one.code in SLIPS for one in checked.findings):
                read += checked.loaded.partial is not None
                assert len(checked.findings) == 1, (wrong, checked.findings)
    assert read > len(lines) / 2


def test_the_rounds_end() -> None:
    text = "".join(f"键{number}：值\n" for number in range(3000))
    findings = examine(text.encode(), "文件").findings
    assert 1 <= len(findings) <= 1000


def test_a_place_leads_back_through_several_edits() -> None:
    text = "甲：乙,丙：丁"
    edits = [
        Finding(Place("文件", 1, 2), "GK1", "error", "", edit=Edit("：", ": ")),
        Finding(Place("文件", 1, 4), "GK1", "error", "", edit=Edit(",", "")),
    ]
    once, made = edited(text, edits)
    assert once == "甲: 乙丙：丁"
    last = Finding(Place("文件", 1, 6), "GK1", "error", "", edit=Edit("：", ": "))
    twice, again = edited(once, [last])
    assert twice == "甲: 乙丙: 丁"
    columns = [
        as_typed(Finding(Place("文件", 1, column), "", "note", ""), (made, again)).place.column
        for column in range(1, len(twice) + 1)
    ]
    assert columns == [1, 2, 2, 3, 5, 6, 6, 7]


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("甲:\n\t乙: 丙\n\t丁: 戊\n", "甲:\n  乙: 丙\n  丁: 戊\n"),
        ("甲:\n  乙: 丙\n\t丁: 戊\n", "甲:\n  乙: 丙\n  丁: 戊\n"),
        (
            "甲:\n\t乙:\n\t\t- 丙: 丁\n\t\t  戊: 己\n\t\t- 丙: 庚\n\t辛: |\n\t\t壬\n\t\t癸\n子: 丑\n",
            "甲:\n  乙:\n    - 丙: 丁\n      戊: 己\n    - 丙: 庚\n  辛: |\n    壬\n    癸\n子: 丑\n",
        ),
        ("甲:\n\t- 乙\n\t- 丙\n", "甲:\n  - 乙\n  - 丙\n"),
        ("甲: |  # 两行\n\t乙\n\t丙\n丁: 戊\n", "甲: |  # 两行\n  乙\n  丙\n丁: 戊\n"),
        ("甲:\n\t乙: |  # 两行\n\t\t丙\n", "甲:\n  乙: |  # 两行\n    丙\n"),
        # Under an item it may be the item's or the section's: that depends on a tab's width.
        ("甲:\n  乙:\n    - 丙: 丁\n\t戊: 己\n", None),
        ("甲:\n  乙:\n\t丙: 丁\n", None),
    ],
)
def test_tabs_that_can_mean_one_thing_only(typed: str, right: str | None) -> None:
    assert edited(typed, tabs(typed.split("\n"), "文件"))[0] == (right or typed)
    head = "活动: 甲\n"
    assert mend((head + typed).encode(), "文件").data.decode() == head + (right or typed)
    tree, findings = yamltree.parse(typed, "文件")
    # Where there are edits to be made first the text has still to be read.
    assert (tree is None) == (right is not None)
    assert {one.code for one in findings} == {"GK102"}


def test_reminders_come_of_what_could_be_read(gongkai: Run) -> None:
    put("campaigns/甲.yaml", BASE.replace("主送机关:", "主送机关：").replace("张三", "'张三"))
    ran = gongkai("check-deadlines", "--now", "2026-05-22")
    assert ran.code == 3
    assert "报送活动总结，5月24日16时前" in ran.out
    assert [line.split()[2] for line in ran.err.splitlines()] == ["GK103", "GK102"]
    made = gongkai("render")
    assert (made.code, made.out) == (1, "")
    assert not Path("output").exists()


def test_what_is_read_on_may_hold_what_has_no_data() -> None:
    """An anchor takes its part's text away; the gap inside of it leads nowhere then."""
    text = BASE.replace("正文:", "正文: &a").replace("活动内容:", "活动内容: *b: c\n  别的:")
    assert {line.split()[1] for line in told(text)} <= {"GK102", "GK105", "GK201", "GK202"}


@pytest.mark.parametrize(
    "tail", ["?\n  甲: @乙\n: 丙\n", "[甲]:\n  乙: @丙\n", "? - 甲\n  - @乙\n: 丙\n"]
)
def test_where_no_tree_is_left_what_was_found_still_stands_in_order(tail: str) -> None:
    """A gap inside of what cannot be a key leads nowhere; what is read behind it may stand above it."""
    text = BASE.replace("届次: 20", "届次: 20\n届次: 21") + tail
    loaded = load(text.encode(), "文件")
    assert loaded.tree is None
    assert len(loaded.findings) > 1
    assert list(loaded.findings) == sorted(set(loaded.findings))
