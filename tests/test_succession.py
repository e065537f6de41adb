"""Next year's file from this year's: what moves on, what stays byte for byte, what people are told.

The expectation stands beside each file: the lines that change, and what is left to people. Written
anew by ``pytest --update``; read the diff before committing it.
"""

from difflib import unified_diff
from pathlib import Path
from typing import get_args

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from conftest import ROOT, TESTS
from gongkai_cli import report
from gongkai_cli.loading import load
from gongkai_cli.succession import Keep, Successor, succeed

KEEPS: tuple[Keep, ...] = get_args(Keep)
FILES = [
    *sorted((ROOT / "campaigns").glob("*.yaml")),
    *sorted((TESTS / "succession").glob("*.yaml")),
]


def successor(text: str, year: int, keep: Keep) -> Successor:
    loaded = load(text.encode(), "文件")
    assert loaded.tree is not None
    return succeed(text, loaded.tree, year, keep)


def year_of(text: str) -> int:
    return int(text.split("年份: ")[1][:4])


def account(text: str, keep: Keep) -> str:
    new = successor(text, year_of(text) + 1, keep)
    changed = unified_diff(text.splitlines(keepends=True), new.text.splitlines(keepends=True), n=0)
    lines = [line for line in changed if not line.startswith(("---", "+++", "@@"))]
    return f"==== 保持{keep} ====\n{''.join(lines)}{report.text(new.left)}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_becomes_of_a_file(path: Path, *, update: bool) -> None:
    text = path.read_text("utf-8")
    expected = TESTS / "succession" / f"{path.stem}.txt"
    said = "\n".join(account(text, keep) for keep in KEEPS)
    if update:
        expected.write_text(said, "utf-8", newline="\n")
    assert said == expected.read_text("utf-8")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
@pytest.mark.parametrize("keep", KEEPS)
@given(years=st.integers(1, 30))
def test_only_values_change(path: Path, keep: Keep, years: int) -> None:
    text = path.read_text("utf-8")
    new = successor(text, year_of(text) + years, keep).text
    assert keys_of(new) == keys_of(text)
    for before, after in zip(text.splitlines(), new.splitlines(), strict=True):
        assert before.partition(" #")[2] == after.partition(" #")[2]


def keys_of(text: str) -> object:
    """The keys and lists of a file, without its values."""

    def bare(data: object) -> object:
        match data:
            case dict():
                return {key: bare(value) for key, value in data.items()}
            case list():
                return [bare(value) for value in data]
        return None

    return bare(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506  makes nothing but texts


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
@given(first=st.integers(1, 5), second=st.integers(1, 5))
def test_year_by_year_comes_to_the_same_as_all_at_once(path: Path, first: int, second: int) -> None:
    text = path.read_text("utf-8")
    year = year_of(text)
    on_the_way = successor(text, year + first, "日期").text
    there = successor(on_the_way, year + first + second, "日期").text
    assert there == successor(text, year + first + second, "日期").text


@pytest.mark.parametrize("keep", KEEPS)
def test_a_day_that_the_new_year_does_not_have_is_left_to_people(keep: Keep) -> None:
    said = "2024年2月29日印发，2024-02-29公布，2024-02-30止，2月29日前报送，第一二三届"
    text = (
        f"活动: 甲\n年份: 2024\n公文: {{发文机关: 乙, 标题: 丙}}\n正文: {{丁: 戊}}\n结语: {said}\n"
    )
    made = successor(text, 2025, keep)
    assert made.text == text.replace("年份: 2024", "年份: 2025")
    told = [one.message for one in made.left if "没有这一天" in one.hint]
    assert told == [f"“{day}”没有动" for day in ("2024年2月29日", "2024-02-29", "2月29日")]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("{发放宣传资料: 1200份}", "{发放宣传资料: 【待填：发放宣传资料】}"),
        # A name that would end the text it goes into, or begin another one.
        ("{'甲{乙}': 3}", "{'甲{乙}': 【待填：数据】}"),
        ("{'甲, 乙: 丙': 3}", "{'甲, 乙: 丙': 【待填：数据】}"),
        ("{甲'乙: '3'}", "{甲'乙: '【待填：数据】'}"),
        # What is typed with two characters goes with both of them.
        (r'{甲: "3\\"}', '{甲: "【待填：甲】"}'),
        (r'{甲: "3\""}', '{甲: "【待填：甲】"}'),
        ("{甲: '3'''}", "{甲: '【待填：甲】'}"),
    ],
)
def test_a_blank_fits_where_the_figure_stood(typed: str, expected: str) -> None:
    head = "活动: 甲\n年份: {}\n公文: {{发文机关: 乙, 标题: 丙}}\n正文: {{丁: 戊}}\n总结: {{数据: {}}}\n"
    moved = successor(head.format(2026, typed), 2027, "日期").text
    assert moved == head.format(2027, expected)
    assert load(moved.encode(), "文件").campaign is not None


@pytest.mark.parametrize(
    ("said", "moved"),
    [
        ("5月2日至12月31日", "5月4日至12月26日"),
        # A few days over the new year need no year to be understood.
        ("12月29日至31日", "12月31日至1月2日"),
    ],
)
def test_a_period_by_its_weekdays_ends_behind_its_beginning(said: str, moved: str) -> None:
    file = "活动: 甲\n年份: {}\n公文: {{发文机关: 乙, 标题: 丙}}\n正文: {{活动时间: {}}}\n"
    new = successor(file.format(2026, said), 2041, "星期")
    assert new.text == file.format(2041, moved)
    assert load(new.text.encode(), "文件").campaign is not None


@pytest.mark.parametrize(
    ("said", "moved", "left"),
    [
        ("2027年1月20日", "2028年1月20日", []),
        ("2027年1月20日至22日", "2028年1月20日至22日", []),
        ("次年1月20日", "次年1月20日", []),
        ("1月20日（星期三）", "1月20日（星期四）", []),
        # Behind the last day of the campaign it may be another matter.
        ("2027年3月1日", "2027年3月1日", ["“2027年3月1日”没有动"]),
        ("2027年3月1日至5日", "2027年3月1日至5日", ["“2027年3月1日”没有动"]),
        ("次年3月1日", "次年3月1日", []),
        ("2029年3月1日", "2029年3月1日", []),
    ],
)
def test_a_campaign_over_the_new_year_takes_its_days_along(
    said: str, moved: str, left: list[str]
) -> None:
    file = (
        "活动: 甲\n年份: {}\n公文: {{发文机关: 乙, 标题: 丙}}\n"
        "正文: {{活动时间: {}年12月15日至次年1月31日, 丁: {}。}}\n"
    )
    new = successor(file.format(2026, 2026, said), 2027, "日期")
    assert new.text == file.format(2027, 2027, moved)
    assert [finding.message for finding in new.left] == left
