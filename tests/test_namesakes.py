"""Two tasks of one name: what was recorded before there were two, and how each is meant."""

from datetime import datetime
from pathlib import Path

import pytest

from conftest import Run, put

HEAD = """\
活动: 5·15 政务公开日
年份: 2026
公文: {发文机关: 示例县人民政府办公室, 标题: 关于开展“5·15 政务公开日”活动的通知, 成文日期: 2026年4月28日}
正文:
  活动时间: 5月14日至21日
  活动内容:
    - {标题: 更新办事指南, 时间: 5月15日, 牵头: [县司法局, 县教育局]}
"""
TWO = f"""{HEAD}    - 标题: 线上服务
      内容: 抓好线上服务。
      任务: [{{内容: 更新办事指南, 责任单位: 县公安局, 完成时间: 5月20日前}}]
"""
REPORTS = f"""{HEAD}报送:
  - {{材料: 活动总结, 报送单位: [县司法局, 县教育局], 截止: 5月22日前}}
  - {{材料: 活动总结, 报送单位: 县公安局, 截止: 5月25日前}}
"""
RECORD = Path("campaigns/甲.进展.txt")


@pytest.fixture(autouse=True)
def june(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gongkai_cli.project.clock.now", lambda: datetime(2026, 6, 1, 10))


def rows(gongkai: Run, title: str) -> list[tuple[str, str, str]]:
    """Id, unit and status of what has a title."""
    ran = gongkai("tasks", "甲")
    assert ran.err == ""
    split = [line.split() for line in ran.out.splitlines()]
    return [(row[0], row[3], row[5]) for row in split if row[2] == title]


def test_a_record_outlives_a_namesake(gongkai: Run) -> None:
    put("campaigns/甲.yaml", HEAD)
    assert gongkai("done", "甲", "更新办事指南", "--unit", "县司法局").code == 0
    before = rows(gongkai, "更新办事指南")
    assert before == [("uf9dz", "县司法局", "完成"), ("uf9dz", "县教育局", "逾期")]
    put("campaigns/甲.yaml", TWO)
    assert rows(gongkai, "更新办事指南") == [
        ("aesep", "县司法局", "完成"),
        ("aesep", "县教育局", "逾期"),
        ("tz4p7", "县公安局", "逾期"),
    ]
    # The id alone, as somebody may have written it by hand, means the one whose unit it names.
    RECORD.write_text("2026-05-20 | uf9dz | 县教育局\n2026-05-20 | UF9DZ | 县公安局\n", "utf-8")
    assert rows(gongkai, "更新办事指南") == [
        ("aesep", "县司法局", "逾期"),
        ("aesep", "县教育局", "完成"),
        ("tz4p7", "县公安局", "完成"),
    ]


def test_a_record_outlives_a_change_of_a_namesakes_units(gongkai: Run) -> None:
    put("campaigns/甲.yaml", REPORTS)
    (identity, *_), *_ = rows(gongkai, "活动总结")
    assert gongkai("done", "甲", identity).code == 0
    put("campaigns/甲.yaml", REPORTS.replace("县教育局], 截止", "县教育局, 县民政局], 截止"))
    now = rows(gongkai, "活动总结")
    assert [row[1:] for row in now] == [
        ("县司法局", "完成"),
        ("县教育局", "完成"),
        ("县民政局", "逾期"),
        ("县公安局", "逾期"),
    ]
    assert now[0][0] != identity


def test_a_number_of_its_own_keeps_the_record(gongkai: Run) -> None:
    put("campaigns/甲.yaml", HEAD)
    put(RECORD.as_posix(), "2026-05-20 | uf9dz\n")
    put("campaigns/甲.yaml", HEAD.replace("{标题: 更新办事指南", "{编号: 指南, 标题: 更新服务指南"))
    assert "GK803" in gongkai("tasks", "甲").err
    put("campaigns/甲.yaml", HEAD.replace("{标题", "{编号: 指南, 标题"))
    assert {row[2] for row in rows(gongkai, "更新办事指南")} == {"完成"}


@pytest.mark.parametrize(
    ("task", "unit", "told"),
    [
        ("活动总结", "县司法局", "（khdzg），县司法局，完成"),
        ("活动总结", "县教育局、县司法局", "（khdzg），县司法局、县教育局，完成"),
        ("总结", "县公安局", "，县公安局，完成"),
        ("nxtjf", "县公安局", "，县公安局，完成"),
        ("nxtjf 活动总结", "县公安局", "，县公安局，完成"),
    ],
)
def test_a_unit_tells_namesakes_apart(gongkai: Run, task: str, unit: str, told: str) -> None:
    put("campaigns/甲.yaml", REPORTS)
    ran = gongkai("done", "甲", task, "--unit", unit)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("已记入 campaigns/甲.进展.txt：活动总结（")
    assert ran.out.endswith(f"{told}\n")


@pytest.mark.parametrize("task", ["活动总结", "nxtjf", "nxtjf 活动总结", "总结"])
@pytest.mark.parametrize("unit", ["", "县民政局"])
def test_where_it_may_be_either_the_ids_are_told(gongkai: Run, task: str, unit: str) -> None:
    put("campaigns/甲.yaml", REPORTS)
    ran = gongkai("done", "甲", task, *(("--unit", unit) if unit else ()))
    hint = "有几项都对得上，写编号：khdzg 活动总结（县司法局等）、vwtck 活动总结（县公安局）"
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == f"任务: 错误 GK803 “{task}”不止一项（{hint}）\n"
    put(RECORD.as_posix(), f"2026-05-20 | {task} | {unit}\n")
    ran = gongkai("tasks", "甲")
    told = f"警告 GK803 任务“{task}”不止一项，这一行没有算"
    assert ran.err == f"{RECORD.as_posix()}:1:1: {told}（{hint}）\n"
