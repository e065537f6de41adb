"""A collective name in the record: of whom it tells once the file says whom it means."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from conftest import Run, put

FILE = """\
活动: 5·15 政务公开日
年份: 2025
公文: {发文机关: 示例县人民政府办公室, 标题: 关于开展“5·15 政务公开日”活动的通知, 成文日期: 2025年4月28日}
正文: {活动时间: 5月14日至21日}
报送:
  - {材料: 活动总结, 报送单位: 各部门, 截止: 5月22日前}
  - {材料: 图片, 报送单位: [县司法局, 县公安局], 截止: 5月22日前}
"""
MEMBERS = "统称: {各部门: [执法部门, 县教育局], 执法部门: [县司法局, 县城管局]}\n"
RECORD = Path("campaigns/甲.进展.txt")


@pytest.fixture(autouse=True)
def june(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gongkai_cli.project.clock.now", lambda: datetime(2026, 6, 1, 10))


def done(gongkai: Run, title: str) -> list[str]:
    """The units that are done with something."""
    ran = gongkai("tasks", "甲", "--status", "完成")
    assert ran.err == ""
    split = [line.split() for line in ran.out.splitlines()]
    return [row[3] for row in split if row[2] == title]


def test_members_named_later_have_done_what_all_have(gongkai: Run) -> None:
    put("campaigns/甲.yaml", FILE)
    assert gongkai("done", "甲", "活动总结").code == 0
    assert "各部门" in RECORD.read_text("utf-8")
    assert done(gongkai, "活动总结") == ["各部门"]
    put("campaigns/甲.yaml", FILE + MEMBERS)
    assert done(gongkai, "活动总结") == ["县司法局", "县城管局", "县教育局"]


@pytest.mark.parametrize(
    ("task", "unit", "units"),
    [
        ("活动总结", "各部门", ["县司法局", "县城管局", "县教育局"]),
        ("活动总结", "执法部门", ["县司法局", "县城管局"]),
        ("活动总结", "执法部门、县教育局", ["县司法局", "县城管局", "县教育局"]),
        # Of a collective those who answer for the task.
        ("图片", "执法部门", ["县司法局"]),
    ],
)
def test_a_collective_name_is_its_members(
    gongkai: Run, task: str, unit: str, units: list[str]
) -> None:
    put("campaigns/甲.yaml", FILE + MEMBERS)
    ran = gongkai("done", "甲", task, "--unit", unit)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith(f"，{'、'.join(units)}，完成\n")
    assert done(gongkai, task) == units
    put(RECORD.as_posix(), f"2026-05-20 | {task} | {unit}\n")
    assert done(gongkai, task) == units


@pytest.mark.parametrize("unit", ["各乡镇", "执法部门、县林业局"])
def test_whoever_it_does_not_concern_is_told(gongkai: Run, unit: str) -> None:
    put("campaigns/甲.yaml", FILE + MEMBERS)
    ran = gongkai("done", "甲", "图片", "--unit", unit)
    named = unit.rsplit("、", maxsplit=1)[-1]
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"--unit: 错误 GK804 “图片”没有责任单位“{named}”")


def test_what_falls_to_all_of_a_collective_is_listed(gongkai: Run) -> None:
    put(
        "campaigns/甲.yaml",
        """\
活动: 5·15 政务公开日
年份: 2026
公文: {发文机关: 甲县政府, 标题: 甲, 成文日期: 2026年4月28日}
正文: {活动时间: 5月14日至21日}
统称: {各街道: [东街道, 西街道], 各部门: [县司法局]}
报送:
  - {材料: 总结, 报送单位: 各街道, 截止: 5月22日前}
  - {材料: 名单, 报送单位: 县教育局, 截止: 5月8日前}
""",
    )
    listed = gongkai("tasks", "--unit", "各街道", "--now", "2026-05-20", "--format", "json")
    assert [row["unit"] for row in json.loads(listed.out)] == ["东街道", "西街道"]
    shown = gongkai("status", "--unit", "各街道", "--now", "2026-05-20").out
    assert "共2项" in shown
    dates = gongkai("calendar", "--unit", "各街道").out
    assert (dates.count("BEGIN:VEVENT"), "名单" in dates) == (1, False)
    # Of nobody in 各部门 anything is wanted.
    ran = gongkai("tasks", "--unit", "各部门")
    assert ran.code == 2
    assert "没有单位“各部门”的任务" in ran.err
