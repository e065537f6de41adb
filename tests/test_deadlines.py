"""What falls due and how it stands: the laws that hold for every plan and every record."""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from conftest import ROOT
from gongkai_cli.dates.occurrences import occurrences, turns
from gongkai_cli.dates.span import Context, Recurrence, Span
from gongkai_cli.dates.workdays import is_workday, workdays_until
from gongkai_cli.deadlines import (
    STATUSES,
    Agenda,
    Entry,
    clean_evidence,
    line_of,
    plain,
    read,
    restored,
    rows,
    settle,
    standings,
    unknown_years,
    when,
    years_of,
)
from support.small_agendas import HEAD, agenda

NOW = datetime(2026, 5, 19, 9)
DAYS = st.dates(date(2025, 12, 1), date(2027, 2, 28))
MOMENTS = st.datetimes(datetime(2026, 4, 1), datetime(2026, 7, 1)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)
NAMES = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12
)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        # Fifteen days on from 5月21日 is the fifth.
        ("活动结束后15日内", "活动结束后15日内（6月5日）"),
        ("每月18日前", "每月18日前（5月18日）"),
        ("自5月14日起每周四前", "自5月14日起每周四前（5月14日）"),
        ("2026年5月31日后5日内", "2026年5月31日后5日内（6月5日）"),
        ("活动结束后3个工作日内", "活动结束后3个工作日内（5月26日）"),
        ("6月5日前", "6月5日前"),
        ("6 月 5 号前", "6 月 5 号前"),
        ("6月05日前", "6月05日前"),
        ("5月14日至21日", "5月14日至21日"),
        ("5月14—21日", "5月14—21日"),
        ("5月底前", "5月底前（5月31日）"),
        ("尽快", "尽快"),
    ],
)
def test_a_reminder_gives_the_day_that_a_deadline_does_not_name(said: str, told: str) -> None:
    due = agenda(f"{HEAD}        - {{内容: 甲, 责任单位: 县司法局, 完成时间: {said}}}\n")
    (standing,) = (
        one for one in standings(due, (), NOW) if one.entry.kind == "task" and one.entry.unit
    )
    assert when(standing) == told


def test_over_the_new_year_nothing_is_late_on_the_day_of_the_notice() -> None:
    crossing = HEAD.replace("5月14日至21日", "12月15日至1月31日").replace("4月28日", "12月10日")
    task = "        - {内容: 走访, 责任单位: 县司法局, 完成时间: 1月15日前}\n"
    event = "    - {标题: 慰问, 时间: 1月5日, 责任单位: 县民政局}\n"
    after = "报送: [{材料: 小结, 报送单位: 县民政局, 截止: 慰问结束后3日内}]\n"
    found = standings(agenda(crossing + task + event + after), (), datetime(2026, 12, 10, 9))
    assert [(one.entry.title, one.status, one.due) for one in found] == [
        ("活动", "not-started", date(2027, 1, 31)),
        ("走访", "in-progress", date(2027, 1, 15)),
        ("慰问", "not-started", date(2027, 1, 5)),
        ("小结", "in-progress", date(2027, 1, 8)),
    ]


@pytest.mark.parametrize(
    ("now", "status", "due"),
    [
        ("2026-04-27T09:00", "not-started", datetime(2026, 5, 14, 17)),
        ("2026-05-11T09:00", "not-started", datetime(2026, 5, 14, 17)),
        ("2026-05-14T17:01", "in-progress", datetime(2026, 5, 15, 17)),
        ("2026-05-21T17:00", "in-progress", datetime(2026, 5, 21, 17)),
        ("2026-05-21T17:01", "done", datetime(2026, 5, 21, 17)),
    ],
)
def test_what_recurs_and_nobody_answers_for_is_over_with_its_last_turn(
    now: str, status: str, due: datetime
) -> None:
    plan = agenda(HEAD.replace("      任务:\n", "      时间: 每日17时前\n"))
    found = {one.entry.title: one for one in standings(plan, (), datetime.fromisoformat(now))}
    assert (found["宣传"].status, found["宣传"].due) == (status, due)


def plan(*tasks: tuple[str, str, str]) -> Agenda:
    """An agenda of tasks, each with its content, units and date."""
    written = [
        f"        - {{内容: {content}, 责任单位: [{units}], 完成时间: {when}}}\n"
        for content, units, when in tasks
    ]
    return agenda(HEAD + "".join(written))


