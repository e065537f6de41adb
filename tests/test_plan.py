"""Who does what, when and where: from the file to rows, and from rows to units."""

from datetime import date, datetime

import pytest

from gongkai_cli.dates.span import Recurrence, Span, day_of
from gongkai_cli.loading import Loaded, load
from gongkai_cli.model import Campaign
from gongkai_cli.plan import Duty, duties, units
from gongkai_cli.view import unit_views
from gongkai_cli.view.activities import Activity, activities, leaves
from support.all_documents import understood

HEAD = """
活动: 活动
年份: 2026
公文: {发文机关: 县政府, 标题: 通知}
"""


def loaded(text: str) -> Loaded:
    found = load((HEAD + text).encode(), "文件")
    assert found.findings == ()
    return found


def campaign(text: str) -> Campaign:
    return understood(loaded(text))[0]


def row(duty: Duty) -> str:
    """A row on a line: path, content, owners, helpers, when, where, channel."""
    path = "/".join(f"{step.number}{step.title}" for step in duty.path)
    people = "、".join(duty.owners) + (f"+{'、'.join(duty.helpers)}" if duty.helpers else "")
    facts = f"{duty.when}|{duty.where}|{duty.channel}"
    return f"{duty.serial} {path} {duty.content} {people} {facts}"


@pytest.mark.parametrize(
    ("body", "rows"),
    [
        # An activity with somebody in charge is a row; one without is not, but keeps its number.
        (
            "正文: {内容: [{标题: 甲, 内容: 文}, {标题: 乙, 牵头: 一局, 配合: [二局, 三局], 时间: 5月1日, 地点: 广场}]}",
            ["1 2乙  一局+二局、三局 5月1日|广场|"],
        ),
        # A task takes from above what it does not say.
        (
            "正文: {内容: [{标题: 甲, 责任单位: 一局, 完成时间: 5月1日前, 发布途径: 网站, "
            "任务: [{内容: 子, 完成时间: 6月1日前}, {内容: 丑, 责任单位: 二局, 发布途径: 报纸}]}]}",
            ["1 1甲 子 一局 6月1日前||网站", "2 1甲 丑 二局 5月1日前||报纸"],
        ),
        # 无 takes back what holds above.
        (
            "正文: {内容: [{标题: 甲, 责任单位: 一局, 完成时间: 5月1日前, 地点: 广场, 发布途径: 网站, "
            "任务: [{内容: 子, 完成时间: 无, 地点: 无, 发布途径: 无}]}]}",
            ["1 1甲 子 一局 ||"],
        ),
        # The nearer date wins, whichever key it stands under.
        (
            "正文: {内容: [{标题: 甲, 时间: 6月1日至30日, 事项: [{标题: 乙, 完成时间: 6月10日前, 牵头: 一局}]}, "
            "{标题: 丙, 完成时间: 6月30日前, 事项: [{标题: 丁, 时间: 6月8日上午, 任务: [{内容: 子, 责任单位: 一局}]}]}]}",
            ["1 1甲/1乙  一局 6月10日前||", "2 2丙/1丁 子 一局 6月8日上午||"],
        ),
        # Nobody who is named is lost, though others have the tasks.
        (
            "正文: {内容: [{标题: 甲, 牵头: 一局, 配合: 医院, 任务: [{内容: 子, 责任单位: 二局}]}]}",
            ["1 1甲  一局+医院 ||", "2 1甲 子 二局 ||"],
        ),
        # Who leads an activity leads its tasks, and then needs no row besides.
        (
            "正文: {内容: [{标题: 甲, 牵头: 一局, 配合: 二局, 任务: [{内容: 子}, {内容: 丑}]}]}",
            ["1 1甲 子 一局+二局 ||", "2 1甲 丑 一局+二局 ||"],
        ),
        # A part of an activity that nobody is named for stays with the activity.
        (
            "正文: {内容: [{标题: 甲, 责任单位: 一局, 事项: [{标题: 乙}, {标题: 丙, 任务: [{内容: 子}]}]}]}",
            ["1 1甲  一局 ||", "2 1甲/2丙 子 一局 ||"],
        ),
        # Helpers alone are a row too; three levels; a point without a heading goes by its text.
        (
            "正文: {内容: [{标题: 甲, 事项: [{标题: 乙, 事项: [{标题: 丙, 配合: 一局}, {内容: 丁, 牵头: 二局}]}]}]}",
            ["1 1甲/1乙/1丙  +一局 ||", "2 1甲/1乙/2丁  二局 ||"],
        ),
        # Sections that have duties go on counting; 统筹任务 comes first, unnumbered, units or not.
        (
            "正文: {主题: [{标题: 无}], 内容: [{标题: 甲, 牵头: 一局}, {标题: 乙}], 保障: [{标题: 丙, 牵头: 一局}]}\n"
            "统筹任务: [{标题: 统筹, 内容: 子}, 督查, {标题: 上报, 内容: 丑, 责任单位: 办公室, 完成时间: 5月8日前}]",
            [
                "1 0统筹 子  ||",
                "2 0督查   ||",
                "3 0上报 丑 办公室 5月8日前||",
                "4 1甲  一局 ||",
                "5 3丙  一局 ||",
            ],
        ),
    ],
)
def test_rows_of_the_task_table(body: str, rows: list[str]) -> None:
    assert [row(duty) for duty in duties(campaign(body))] == rows


