"""What a clerk typed with its mark is printed with one, not two; and no quotation marks in others."""

from collections.abc import Mapping

import pytest

from gongkai_cli.agenda import agenda_of
from gongkai_cli.loading import load
from gongkai_cli.templating import Templates
from support.rendered_text import written


def lines(said: Mapping[str, str], office: Templates) -> list[str]:
    notice = written({"正文": {"活动时间": "5月15日", "工作要求": {"各项": said}}}, office)
    return [line for line in notice.partition("工作要求\n")[2].split("\n") if "：" in line]


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        (("公开为民", "服务发展"), ("甲：公开为民；", "乙：服务发展。")),
        (("公开为民；", "服务发展；"), ("甲：公开为民；", "乙：服务发展。")),
        (("认真落实。", "力戒形式主义！"), ("甲：认真落实。", "乙：力戒形式主义！")),
        (("加强协作", "认真落实。"), ("甲：加强协作。", "乙：认真落实。")),
        (("认真落实。主动协作", "加强督查"), ("甲：认真落实。主动协作。", "乙：加强督查。")),
        (("公开什么？", "做到“应公开尽公开。”"), ("甲：公开什么？", "乙：做到“应公开尽公开。”")),
        (("网站、新媒体……", "其他"), ("甲：网站、新媒体……", "乙：其他。")),
    ],
)
def test_a_line_ends_with_one_mark(
    said: tuple[str, str], printed: tuple[str, str], office: Templates
) -> None:
    assert tuple(lines(dict(zip("甲乙", said, strict=True)), office)) == printed


def test_what_is_asked_of_a_report_ends_with_one_mark(office: Templates) -> None:
    for remark in ("附统计表", "附统计表。"):
        reports = [
            {"材料": "总结", "截止": "5月25日前", "报送单位": ["县司法局"], "要求": remark},
            {"材料": "信息", "截止": "5月25日前", "报送单位": ["各部门"], "要求": remark},
        ]
        assert "，要求附统计表。\n" in written({"报送": reports}, office)
        sheets = written({"报送": reports}, office, "unit-tasks")
        assert "，要求附统计表。\n" in sheets
        assert "按照通知，各部门于5月25日（星期一）前将信息报送" in sheets
        assert "范围内" not in sheets


def test_the_summary_joins_what_has_a_full_stop(office: Templates) -> None:
    said = {
        "正文": {"活动时间": {"线下": "5月14日至21日。", "线上": "5月15日至21日。"}},
        "总结": {"数据": {"发放宣传资料": "1200份。", "接受咨询": "300人次。"}},
    }
    summary = written(said, office, "summary")
    assert "活动时间：线下5月14日至21日，线上5月15日至21日。\n" in summary
    assert "活动期间，发放宣传资料1200份，接受咨询300人次。\n" in summary


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("政府开放日", "“政府开放日”"),
        ("“119”消防宣传月", "“119”消防宣传月"),
        ("“5·15”政务公开日", "“5·15”政务公开日"),
    ],
)
def test_a_name_with_quotation_marks_gets_no_others(
    name: str, printed: str, office: Templates
) -> None:
    said = {
        "活动": name,
        "届次": "35",
        "报送": [{"材料": "总结", "截止": "5月25日前", "报送单位": ["县司法局"]}],
        "附件": ["任务分解表"],
        "统筹任务": [{"标题": "统筹", "责任单位": "县司法局"}],
        "调查问卷": {"题目": [{"题": "您有什么意见？", "填空": "是"}]},
    }
    for template, title in {
        "notice": f"# 第三十五届{printed}活动任务分解表",
        "unit-tasks": f"# 第三十五届{printed}活动任务单",
        "report-form": f"# 第三十五届{printed}活动开展情况报送表",
        "task-table": f"# 第三十五届{printed}活动任务分解表",
        "questionnaire": f"# 第三十五届{printed}活动调查问卷",
        "summary": f"# 示例县人民政府办公室关于第三十五届{printed}活动开展情况的总结",
    }.items():
        document = written(said, office, template)
        assert f"{title}\n" in document.replace("**", ""), template
        assert "““" not in document


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("政务公开日", "“政务公开日”活动"),
        ("百日攻坚行动", "“百日攻坚行动”"),
        ("政务公开问题整改", "“政务公开问题整改”工作"),
        ("政府网站自查", "“政府网站自查”工作"),
        ("政务公开工作", "“政务公开工作”"),
    ],
)
def test_only_what_is_one_is_called_an_activity(name: str, printed: str, office: Templates) -> None:
    said = {
        "活动": name,
        "报送": [{"材料": "总结", "截止": "5月25日前", "报送单位": ["县司法局"]}],
    }
    assert f"# 2026年{printed}任务单\n" in written(said, office, "unit-tasks")
    assert f"组织开展了2026年{printed}。" in written(said, office, "summary")


def test_headings_on_the_screen_quote_a_name_once() -> None:
    for name, shown in (("政府开放日", "“政府开放日”"), ("“119”消防宣传月", "“119”消防宣传月")):
        text = f"活动: {name}\n年份: 2026\n公文: {{发文机关: 甲县, 标题: 甲}}\n正文: {{活动时间: 5月15日}}\n"
        loaded = load(text.encode(), "文件.yaml")
        assert loaded.campaign
        assert loaded.context
        agenda = agenda_of(loaded.campaign, "文件", "文件.yaml", loaded.context)
        assert agenda.title == f"甲县　2026年{shown}"
