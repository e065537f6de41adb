"""Any campaign beside another, and beside next year's made from it: what differs is told, what is made can be used."""

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import one_of
from gongkai_cli.difference import Difference, compare
from gongkai_cli.difference.text import markdown, text
from gongkai_cli.loading import load
from gongkai_cli.succession import Keep, succeed
from gongkai_cli.succession.days import Onward
from support.corrupt_input import damaged
from support.drawn_campaigns import files
from support.invariants import PATH
from support.known_texts import REAL, SEEDS
from support.pair_invariants import difference_is_answered, side_of, successor_is_answered

KEEPS: st.SearchStrategy[Keep] = st.sampled_from(("日期", "星期"))
YEARS = st.sampled_from((1, 1, 2, 3, 4, 30, 173))


def compared(old: str, new: str) -> Difference | None:
    """The difference of two files, held to the laws; None where one of them cannot be compared."""
    sides = [side_of(load(one.encode("utf-8", "replace"), PATH)) for one in (old, new)]
    if sides[0] is None or sides[1] is None:
        return None
    return difference_is_answered(sides[0], sides[1])


@given(files, files)
@one_of(4)
def test_any_two_campaigns_are_compared(old: str, new: str) -> None:
    assert compared(old, new) is not None


@given(st.sampled_from(REAL), SEEDS)
@one_of(1)
def test_a_campaign_is_compared_with_what_became_of_it(one: str, chance: random.Random) -> None:
    compared(one, damaged(one, REAL, chance))


@given(files, SEEDS)
@one_of(4)
def test_any_campaign_is_compared_with_what_became_of_it(one: str, chance: random.Random) -> None:
    compared(one, damaged(one, REAL, chance))


@given(files, YEARS, KEEPS)
@one_of(4)
def test_any_campaign_has_a_next_year(one: str, years: int, keep: Keep) -> None:
    made = successor_is_answered(one.encode(), years, keep)
    if made is not None:
        successor_is_answered(made, 1, keep)
        assert compared(one, made.decode()) is not None


@given(st.sampled_from(REAL), SEEDS, YEARS, KEEPS)
@one_of(2)
def test_what_became_of_a_campaign_has_a_next_year(
    one: str, chance: random.Random, years: int, keep: Keep
) -> None:
    made = successor_is_answered(damaged(one, REAL, chance).encode("utf-8", "replace"), years, keep)
    if made is not None:
        successor_is_answered(made, 1, keep)


# What was found; each broke one of the laws once.
HEAD = "活动: 甲\n年份: {}\n公文: {{发文机关: 乙, 标题: 丙}}\n"


def moved(file: str, year: int, keep: Keep = "日期") -> tuple[str, list[str]]:
    """A file moved on to a year, and what is left to people."""
    tree = load(file.encode(), PATH).tree
    assert tree is not None
    made = succeed(file, tree, year, keep)
    assert load(made.text.encode(), PATH).campaign is not None
    return made.text, [f"{one.message}（{one.hint}）" for one in made.left]


def test_an_edition_that_a_file_cannot_take_stays() -> None:
    file = "届次: 999\n" + HEAD + "正文: {{活动时间: 5月14日, 第九百九十九届“甲一”: 第999届}}\n"
    assert moved(file.format(2026), 2027) == (
        file.format(2027),
        ["届次“999”没有动（届次最多写到999，查“999”对不对）"],
    )
    assert moved(file.format(2026).replace("999", "998", 1), 2027)[0].startswith("届次: 999\n")


def test_a_section_may_be_called_as_a_key() -> None:
    file = HEAD + "正文: {{届次: 公开为民, 年份: 五月, 成文日期: 六月, 活动时间: 5月14日}}\n"
    assert moved(file.format(2026), 2027) == (file.format(2027), [])


@pytest.mark.parametrize(
    ("year", "to", "keep", "period", "expected"),
    [
        # With 29 February between its ends a period turned round.
        (2020, 2023, "星期", "2月27日至3月1日", "3月2日至3月5日"),
        (2026, 2027, "星期", "5月14日至21日", "5月13日至20日"),
        # The end of many years came to be before the beginning.
        (2024, 2027, "日期", "12月20日至2027年1月10日", "12月20日至2030年1月10日"),
        (2024, 2026, "日期", "12月20日至2027年1月10日", "12月20日至2027年1月10日"),
        (2026, 2027, "日期", "5月14日至2030年5月14日", "5月14日至2030年5月14日"),
    ],
)
def test_no_period_ends_before_it_begins(
    year: int, to: int, keep: Keep, period: str, expected: str
) -> None:
    file = HEAD + "正文: {{活动时间: {}}}\n"
    assert moved(file.format(year, period), to, keep) == (file.format(to, expected), [])