def told(found: tuple[Activity, ...]) -> list[tuple[object, ...]]:
    """Title, text, serials of the own row and of the tasks, and the same of what is inside."""
    return [
        (
            one.title,
            one.text,
            one.own.serial if one.own else 0,
            [row.serial for row in one.tasks],
            told(one.inner),
        )
        for one in found
    ]


def test_activities_with_their_rows() -> None:
    found = campaign(
        "正文: {开头: [{标题: 无人负责}], "
        "内容: [{标题: 甲, 牵头: 一局, 任务: [{内容: 子, 责任单位: 二局}]}, "
        "{标题: 乙, 内容: 文, 事项: [{标题: 一, 内容: 甲文}, {标题: 二}, {内容: 丙文}]}], "
        "要求: [{标题: 无人负责}], "
        "保障: [{标题: 丙, 内容: 文, 事项: [{标题: 丁}, {内容: 戊文, 牵头: 三局}, "
        "{标题: 己, 任务: [{内容: 丑, 责任单位: 四局}]}]}, {标题: 庚, 内容: 谁都没写}]}\n"
        "统筹任务: [{标题: 统筹, 内容: 做好统筹}]"
    )
    made = activities(found, duties(found))
    assert told(made) == [
        ("统筹", "做好统筹", 1, [], []),
        ("甲", "", 2, [3], []),
        # Nobody answers for its points: they are part of its text.
        ("乙", "文\n一：甲文\n二\n丙文", 0, [], []),
        (
            "丙",
            "文",
            0,
            [],
            [("丁", "", 0, [], []), ("戊文", "", 4, [], []), ("己", "", 0, [5], [])],
        ),
        ("庚", "谁都没写", 0, [], []),
    ]
    assert [one.title for one in leaves(made)] == ["统筹", "甲", "乙", "丁", "戊文", "己", "庚"]


def test_units_get_what_is_theirs() -> None:
    found = units(
        campaign(
            "正文: {内容: [{标题: 甲, 牵头: 一局, 配合: 各部门}, {标题: 乙, 牵头: 各街道, 参加单位: [二局, 四局]}, "
            "{标题: 丙, 责任单位: [一局, 五局], 配合: 一局}]}\n"
            "统称: {各部门: [二局, 三局, 各园区], 各园区: [东园, 西园, 各部门]}\n"
            "报送: [{材料: 总结, 报送单位: [各部门, 六局], 截止: 6月1日前, 接收: 一局}, "
            "{材料: 信息, 报送单位: 各街道, 截止: 5月1日前, 接收: 一局}]"
        )
    )
    told = {
        unit.unit: (
            [duty.serial for duty in unit.leads],
            [duty.serial for duty in unit.helps],
            [duty.serial for duty in unit.joins],
            [report.material for report in unit.reports],
            [report.material for report in unit.others],
            unit.collectives,
            unit.is_open,
        )
        for unit in found
    }
    assert told == {
        # 一局 receives the reports, and is not told that it helps itself.
        "一局": ([1, 3], [], [], [], [], (), False),
        "二局": ([], [1], [2], ["总结"], ["信息"], ("各部门",), False),
        "三局": ([], [1], [], ["总结"], ["信息"], ("各部门",), False),
        "东园": ([], [1], [], ["总结"], ["信息"], ("各部门",), False),
        "西园": ([], [1], [], ["总结"], ["信息"], ("各部门",), False),
        # A collective whose members nobody gave stands for itself.
        "各街道": ([2], [], [], ["信息"], [], (), True),
        "四局": ([], [], [2], [], ["信息"], (), False),
        "五局": ([3], [], [], [], ["信息"], (), False),
        "六局": ([], [], [], ["总结"], ["信息"], (), False),
    }


