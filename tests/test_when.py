"""Days and moments as people give them on the command line."""

from datetime import date, datetime

import pytest
import typer

from gongkai_cli.cli.when import day_or_moment, past_day, year_of

NOW = datetime(2026, 5, 19, 9)
FORMS = "（写成 2026-05-19、5月19日，带钟点的写成 2026-05-19T09:00）"


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("2026-03-31", date(2026, 3, 31)),
        ("2026年3月31日", date(2026, 3, 31)),
        ("2026/3/31", date(2026, 3, 31)),
        ("2026.3.31", date(2026, 3, 31)),
        ("2026/3/31 16:30", datetime(2026, 3, 31, 16, 30)),
    ],
)
def test_a_day_in_full_may_be_written_in_several_ways(text: str, given: date) -> None:
    assert day_or_moment("--now", text) == given
    assert past_day("--on", text, NOW) == given


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("3月20日", date(2026, 3, 20)),
        ("5月19日", date(2026, 5, 19)),
        ("3月20日16时", datetime(2026, 3, 20, 16)),
        # What is still to come cannot be done: it is last year's.
        ("5月20日", date(2025, 5, 20)),
        ("12月31日", date(2025, 12, 31)),
    ],
)
def test_a_day_without_its_year_is_the_last_that_has_been(text: str, given: date) -> None:
    assert past_day("--on", text, NOW) == given


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2026-02-30", "没有“2026-02-30”这个日子或者时刻（检查月份、日子和时刻）"),
        ("2026/2/30", "没有“2026/2/30”这个日子或者时刻（检查月份、日子和时刻）"),
        ("5月32日", "没有“5月32日”这个日子或者时刻（检查月份、日子和时刻）"),
        ("2026-05-19T25:00", "没有“2026-05-19T25:00”这个日子或者时刻（检查月份、日子和时刻）"),
        ("明天", f"“明天”不是日期{FORMS}"),
        ("2026/3/311", f"“2026/3/311”不是日期{FORMS}"),
    ],
)
def test_what_is_no_day_is_told_apart_from_a_day_that_is_not(text: str, message: str) -> None:
    with pytest.raises(typer.BadParameter) as refused:
        past_day("--on", text, NOW)
    assert str(refused.value) == message


def test_of_what_may_be_to_come_the_day_without_a_year_is_this_years(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("gongkai_cli.project.clock.now", lambda: NOW)
    assert day_or_moment("--now", "5月20日") == date(2026, 5, 20)
    assert day_or_moment("--now", "3月20日16时") == datetime(2026, 3, 20, 16)


@pytest.mark.parametrize("text", ["2027", "2027年", " 2027 年 ", "２０２７"])
def test_a_year_may_have_its_word_behind_it(text: str) -> None:
    assert year_of("--year", text) == 2027


@pytest.mark.parametrize("text", ["27", "二〇二七", "", "2027年度", "20270"])
def test_what_is_no_year_is_told(text: str) -> None:
    with pytest.raises(typer.BadParameter) as refused:
        year_of("--year", text)
    assert str(refused.value) == f"“{text}”不是年份（写四位数字，如 2027）"
