"""What an item's 时间 and 地点 say is read in the notice: in the text, in a table, or behind the text."""

import re
from collections.abc import Mapping

import pytest

from conftest import TESTS, sound
from gongkai_cli.templating import Templates
from support.all_documents import render
from support.rendered_text import written

TALK = {"标题": "专题讲座", "内容": "邀请专家作报告。"}
WHEN, WHERE = "9月15日（周二）14:00-16:00", "崇德楼报告厅"


def printed(
    item: Mapping[str, object], office: Templates, more: Mapping[str, object] | None = None
) -> str:
    """What stands behind the heading of an item."""
    body = {"活动时间": "9月14日至20日", "活动内容": [item]}
    notice = written({"正文": body, **(more or {})}, office)
    return notice.partition("专题讲座。\n")[2].strip().split("\n\n")[0]


def test_what_no_text_tells_is_printed_behind_it(office: Templates) -> None:
    assert printed(TALK | {"时间": WHEN, "地点": WHERE}, office) == (
        f"邀请专家作报告。时间：{WHEN}；地点：{WHERE}。"
    )
    assert printed({"标题": "专题讲座", "时间": WHEN + "。", "牵头": ["校团委"]}, office) == (
        f"时间：{WHEN}。（校团委负责）"
    )
    assert printed({"标题": "专题讲座", "内容": "邀请专家作报告", "地点": WHERE}, office) == (
        f"邀请专家作报告。地点：{WHERE}。"
    )


TOLD = (
    ("「时间」，在「地点」作报告。", WHEN, WHERE),
    ("9月15日下午，在崇德楼一楼报告厅作报告。", WHEN, WHERE),
    ("15日14:00至16:00，崇德楼的报告厅。", WHEN, WHERE),
    ("9月15日至16日在崇德楼报告厅作报告。", "9月15日、16日", "崇德楼报告厅（一楼）"),
    ("每周三下午在县政务服务中心开放。", "每周三17时前", "县政务服务中心大厅"),
    ("活动期间，各校自定地点作报告。", "活动期间", "无"),
    ("作报告。", "9月14日至20日", "无"),
    ("作报告。", "无", "无"),
    ("9月15日下午，在腾讯会议作报告。", WHEN, "腾讯会议（会议号：123 456 789）"),
    # However often its characters stand in a long text.
    (f"{'政务服务中心为民服务。' * 20}9月15日在政务服务中心二楼。", WHEN, "政务服务中心大厅"),
    ("9月18日前作完报告。", "9月15日至18日", "无"),
)
UNTOLD = (
    ("9月16日在第一会议室作报告。", "9月15日", "第二教学楼报告厅"),
    ("每批15人，PM2.5、VOCs等5项指标，10月15日反馈。", "9月15日", "报告厅"),
    ("活动期间作报告。", "9月15日14:00", "腾讯会议"),
    ("分批作报告。", "每周三17时前", "线上"),
    ("分批作报告。", "9月底前", "线上"),
    # Of a period its last day is what must not be lost.
    ("于9月15日当天作报告。", "9月15日至18日", "第二教学楼"),
    ("9月底通报作报告的情况。", "8月至9月", "第二教学楼"),
    # When to report on it is not when it is.
    ("各班于9月18日前将签到表报校团委。", "9月15日至18日", "第二教学楼"),
)


@pytest.mark.parametrize(("text", "when", "where"), TOLD)
def test_what_the_text_tells_is_not_told_again(
    text: str, when: str, where: str, office: Templates
) -> None:
    item = {"标题": "专题讲座", "内容": text, "时间": when, "地点": where}
    assert "时间：" not in printed(item, office)
    assert "地点：" not in printed(item, office)


@pytest.mark.parametrize(("text", "when", "where"), UNTOLD)
def test_what_the_text_only_seems_to_tell_is_told(
    text: str, when: str, where: str, office: Templates
) -> None:
    item = {"标题": "专题讲座", "内容": text, "时间": when, "地点": where}
    assert printed(item, office) == f"{text}时间：{when}；地点：{where}。"


def test_a_heading_tells_as_its_text_does(office: Templates) -> None:
    titled = {"标题": "9月15日崇德楼报告厅专题讲座", "时间": "9月15日", "地点": "崇德楼报告厅"}
    said = {"正文": {"活动时间": "9月14日至20日", "活动内容": [titled | {"内容": "作报告。"}]}}
    assert "作报告。\n" in written(said, office)