TASKS = [
    ("更新办事指南", "县司法局", "5月20日前"),
    ("布置展板", "县教育局", "5月13日"),
    ("发布政策解读", "县司法局, 县教育局", "持续发布"),
    ("开设专栏", "县政府办", "5月15日至21日"),
]


def ids(agenda: Agenda) -> dict[str, str]:
    return {entry.title: entry.id for entry in agenda.entries}


@given(st.permutations(TASKS), st.integers(1, 4))
def test_an_id_does_not_change_when_tasks_are_moved_added_or_taken_away(
    tasks: list[tuple[str, str, str]], kept: int
) -> None:
    whole = ids(plan(*TASKS))
    for title, identity in ids(plan(*tasks[:kept])).items():
        assert whole[title] == identity


@given(st.sampled_from(["5月30日前", "持续发布", "5月1日至5月9日"]))
def test_an_id_does_not_change_with_the_date_the_units_or_a_mark(when: str) -> None:
    moved = plan(*((f"{title}。", "县财政局", when) for title, _, _ in TASKS))
    assert [entry.id for entry in moved.entries] == list(
        dict.fromkeys(entry.id for entry in plan(*TASKS).entries)
    )


def test_tasks_of_one_name_have_ids_of_their_own() -> None:
    same = plan(*[("发布信息", "县司法局", "5月20日前")] * 5)
    assert len({entry.id for entry in same.entries if entry.kind == "task"}) == 5


def test_an_id_given_in_the_file_is_taken() -> None:
    text = HEAD + "        - {编号: 甲-1, 内容: 发布信息}\n"
    assert ids(agenda(text))["发布信息"] == "甲-1"


@given(st.one_of(DAYS, MOMENTS), NAMES, st.booleans(), NAMES)
def test_what_is_recorded_is_read_back(
    on: date,
    unit: str,
    done: bool,  # noqa: FBT001
    evidence: str,
) -> None:
    entry = Entry("abcde", "task", "更新办事指南 ｜ 和别的", unit, None, None)
    line = line_of(on, entry, done=done, evidence=evidence)
    marks, findings = read(line, "记录", Context(2026))
    assert findings == ()
    (mark,) = marks
    assert (mark.on, mark.done) == (on, done)
    assert mark.task == "abcde 更新办事指南/和别的"
    # A bar of its own would part two fields; the last one goes on to the end of the line.
    assert mark.unit == unit.translate(str.maketrans("|｜", "//"))
    assert mark.evidence == clean_evidence(evidence)
    assert mark.evidence == evidence or "://" in evidence


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("http://x.cn/?a=1|b", "http://x.cn/?a=1%7Cb"),
        ("见 https://x.cn/a|b|，图一|图二", "见 https://x.cn/a%7Cb%7C，图一|图二"),
        ("图一 | 图二｜图三 |", "图一 | 图二｜图三 |"),
        ("| 一", "| 一"),
        ("  邮件\n收到\t了 ", "邮件 收到 了"),
        ("", ""),
    ],
)
def test_evidence_is_kept_as_it_is_given(given: str, kept: str) -> None:
    entry = Entry("abcde", "task", "更新办事指南", "", None, None)
    line = line_of(date(2026, 5, 20), entry, done=True, evidence=given)
    ((mark,), findings) = read(line, "记录", Context(2026))
    assert (mark.evidence, mark.unit, mark.done, findings) == (kept, "", True, ())
    assert clean_evidence(kept) == kept


@given(DAYS, DAYS)
def test_working_days_are_counted_one_by_one(today: date, day: date) -> None:
    first, last = min(today, day), max(today, day)
    counted = sum(is_workday(first + timedelta(n + 1)) for n in range((last - first).days))
    assert workdays_until(today, day) == (counted if today <= day else -counted)


# 2026年5月9日 is a Saturday that is worked, 5月10日 a Sunday; 5月1日 to 5日 are off.
@pytest.mark.parametrize(
    ("today", "day", "left"),
    [
        (date(2026, 5, 8), date(2026, 5, 11), 2),
        (date(2026, 4, 30), date(2026, 5, 6), 1),
        (date(2026, 5, 6), date(2026, 4, 30), -1),
        (date(2026, 5, 10), date(2026, 5, 10), 0),
        (date(2049, 12, 30), date(2050, 1, 3), 2),
    ],
)
def test_working_days_know_which_days_are_made_up_for(today: date, day: date, left: int) -> None:
    assert workdays_until(today, day) == left


