"""A report is asked for once: by the text where it does so, else by a sentence of the template."""

import pytest

from conftest import TESTS
from gongkai_cli.loading import load
from gongkai_cli.templating import Templates
from support.all_documents import render
from support.rendered_text import written


def added(text: str, *reports: dict[str, str], office: Templates, title: str = "甲") -> list[str]:
    """The materials that the template asks for, with one item's text and reports."""
    body = {"活动时间": "5月14日至21日", "活动内容": [{"标题": title, "内容": text}]}
    told = [{"报送单位": "各部门", "接收": "县政府办公室"} | report for report in reports]
    notice = written({"正文": body, "报送": told}, office)
    return [
        report["材料"]
        for report in reports
        if f"请各部门于{report['截止']}将{report['材料']}报送县政府办公室。" in notice
    ]


SAID = (
    ("各部门于5月25日下午4点前将活动总结报送县政府办公室。", "5月25日16时前"),
    ("各部门于5月25日16:00前将活动总结报送县政府办公室。", "5月25日16时前"),
    ("各部门于5月25日16:30前将活动总结报送县政府办公室。", "5月25日16时30分前"),
    ("各部门于5月25日16时30分前将活动总结报送县政府办公室。", "5月25日下午4点半前"),
    ("各部门于5月25日前将活动总结报送县政府办公室。", "2026年5月25日前"),
    ("各部门于2026年5月25日（星期一）前将活动总结报送县政府办公室。", "5月25日前"),
    ("各部门于5月25日下午下班前将活动总结报送县政府办公室。", "5月25日下班前"),
    ("五月二十五日前将总结材料报县政府办公室。", "5月25日前"),
    ("各部门于活动结束后五个工作日内，将工作总结报县政府办公室。", "活动结束后5个工作日内"),
    ("请各部门在活动结束后5个工作日内报送活动总结。", "5月28日前"),
    ("各部门于5月底前将活动总结报送县政府办公室。", "5月31日前"),
    ("请于5月25日前，将活动总结（含图片3张）以及电子版一并报县政府办公室。", "5月25日前"),
    ("活动总结及图片资料，请于5月25日前报送县政府办公室。", "5月25日前"),
    ("活动总结报送截止时间为5月25日16时。", "5月25日16时前"),
    ("5月8日前将联络员名单、5月25日前将活动总结报送县政府办公室。", "5月25日前"),
    ("5月25日前完成自查，并将活动总结报送县政府办公室。", "5月25日前"),
    ("请各部门报送以下材料：5月8日前，联络员名单；5月25日前，活动总结。", "5月25日前"),
    ("各部门要认真撰写活动总结。5月25日前报送县政府办公室。", "5月25日前"),
    ("各部门于尽快将活动总结报送县政府办公室。", "尽快"),
    ("各部门于5月25日16时前将活动总结报送县政府办公室。", "5月25日前"),
    ("各部门于5月25日前向市政府办公室报送活动总结。", "5月25日前"),
    ("活动总结请于5月25日前报县政府办公室，信息随时上报。", "5月25日前"),
)
NOT_SAID = (
    ("5月25日前后集中宣传，并做好总结。", "5月25日前"),
    ("5月25日前后报送活动总结。", "5月25日前"),
    ("各部门于5月25日前完成展板制作。", "5月25日前"),
    ("各部门于5月25日前完成展板制作，活动总结的报送另行通知。", "5月25日前"),
    ("各部门于5月25日前将联络员名单报送县政府办公室。", "5月25日前"),
    ("将活动总结报送县政府办公室，5月25日前完成整改。", "5月25日前"),
    ("各部门于5月25日前将上年度总结报送县政府办公室。", "5月25日前"),
    ("县政府办公室于5月25日前向省政府办公厅报送全县活动总结。", "5月25日前"),
    ("各部门于5月25日前将活动总结报送县政府办公室。", "5月25日16时前"),
    ("各部门于5月26日前将活动总结报送县政府办公室。", "5月25日前"),
    ("5月25日前制作宣传海报，及时总结经验。", "5月25日前"),
    ("各部门于2025年5月25日前将活动总结报送县政府办公室。", "5月25日前"),
    ("各部门于15月25日前将活动总结报送县政府办公室。", "5月25日前"),
    ("要及时报送信息。5月25日前完成活动总结。", "5月25日前"),
    ("各部门于5月25日前将活动总结报送县政府办公室。", "尽快"),
    ("各部门于5月25日前将活动总结报送县政府办公室。", "5月25日起"),
)


@pytest.mark.parametrize(("text", "due"), SAID)
def test_what_the_text_asks_for_is_not_asked_for_again(
    text: str, due: str, office: Templates
) -> None:
    assert added(text, {"材料": "活动总结", "截止": due}, office=office) == []


@pytest.mark.parametrize(("text", "due"), NOT_SAID)
def test_what_the_text_only_seems_to_ask_for_is_asked_for(
    text: str, due: str, office: Templates
) -> None:
    assert added(text, {"材料": "活动总结", "截止": due}, office=office) == ["活动总结"]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("各部门每周五17时前将工作信息报县政府办公室。", "每周五下午5点前"),
        ("各部门每月月底前报送工作信息。", "每月底前"),
    ],
)
def test_what_comes_again_is_compared_by_its_turns(text: str, due: str, office: Templates) -> None:
    assert added(text, {"材料": "工作信息", "截止": due}, office=office) == []
    assert added(text, {"材料": "工作信息", "截止": "每周三前"}, office=office) == ["工作信息"]