@pytest.mark.parametrize(
    ("year", "said", "expected"),
    [
        (2026, "5月14日（星期四）", "5月13日（星期四）"),
        (2026, "5月1日至2日", "4月30日至5月1日"),
        (2026, "5月1日、2日", "4月30日、5月1日"),
        (2026, "2026年5月30日—6月2日", "2027年5月29日—6月1日"),
        (2026, "12月31日至次年1月3日", "12月30日至次年1月2日"),
        # No day is taken out of its year: the Thursday before 1月1日 would be the end of another.
        (2026, "1月1日", "1月7日"),
        (2026, "1月1日至3日", "1月7日至9日"),
        (2026, "1月2日", "1月1日"),
        # Forward, over a leap year: 2023年12月31日 is a Sunday, and so is 2028's.
        (2023, "12月31日", "12月31日"),
        # What is no day stays, and a day joined to it goes by itself.
        (2026, "2月30日、28日", "2月30日、27日"),
        (2026, "2月30日至3月1日", "2月30日至2月28日"),
    ],
)
def test_a_day_keeps_its_weekday(year: int, said: str, expected: str) -> None:
    to = 2028 if year == 2023 else year + 1
    file = HEAD + "正文: {{甲: [{{标题: 乙, 内容: {}。}}]}}\n"
    assert moved(file.format(year, said), to, "星期") == (file.format(to, expected), [])


def test_a_weekday_is_kept_within_the_year() -> None:
    for old in range(2020, 2036):
        for new in range(old + 1, old + 8):
            onward = Onward(old, new, "星期", date(old, 5, 21))
            for day in (date(old, 1, 1), date(old, 1, 3), date(old, 12, 29), date(old, 12, 31)):
                there = onward.moved(day, "星期")
                assert there is not None
                assert (there.year, there.weekday()) == (new, day.weekday())
                assert abs((there - day.replace(year=new)).days) <= 6


def test_what_is_typed_over_two_lines_is_left_or_keeps_them() -> None:
    file = "活动: 甲\n公文:\n  发文机关: 乙\n  发文字号: {}\n  标题: 丙\n年份: {}\n正文: {{丁: 5月14日}}\n"
    apart = "乙发〔2026〕\n    12号"
    assert moved(file.format(apart, 2026), 2027) == (
        file.format(apart, 2027),
        ["“乙发〔2026〕12号”没有动（分行写的程序不改，照今年的改）"],
    )
    file = "活动: 甲\n公文: {{发文机关: 乙, 标题: 丙, 发文字号: {}}}\n年份: {}\n正文: {{丁: 5月14日}}\n"
    assert moved(file.format("乙发〔2026〕\n12号", 2026), 2027) == (
        file.format("【待填：发文字号】\n", 2027),
        ["发文字号原来是“乙发〔2026〕\n12号”，留空了（定了就填上）"],
    )


def test_a_task_says_what_is_to_be_done() -> None:
    file = (
        HEAD.format(2026)
        + "正文:\n  甲:\n  - 标题: 乙\n    任务:\n    - 内容: |\n      责任单位: 丙\n"
    )
    loaded = load(file.encode(), PATH)
    assert loaded.campaign is None
    assert [(one.place.line, one.code, one.message) for one in loaded.findings] == [
        (8, "GK204", "这里是空的")
    ]


def test_what_is_blank_is_not_blanked_again() -> None:
    file = HEAD + "正文: {{活动时间: 5月14日, 活动主题: 【待填：活动主题】}}\n"
    assert moved(file.format(2026), 2027) == (
        file.format(2027),
        ["活动主题还没有填（定了就填上）"],
    )


