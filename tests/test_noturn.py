"""What is to come again and again, but never does before the campaign ends: told, and never done."""

from datetime import date, datetime

import pytest

from conftest import Run, put
from gongkai_cli.deadlines import (
    line_of,
    outcomes,
    read,
    settle,
    standings,
    undated,
    unwatched,
)
from gongkai_cli.finding import Place
from support.small_agendas import HEAD, agenda

FILE = "campaigns/甲.yaml"
TEXT = f"""{HEAD}        - {{内容: 更新专栏, 责任单位: 县司法局, 完成时间: 每季度末前}}
报送:
  - {{材料: 工作信息, 报送单位: 县司法局, 截止: 每月25日前}}
"""


@pytest.mark.parametrize("month", [4, 5, 6])
def test_it_is_not_done(month: int) -> None:
    now = datetime(2026, month, 19, 9)
    watched = standings(agenda(TEXT), (), now)
    statuses = {one.entry.title: (one.status, one.due) for one in watched if one.entry.unit}
    expected = ("not-started" if month == 4 else "in-progress", None)
    assert statuses == {"更新专栏": expected, "工作信息": expected}
    assert {one.ending for one in outcomes(agenda(TEXT), (), now)} == {"open"}


def test_it_is_done_when_somebody_says_so() -> None:
    due = agenda(TEXT)
    now = datetime(2026, 6, 19, 9)
    (report,) = (entry for entry in due.entries if entry.kind == "report")
    line = line_of(date(2026, 5, 25), report, done=True, evidence="")
    marks, unread = read(line, "记录", due.context)
    facts, unsettled = settle(marks, due, now)
    assert (unread, unsettled) == ((), ())
    (told,) = (one for one in standings(due, facts, now) if one.mark)
    assert (told.entry.title, told.status) == ("工作信息", "done")
    (came,) = (one for one in outcomes(due, facts, now) if one.entry.title == "工作信息")
    assert came.ending == "on-time"


def test_a_mark_behind_the_last_turn_is_for_none() -> None:
    due = agenda(TEXT.replace("每月25日前", "每月8日前"))
    (report,) = (entry for entry in due.entries if entry.kind == "report")
    days = (date(2026, 5, 8), date(2026, 5, 30), date(2026, 6, 1))
    record = "".join(line_of(day, report, done=True, evidence="") for day in days)
    facts, _ = settle(read(record, "记录", due.context)[0], due, datetime(2026, 6, 19, 9))
    (came,) = (one for one in outcomes(due, facts, datetime(2026, 6, 19, 9)) if one.entry is report)
    assert (came.ending, came.turns, came.closed) == ("on-time", 1, 1)


def test_it_is_told() -> None:
    assert [finding.message for finding in unwatched(agenda(TEXT))] == [
        "更新专栏的“每季度末前”到活动结束一次也轮不到，提醒不了",
        "工作信息的“每月25日前”到活动结束一次也轮不到，提醒不了",
    ]
    assert (
        unwatched(agenda(TEXT.replace("每月25日前", "每周五前").replace("每季度末", "每月8日")))
        == ()
    )


def test_a_report_whose_deadline_is_no_day_is_told_once_for_all_its_units() -> None:
    due = agenda(
        TEXT.replace("每月25日前", "尽快")
        .replace("报送单位: 县司法局", "报送单位: [县司法局, 县教育局]")
        .replace("每季度末前", "尽快")
    )
    (told,) = unwatched(due)
    assert (told.place, told.code, told.severity, told.message, told.hint) == (
        Place("活动.yaml"),
        "GK812",
        "warning",
        "工作信息的截止“尽快”看不明白，提醒不了",
        "写明几月几日，如 5月20日前；gongkai validate 看在哪一行",
    )
    # The campaign itself has days.
    assert undated(due) == ()


def test_commands_tell_it(gongkai: Run) -> None:
    put(FILE, TEXT)
    ran = gongkai("check-deadlines", "--now", "2026-05-10")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.count(f"{FILE}:1:1: 警告 GK812") == 2
    assert "0/1" in gongkai("status", "--now", "2026-05-10").out
    checked = gongkai("validate")
    assert [line for line in checked.out.splitlines() if "GK516" in line] == [
        f"{FILE}:10:40: 警告 GK516 “每季度末前”从4月28日到活动结束（5月21日）一次也轮不到"
        "（写明几月几日报；活动以后还要报的，写最后报到哪一天）",
        f"{FILE}:12:32: 警告 GK516 “每月25日前”从4月28日到活动结束（5月21日）一次也轮不到"
        "（写明几月几日报；活动以后还要报的，写最后报到哪一天）",
    ]


@pytest.mark.parametrize(
    ("said", "turns"),
    [
        # Before the campaign begins there is nothing to tell, unless a day is named.
        ("每周四前", ["2026-05-14", "2026-05-21"]),
        ("自4月30日起每周四前", ["2026-04-30", "2026-05-07", "2026-05-14", "2026-05-21"]),
        ("自5月18日起，每周四12:00前", ["2026-05-21T12:00:00"]),
        ("即日起每周四", ["2026-04-30", "2026-05-07", "2026-05-14", "2026-05-21"]),
        ("每月8日前", ["2026-05-08"]),
        ("自5月22日起每周四前", []),
    ],
)
def test_what_recurs_does_so_from_the_first_day_of_the_campaign(
    said: str, turns: list[str]
) -> None:
    due = agenda(TEXT.replace("每月25日前", said))
    (report,) = (entry for entry in due.entries if entry.kind == "report")
    assert report.span
    assert [turn.isoformat() for turn in due.turns(report.span)] == turns