def test_an_annexed_table_tells_of_its_rows_only(office: Templates) -> None:
    table = {"附件": ["任务分解表"]}
    item = TALK | {"时间": WHEN, "地点": WHERE}
    assert printed(item | {"责任单位": "校团委"}, office, table) == "邀请专家作报告。"
    # Nobody answers for it, so it has no row; or the table gives the time of completion.
    assert printed(item, office, table) == f"邀请专家作报告。时间：{WHEN}；地点：{WHERE}。"
    due = item | {"责任单位": "校团委", "完成时间": "9月18日前"}
    assert printed(due, office, table) == f"邀请专家作报告。时间：{WHEN}。"


GUIDE = {
    "标题": "专题讲座",
    "内容": "更新指南。",
    "责任单位": ["县教育局"],
    "完成时间": "5月20日前",
}
TABLE: dict[str, object] = {"附件": ["任务分解表"]}
WORK: tuple[tuple[dict[str, object], dict[str, object], str], ...] = (
    ({}, {}, "更新指南。完成时间：5月20日前。（县教育局负责）"),
    ({"配合": ["县司法局"]}, {}, "更新指南。完成时间：5月20日前。（县教育局负责，县司法局配合）"),
    ({"内容": "县教育局于5月20日前更新指南。"}, {}, "县教育局于5月20日前更新指南。"),
    # Those who help are never named without those they help.
    (
        {"内容": "县教育局于5月20日前更新指南。", "配合": ["县司法局"]},
        {},
        "县教育局于5月20日前更新指南。（县教育局负责，县司法局配合）",
    ),
    (
        {"内容": "5月底前更新指南。", "完成时间": "5月31日前"},
        {},
        "5月底前更新指南。（县教育局负责）",
    ),
    ({"内容": "报县教育局备案。"}, {}, "报县教育局备案。完成时间：5月20日前。（县教育局负责）"),
    ({"时间": "5月15日", "完成时间": "5月15日"}, {}, "更新指南。时间：5月15日。（县教育局负责）"),
    ({"时间": "5月15日"}, {}, "更新指南。时间：5月15日；完成时间：5月20日前。（县教育局负责）"),
    ({"牵头": ["县司法局"]}, {}, "更新指南。完成时间：5月20日前。（县司法局牵头，县教育局负责）"),
    ({"完成时间": "长期坚持"}, {}, "更新指南。完成时间：长期坚持。（县教育局负责）"),
    ({}, TABLE, "更新指南。"),
    ({"配合": ["县司法局"]}, TABLE, "更新指南。"),
    (
        {"牵头": ["县司法局"], "配合": ["县公安局"]},
        TABLE,
        "更新指南。（县司法局负责，县公安局配合）",
    ),
    # Nobody leads: what there is is printed, and validate asks for the rest.
    (
        {"责任单位": None, "配合": ["县司法局"]},
        {},
        "更新指南。完成时间：5月20日前。（县司法局配合）",
    ),
)


@pytest.mark.parametrize(("item", "more", "expected"), WORK)
def test_work_goes_out_with_who_and_by_when(
    item: dict[str, object], more: dict[str, object], expected: str, office: Templates
) -> None:
    assert printed(GUIDE | item, office, more) == expected


GENRES = {
    "通知": "更新指南。完成时间：5月20日前。（县教育局负责）",
    "工作方案": "更新指南。完成时间：5月20日前。（县教育局负责）",
    "报告": "更新指南。",
    "请示": "更新指南。",
    "邀请函": "更新指南。",
    "函（代拟稿）": "更新指南。",
}


@pytest.mark.parametrize(("genre", "expected"), GENRES.items())
def test_guests_and_a_level_above_are_not_told_who_works(
    genre: str, expected: str, office: Templates
) -> None:
    header = {"发文机关": "示例县教育局", "标题": f"示例县教育局关于公开日的{genre}"}
    assert printed(GUIDE, office, {"公文": header}) == expected
    helped = printed(GUIDE | {"配合": ["县司法局"]}, office, {"公文": header})
    assert helped.endswith("（县教育局负责，县司法局配合）")


def test_who_answers_for_a_group_is_told_once(office: Templates) -> None:
    inner = [{"标题": "甲", "内容": "更新。"}, {"标题": "乙", "责任单位": ["县教育局"]}]
    notice = written({"正文": {"内容": [GUIDE | {"事项": inner}]}}, office)
    assert notice.count("县教育局负责") == 1