def one(span: Span | None, kind: str = "task") -> Agenda:
    whole = plan()
    entry = Entry("abcde", kind, "甲", None, "", span)  # type: ignore[arg-type]
    return replace(whole, entries=(entry,))


AT_16 = datetime(2026, 5, 20, 16)


@pytest.mark.parametrize(
    ("span", "now", "status"),
    [
        (Span(due=date(2026, 5, 20)), datetime(2026, 5, 20, 0), "due-today"),
        (Span(due=date(2026, 5, 20)), datetime(2026, 5, 20, 23, 59), "due-today"),
        (Span(due=date(2026, 5, 20)), datetime(2026, 5, 21, 0), "overdue"),
        (Span(due=AT_16), datetime(2026, 5, 20, 16), "due-today"),
        (Span(due=AT_16), datetime(2026, 5, 20, 16, 1), "overdue"),
        (Span(due=AT_16), datetime(2026, 5, 15, 9), "due-soon"),
        (Span(due=AT_16), datetime(2026, 5, 14, 9), "in-progress"),
        (Span(due=AT_16), datetime(2026, 4, 27, 9), "not-started"),
        # From Friday a Monday is one working day away, and the days off count for nothing.
        (Span(due=date(2026, 5, 7)), datetime(2026, 4, 30, 9), "due-soon"),
        (Span(date(2026, 5, 15), date(2026, 5, 21)), datetime(2026, 5, 14, 23), "not-started"),
        (Span(date(2026, 5, 15), date(2026, 5, 25)), datetime(2026, 5, 15, 0), "in-progress"),
        (Span(open_ended=True), NOW, "ongoing"),
        (Span(date(2026, 6, 1), open_ended=True), NOW, "not-started"),
        (None, NOW, "in-progress"),
    ],
)
def test_how_an_entry_stands(span: Span | None, now: datetime, status: str) -> None:
    (standing,) = standings(one(span), (), now)
    assert standing.status == status


@pytest.mark.parametrize(
    ("now", "status"),
    [(13, "not-started"), (14, "in-progress"), (21, "in-progress"), (22, "done")],
)
def test_a_date_of_the_campaign_comes_and_goes_by_itself(now: int, status: str) -> None:
    period = one(Span(date(2026, 5, 14), date(2026, 5, 21)), "milestone")
    (standing,) = standings(period, (), datetime(2026, 5, now, 12))
    assert standing.status == status


@pytest.mark.parametrize(("on", "status"), [("04-27", "not-started"), ("04-28", "in-progress")])
def test_a_date_that_never_comes_again_in_the_campaign_has_no_day(on: str, status: str) -> None:
    quarterly = one(Span(again=Recurrence("季度")), "milestone")
    (found,) = standings(quarterly, (), datetime.fromisoformat(f"2026-{on}T09:00"))
    assert (found.status, found.start, found.due) == (status, date(2026, 4, 28), None)


@given(MOMENTS, MOMENTS, st.integers(0, 10))
def test_time_only_makes_things_more_urgent(first: datetime, second: datetime, within: int) -> None:
    whole = plan(*TASKS)
    order = ["not-started", "ongoing", "in-progress", "due-soon", "due-today", "overdue"]
    before = standings(whole, (), min(first, second), within)
    after = standings(whole, (), max(first, second), within)
    for early, late in zip(before, after, strict=True):
        if early.entry.kind != "milestone":
            assert order.index(late.status) >= order.index(early.status)


@pytest.mark.parametrize(
    ("again", "days"),
    [
        (Recurrence("周", (4,)), [(1, 1), (1, 8), (1, 15), (1, 22), (1, 29), (2, 5)]),
        (Recurrence("月", (31,)), [(1, 31)]),
        (Recurrence("月", (8,)), [(1, 8), (2, 8)]),
        (Recurrence("月", (0,)), [(1, 31)]),
        (Recurrence("季度"), []),
    ],
)
def test_what_recurs_falls_on_these_days(again: Recurrence, days: list[tuple[int, int]]) -> None:
    found = occurrences(again, date(2026, 1, 1), date(2026, 2, 9))
    assert list(found) == [date(2026, month, day) for month, day in days]


