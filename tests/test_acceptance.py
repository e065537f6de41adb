"""Findings that a comment accepts, and comments that are nothing but comments."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import ROOT, TESTS
from gongkai_cli import report
from gongkai_cli.checking import examine
from gongkai_cli.yamltree import parse
from gongkai_cli.yamltree.comments import comments

HEAD = """\
活动: 5·15 政务公开日
年份: 2026
公文: {发文机关: 县政府, 标题: 县政府关于开展“5·15 政务公开日”活动的通知, 成文日期: 2026年4月28日}
正文: {活动时间: 5月14日至21日}
"""


def told(text: str) -> list[str]:
    """What is said of lines below the head, counted from there: ``line:column code sentence``."""
    lines = report.text(examine((HEAD + text).encode(), "f").findings).splitlines()
    parts = [line.split(" ", 2) for line in lines]
    places = [part[0].split(":")[1:3] for part in parts]
    return [
        f"{int(line) - 4}:{column} {part[2]}"
        for (line, column), part in zip(places, parts, strict=True)
    ]


COMMA = "汉字中间用了半角“,”（改成“，”）"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("结语: 甲,乙  # 可以：GK712 原文如此\n", []),
        ("结语: 甲,乙  # 可以:gk712 原文如此\n", []),
        ("# 可以：GK712 原文如此\n结语: 甲,乙\n", []),
        ("# 可以：GK712 原文如此\n# 又一句\n结语: 甲,乙\n", []),
        ("# 可以：GK712、GK713，原文如此\n结语: 甲,乙，5月1日-3日。\n", []),
        ("结语: 甲,乙  #可以：GK712 原文如此\n", []),
        # All of a block of prose, and of a text that goes on over lines.
        ("# 可以：GK712 原文如此\n结语: |\n  甲,乙\n\n  丙,丁。\n", []),
        ("结语: |  # 可以：GK712 原文如此\n  甲,乙\n  丙,丁。\n", []),
        ("# 可以：GK712 原文如此\n结语:\n  甲,乙\n  丙,丁。\n", []),
        (
            "统筹任务:\n  # 可以：GK712 原文\n  - 内容: 甲,乙\n    标题: 丙\n    牵头: 县司法局\n",
            [],
        ),
        # Another code, another line, not directly above.
        (
            "结语: 甲,乙  # 可以：GK713 原文\n",
            [
                f"1:6 GK712 {COMMA}",
                "1:15 GK903 这里接受的 GK713 没有对上任何问题（可以删去；接受的注释写在有问题的那一行末尾，或者紧挨着的上一行）",
            ],
        ),
        (
            "# 可以：GK712 原文\n\n结语: 甲,乙\n",
            [
                "1:6 GK903 这里接受的 GK712 没有对上任何问题（可以删去；接受的注释写在有问题的那一行末尾，或者紧挨着的上一行）",
                f"3:6 GK712 {COMMA}",
            ],
        ),
        # Without a reason, unknown, not to be accepted.
        (
            "结语: 甲,乙  # 可以：GK712\n",
            [
                f"1:6 GK712 {COMMA}",
                "1:15 GK901 接受问题没有写原因，不算数（在代码后面写明原因，如“# 可以：GK712 市里已定的日期”）",
            ],
        ),
        (
            "结语: 甲,乙  # 可以：GK7129 原文\n",
            [f"1:6 GK712 {COMMA}", "1:15 GK902 没有 GK7129 这条规则（是不是“GK729”）"],
        ),
        (
            "结语: 甲,乙  # 可以：GK208 没办法\n",
            [
                f"1:6 GK712 {COMMA}",
                "1:15 GK904 GK208 不能接受，只能改（照提示改好；能接受的只有 GK5、GK6、GK7 开头的）",
            ],
        ),
        # A remark, and prose that looks like a comment.
        ("结语: 甲  # 可以：这样写\n", []),
        (
            "结语: |\n  甲,乙\n  # 可以：GK712 原文\n",
            [
                f"2:4 GK712 {COMMA}",
                "3:3 GK742 “#”和后面的话不是注释，会印出来（长文字里不能写注释；写到这个键的上一行）",
            ],
        ),
        ("结语: '甲,乙 # 可以：GK712 原文'\n", [f"1:7 GK712 {COMMA}"]),
    ],
)
def test_a_comment_accepts_what_stands_on_its_line_or_below(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_what_was_accepted_is_known() -> None:
    checked = examine((HEAD + "结语: 甲,乙  # 可以：GK712 原文\n").encode(), "f")
    assert [finding.code for finding in checked.accepted] == ["GK712"]


def test_in_a_file_with_errors_nobody_knows_what_an_acceptance_is_for() -> None:
    assert told("结语: 甲,乙  # 可以：GK712 原文\n届数: 3\n") == [
        "2:1 GK201 不认得“届数”（是不是“届次”）"
    ]


FILES = [
    *(ROOT / "campaigns").glob("*.yaml"),
    *(TESTS / "cases").glob("*.yaml"),
    *(TESTS / "bad").glob("*.yaml"),
]
PIECES = (
    "#", " #", "# ", "甲", "a", ": ", "\n", "\n  ", "\n- ", "|", "|-\n  ", ">\n   ", '"', "'",
    "[", "]", "{", "}", ", ", "\\", " ", "键: ", "键: |  # 注\n  文 # 字\n", "- '甲 # 乙' #丙\n",
)  # fmt: skip


def without_comments(text: str) -> None:
    """Without what was taken for comments a file says the same."""
    tree, findings = parse(text, "文件")
    if tree is None or findings:
        return
    lines = text.split("\n")
    for comment in comments(tree):
        line, column = comment.place.line - 1, comment.place.column - 1
        assert lines[line][column:] == comment.text
        lines[line] = lines[line][:column]
    bare, complaints = parse("\n".join(lines), "文件")
    assert bare is not None
    assert (bare.data, complaints) == (tree.data, ())
    assert comments(bare) == ()


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_no_prose_is_taken_for_a_comment(text: str) -> None:
    without_comments(f"甲: 乙\n{text}")
    without_comments(f"键: {text}\n尾: 丙 # 丁\n")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_prose_of_a_file_is_taken_for_a_comment(path: Path) -> None:
    without_comments(path.read_bytes().decode())


def test_comments_and_the_lines_they_speak_of() -> None:
    text = (
        '# 头\n活动: 甲#乙 # 一\n题: "a # b" #二\n段: |  # 三\n  文 # 不是\n\n  # 也不是\n'
        "# 四\n# 五\n折: >-\n  x # y\n单: ['c '' # d', 'e' #六\n  , f]  # 七\n长:\n  # 八\n  - 甲\n    乙\n"
    )
    tree, _ = parse(text, "文件")
    assert tree is not None
    assert [(c.place.line, c.place.column, c.text, c.first, c.last) for c in comments(tree)] == [
        (1, 1, "# 头", 2, 2),
        (2, 9, "# 一", 2, 2),
        (3, 12, "#二", 3, 3),
        (4, 7, "# 三", 4, 7),
        (8, 1, "# 四", 10, 11),
        (9, 1, "# 五", 10, 11),
        (12, 21, "#六", 12, 12),
        (13, 9, "# 七", 13, 13),
        (15, 3, "# 八", 16, 17),
    ]