def test_what_stands_above_or_below_an_item_tells_as_well(office: Templates) -> None:
    inner = {"标题": "专题讲座", "内容": "邀请专家作报告。", "时间": WHEN, "地点": WHERE}
    above = {"标题": "集中活动", "内容": "9月15日下午在崇德楼报告厅举行。", "事项": [inner]}
    assert printed(above, office) == "邀请专家作报告。"
    group = {"标题": "专题讲座", "时间": WHEN, "地点": WHERE}
    below = {"标题": "甲", "内容": "「时间」在「地点」作报告。"}
    assert "时间：" not in written({"正文": {"内容": [group | {"事项": [below]}]}}, office)
    # What holds for a whole group is told once.
    notice = written({"正文": {"内容": [group | {"事项": [inner | {"标题": "乙"}]}]}}, office)
    assert notice.count(f"时间：{WHEN}；地点：{WHERE}。") == 1


ADDED = {
    "asking-upward": ["时间：3月20日上午；地点：县政务服务中心1楼A区。", "时间：3月20日下午。"],
    "constitution-week": ["时间：12月4日（星期四）8:30。", "时间：12月5日、6日。"],
    "county-open-day": ["时间：5月18日至20日。"],
    "cyber-week": [
        "时间：9月14日上午10:00；地点：市民广场南广场。",
        "时间：9月14日0时至9月20日24时。",
    ],
    "environment-day": ["时间：6月3日至5日。"],
    "government-open-day": ["时间：9月15日上午9时至11时30分。", "时间：9月15日下午2时至4时30分。"],
    "school-security-day": ["时间：4月13日7:40；地点：田径场。", "时间：4月15日16:20至17:00。"],
}


def test_sound_notices_lose_no_time_and_no_place(office: Templates) -> None:
    added = {}
    for path in sorted((TESTS / "sound").glob("*.yaml")):
        (document,) = render(sound(path), office, ["notice"], ["md"])
        said = re.findall(
            r"(?:^|。)((?:时间|地点)：[^。]*。)", document.data.decode(), re.MULTILINE
        )
        added[path.stem] = said
    assert {name: said for name, said in added.items() if said} == ADDED


@pytest.mark.parametrize(
    ("who", "head", "cells"),
    [
        ({"牵头": ["县司法局"]}, "牵头单位", "县司法局"),
        ({"责任单位": ["县司法局"]}, "责任单位", "县司法局"),
        (
            {"牵头": ["县司法局"], "责任单位": ["县教育局", "县司法局"]},
            "牵头单位 | 责任单位",
            "县司法局 | 县教育局",
        ),
    ],
)
def test_a_table_has_a_column_for_each_role(
    who: dict[str, object], head: str, cells: str, office: Templates
) -> None:
    item = {"标题": "专题讲座", "完成时间": "5月20日前"} | who
    body = {"活动时间": "9月14日至20日", "活动内容": [item]}
    table = written({"正文": body} | TABLE, office, "task-table")
    rows = [line for line in table.split("\n") if line.startswith("| 序号") or "讲座" in line]
    assert rows == [
        f"| 序号 | 活动内容 | 活动内容 | {head} | 时间 |",
        f"| 1 | 一、专题讲座 | 一、专题讲座 | {cells} | 5月20日前 |",
    ]


LEADS = {"标题": "专题讲座", "牵头": ["县教育局"], "配合": ["县司法局"]}


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("由县教育局牵头，县司法局配合，邀请专家作报告。", ""),
        ("作报告。此项工作由县教育局负责，县司法局负责协调。", ""),
        # Only one of them is named, or not as the one that leads.
        ("由县教育局牵头，邀请专家作报告。", "（县教育局负责，县司法局配合）"),
        ("县教育局、县司法局邀请专家作报告。", "（县教育局负责，县司法局配合）"),
        ("由县司法局牵头，报县教育局。", "（县教育局负责，县司法局配合）"),
    ],
)
def test_who_leads_is_not_named_twice(text: str, remark: str, office: Templates) -> None:
    assert printed(LEADS | {"内容": text}, office) == text + remark
    table = {"附件": ["任务分解表"]}
    assert printed(LEADS | {"内容": text}, office, table) == text + remark
