"""A campaign that nobody can be reminded of: validate says so where the reminders do."""

import pytest

from conftest import ROOT, TESTS
from gongkai_cli import deadlines, report
from gongkai_cli.agenda import agenda_of
from gongkai_cli.checking import examine
from gongkai_cli.loading import load
from support.rule_examples import FILES, cases, example

HEAD = """\
活动: 甲
年份: 2026
公文: {发文机关: 县政府, 标题: 县政府关于开展甲活动的通知, 成文日期: 2026年4月28日}
"""
PLAIN = "正文: {活动内容: 宣传。}\n"
SAID = "警告 GK810 没有一个能提醒的日期（给事项写“完成时间”，给报送写“截止”，或者写“活动时间”）"


def told(text: str) -> list[str]:
    findings = examine(text.encode(), "甲.yaml").findings
    return [line for line in report.text(findings).splitlines() if "GK810" in line]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (HEAD + "正文: {活动内容: [{标题: 甲, 内容: 甲。, 牵头: 县司法局}]}\n", "4:1"),
        ("# 一句话\n" + HEAD + PLAIN, "5:1"),
        (HEAD + "正文: {活动时间: 另行通知}\n", "4:1"),
        (HEAD + "正文: {活动时间: {起止: 另行通知}}\n", "4:1"),
        # A date of what nobody answers for is one to be reminded of as well.
        (HEAD + "正文: {活动内容: [{标题: 甲, 时间: 5月18日}]}\n", ""),
        (HEAD + "正文: {活动时间: {起止: 5月14日至21日}}\n", ""),
        (HEAD + "正文: {活动时间: 每周五}\n", ""),
        (HEAD + PLAIN + "统筹任务: [{标题: 甲, 责任单位: 县司法局, 完成时间: 持续开展}]\n", ""),
        (HEAD + PLAIN + "报送: [{材料: 总结, 报送单位: 县司法局, 截止: 6月3日前}]\n", ""),
        # What is still to be filled in is told as that.
        (HEAD + "正文: {活动时间: 【待填：活动时间】}\n", ""),
        # Where there are errors, who knows what dates they hide.
        (HEAD + "正文: {活动内容: [{标题: 甲, 完成时限: 5月18日}]}\n", ""),
    ],
)
def test_where_it_is_said(text: str, place: str) -> None:
    assert told(text) == ([f"甲.yaml:{place}: {SAID}"] if place else [])


def test_a_date_under_a_bare_heading_is_the_campaigns() -> None:
    loaded = load((HEAD + "正文: {时间: 5月15日上午, 地点: 广场}\n").encode(), "甲.yaml")
    assert loaded.campaign
    assert loaded.context
    entries = agenda_of(loaded.campaign, "甲", "甲.yaml", loaded.context).entries
    assert [(entry.title, entry.due_text) for entry in entries] == [("活动", "5月15日上午")]


SOUND = [
    *(path.read_text("utf-8") for path in sorted((TESTS / "sound").glob("*.yaml"))),
    *(path.read_text("utf-8") for path in sorted((ROOT / "campaigns").glob("*.yaml"))),
]
CASES = [example(text, dated=False) for path in FILES for text in cases(path)]


@pytest.mark.parametrize("text", [*SOUND, *CASES], ids=range(len(SOUND) + len(CASES)))
def test_it_is_said_just_where_the_reminders_say_it(text: str) -> None:
    checked = examine(text.encode(), "甲.yaml")
    campaign, context = checked.loaded.campaign, checked.loaded.context
    undated = False
    if campaign and context and "【" not in text:
        undated = bool(deadlines.undated(agenda_of(campaign, "甲", "甲.yaml", context)))
    assert any(one.code == "GK810" for one in checked.findings) is undated
