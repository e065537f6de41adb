"""What the documents word by themselves reads as one would write it: nothing twice in a row."""

from datetime import date

import pytest

from gongkai_cli.dates.grammar import understand
from gongkai_cli.dates.span import Context, Span
from gongkai_cli.ownperiod import kind_of
from gongkai_cli.prose import by, in_full
from gongkai_cli.templating import Templates
from support.rendered_text import written


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("5·15 政务公开日", "“5·15 政务公开日”活动"),
        ("农村人居环境“百日攻坚”行动", "农村人居环境“百日攻坚”行动"),
        ("“119”消防宣传月", "“119”消防宣传月活动"),
        ("安全生产专项整治行动", "“安全生产专项整治行动”"),
        ("政府开放日活动", "“政府开放日活动”"),
        ("防汛抢险应急演练", "“防汛抢险应急演练”"),
        ("岁末年初“暖冬行动”", "岁末年初“暖冬行动”"),
    ],
)
def test_a_name_that_says_what_it_is_gets_no_word_more(name: str, full: str) -> None:
    assert in_full(name) == full


CAMPAIGN = {
    "活动": "农村人居环境“百日攻坚”行动",
    "正文": {"活动内容": [{"标题": "清理", "牵头": "县农业农村局"}]},
    "报送": [
        {"材料": "实施方案", "报送单位": ["各乡镇"], "截止": "4月30日前"},
        {"材料": "信息", "报送单位": ["县妇联"], "截止": "5月6日前"},
        {"材料": "工作总结", "报送单位": ["各乡镇"], "截止": "5月26日前"},
    ],
}
TITLES = {
    "task-table": "# 2026年农村人居环境“百日攻坚”行动任务分解表\n",
    "unit-tasks": "# 2026年农村人居环境“百日攻坚”行动任务单\n",
    "report-form": "# 2026年农村人居环境“百日攻坚”行动开展情况报送表\n",
    "summary": "# 示例县人民政府办公室关于2026年农村人居环境“百日攻坚”行动开展情况的总结\n",
}


@pytest.mark.parametrize(("template", "title"), TITLES.items())
def test_no_title_says_the_same_twice(template: str, title: str, office: Templates) -> None:
    text = written(CAMPAIGN, office, template)
    assert text.startswith(title)
    assert "行动活动" not in text


def test_a_summary_names_who_reports_once(office: Templates) -> None:
    summary = written(CAMPAIGN, office, "summary")
    assert "；要求各乡镇报送实施方案、工作总结，县妇联报送信息。" in summary


def test_a_summary_emphasises_what_to_write_and_not_what_the_notice_said(
    office: Templates,
) -> None:
    cleaning = {"标题": "清理", "内容": "清理垃圾。", "牵头": "县农业农村局"}
    drill = CAMPAIGN | {"正文": {"活动内容": [cleaning, {"标题": "评比"}]}}
    summary = written(drill, office, "summary")
    assert "**【待补充：怎么做的、效果怎样**。原来的安排是：清理垃圾。】\n" in summary
    assert "**【待补充：怎么做的、效果怎样】**\n" in summary


def test_a_column_of_a_form_with_long_text_begins_at_the_left(office: Templates) -> None:
    form = {
        "标题": "流程表",
        "列": ["序号", "要领"],
        "行": [["1", "宣布开始"], ["2", "敲锣、喊话，逐户排查，直到最后一户有人应答"]],
    }
    assert "| :-: | :-- |\n" in written(CAMPAIGN | {"附件": [form]}, office, "notice")
    blank = {"标题": "统计表", "列": ["序号", "要领"], "空行": 2}
    assert "| :-: | :-: |\n" in written(CAMPAIGN | {"附件": [blank]}, office, "notice")


def test_a_name_that_begins_with_its_year_is_not_said_to_be_of_another(office: Templates) -> None:
    drill = CAMPAIGN | {"活动": "2026年防汛抢险应急演练"}
    for template, title in (
        ("task-table", "# “2026年防汛抢险应急演练”任务分解表\n"),
        ("unit-tasks", "# “2026年防汛抢险应急演练”任务单\n"),
        ("summary", "# 示例县人民政府办公室关于“2026年防汛抢险应急演练”开展情况的总结\n"),
    ):
        assert written(drill, office, template).startswith(title)


