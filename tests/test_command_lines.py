"""Anything typed at the command line is done, or refused in a sentence; nothing but what was asked for is touched."""

import os
import random
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import one_of
from support.drawn_campaigns import files as campaign_files
from support.drawn_command_lines import command_line
from support.office_cli import WATCH, Ran, answered, call, files, furnish


def in_turn(calls: Sequence[Sequence[str]], base: Path, office: Path) -> list[Ran]:
    """One call after another in one office, each held to the laws."""
    told = []
    for arguments in calls:
        before = files(base)
        told.append(call(arguments, office))
        answered(arguments, told[-1], before, files(base))
    return told


@given(st.integers(0, 2**32).map(random.Random), st.integers(1, 3))
@one_of(1)
def test_whatever_is_typed_is_answered(chance: random.Random, calls: int) -> None:
    with tempfile.TemporaryDirectory() as base:
        in_turn([command_line(chance) for _ in range(calls)], Path(base), furnish(Path(base)))


# A year of a campaign, from the first look to the next year's file.
YEAR = (
    ("validate", "活动"),
    ("validate", "活动", "--strict", "--format", "json"),
    ("validate", "活动", "--fix"),
    ("render", "活动", "-f", "md", "-f", "html"),
    ("tasks", "活动"),
    ("done", "活动", "全部", "--on", "2021-05-20", "--evidence", "照片"),
    ("done", "活动", "全部", "--on", "2021-05-21", "--undo"),
    ("done", "活动", "全部", "--on", "2021-05-21"),
    ("tasks", "活动", "--format", "json", "--status", "完成"),
    ("status", "活动"),
    ("status", "活动", "-o", "进展.html"),
    ("calendar", "活动", "-o", "日程.ics"),
    ("calendar", "活动", "--per-unit", "-o", "日程"),
    (WATCH, "活动", "--within", "400"),
    ("render", "活动", "-t", "summary", "-t", "questionnaire", "-t", "notice", "-f", "docx"),
    ("text", "output/活动/summary.docx"),
    ("new", "明年", "--from", "活动"),
    ("diff", "活动", "明年"),
    ("diff", "明年", "活动", "--format", "json"),
    ("validate", "明年"),
    ("new", "后年", "--from", "明年", "--keep", "星期"),
)


@given(campaign_files)
@one_of(20)
def test_any_campaign_lives_through_a_year(text: str) -> None:
    with tempfile.TemporaryDirectory() as base:
        office = furnish(Path(base))
        (office / "campaigns" / "活动.yaml").write_bytes(text.encode())
        told = in_turn(YEAR, Path(base), office)
    codes = {" ".join(line): ran.code for line, ran in zip(YEAR, told, strict=True)}
    # After 2099 there is no next year.
    assert codes["diff 活动 明年"] == codes["new 明年 --from 活动"]


ISSUER = "不像机关名称（写全称，如 示例县人民政府办公室）\n"


