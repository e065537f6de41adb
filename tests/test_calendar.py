"""The calendar, read back as other programs read it."""

import errno
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Component

from conftest import BAD, TESTS, Run, put
from gongkai_cli.calendars import events, ics
from gongkai_cli.dates.days import CHINA
from gongkai_cli.dates.span import Context, Moment, Recurrence, Span
from gongkai_cli.dates.workdays import is_workday, workdays_until
from gongkai_cli.deadlines import Agenda, Entry, standings
from gongkai_cli.deadlines.matters import matters
from support.drawn_entries import ENTRIES
from support.recorded_campaigns import RECORDS, set_up

NOW = datetime(2021, 5, 10, 9)


def agenda(entries: Sequence[Entry]) -> Agenda:
    return Agenda(
        "示例",
        "示例.yaml",
        "示例县",
        "2021年“5·15 政务公开日”",
        tuple(entries),
        ("联系人：张三",),
        {},
        Context(2021, date(2021, 4, 28)),
        date(2021, 4, 28),
        date(2021, 5, 31),
    )


def calendar(entries: Sequence[Entry]) -> bytes:
    one = agenda(entries)
    return ics(events([(one, matters(standings(one, (), NOW)))]), "示例")


def vevents(data: bytes) -> list[Component]:
    return list(Calendar.from_ical(data).walk("VEVENT"))


def rings(event: Component) -> list[datetime]:
    """When the alarms of an event go off, in China's time."""
    start = event.decoded("dtstart")
    if isinstance(start, datetime):
        start = start.astimezone(CHINA).replace(tzinfo=None)
    else:
        start = datetime.combine(start, time())
    return [start + alarm.decoded("trigger") for alarm in event.walk("VALARM")]


def entry(due: str, span: Span | None, **more: Any) -> Entry:
    return Entry("甲", "task", "更新办事指南", "县司法局", due, span)._replace(**more)


@pytest.mark.parametrize("name", sorted(RECORDS))
def test_the_calendar_is_as_it_was_agreed(name: str, gongkai: Run, *, update: bool) -> None:
    set_up(name)
    ran = gongkai("calendar", name)
    golden = TESTS / "golden" / name / "calendar.ics"
    if update:
        golden.write_bytes(ran.out.encode())
    # Where a long line is folded is the library's own, and changed between its versions (RFC 5545, 3.1).
    unfolded = [text.replace("\r\n ", "") for text in (ran.out, golden.read_bytes().decode())]
    assert (ran.code, unfolded[0], ran.err) == (0, unfolded[1], "")


def test_a_report_due_at_an_hour(gongkai: Run) -> None:
    set_up("dandong-2021")
    (report,) = [
        event
        for event in vevents(gongkai("calendar").out.encode())
        if event["summary"] == "活动总结报送截止（各地各部门）"
    ]
    assert report.decoded("dtstart") == datetime(2021, 5, 20, 8, tzinfo=UTC)
    assert "dtend" not in report
    assert rings(report) == [datetime(2021, 5, 19, 9), datetime(2021, 5, 20, 9)]
    assert str(report["description"]).splitlines() == [
        "报送：活动总结",
        "责任单位：各地各部门",
        "时间：5月20日16时前",
        "报送至：市政府办政务公开科（市政府617室）",
        "活动：丹东市人民政府办公室　2021年“5·15 政务公开日”",
        "联系人：赵树东、李鹏儒",
        "联系电话：2173053、2173756、2173912（传真）",
        "电子邮箱：dd2173053@163.com",
        "编号：nxtjf",
    ]


def test_what_is_done_stays_and_no_longer_rings(gongkai: Run) -> None:
    set_up("dandong-2021")
    found = {str(event["summary"]): event for event in vevents(gongkai("calendar").out.encode())}
    done = found["【已完成】开展户外集中现场宣传（市政府办公室）"]
    assert str(done["location"]) == "元宝区公园"
    assert rings(done) == []
    assert "责任单位：市政府办公室（已完成）" in str(done["description"])