@pytest.mark.parametrize(
    ("title", "edition"),
    [
        ("示例县教育局关于开展第29届全国推广普通话宣传周活动的通知", "第29届"),
        ("示例县教育局关于开展第二十九届全国推广普通话宣传周活动的通知", "第二十九届"),
    ],
)
def test_an_edition_is_written_as_in_the_title(title: str, edition: str, office: Templates) -> None:
    week = {
        "活动": "全国推广普通话宣传周",
        "届次": "29",
        "公文": {"发文机关": "示例县教育局", "标题": title},
    }
    summary = written(week, office, "summary")
    assert f"组织开展了{edition}“全国推广普通话宣传周”活动。" in summary


@pytest.mark.parametrize("template", ["summary", "unit-tasks"])
def test_a_title_is_cited_with_the_marks_of_the_second_rank(
    template: str, office: Templates
) -> None:
    plan = CAMPAIGN | {
        "公文": {
            "发文机关": "示例县人民政府办公室",
            "标题": ["关于印发《“百日攻坚”行动方案》", "的通知"],
        }
    }
    assert "《关于印发〈“百日攻坚”行动方案〉的通知》" in written(plan, office, template)


def test_a_summary_counts_nothing_where_there_is_nothing_to_count(office: Templates) -> None:
    meeting = {
        "活动": "全县政务公开工作推进会",
        "正文": {"会议时间": "5月20日（星期三）下午3:00，会期半天", "会议议程": ["领导讲话。"]},
        "报送": [{"材料": "参会回执", "报送单位": ["各乡镇"], "截止": "5月15日前"}],
    }
    summary = written(meeting, office, "summary")
    assert "会议时间：5月20日（星期三）下午3:00，会期半天。\n" in summary
    assert "\n要求各乡镇报送参会回执。\n" in summary
    assert "0项" not in summary
    assert "0个" not in summary


def test_a_sheet_speaks_of_a_notice_only_where_there_is_one(office: Templates) -> None:
    reminder = CAMPAIGN | {
        "公文": {"发文机关": "示例县人民政府办公室", "标题": "关于做好行动总结的提醒函"},
        "统称": {"各乡镇": ["甲镇", "乙镇"]},
    }
    sheet = written(reminder, office, "unit-tasks")
    assert "文中的“各乡镇”包括你单位。" in sheet
    assert "通知" not in sheet


@pytest.mark.parametrize(
    ("due", "said"),
    [
        ("5月26日前", "5月26日前"),
        ("5月26日", "5月26日前"),
        ("截至5月26日", "5月26日前"),
        ("截止时间：5月26日17:00", "5月26日17:00前"),
        ("于5月26日前", "5月26日前"),
        ("最迟5月26日", "5月26日前"),
        ("不晚于5月26日", "5月26日前"),
        ("5月26日17:00止", "5月26日17:00前"),
        ("5月26日截止", "5月26日前"),
        ("5月26日前完成", "5月26日前"),
        ("即日起至5月26日止", "即日起至5月26日"),
        ("每月5日前", "每月5日前"),
        ("活动结束后5个工作日内", "活动结束后5个工作日内"),
        ("年底", "年底"),
    ],
)
def test_a_deadline_fits_into_the_sentence_that_asks_for_a_report(
    due: str, said: str, office: Templates
) -> None:
    report = {"材料": "信息", "报送单位": ["县妇联"], "截止": due}
    assert f"请县妇联于{said}将信息报送" in written({**CAMPAIGN, "报送": [report]}, office)
    context = Context(2026, date(2026, 4, 28), {"活动": Span(date(2026, 5, 14), date(2026, 5, 21))})
    assert understand(by(due).removeprefix("于"), context).due == understand(due, context).due


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("活动时间", "活动"),
        ("时间", "活动"),
        ("推普周活动时间", "活动"),
        ("会议时间", "会议"),
        ("试鸣时间", "试鸣"),
        ("报名时间", None),
        ("时间安排", None),
    ],
)
def test_the_campaign_is_called_by_what_its_time_is_of(heading: str, kind: str | None) -> None:
    assert kind_of(heading) == kind


def test_a_summary_says_whose_time_it_is(office: Templates) -> None:
    short = {"活动": "除四害培训班", "正文": {"时间": "定于5月20日下午3:00开班。"}}
    assert "\n活动时间：定于5月20日下午3:00开班。\n" in written(short, office, "summary")