def test_an_annexed_list_may_be_the_members_of_a_collective() -> None:
    found = units(
        campaign(
            "正文: {内容: [{标题: 甲, 牵头: 相关部门}]}\n附件: [{标题: 名单, 统称: 相关部门, 名单: [一局, 二局]}]"
        )
    )
    assert [unit.unit for unit in found] == ["一局", "二局"]


def test_the_long_form_of_a_period_counts_like_the_short_one() -> None:
    short = load((HEAD + "正文: {活动时间: {线下: 5月1日至3日}}").encode(), "文件")
    long = load(
        (HEAD + "正文: {活动时间: {内容: 如下。, 各项: {线下: 5月1日至3日}}}").encode(), "文件"
    )
    whole = load((HEAD + "正文: {活动时间: {内容: 5月1日至3日, 各项: {}}}").encode(), "文件")
    assert short.context == long.context
    assert short.context is not None
    assert whole.context is not None
    assert whole.context.events["活动"] == short.context.events["活动"]


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        ("5月14日至21日", Span(date(2026, 5, 14), date(2026, 5, 21))),
        ("自5月14日起每周四", Span(date(2026, 5, 14), again=Recurrence("周", (4,)))),
        (
            "{线下: 5月15日至21日, 线上: 5月14日8时至20日18时}",
            Span(datetime(2026, 5, 14, 8), date(2026, 5, 21)),
        ),
        # The first to begin, whichever stands first; the last to end.
        ("{线下: 5月16日起, 线上: 5月14日起}", Span(date(2026, 5, 14), open_ended=True)),
        ("{线下: 5月21日前, 线上: 5月20日前}", Span(due=date(2026, 5, 21))),
        ("{线下: 5月16日起, 线上: 5月21日前}", Span(date(2026, 5, 16), date(2026, 5, 21))),
    ],
)
def test_the_whole_campaign_is_around_its_periods(lines: str, whole: Span) -> None:
    found = load((HEAD + f"正文: {{活动时间: {lines}}}").encode(), "文件")
    assert found.context is not None
    assert found.context.whole == whole


DAY = date(2026, 5, 15)


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("{时间: 5月15日上午, 地点: 广场}", DAY),
        ("{放假时间: 5月15日放假，共1天。, 要求: 甲}", DAY),
        # Beside 活动时间 it is any other line.
        ("{活动时间: 5月15日, 时间: 上午8:30至下午5:30}", DAY),
        ("{征集时间: 5月15日, 评选时间: 5月16日}", None),
    ],
)
def test_the_section_of_the_campaigns_own_dates(body: str, day: date | None) -> None:
    found = load((HEAD + f"正文: {body}").encode(), "文件")
    assert found.context is not None
    whole = found.context.whole
    assert (whole.start and day_of(whole.start)) == day


def test_a_sheet_tells_a_unit_by_which_names_it_is_meant() -> None:
    meant = loaded(
        "正文: {活动时间: 5月29日, 内容: [{标题: 甲, 牵头: 各部门, 完成时间: 活动结束后2日内, 配合: 三局}]}\n"
        "统称: {各部门: [一局, 二局]}\n"
        "报送: [{材料: 总结, 报送单位: 各部门, 截止: 6月1日前, 接收: 办公室}]"
    )
    sheets = {name: view["单位"] for name, view in unit_views(*understood(meant)).items()}
    assert list(sheets) == ["一局", "二局", "三局"]
    sheet = sheets["一局"]
    assert (sheet["统称"], sheet["所属统称"]) == (False, ("各部门",))
    assert sheet["负责"][0]["共同责任"] == ()
    assert sheet["负责"][0]["时限"] == "活动结束后2日内（5月31日，星期日）"
    assert sheet["报送"][0]["时限"] == "6月1日（星期一）前"
    assert sheets["三局"]["配合"][0]["责任单位"] == ("各部门",)
