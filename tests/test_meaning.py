"""What somebody means by a task, at the keyboard and in a line of the record: the same in both."""

from pathlib import Path

import pytest

from conftest import Run, put

CAMPAIGN = """\
活动: 5·15 政务公开日
年份: 2026
公文: {发文机关: 示例县人民政府办公室, 标题: 关于开展“5·15 政务公开日”活动的通知, 成文日期: 2026年4月28日}
正文:
  活动时间: {线下活动: 5月14日至21日, 线上活动: 5月15日至21日}
  活动内容:
    - {标题: 户外集中现场宣传, 时间: 5月14日上午, 牵头: 县政府办公室}
    - {标题: 更新办事指南, 时间: 5月15日, 牵头: 县司法局}
报送:
  - {材料: 活动总结, 报送单位: [县司法局, 县教育局], 截止: 5月25日前}
"""


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("户外", "户外集中现场宣传"),
        ("现场宣传", "户外集中现场宣传"),
        ("办事指南", "更新办事指南"),
        ("总结", "活动总结"),
        ("活动总结", "活动总结"),
    ],
)
def test_a_part_of_a_name_is_enough_in_both(gongkai: Run, written: str, title: str) -> None:
    put("campaigns/甲.yaml", CAMPAIGN)
    ran = gongkai("done", "甲", written, "--on", "2026-05-14")
    assert (ran.code, ran.err) == (0, "")
    assert title in ran.out
    by_hand = f"2026-05-14 | {written}\n"
    put("campaigns/甲.进展.txt", by_hand)
    assert gongkai("validate").out == ""
    again = gongkai("done", "甲", title, "--on", "2026-05-14")
    assert again.out.startswith("以前已经记过：")
    assert Path("campaigns/甲.进展.txt").read_text("utf-8") == by_hand


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        # Part of many a name, and what the periods are called.
        ("活动", "是不是“活动总结”"),
        ("线下活动", "是不是“"),
        ("总接", "是不是“活动总结”"),
        ("户处", "是不是“户外集中现场宣传”"),
        ("zzzzz 总接", "是不是“活动总结”"),
        ("总", "是不是“活动总结”"),
        ("指男", "是不是“更新办事指南”"),
        ("完全不同", "用 gongkai tasks 看各项任务的编号"),
    ],
)
def test_what_may_be_anything_is_nothing(gongkai: Run, written: str, hint: str) -> None:
    put("campaigns/甲.yaml", CAMPAIGN)
    ran = gongkai("done", "甲", written)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"任务: 错误 GK803 campaigns/甲.yaml 里没有任务“{written}”（{hint}")
    assert not Path("campaigns/甲.进展.txt").exists()
    put("campaigns/甲.进展.txt", f"2026-05-14 | {written}\n")
    # What a period is called, a line of the record may be about.
    found = gongkai("validate").out
    assert found.startswith("campaigns/甲.进展.txt:1:1: 警告 GK803 ") == (written != "线下活动")


def test_what_a_record_has_may_be_typed_as_it_stands(gongkai: Run) -> None:
    """The id and the title, as every line of the record has them; the id's letters in any case."""
    put("campaigns/甲.yaml", CAMPAIGN)
    record = Path("campaigns/甲.进展.txt")
    assert gongkai("done", "甲", "户外", "--on", "2026-05-14").code == 0
    (line,) = (one for one in record.read_text("utf-8").splitlines() if not one.startswith("#"))
    written = line.split("|")[1].strip()
    identity, _, title = written.partition(" ")
    assert title == "户外集中现场宣传"
    for typed in (
        written,
        f"  {identity.upper()}   {title} ",
        f"{identity} 改过的名称",
        identity.upper(),
    ):
        again = gongkai("done", "甲", typed, "--on", "2026-05-14")
        assert (again.code, again.err) == (0, "")
        assert again.out.startswith(f"以前已经记过：{title}")


def test_several_that_are_called_so_are_all_named(gongkai: Run) -> None:
    several = CAMPAIGN.replace("更新办事指南", "几项户外集中现场宣传")
    put("campaigns/甲.yaml", several)
    ran = gongkai("done", "甲", "户外集中")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("任务: 错误 GK803 “户外集中”不止一项（有几项都对得上，写编号：")
    assert ran.err.count("户外集中现场宣传") == 2
    # Nothing is called so; that a hint has the word 几项 in it says nothing of how many there are.
    ran = gongkai("done", "甲", "几顶户外集中现场宣传")
    assert "里没有任务“几顶户外集中现场宣传”（是不是“几项户外集中现场宣传”" in ran.err


def test_a_part_of_one_of_the_periods_is_part_of_anything(gongkai: Run) -> None:
    put("campaigns/甲.yaml", CAMPAIGN.replace("更新办事指南", "线下答疑"))
    ran = gongkai("done", "甲", "线下")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("任务: 错误 GK803 campaigns/甲.yaml 里没有任务“线下”（")


def test_a_name_of_several_words_is_known_behind_an_id_that_is_not(gongkai: Run) -> None:
    put("campaigns/甲.yaml", CAMPAIGN.replace("更新办事指南", "更新 AI 办事指南"))
    ran = gongkai("done", "甲", "zzzzz 更新 AI 办事指南", "--on", "2026-05-14")
    assert (ran.code, ran.err) == (0, "")
    put("campaigns/甲.进展.txt", "2026-05-14 | zzzzz 更新 AI 办事指南\n")
    assert gongkai("validate") == (0, "", "")


