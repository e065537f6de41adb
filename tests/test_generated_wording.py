"""What the documents word by themselves reads as one would write it: nothing twice in a row."""

import pytest

from gongkai_cli.prose import in_full
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
