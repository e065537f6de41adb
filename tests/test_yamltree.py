"""Positions, and texts as typed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import ROOT, TESTS
from gongkai_cli.finding import Place
from gongkai_cli.plaindata import Step, walk
from gongkai_cli.yamltree import Tree, parse

TEXT = """\
活动: 5·15 政务公开日
时刻: 10:30
号码: 010
否: no
日期: 2021-05-20
空:
公文:
  标题: "带“引号”的标题"
  段落: |
    第一行
    第二行

    另一段
  折行: 没有竖线
    也可以
    换行
  折叠: >
    甲
    乙
清单: [甲, '乙']
"""


@pytest.fixture(scope="module")
def tree() -> Tree:
    found, findings = parse(TEXT, "文件")
    assert findings == ()
    assert found is not None
    return found


def test_scalars_stay_what_was_typed(tree: Tree) -> None:
    assert tree.data == {
        "活动": "5·15 政务公开日",
        "时刻": "10:30",
        "号码": "010",
        "否": "no",
        "日期": "2021-05-20",
        "公文": {
            "标题": "带“引号”的标题",
            "段落": "第一行\n第二行\n\n另一段",
            "折行": "没有竖线\n也可以\n换行",
            "折叠": "甲\n乙",
        },
        "清单": ["甲", "乙"],
    }


@pytest.mark.parametrize(
    ("steps", "word", "place"),
    [
        (("活动",), "政务", (1, 10)),
        (("公文", "标题"), "引号", (8, 10)),
        (("公文", "段落"), "第二", (11, 5)),
        (("公文", "段落"), "一段", (13, 6)),
        (("公文", "折行"), "也可以", (15, 5)),
        (("公文", "折叠"), "乙", (19, 5)),
        (("清单", 1), "乙", (20, 10)),
        (("公文", "document", "标题"), "带", (8, 8)),
    ],
)
def test_every_character_has_its_place(
    tree: Tree, steps: tuple[Step, ...], word: str, place: tuple[int, int]
) -> None:
    value: object = tree.data
    for step in steps:
        if step != "document":
            value = value[step]  # type: ignore[index]
    assert tree.place(steps, str(value).index(word)) == Place("文件", *place)


@pytest.mark.parametrize(
    ("typed", "word", "column"),
    [
        ("'它说''甲''乙'", "乙", 12),
        ('"它\\"说\\u7532\\x41乙"', "乙", 19),
        ('"甲\\n乙" # 注', "乙", 8),
        ('  "甲" ', "甲", 7),
    ],
)
def test_between_quotation_marks_places_are_those_of_the_file(
    typed: str, word: str, column: int
) -> None:
    tree, _ = parse(f"键: {typed}\n", "文件")
    assert tree is not None
    assert tree.place(("键",), str(tree.data["键"]).index(word)) == Place("文件", 1, column)
    assert f"键: {typed}"[column - 1] == word


def test_a_long_text_between_marks_is_gone_through_once() -> None:
    """Were it gone through for each place, the suite's own limit would stop at this."""
    many = 100_000
    tree, _ = parse("键: '" + "甲''" * many + "'\n", "文件")
    assert tree is not None
    places = [tree.place(("键",), offset).column for offset in range(0, 2 * many, 2)]
    assert places == list(range(5, 5 + 3 * many, 3))
    assert {tree.typed(("键",), offset, 2) for offset in range(0, 2 * many, 2)} == {"甲''"}


@given(st.text("甲乙'\"a #:", min_size=1).filter(lambda text: text.strip() == text))
def test_between_single_marks_every_character_is_where_it_is_said_to_be(text: str) -> None:
    line = "键: '" + text.replace("'", "''") + "'"
    tree, _ = parse(line, "文件")
    assert tree is not None
    assert "".join(line[tree.place(("键",), at).column - 1] for at in range(len(text))) == text


@pytest.mark.parametrize(
    "path",
    [*(ROOT / "campaigns").glob("*.yaml"), *(TESTS / "cases").glob("*.yaml")],
    ids=lambda path: path.stem,
)
def test_every_character_of_a_campaign_is_where_it_is_said_to_be(path: Path) -> None:
    text = path.read_text("utf-8")
    tree, _ = parse(text, "文件")
    assert tree is not None
    lines = text.split("\n")
    for steps, value in walk(tree.data):
        places = [tree.place(steps, at) for at, char in enumerate(value) if char != "\n"]
        there = "".join(lines[place.line - 1][place.column - 1] for place in places)
        assert there == value.replace("\n", "")


def test_keys_have_places_too(tree: Tree) -> None:
    assert tree.place(("公文", "段落"), key=True) == Place("文件", 9, 3)
    assert tree.place(("公文",)) == Place("文件", 7, 1)
    assert tree.place(()) == Place("文件", 1, 1)


@given(st.text(max_size=300))
def test_any_text_gives_a_tree_or_a_finding(text: str) -> None:
    tree, findings = parse(text, "文件")
    assert tree is not None or findings