def test_a_quarter_ends_with_its_third_month() -> None:
    found = occurrences(Recurrence("季度"), date(2026, 1, 1), date(2026, 12, 31))
    assert list(found) == [date(2026, *on) for on in ((3, 31), (6, 30), (9, 30), (12, 31))]


@pytest.mark.parametrize(
    ("span", "events", "days"),
    [
        # From the campaign's first day, or from its own; where neither is known, from the notice.
        (
            Span(again=Recurrence("周", (4,))),
            {"活动": Span(date(2026, 5, 8), date(2026, 5, 21))},
            [14],
        ),
        (
            Span(date(2026, 5, 1), again=Recurrence("周", (4,))),
            {"活动": Span(date(2026, 5, 8), date(2026, 5, 21))},
            [7, 14],
        ),
        (Span(again=Recurrence("周", (4,))), {}, [7, 14]),
        # What falls on no day of the campaign does so before it.
        (
            Span(again=Recurrence("月", (6,))),
            {"活动": Span(date(2026, 5, 8), date(2026, 5, 20))},
            [6],
        ),
    ],
)
def test_where_what_recurs_begins(span: Span, events: dict[str, Span], days: list[int]) -> None:
    context = Context(2026, date(2026, 4, 28), events)
    found = turns(span, context, date(2026, 5, 2), date(2026, 5, 20))
    assert found == [date(2026, 5, day) for day in days]


def test_what_recurs_at_an_hour_falls_due_at_that_hour() -> None:
    found = occurrences(Recurrence("周", (4,), time(12)), date(2026, 1, 1), date(2026, 1, 9))
    assert list(found) == [datetime(2026, 1, 1, 12), datetime(2026, 1, 8, 12)]


def test_a_month_without_its_day_has_its_last() -> None:
    found = occurrences(Recurrence("月", (31,)), date(2026, 2, 1), date(2026, 4, 30))
    assert list(found) == [date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30)]


def test_every_row_keeps_the_published_promise() -> None:
    schema = json.loads((ROOT / "docs" / "deadlines.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    assert schema["items"]["properties"]["status"]["enum"] == sorted(
        STATUSES, key=["done", *STATUSES[:-1]].index
    )
    for path in sorted((ROOT / "campaigns").glob("*.yaml")):
        whole = agenda(path.read_text("utf-8"))
        validator.validate(rows(whole, standings(whole, (), NOW)))
    wrong = rows(whole, standings(whole, (), NOW))
    wrong[0]["due"] = "5月20日"
    assert not validator.is_valid(wrong)


def test_what_a_task_does_not_say_is_null_in_its_row() -> None:
    bare = agenda(f"{HEAD}        - {{内容: 甲}}\n        - {{内容: 乙, 完成时间: 尽快}}\n")
    told = rows(bare, standings(bare, (), NOW))[-2:]
    assert told == [
        {
            "campaign": "活动",
            "path": "活动.yaml",
            "id": bare.entries[-2 + number].id,
            "title": title,
            "kind": "task",
            "unit": None,
            "due_text": said,
            "start": None,
            "due": None,
            "open_ended": False,
            "status": "in-progress",
            "days_left": None,
            "workdays_left": None,
            "channel": None,
        }
        for number, (title, said) in enumerate([("甲", None), ("乙", "尽快")])
    ]
    assert [entry.where for entry in bare.entries[-2:]] == [None, None]


def test_a_year_whose_holidays_are_not_known_is_told() -> None:
    whole = one(Span(due=date(2050, 5, 20)))
    due = standings(whole, (), datetime(2050, 5, 20, 9))
    told = "的放假调休安排还没有收进来，工作日只按周六、周日和法定节日算"
    assert [*unknown_years(years_of(due))] == [f"2050年{told}"]
    assert [*unknown_years({2051, 2026, 2050})] == [f"2050年、2051年{told}"]
    assert not list(unknown_years({2026}))


def test_what_is_kept_of_an_agenda_has_its_guesses() -> None:
    whole = one(Span(due=date(2050, 5, 20), guessed=2050))
    again = restored(plain(whole), whole.campaign, whole.path)
    assert [entry.span.guessed for entry in again.entries if entry.span] == [2050]


def test_it_is_chinas_time_wherever_the_machine_stands() -> None:
    code = "from gongkai_cli.project.clock import now; print(now().isoformat())"
    before = datetime.now(UTC)
    for zone in ("Pacific/Auckland", "America/New_York", "UTC"):
        ran = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={"TZ": zone, "PYTHONPATH": str(ROOT / "src"), "SYSTEMROOT": "C:\\Windows"},
        )
        said = datetime.fromisoformat(ran.stdout.strip()).replace(tzinfo=UTC) - timedelta(hours=8)
        assert before - timedelta(minutes=1) <= said <= datetime.now(UTC)