def test_lists_are_told_apart(office: Templates) -> None:
    text = "各部门于5月8日前完成展板制作。"
    names = {"材料": "参加人员名单", "截止": "5月8日前"}
    assert added(text, names, office=office) == ["参加人员名单"]
    for said, left in (("联络员名单", ["参加人员名单"]), ("参会人员名单", []), ("名单", [])):
        text = f"各部门于5月8日前将{said}报县政府办公室。"
        assert added(text, names, office=office) == left
    two = ({"材料": "联络员名单", "截止": "5月8日前"}, names)
    text = "各部门于5月8日前将联络员名单报县政府办公室。"
    assert added(text, *two, office=office) == ["参加人员名单"]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("5月25日前，将盖章的纸质版年度报告一式2份报送县政府办公室。", []),
        ("5月25日前，将年度报告报送县政府办公室。", ["年度报告纸质版"]),
    ],
)
def test_a_material_may_be_called_the_other_way_round(
    text: str, asked: list[str], office: Templates
) -> None:
    report = {"材料": "年度报告纸质版", "截止": "5月25日前"}
    draft = {"材料": "年度报告初稿", "截止": "5月20日前"}
    said = f"5月20日前将年度报告初稿报送县政府办公室。{text}"
    assert added(said, draft, report, office=office) == asked


def test_a_heading_may_name_the_material(office: Templates) -> None:
    report = {"材料": "活动总结", "截止": "5月25日前"}
    text = "各部门于5月25日前报送县政府办公室。"
    assert added(text, report, office=office, title="做好活动总结") == []
    assert added(text, report, office=office, title="及时反馈信息") == ["活动总结"]
    other = "各部门于5月25日前报送工作信息。"
    assert added(other, report, office=office, title="做好活动总结") == ["活动总结"]


def form(*reports: tuple[str, str], office: Templates) -> list[str]:
    """What the form of results is to be sent with."""
    told = [{"材料": material, "截止": due} for material, due in reports]
    said = {"正文": {"活动时间": "5月14日至21日"}, "报送": told}
    lines = written(said, office, "report-form").split("\n")
    return [line.split("连同")[1].split("报送")[0] for line in lines if "将本表连同" in line]


def test_the_form_of_results_goes_with_what_sums_up(office: Templates) -> None:
    names, total = ("联络员名单", "4月24日前"), ("活动总结", "5月29日前")
    news = ("工作信息", "每周五前")
    assert form(names, total, news, office=office) == ["活动总结"]
    assert form(("活动方案", "4月24日前"), ("成果展示材料", "5月25日前"), office=office) == [
        "成果展示材料"
    ]
    assert form(names, ("图片", "6月1日前"), ("视频", "5月25日前"), office=office) == ["图片"]
    assert form(names, news, office=office) == []
    assert form(("阶段性小结", "5月18日前"), total, office=office) == ["活动总结"]
    # Different bodies may owe one each; and one due too early has its own finding.
    assert form(("活动总结", "5月20日前"), ("情况报告", "5月25日前"), office=office) == [
        "活动总结",
        "情况报告",
    ]


def test_sound_notices_ask_for_everything_once(office: Templates) -> None:
    asked = {}
    for path in sorted((TESTS / "sound").glob("*.yaml")):
        loaded = load(path.read_bytes(), path.name)
        assert loaded.campaign
        (document,) = render(loaded, office, ["notice"], ["md"])
        lines = document.data.decode().split("\n")
        for report in loaded.campaign.reports:
            sentence = f"于{report.due}将{report.material}报送{report.receiver}。"
            asked[path.stem, report.material] = sum(line.endswith(sentence) for line in lines)
    # The others are asked for by their texts in words of their own, the telegram in these very words.
    assert [name for name, times in asked.items() if times] == [
        ("county-telegram-open-day", "参加人员名单"),
        ("government-open-day", "活动小结"),
        ("telegram-flood-season", "工作总结"),
        ("winter-wages", "工作总结"),
    ]
    assert set(asked.values()) == {0, 1}


@pytest.mark.parametrize(
    ("remark", "said", "printed"),
    [
        ("附图片3张。", "", "活动总结的要求：附图片3张。"),
        (
            "不超过1500字，附图片3张",
            "活动总结要附图片 3 张。",
            "活动总结的要求：不超过1500字，附图片3张。",
        ),
        ("不超过1500字，附图片3张", "总结不超过1500字，附图片3张。", ""),
        ("", "", ""),
        ("至少2篇", "至少报送2篇活动总结。", ""),
        ("至少2篇", "至少报送12篇活动总结、2篇信息。", "活动总结的要求：至少2篇。"),
    ],
)
def test_what_is_wanted_of_a_report_is_told_once(
    remark: str, said: str, printed: str, office: Templates
) -> None:
    """The text asks for the report; what it leaves out of the requirements stands behind it."""
    text = f"各部门于5月25日前将活动总结报送县政府办公室。{said}"
    report = {"材料": "活动总结", "截止": "5月25日前", "报送单位": "各部门", "要求": remark}
    body = {"活动时间": "5月14日至21日", "活动内容": [{"标题": "甲", "内容": text}]}
    told = [{key: value for key, value in report.items() if value}]
    notice = written({"正文": body, "报送": told}, office)
    found = [line for line in notice.splitlines() if "的要求：" in line]
    assert found == ([printed] if printed else [])