@pytest.mark.parametrize(
    ("made", "summary", "start", "end", "alarms"),
    [
        (
            entry("5月8日前", Span(due=date(2021, 5, 8))),
            "更新办事指南截止（县司法局）",
            date(2021, 5, 8),
            date(2021, 5, 9),
            # 5月8日 is a Saturday on which people worked.
            [datetime(2021, 5, 7, 9), datetime(2021, 5, 8, 9)],
        ),
        (
            entry("5月6日9时前", Span(due=datetime(2021, 5, 6, 9))),
            "更新办事指南截止（县司法局）",
            datetime(2021, 5, 6, 1, tzinfo=UTC),
            None,
            # 5月1日至5日 was a holiday.
            [datetime(2021, 4, 30, 9)],
        ),
        (
            entry("5月14日上午", Span(datetime(2021, 5, 14), datetime(2021, 5, 14, 12))),
            "更新办事指南（县司法局）",
            datetime(2021, 5, 13, 16, tzinfo=UTC),
            datetime(2021, 5, 14, 4, tzinfo=UTC),
            [datetime(2021, 5, 13, 9), datetime(2021, 5, 14, 9)],
        ),
        (
            entry("5月14日至20日16时", Span(date(2021, 5, 14), datetime(2021, 5, 20, 16))),
            "更新办事指南（县司法局）",
            datetime(2021, 5, 13, 16, tzinfo=UTC),
            datetime(2021, 5, 20, 8, tzinfo=UTC),
            [datetime(2021, 5, 19, 9), datetime(2021, 5, 20, 9)],
        ),
        (
            entry("5月15日起", Span(date(2021, 5, 15), open_ended=True)),
            "更新办事指南开始（县司法局）",
            date(2021, 5, 15),
            date(2021, 5, 16),
            [datetime(2021, 5, 14, 9), datetime(2021, 5, 15, 9)],
        ),
        (
            entry(
                "5月14日至21日",
                Span(date(2021, 5, 14), date(2021, 5, 21)),
                kind="milestone",
                unit=None,
            ),
            "2021年“5·15 政务公开日”更新办事指南",
            date(2021, 5, 14),
            date(2021, 5, 22),
            [datetime(2021, 5, 13, 9), datetime(2021, 5, 14, 9)],
        ),
    ],
    ids=lambda value: value.due_text if isinstance(value, Entry) else "",
)
def test_where_it_stands_and_when_it_rings(
    made: Entry, summary: str, start: Moment, end: Moment | None, alarms: list[datetime]
) -> None:
    (event,) = vevents(calendar([made]))
    assert (
        str(event["summary"]),
        event.decoded("dtstart"),
        event.decoded("dtend", None),
        rings(event),
    ) == (summary, start, end, alarms)


def test_each_turn_is_an_event_with_the_working_day_before_it() -> None:
    weekly = entry("每周四12:00前", Span(again=Recurrence("周", (4,), time(12))))
    found = vevents(calendar([weekly]))
    assert [event.decoded("dtstart").astimezone(CHINA).date() for event in found] == [
        date(2021, 4, 29) + timedelta(weeks=n) for n in range(5)
    ]
    # The Thursday after the holiday week is told of on the last day before the holiday.
    assert rings(found[1]) == [datetime(2021, 4, 30, 9), datetime(2021, 5, 6, 9)]


def test_what_has_no_day_has_no_event() -> None:
    without = [
        entry("持续发布", Span(open_ended=True), id="甲"),
        entry("尽快", None, id="乙"),
        entry("9999年12月31日前", Span(due=date(9999, 12, 31)), id="丙"),
        entry("0001年1月1日前", Span(due=date(1, 1, 1)), id="丁"),
    ]
    assert vevents(calendar(without)) == []


@given(ENTRIES)
def test_any_plan_reads_back(entries: list[Entry]) -> None:
    data = calendar(entries)
    lines = data.split(b"\r\n")
    assert lines.pop() == b""
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)
    for line in lines:
        line.decode()  # a 汉字 is never cut in two
    made = events([(agenda(entries), matters(standings(agenda(entries), (), NOW)))])
    read = vevents(data)
    assert [(str(e["uid"]), str(e["summary"]), str(e["description"])) for e in read] == [
        (e.uid, e.summary, e.description) for e in made
    ]
    assert len({e.uid for e in made}) == len(made)
    assert calendar(entries) == data