def told(old: str, new: str) -> tuple[list[str], list[str]]:
    sides = [side_of(load((HEAD.format(2026) + one).encode(), PATH)) for one in (old, new)]
    assert sides[0] is not None
    assert sides[1] is not None
    difference = compare(sides[0], sides[1])
    return text(difference)[1:], markdown(difference)[1:]


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        # A line for each paragraph.
        (
            "正文: {甲: 乙}\n报送:\n- {材料: 丙, 截止: 5月1日}\n",
            "正文: {甲: 乙}\n报送:\n- 材料: 丙\n  截止: 5月1日\n  要求: |\n    一。\n\n    二。\n",
            ["", "报送", "  丙：新增要求", "    一。", "    二。"],
        ),
        (
            "正文: {甲: 乙}\n",
            "正文:\n  甲: 乙\n  丙: |\n    一。\n\n    二。\n",
            ["", "文字", "  丙：", "    新增　一。", "    新增　二。"],
        ),
        # What stands below a text of several paragraphs.
        (
            "正文:\n  甲:\n  - 内容: |\n      一。\n\n      二。\n    事项: [{标题: 三, 内容: 四}]\n",
            "正文:\n  甲:\n  - 内容: |\n      一。\n\n      二。\n    事项: [{标题: 三, 内容: 五五五}]\n",
            ["", "文字", "  甲　一。二　三：", "    旧　四", "    新　五五五"],
        ),
        # Only the weekday is written or not: both looked the same.
        (
            "正文: {活动时间: 5月14日}\n",
            "正文: {活动时间: 5月14日（星期四）}\n",
            ["", "时间", "  活动时间：5月14日 → 5月14日（星期四），日期没有变，写法不同"],
        ),
        # A date where there was none, or none where there was one.
        (
            "正文: {甲: [{标题: 乙, 牵头: 丙, 完成时间: 5月20日前}, {标题: 丁, 牵头: 丙}]}\n",
            "正文: {甲: [{标题: 乙, 牵头: 丙}, {标题: 丁, 牵头: 丙, 完成时间: 5月20日前}]}\n",
            [
                "",
                "时间",
                "  乙：不再写明时间，原为5月20日（星期三）前",
                "  丁：写明时间，5月20日（星期三）前",
            ],
        ),
        # A line with its label.
        (
            "正文: {要求: {各项: {领导: 加强领导, 宣传: 做好宣传}}}\n",
            "正文: {要求: {各项: {领导: 加强领导, 宣传: 抓好宣传}}}\n",
            ["", "文字", "  要求　宣传：", "    旧　【做】好宣传", "    新　【抓】好宣传"],
        ),
        # The rows of a table, and those left to be filled in.
        (
            "正文: {甲: 乙}\n附件: [{标题: 表, 列: [甲, 乙], 行: [[一, 二], [三, 四]], 空行: 3}]\n",
            "正文: {甲: 乙}\n附件: [{标题: 表, 列: [甲, 丙], 行: [[一, 二], [三, 五]], 备注: 注}]\n",
            [
                "",
                "文字",
                "  附件《表》：",
                "    旧　甲 | 【乙】",
                "    新　甲 | 【丙】",
                "    旧　三 | 【四】",
                "    新　三 | 【五】",
                "    旧　空行：3",
                "    新　备注：注",
            ],
        ),
        # Headings without a text, texts without a heading.
        (
            "正文: {甲: [{标题: 一}, {标题: 二, 内容: 文}]}\n导语: 旧\n结语: 同\n",
            "正文: {甲: [{标题: 二, 内容: 文}, {标题: 三}, {内容: 四。}]}\n结语: 同\n",
            [
                "",
                "文字",
                "  甲：",
                "    新增　三",
                "    新增　四。",
                "  导语：",
                "    删去　旧",
                "  甲：",
                "    删去　一",
            ],
        ),
        # A task of which there is nothing to say but its name.
        (
            "正文: {甲: 乙}\n",
            "正文: {甲: 乙}\n统筹任务: [督查]\n",
            ["", "任务", "  新增：督查"],
        ),
    ],
)
def test_every_line_of_a_difference_is_one(old: str, new: str, lines: list[str]) -> None:
    assert told(old, new)[0] == lines
    assert not any("\n" in line for format_ in told(new, old) for line in format_)


def test_what_is_to_be_known_first_stands_first_in_either_format() -> None:
    file = HEAD + "正文: {{活动时间: {}, 甲: [{{标题: 一*二, 牵头: 丙, 完成时间: {}}}]}}\n"
    old = side_of(load(file.format(2026, "5月14日", "5月20日前").encode(), PATH))
    new = side_of(load(file.format(2027, "5月16日", "5月22日前").encode(), PATH))
    assert old is not None
    assert new is not None
    difference = compare(old, new)
    first = "2026年与2027年相比；日期按月、日比，月、日相同的不列。"
    assert text(difference)[1:3] == [first, "各项时间整体推迟2天。"]
    assert markdown(difference)[1:5] == ["", first, "", "各项时间整体推迟2天。"]