@pytest.mark.parametrize("time", ["5月20日前", "5月14日至21日", "每周四", "持续", "13月1日"])
def test_a_line_of_the_record_has_a_day_or_a_moment(time: str) -> None:
    marks, findings = read(f"{time} | 活动总结", "记录", Context(2026))
    assert (marks, [finding.message for finding in findings]) == ((), [f"时间“{time}”看不明白"])


def test_a_reworded_task_of_many_units_is_the_same_for_each_of_them() -> None:
    villages = [f"第{number}村委会" for number in range(400)]
    whole = plan(("组织开展政务公开日现场宣传活动并报送照片", ", ".join(villages), "5月18日前"))
    lines = [
        f"2026-05-18 | zzzzz 组织开展政务公开日现场宣传活动并报送图片 | {village} | 完成"
        for village in villages
    ]
    unknown = ["2026-05-18 | 没有这一项"] * 3
    marks, unread = read("\n".join([*lines, *unknown]), "记录", whole.context)
    facts, findings = settle(marks, whole, datetime(2026, 5, 20))
    assert unread == ()
    assert len(facts) == 400
    tasks = [one for one in standings(whole, facts, NOW) if one.entry.kind == "task"]
    assert {one.status for one in tasks} == {"done"}
    # There are more notes than are told; what does not count comes first.
    assert [finding.code for finding in findings].count("GK803") == 3
    assert len(findings) == 200


def test_a_remark_beside_the_campaigns_dates_is_no_date_of_it() -> None:
    lines = "{线下活动: 5月14日至21日（共8天）, 频次: 三次, 备注: 遇雨顺延至5月16日}"
    due = agenda(
        HEAD.replace("5月14日至21日", lines) + "        - {内容: 甲, 责任单位: 县司法局}\n"
    )
    told = [(entry.title, entry.span) for entry in due.entries if entry.kind == "milestone"]
    assert told == [("线下活动", Span(date(2026, 5, 14), date(2026, 5, 21)))]
    assert due.context.events["活动"] == Span(date(2026, 5, 14), date(2026, 5, 21))


def test_an_event_that_nobody_answers_for_has_its_day_and_place() -> None:
    events = """        - {内容: 甲, 责任单位: 县司法局}
    - {标题: 启动仪式, 时间: 5月14日上午, 地点: 文化广场}
    - {标题: 云讲座, 时间: 5月15日, 地点: 无}
    - {标题: 走访, 时间: 5月16日}
"""
    told = [
        (entry.title, entry.due_text, entry.where)
        for entry in agenda(HEAD + events).entries
        if entry.kind == "milestone"
    ]
    assert told == [
        ("活动", "5月14日至21日", None),
        ("启动仪式", "5月14日上午", "文化广场"),
        ("云讲座", "5月15日", None),
        ("走访", "5月16日", None),
    ]


def test_the_campaign_has_no_end_while_one_of_its_periods_is_unknown() -> None:
    lines = "{线下活动: 5月14日至21日分三批, 线上活动: 5月15日至20日}"
    due = agenda(
        HEAD.replace("5月14日至21日", lines) + "        - {内容: 甲, 责任单位: 县司法局}\n"
    )
    assert "活动" not in due.context.events
    assert due.last == date(2026, 12, 31)
    # Nor is it left out of what there is to come.
    told = [(entry.title, entry.span) for entry in due.entries if entry.kind == "milestone"]
    assert told == [
        ("线下活动", None),
        ("线上活动", Span(date(2026, 5, 15), date(2026, 5, 20))),
    ]