def test_a_task_without_a_unit_is_recorded_without_one(gongkai: Run) -> None:
    put("campaigns/甲.yaml", f"{CAMPAIGN}统筹任务: [督查]\n")
    ran = gongkai("done", "甲", "督查", "--unit", "县司法局")
    assert ran == (
        1,
        "",
        "--unit: 错误 GK804 “督查”没有责任单位“县司法局”（这项没有责任单位，不写单位）\n",
    )
    put("campaigns/甲.进展.txt", "2026-05-14 | 督查 | 县司法局\n")
    assert gongkai("validate").out.splitlines()[-1] == (
        "campaigns/甲.进展.txt:1:1: 警告 GK804 “督查”没有责任单位“县司法局”，这一行没有算"
        "（这项没有责任单位，不写单位）"
    )


@pytest.mark.parametrize(
    ("task", "said"),
    [
        ("督查", "已记入 campaigns/甲.进展.txt：督查（{id}），完成\n"),
        ("户外", "已记入 campaigns/甲.进展.txt：户外集中现场宣传（{id}），县政府办公室，完成\n"),
        (
            "走访",
            "已记入 campaigns/甲.进展.txt：走访（{id}），甲局、乙局、丙局、丁局、戊局、己局等7个单位，完成\n",
        ),
        (
            "慰问",
            "已记入 campaigns/甲.进展.txt：慰问（{id}），甲局、乙局、丙局、丁局、戊局、己局，完成\n",
        ),
        ("全部", "已记入 campaigns/甲.进展.txt：6项，完成\n"),
    ],
)
def test_what_was_recorded_is_said(gongkai: Run, task: str, said: str) -> None:
    seven = "、".join(f"{one}局" for one in "甲乙丙丁戊己庚")
    tasks = f"统筹任务: [督查, {{标题: 走访, 牵头: {seven}}}, {{标题: 慰问, 牵头: {seven[:-3]}}}]\n"
    put("campaigns/甲.yaml", CAMPAIGN + tasks)
    ran = gongkai("done", "甲", task, "--on", "2026-05-14")
    (identity, *_) = (
        line.split()[2]
        for line in Path("campaigns/甲.进展.txt").read_text("utf-8").splitlines()[2:]
    )
    assert ran == (0, said.format(id=identity), "")


def test_what_was_done_before_the_campaign_may_be_taken_back(gongkai: Run) -> None:
    put("campaigns/甲.yaml", CAMPAIGN)
    ran = gongkai("done", "甲", "户外", "--on", "2025-05-14", "--undo")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("没有记过完成，不用撤销：户外集中现场宣传（")


def test_all_there_is_to_do_has_none_of_the_campaigns_dates(gongkai: Run) -> None:
    put("campaigns/甲.yaml", CAMPAIGN)
    put("campaigns/甲.进展.txt", "2026-05-14 | 全部\n")
    ran = gongkai("tasks", "甲", "--now", "2026-05-15")
    rows = [line.split() for line in ran.out.splitlines()]
    assert {(row[1], row[2], row[-1] == "完成") for row in rows if len(row[0]) == 5} == {
        ("时间", "线下活动", False),
        ("时间", "线上活动", False),
        ("任务", "户外集中现场宣传", True),
        ("任务", "更新办事指南", True),
        ("报送", "活动总结", True),
    }


@pytest.mark.parametrize("nothing", ["", " ", "\t"])
def test_nothing_is_no_task(gongkai: Run, nothing: str) -> None:
    put("campaigns/甲.yaml", CAMPAIGN)
    ran = gongkai("done", "甲", nothing)
    assert (ran.code, ran.out) == (1, "")
    assert "GK803 campaigns/甲.yaml 里没有任务“" in ran.err


REPORTS = """\
活动: 5·15 政务公开日
年份: 2026
公文: {发文机关: 示例县人民政府办公室, 标题: 关于开展“5·15 政务公开日”活动的通知}
正文: {活动时间: 5月14日至7月21日}
报送: [{材料: 名称, 报送单位: 县司法局, 截止: 7月25日前}]
"""


@pytest.mark.parametrize(
    ("before", "now", "is_same"),
    [
        ("第一季度公开情况统计表", "第二季度公开情况统计表", False),
        ("5月份公开情况统计表", "6月份公开情况统计表", False),
        ("政务公开工作总结1", "政务公开工作总结2", False),
        ("政务公开工作总结", "政务公开工作总结（二）", False),
        ("2025年度工作总结", "2026年度工作总结", False),
        ("上半年政务公开总结", "下半年政务公开总结", False),
        ("政务公开专栏宣传方案初稿", "政务公开专栏宣传方案终稿", False),
        ("政务公开信息周报", "政务公开信息月报", False),
        ("第一季度公开情况统计表", "第一季度公开情况汇总统计表", True),
        ("开展户外现场宣传", "开展户外集中现场宣传", True),
        ("AI+政务 公开活动总结报告", "AI+政务 公开活动总结", True),
        ("政务公开活动总结报告", "政务公开活动总结", True),
        ("5月份公开情况统计表", "5月份公开情况统计表格", True),
    ],
)
def test_a_task_reworded_is_the_same_but_for_what_tells_tasks_apart(
    gongkai: Run, before: str, now: str, *, is_same: bool
) -> None:
    put("campaigns/甲.yaml", REPORTS.replace("名称", before))
    assert gongkai("done", "甲", before, "--on", "2026-05-20").code == 0
    put("campaigns/甲.yaml", REPORTS.replace("名称", now))
    ran = gongkai("tasks", "甲", "--now", "2026-08-01")
    (row,) = (line for line in ran.out.splitlines() if "报送" in line)
    assert row.split()[-1 if is_same else -2] == ("完成" if is_same else "逾期")
    assert ("GK806" in ran.err, "GK803" in ran.err) == (is_same, not is_same)