@given(ENTRIES)
def test_it_rings_at_nine_on_a_working_day_before_and_never_too_late(entries: list[Entry]) -> None:
    one = agenda(entries)
    for matter in matters(standings(one, (), NOW)):
        span = matter.entry.span or Span()
        for event in events([(one, [matter])]):
            if span.again or span.open_ended or matter.entry.kind == "milestone":
                anchor = event.start
            else:
                anchor = span.due or event.start
            day = anchor.date() if isinstance(anchor, datetime) else anchor
            start = event.start
            begin = start if isinstance(start, datetime) else datetime.combine(start, time())
            for alarm in event.alarms:
                ring = begin + alarm
                assert ring.time() == time(9)
                assert not isinstance(anchor, datetime) or ring < anchor
                if ring.date() != day:
                    assert is_workday(ring.date())
                    assert ring.date() < day
                    assert workdays_until(ring.date(), day) == int(is_workday(day))


@given(ENTRIES, st.randoms(use_true_random=False), st.integers(1, 60))
def test_uids_outlast_a_new_order_and_new_dates(
    entries: list[Entry], random: object, days: int
) -> None:
    dated = [
        one
        for one in entries
        if one.span and not one.span.again and (one.span.start or one.span.due)
    ]

    def uids(plan: list[Entry]) -> dict[str, str]:
        return {one.id: str(vevents(calendar([one]))[0]["uid"]) for one in plan}

    later = timedelta(days=days)
    moved = [
        one._replace(
            span=replace(
                one.span,
                start=one.span.start and one.span.start + later,
                due=one.span.due and one.span.due + later,
            ),
        )
        for one in dated
        if one.span
    ]
    random.shuffle(moved)  # type: ignore[attr-defined]
    together = {str(event["uid"]) for event in vevents(calendar(moved))}
    assert uids(dated) == uids(moved)
    assert together == set(uids(dated).values())


def test_what_has_changed_is_a_revision_of_what_was_there(gongkai: Run) -> None:
    set_up("dandong-2021")
    file = Path("campaigns/dandong-2021.yaml")
    text = file.read_text("utf-8")

    def revisions(file: Path, *arguments: str) -> dict[str, int]:
        assert gongkai("calendar", *arguments).code == 0
        data = file.read_bytes()
        assert gongkai("calendar", *arguments).code == 0
        assert file.read_bytes() == data
        return {
            str(event["summary"]): int(event.decoded("sequence"))
            for event in vevents(data)
            if "sequence" in event
        }

    whole, of_unit = Path("日程.ics"), Path("日历/dandong-2021/各地各部门.ics")
    assert revisions(of_unit, "--per-unit", "-o", "日历") == {}
    assert revisions(whole, "-o", "日程.ics") == {}
    moved = text.replace("5月20日16时前", "5月21日16时前")
    put(file.as_posix(), moved)
    (report,) = (first := revisions(whole, "-o", "日程.ics"))
    assert "总结" in report
    assert first == {report: 1}
    assert [*revisions(of_unit, "--per-unit", "-o", "日历").values()] == [1]
    # In LF, as git may have checked it out, too; nothing but that one has changed.
    whole.write_bytes(whole.read_bytes().replace(b"\r\n", b"\n"))
    put(file.as_posix(), text)
    assert revisions(whole, "-o", "日程.ics") == {report: 2}
    # What is no calendar of ours tells nothing.
    for event in (b"UID:\xff\nSEQUENCE:9\n", b"SEQUENCE:9\n"):
        whole.write_bytes(b"BEGIN:VEVENT\n" + event + b"END:VEVENT\n")
        assert revisions(whole, "-o", "日程.ics") == {}


@given(ENTRIES, ENTRIES)
def test_a_calendar_over_itself_is_the_same(entries: list[Entry], others: list[Entry]) -> None:
    def over(before: bytes, entries: list[Entry]) -> bytes:
        one = agenda(entries)
        return ics(events([(one, matters(standings(one, (), NOW)))]), "示例", before)

    first = calendar(entries)
    assert over(first, entries) == first
    second = over(first, others)
    assert over(second, others) == second