# What was found; each broke one of the laws once.
@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["schema", "甲"], 2, "用法错误：多写了“甲”。\n用法见：gongkai schema --help\n"),
        (["'"], 2, "用法错误：没有“'”这个命令。\n用法见：gongkai --help\n"),
        (
            ["ren'der"],
            2,
            "用法错误：没有“ren'der”这个命令，是不是“render”。\n用法见：gongkai --help\n",
        ),
        (
            ["Did you mean '?"],
            2,
            "用法错误：没有“Did you mean '?”这个命令。\n用法见：gongkai --help\n",
        ),
        (["init", "--year", "x"], 2, "用法错误：--year：“x”不是年份（写四位数字，如 2027）\n"),
        (["init", "--year", ""], 2, "用法错误：--year：“”不是年份（写四位数字，如 2027）\n"),
        (["init", "--year", "2025"], 2, "用法错误：--year：年份写 2026 或以后的四位数字\n"),
        (
            ["--", "--unit", "fonts"],
            2,
            "用法错误：没有“--unit”这个选项，是不是“fonts”。\n用法见：gongkai --help\n",
        ),
        # A monitor took 2 for: overdue.
        (
            [WATCH, "--within"],
            3,
            f"用法错误：选项“--within”后面要写一个值。\n用法见：gongkai {WATCH} --help\n",
        ),
        (
            ["--within", "5", WATCH],
            3,
            "用法错误：没有“--within”这个选项。\n用法见：gongkai --help\n",
        ),
        (["init", "新", "--issuer", "\udcff"], 2, f"用法错误：--issuer：“\\udcff”{ISSUER}"),
        # These made a first campaign that could not be read.
        (
            ["init", "新", "--issuer", "县政府: 办公室"],
            2,
            f"用法错误：--issuer：“县政府: 办公室”{ISSUER}",
        ),
        (["init", "新", "--issuer", "'"], 2, f"用法错误：--issuer：“'”{ISSUER}"),
        (["init", "新", "--issuer", "「活动」"], 2, f"用法错误：--issuer：“「活动」”{ISSUER}"),
        (
            ["render", "示例县-2026", "-o", "长" * 300, "-t", "notice"],
            1,
            f"{'长' * 300}/示例县-2026:1:1: 错误 GK403 读不了：文件名太长（缩短文件夹、活动或者单位的名称）\n",
        ),
        # This wrote the calendar over the campaign.
        (
            ["calendar", "-o", "campaigns/示例县-2026.yaml"],
            2,
            "用法错误：--output：日历的文件名要以 .ics 结尾，“campaigns/示例县-2026.yaml”不行\n",
        ),
        (
            ["schema", "-o", "campaigns/示例县-2026.yaml"],
            2,
            "用法错误：--output：键名说明的文件名要以 .json 结尾，“campaigns/示例县-2026.yaml”不行\n",
        ),
        (
            ["render", "-f", "docx,md"],
            2,
            "用法错误：--format：没有“docx,md”（分开写：--format docx --format md）\n",
        ),
        (["render", "-f", "DOCX"], 2, "用法错误：--format：没有“DOCX”（是不是“docx”）\n"),
        (
            ["validate", "--explain", "gk999"],
            2,
            "用法错误：--explain：没有“gk999”（全部代码：gongkai validate --explain GK）\n",
        ),
        (
            ["done", "示例县-2026", "更新办事指南", "--unit", "、县司法局、"],
            0,
            "",
        ),
        (
            ["done", "示例县-2026", "更新办事指南", "--unit", "、"],
            1,
            "--unit: 错误 GK804 “更新办事指南”没有责任单位“、”（责任单位是：县政务服务局、县司法局）\n",
        ),
        (
            ["new", "丙", "--from", "示例县-2026", "--year", "3000"],
            2,
            "用法错误：--year：年份最晚写到2099\n",
        ),
    ],
)
def test_what_was_found_is_answered(
    tmp_path: Path, arguments: list[str], code: int, message: str
) -> None:
    office = furnish(tmp_path)
    (ran,) = in_turn([arguments], tmp_path, office)
    assert (ran.code, ran.err) == (code, message)


def test_a_new_campaign_has_one_ending_and_a_name_that_can_be_copied(tmp_path: Path) -> None:
    office = furnish(tmp_path)
    calls = [["new", name, "--from", "示例县-2026"] for name in ("另县-2027.YML", "甲 乙.yaml")]
    told = in_turn(calls, tmp_path, office)
    assert [ran.out.splitlines()[-1] for ran in told] == [
        "改好以后运行 gongkai validate 另县-2027",
        '改好以后运行 gongkai validate "甲 乙"',
    ]
    assert {path.name for path in (office / "campaigns").iterdir()} >= {
        "另县-2027.yaml",
        "甲 乙.yaml",
    }


@pytest.mark.skipif(sys.platform != "linux", reason="names are texts there")
def test_a_name_that_is_no_text_has_a_calendar(tmp_path: Path) -> None:
    office = furnish(tmp_path)
    # 示例 as a Chinese Windows packs it, unpacked elsewhere.
    name = os.fsdecode("示例-2026.yaml".encode("gbk"))
    (office / "campaigns" / "示例县-2026.yaml").rename(office / "campaigns" / name)
    told = in_turn(
        [["calendar", name], ["calendar", name, "--per-unit", "-o", "日历"]], tmp_path, office
    )
    assert [ran.code for ran in told] == [0, 0]


@pytest.mark.parametrize("again", ["每周四12:00前", "每月8日前"])
def test_what_comes_again_may_be_marked_after_its_last_turn(tmp_path: Path, again: str) -> None:
    office = furnish(tmp_path)
    (office / "campaigns" / "甲.yaml").write_text(
        "活动: 甲\n年份: 2026\n公文: {发文机关: 乙, 标题: 丙}\n"
        "正文: {活动时间: 5月14日至21日, 工作: [{标题: 汇总, 时间: AGAIN, 责任单位: 丁}]}\n".replace(
            "AGAIN", again
        ),
        "utf-8",
    )
    days = ("05-13", "05-20", "06-01", "06-02")
    marks = "".join(f"2026-{day} | 汇总\n" for day in days)
    (office / "campaigns" / "甲.进展.txt").write_text(marks, "utf-8")
    calls = [
        ["render", "甲", "-t", "summary", "-f", "md", "--now", "2026-07-01"],
        ["tasks", "甲", "--now", "2026-07-01"],
    ]
    assert [ran.code for ran in in_turn(calls, tmp_path, office)] == [0, 0]


def test_the_version_is_all_that_was_asked_for(tmp_path: Path) -> None:
    (ran,) = in_turn([["--version", "calendar"]], tmp_path, furnish(tmp_path))
    assert (ran.code, ran.out.count("\n")) == (0, 1)