def test_one_unit_and_each_unit(gongkai: Run) -> None:
    set_up("dalian-gaoxin-2020")
    ran = gongkai("calendar", "--unit", "区科技局")
    (event,) = vevents(ran.out.encode())
    assert str(event["summary"]) == "【已完成】宣传企业复工复产政策，并做好政策解读（区科技局）"
    assert "X-WR-CALNAME:区科技局　大连高新区管理委员会办公室" in ran.out
    every = gongkai("calendar", "--per-unit", "-o", "日历")
    assert every == (0, "17 个单位的日历，保存在 日历/dalian-gaoxin-2020\n", "")
    assert Path("日历/dalian-gaoxin-2020/区科技局.ics").read_bytes() == ran.out.encode()
    set_up("dandong-2021")
    assert gongkai("calendar", "--per-unit", "-o", "日历").out.endswith("保存在 日历/all\n")
    assert len(list(Path("日历/all").glob("*.ics"))) == 20


def test_a_unit_that_left_is_told_of(gongkai: Run) -> None:
    set_up("dandong-2021")
    file = Path("campaigns/dandong-2021.yaml")
    gongkai("calendar", "--per-unit", "-o", "日历")
    file.write_text(file.read_text("utf-8").replace("牵头: 市营商局", "牵头: 市司法局"), "utf-8")
    Path("campaigns/dandong-2021.进展.txt").unlink()
    assert gongkai("calendar", "--per-unit", "-o", "日历").err == (
        "日历/dandong-2021/市营商局.ics:1:1: 提示 GK407 "
        "以前生成的文档，活动文件里已没有对应内容（不用就删去）\n"
    )


def test_a_bad_campaign_does_not_hide_the_others(gongkai: Run) -> None:
    set_up("dandong-2021")
    put("campaigns/坏.yaml", BAD)
    ran = gongkai("calendar", "-o", "全部.ics")
    assert (ran.code, ran.out) == (1, "日历已写入 全部.ics\n")
    assert len(vevents(Path("全部.ics").read_bytes())) == 9
    kept = Path("全部.ics").read_bytes()
    assert gongkai("calendar", "坏", "-o", "全部.ics").code == 1
    assert Path("全部.ics").read_bytes() == kept


def test_two_campaigns_of_one_name_share_no_uid(gongkai: Run) -> None:
    set_up("dandong-2021")
    put("别处/dandong-2021.yaml", Path("campaigns/dandong-2021.yaml").read_bytes())
    ran = gongkai("calendar", "dandong-2021", "别处/dandong-2021.yaml")
    assert ran.code == 2
    assert "GK402" in ran.err
    assert len({str(event["uid"]) for event in vevents(ran.out.encode())}) == 18


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--per-unit"], "用法错误：--per-unit：每个单位一个文件，要用 -o 写明文件夹\n"),
        (
            ["--per-unit", "--unit", "市营商局", "-o", "日历"],
            "用法错误：--unit：和 --per-unit 只能写一个\n",
        ),
        (["--unit", "市营商"], "用法错误：--unit：没有单位“市营商”的任务（是不是“市营商局”）\n"),
    ],
)
def test_wrong_usage(gongkai: Run, arguments: list[str], message: str) -> None:
    set_up("dandong-2021")
    assert gongkai("calendar", *arguments) == (2, "", message)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_link_stays_a_link_and_a_device_a_device(gongkai: Run, tmp_path: Path) -> None:
    set_up("dandong-2021")
    Path("网站").mkdir()
    Path("日程.ics").symlink_to(tmp_path / "网站" / "日程.ics")
    gongkai("calendar", "-o", "日程.ics")
    assert Path("日程.ics").is_symlink()
    assert [file.name for file in Path("网站").iterdir()] == ["日程.ics"]
    assert gongkai("calendar", "-o", "/dev/null").code == 0
    assert Path("/dev/null").is_char_device()


def test_a_full_disk_leaves_the_calendar_that_was_there(
    gongkai: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up("dandong-2021")
    put("日程.ics", "before")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    ran = gongkai("calendar", "-o", "日程.ics")
    assert (ran.code, ran.out) == (1, "")
    assert "磁盘满了" in ran.err
    assert sorted(path.name for path in Path().iterdir()) == ["campaigns", "日程.ics"]
    assert Path("日程.ics").read_text("utf-8") == "before"


def test_where_it_cannot_be_written(gongkai: Run) -> None:
    set_up("dandong-2021")
    ran = gongkai("calendar", "-o", "campaigns")
    assert (ran.code, ran.out) == (1, "")
    assert (
        ran.err
        == "campaigns:1:1: 错误 GK403 写不了：这是文件夹（写明文件；要用这个名称，就给文件夹改名）\n"
    )
