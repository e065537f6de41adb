"""Which line of the record holds: the one further down, whatever the dates; and merges lose nothing."""

import subprocess
from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from conftest import Run, put
from gongkai_cli.dates.span import Moment, day_of
from gongkai_cli.deadlines import (
    Agenda,
    Entry,
    Fact,
    Mark,
    Recorded,
    line_of,
    marks_of,
    outcomes,
    read,
    recurs,
    settle,
    standings,
    valid_of,
)
from gongkai_cli.deadlines.standing import turns_of
from gongkai_cli.deadlines.validity import meant_by
from support.small_agendas import HEAD, agenda

NOW = datetime(2026, 6, 30, 23, 59)
PLAN = agenda(
    f"""{HEAD}        - {{内容: 更新办事指南, 责任单位: [县司法局, 县教育局], 完成时间: 5月20日前}}
        - {{内容: 发布政策解读, 完成时间: 持续发布}}
报送:
  - {{材料: 活动总结, 报送单位: [县司法局, 县教育局], 截止: 5月25日前}}
"""
)
ENTRIES = tuple(entry for entry in PLAN.entries if entry.kind != "milestone")
ONE = st.sampled_from(ENTRIES)
ON: st.SearchStrategy[Moment] = st.one_of(
    st.dates(date(2026, 5, 10), date(2026, 5, 27)),
    st.datetimes(datetime(2026, 5, 10), datetime(2026, 5, 27)).map(
        lambda on: on.replace(minute=0, second=0, microsecond=0)
    ),
)
WORDS = st.sampled_from(["", "", "邮件收到", "照片"])
LINES = st.lists(st.tuples(ONE, ON, st.booleans(), WORDS), max_size=8)
Line = tuple[Entry, Moment, bool, str]


def text(lines: Iterable[Line]) -> str:
    return "".join(line_of(on, one, done=done, evidence=said) for one, on, done, said in lines)


def facts(record: str, plan: Agenda = PLAN) -> tuple[Fact, ...]:
    marks, unread = read(record, "记录", plan.context)
    settled, unsettled = settle(marks, plan, NOW)
    assert (unread, unsettled) == ((), ())
    return settled


def done(record: str) -> set[Entry]:
    return {one.entry for one in standings(PLAN, facts(record), NOW) if one.mark}


@given(LINES)
def test_the_last_line_about_a_thing_says_whether_it_is_done(lines: list[Line]) -> None:
    last = {one: done for one, _, done, _ in lines}
    assert done(text(lines)) == {one for one, is_done in last.items() if is_done}


@given(st.lists(st.tuples(st.sets(ONE, min_size=1), ON, st.booleans(), WORDS), max_size=8))
def test_what_is_said_to_be_recorded_counts(
    commands: list[tuple[set[Entry], Moment, bool, str]],
) -> None:
    """Whatever stands there: it is done after done, and open after --undo; what is silent is so."""
    record = ""
    for wanted, on, is_done, evidence in commands:
        entries, before = tuple(wanted), Recorded(PLAN, facts(record))
        if is_done:
            entered = before.completing(entries, on, evidence)
        else:
            entered = before.withdrawing(entries, on, evidence, None)
        silent = wanted - set(entered.entries)
        assert silent <= done(record) if is_done else silent.isdisjoint(done(record))
        record += entered.lines
        assert wanted <= done(record) if is_done else wanted.isdisjoint(done(record))


@given(LINES, LINES, LINES)
def test_it_is_the_same_which_side_of_a_merge_comes_first(
    base: list[Line], ours: list[Line], theirs: list[Line]
) -> None:
    """But for what one side says is done and the other takes back: of those the last line holds."""
    one, other = text([*base, *ours, *theirs]), text([*base, *theirs, *ours])

    def told(record: str) -> Counter[tuple[Entry, Mark]]:
        return Counter((fact.entry, fact.mark) for fact in facts(record))

    assert sum(told(one).values()) == len(base) + len(ours) + len(theirs)
    left, right = ({entry: done for entry, _, done, _ in side} for side in (ours, theirs))
    disputed = {entry for entry in left.keys() & right.keys() if left[entry] != right[entry]}
    assert done(one) - disputed == done(other) - disputed
    if all(is_done for _, _, is_done, _ in [*ours, *theirs]):

        def came(record: str) -> list[object]:
            return [
                (each.entry, each.ending, each.on, sorted(each.evidence))
                for each in outcomes(PLAN, facts(record), NOW)
            ]

        assert came(one) == came(other)


def test_nothing_of_these_recurs() -> None:
    assert not any(map(recurs, ENTRIES))


WEEKLY = agenda(
    f"""{HEAD}        - {{内容: 更新专栏, 责任单位: 县司法局, 完成时间: 持续}}
报送:
  - {{材料: 周报, 报送单位: [县司法局, 县教育局], 截止: 每周四前}}
""".replace("5月14日至21日", "4月28日至5月28日")
)
REPORTS = tuple(entry for entry in WEEKLY.entries if recurs(entry))


def closed(record: str) -> dict[str | None, set[date]]:
    """The Thursdays for which each unit's report is in."""
    marks = marks_of(facts(record, WEEKLY))
    found = {}
    for one in REPORTS:
        assert one.span
        assert one.span.again
        turns, _, told = turns_of(one.span, WEEKLY, valid_of(one, marks))
        found[one.unit] = {day_of(turns[number]) for number in told}
    return found


WEEKS = st.lists(
    st.tuples(st.sampled_from(REPORTS), st.dates(date(2026, 4, 29), date(2026, 6, 3))), max_size=7
)


@given(WEEKS, st.data())
def test_of_what_recurs_the_turn_marked_on_a_day_is_taken_back(
    marks: list[tuple[Entry, date]], data: st.DataObject
) -> None:
    """As if it had never been marked, and once however often that is said; marked again it is back."""
    record = text((one, on, True, "") for one, on in marks)
    report, on = data.draw(st.sampled_from(marks or [(REPORTS[0], date(2026, 5, 7))]))
    undo = Recorded(WEEKLY, facts(record, WEEKLY)).withdrawing([report], NOW, "", on).lines
    without = text((one, day, True, "") for one, day in marks if (one, day) != (report, on))
    assert closed(record + undo) == closed(record + undo + undo) == closed(without)
    assert closed(record + undo + line_of(on, report, done=True, evidence="")) == closed(
        without + line_of(on, report, done=True, evidence="")
    )


@given(
    WEEKS.map(lambda marks: [mark for mark in marks if mark[1] <= date(2026, 5, 28)]),
    st.sampled_from(REPORTS),
    st.dates(date(2026, 4, 29), date(2026, 5, 28)),
)
def test_of_what_recurs_each_command_changes_one_turn(
    marks: list[tuple[Entry, date]], report: Entry, on: date
) -> None:
    record = text((one, day, True, "") for one, day in marks)
    recorded, before = Recorded(WEEKLY, facts(record, WEEKLY)), closed(record)
    others = {unit: days for unit, days in before.items() if unit != report.unit}
    more = closed(record + recorded.completing([report], on, "").lines)
    less = closed(record + recorded.withdrawing([report], NOW, "", None).lines)
    for after, change in ((more, 1), (less, -1)):
        assert {unit: days for unit, days in after.items() if unit != report.unit} == others
        changed = len(after[report.unit]) - len(before[report.unit])
        assert changed in {0, change}
    if recorded.completing([report], on, "").lines:
        assert len(more[report.unit]) > len(before[report.unit])
    assert not before[report.unit] or len(less[report.unit]) < len(before[report.unit])


@given(WEEKS, WEEKS, WEEKS)
def test_turns_are_the_same_which_side_of_a_merge_comes_first(
    base: list[tuple[Entry, date]], ours: list[tuple[Entry, date]], theirs: list[tuple[Entry, date]]
) -> None:
    one, other = (
        text((entry, on, True, "") for entry, on in lines)
        for lines in ([*base, *ours, *theirs, *ours], [*base, *theirs, *ours])
    )
    assert closed(one) == closed(other)


@given(WEEKS)
@example([(REPORTS[0], date(2026, *on)) for on in ((4, 29), (5, 1), (5, 8), (5, 15), (6, 1))])
def test_what_recurs_is_done_behind_its_end_where_no_turn_was_missed(
    marks: list[tuple[Entry, date]],
) -> None:
    """Or where somebody has marked it since; and then one command more or less says the other."""
    record = text((one, on, True, "") for one, on in marks)
    for one in REPORTS:
        days = [on for entry, on in marks if entry == one]
        is_whole = len(closed(record)[one.unit]) == 5  # 4月30日, 5月7日, 14日, 21日, 28日
        # Until half a week after the last turn a mark may be a late one for that.
        if is_whole or not any(date(2026, 5, 28) < on < date(2026, 6, 2) for on in days):
            assert is_done(one, record) == (is_whole or max(days, default=ON_1) > ON_1)
        recorded = Recorded(WEEKLY, facts(record, WEEKLY))
        told = recorded.completing([one], NOW, "").lines
        assert bool(told) != is_done(one, record)
        assert is_done(one, record + told)
        again = Recorded(WEEKLY, facts(record + told, WEEKLY))
        if told:
            assert not is_done(one, record + told + again.withdrawing([one], NOW, "", None).lines)


ON_1 = date(2026, 6, 1)


def is_done(entry: Entry, record: str) -> bool:
    found = {one.entry: one for one in standings(WEEKLY, facts(record, WEEKLY), NOW)}
    assert found[entry].status in {"done", "overdue"}
    return found[entry].status == "done"


@pytest.mark.parametrize(
    ("options", "status"),
    [
        # The last turn is in, three were missed: the latest of them is what is wanted.
        (["--on 2026-05-21"], "每周四12:00前（5月14日） 逾期"),
        (["--on 2026-05-21", "--on 2026-05-14"], "每周四12:00前（5月7日） 逾期"),
        (["--on 2026-04-30", "--on 2026-05-07", "--on 2026-05-14", "--on 2026-05-21"], "完成"),
        # A late one for the last, as it might have been for any other.
        (["--on 2026-05-22"], "每周四12:00前（5月14日） 逾期"),
        (["--on 2026-05-22", "--on 2026-05-23"], "完成"),
        # Whoever marks it when all is over is done with it.
        (["--on 2026-05-21", ""], "完成"),
        ([""], "完成"),
        (["", "--undo"], "每周四12:00前（5月21日） 逾期"),
    ],
)
def test_a_turn_missed_is_not_done_when_all_is_over(
    gongkai: Run, monkeypatch: pytest.MonkeyPatch, options: list[str], status: str
) -> None:
    monkeypatch.setattr("gongkai_cli.project.clock.now", lambda: datetime(2026, 6, 1, 10))
    put("campaigns/甲.yaml", WEEKLY_FILE)
    for each in options:
        assert gongkai("done", "甲", "周报", *each.split()).out.startswith("已记入")
    (row,) = (line for line in gongkai("tasks").out.splitlines() if "周报" in line)
    told = row.split()
    assert " ".join(told[4:6]).endswith(status)
    assert gongkai("check-deadlines").code == (0 if status == "完成" else 2)


@pytest.mark.parametrize(
    ("lines", "weeks"),
    [
        # Lines of an older version: the moment at which the last turn was taken back.
        ("2026-05-07 | 周报\n2026-05-14 | 周报\n2026-05-15 09:00 | 周报 | | 撤销\n", [7]),
        (
            "2026-05-07 | 周报\n2026-05-14 | 周报\n"
            "2026-05-15 09:00 | 周报 | | 撤销\n2026-05-15 09:01 | 周报 | | 撤销\n",
            [],
        ),
        # By day, whatever the hour, and whatever comes after it.
        ("2026-05-07 16:00 | 周报\n2026-05-14 | 周报\n2026-05-07 | 周报 | | 撤销\n", [14]),
        ("2026-05-14 | 周报\n2026-05-06 | 周报 | | 撤销\n", [14]),
        ("2026-05-15 | 周报\n2026-05-15 | 周报\n", [14]),
        ("2026-05-15 | 周报\n2026-05-15 | 周报 | | | 又来一份\n", [14, 21]),
    ],
)
def test_lines_by_hand_about_what_recurs(lines: str, weeks: list[int]) -> None:
    assert closed(lines)["县司法局"] == {date(2026, 5, day) for day in weeks}


def test_what_a_mark_does_not_say_is_no_evidence() -> None:
    record = "2026-05-07 | 周报\n2026-05-14 | 周报 | | | 邮件\n2026-05-21 | 周报 | | | 邮件\n"
    (came,) = (
        one for one in outcomes(WEEKLY, facts(record, WEEKLY), NOW) if one.entry is REPORTS[0]
    )
    assert (came.evidence, came.on, came.turns, came.closed) == (
        ("邮件",),
        date(2026, 5, 21),
        5,
        3,
    )


SEVENTH, FOURTEENTH = date(2026, 5, 7), date(2026, 5, 14)
MORNING, EVENING = datetime(2026, 5, 14, 9), datetime(2026, 5, 14, 16)


@pytest.mark.parametrize(
    ("on", "told", "left", "meant"),
    [
        (FOURTEENTH, [SEVENTH, FOURTEENTH, EVENING], [SEVENTH, FOURTEENTH, EVENING], [FOURTEENTH]),
        (FOURTEENTH, [SEVENTH, MORNING, EVENING], [SEVENTH, MORNING, EVENING], [MORNING, EVENING]),
        (MORNING, [SEVENTH, MORNING, EVENING], [SEVENTH, MORNING, EVENING], [MORNING]),
        # Taken back before: said again it is not the one before it that is meant.
        (MORNING, [SEVENTH, MORNING], [SEVENTH], [MORNING]),
        (FOURTEENTH, [SEVENTH, MORNING], [SEVENTH], [MORNING]),
        # Nothing was marked for then: the latest before it.
        (EVENING, [SEVENTH, MORNING], [SEVENTH, MORNING], [MORNING]),
        (FOURTEENTH, [SEVENTH], [SEVENTH], [SEVENTH]),
        (SEVENTH, [MORNING], [MORNING], []),
    ],
)
def test_which_marks_a_line_takes_back(
    on: Moment, told: list[Moment], left: list[Moment], meant: list[Moment]
) -> None:
    assert list(meant_by(on, told, left)) == meant


CAMPAIGN = f"""{HEAD}        - {{内容: 更新办事指南, 责任单位: 县司法局, 完成时间: 5月20日前}}
"""
RECORD = Path("campaigns/甲.进展.txt")


@pytest.mark.parametrize(
    ("commands", "status"),
    [
        # An undo is made on the day it is made; what is put in its place was done before.
        (["", "--undo", "--on 2026-05-19"], "完成"),
        (["--on 2026-05-20", "--undo", "--on 2026-05-19"], "完成"),
        (["--on 2026-05-20", "--undo --on 2026-05-20", "--on 2026-05-20"], "完成"),
        (["--on 2026-05-21", "--undo --on 2026-05-22", "--on 2026-05-19"], "完成"),
        # All within one minute.
        (["", "--undo", ""], "完成"),
        (["", "--undo", "", "--undo"], "逾期"),
        (["--on 2026-05-19", "--on 2026-05-21 --evidence 照片", "--undo"], "逾期"),
    ],
)
def test_a_correction_counts(
    gongkai: Run, monkeypatch: pytest.MonkeyPatch, commands: list[str], status: str
) -> None:
    monkeypatch.setattr("gongkai_cli.project.clock.now", lambda: datetime(2026, 6, 1, 10))
    put("campaigns/甲.yaml", CAMPAIGN)
    for options in commands:
        ran = gongkai("done", "甲", "更新办事指南", *options.split())
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.startswith("已记入 campaigns/甲.进展.txt：更新办事指南（uf9dz），县司法局，")
    assert len(RECORD.read_text("utf-8").splitlines()) == 2 + len(commands)
    (row,) = (line for line in gongkai("tasks").out.splitlines() if line.startswith("uf9dz"))
    assert row.split()[5] == status


@pytest.mark.parametrize("undo", [(), ("--undo",)])
@pytest.mark.parametrize("on", ["2026-06-01T10:01", "2026-06-01T23:59", "2026-06-02"])
def test_what_is_still_to_come_is_not_recorded(
    gongkai: Run, monkeypatch: pytest.MonkeyPatch, on: str, undo: tuple[str, ...]
) -> None:
    """It would not count until then."""
    monkeypatch.setattr("gongkai_cli.project.clock.now", lambda: datetime(2026, 6, 1, 10))
    put("campaigns/甲.yaml", CAMPAIGN)
    ran = gongkai("done", "甲", "更新办事指南", "--on", on, *undo)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"用法错误：--on：“{on}”还没有到，完成了再记\n"
    assert not RECORD.exists()
    assert gongkai("done", "甲", "更新办事指南", "--on", "2026-06-01T10:00").code == 0


@pytest.mark.parametrize(
    ("hour", "told"),
    [(10, ""), (23, "警告 GK805 记的是以后的事：2026-06-01 23:00，先不算数（核对这一行的时间）")],
)
def test_a_line_of_tonight_counts_tonight(
    gongkai: Run, monkeypatch: pytest.MonkeyPatch, hour: int, told: str
) -> None:
    monkeypatch.setattr("gongkai_cli.project.clock.now", lambda: datetime(2026, 6, 1, 10))
    put("campaigns/甲.yaml", CAMPAIGN)
    put(RECORD.as_posix(), f"2026-06-01 {hour}:00 | uf9dz\n")
    ran = gongkai("tasks", "--unit", "县司法局")
    assert ("完成" in ran.out, ran.err.removeprefix(f"{RECORD.as_posix()}:1:1: ").strip()) == (
        not told,
        told,
    )
    ran = gongkai("done", "甲", "uf9dz", "--undo")
    said = "没有记过完成，不用撤销" if told else "已记入 campaigns/甲.进展.txt"
    assert (ran.code, ran.out) == (
        0,
        f"{said}：更新办事指南（uf9dz），县司法局{'' if told else '，撤销'}\n",
    )


WEEKLY_FILE = f"""{HEAD}        - {{内容: 更新专栏, 责任单位: 县司法局, 完成时间: 持续}}
报送: [{{材料: 周报, 报送单位: 县司法局, 截止: 每周四12:00前}}]
""".replace("5月14日至21日", "4月28日至5月21日")


@pytest.mark.parametrize(
    ("options", "told", "left"),
    [
        (
            "--undo --on 2026-05-07",
            "已记入 campaigns/甲.进展.txt：周报（fae4b），县司法局，撤销",
            [14],
        ),
        ("--undo", "已记入 campaigns/甲.进展.txt：周报（fae4b），县司法局，撤销", [7]),
        (
            "--undo --on 2026-05-20",
            "已记入 campaigns/甲.进展.txt：周报（fae4b），县司法局，撤销",
            [7],
        ),
        ("--on 2026-05-07", "以前已经记过：周报（fae4b），县司法局", [7, 14]),
        ("--on 2026-05-06", "以前已经记过：周报（fae4b），县司法局", [7, 14]),
    ],
)
def test_a_turn_is_told_by_its_day(
    gongkai: Run, monkeypatch: pytest.MonkeyPatch, options: str, told: str, left: list[int]
) -> None:
    monkeypatch.setattr("gongkai_cli.project.clock.now", lambda: datetime(2026, 6, 1, 10))
    put("campaigns/甲.yaml", WEEKLY_FILE)
    for day in ("2026-05-07", "2026-05-14"):
        assert gongkai("done", "甲", "周报", "--on", day).out.startswith("已记入")
    ran = gongkai("done", "甲", "周报", *options.split())
    assert (ran.code, ran.out, ran.err) == (0, f"{told}\n", "")
    assert closed(RECORD.read_text("utf-8"))["县司法局"] == {date(2026, 5, day) for day in left}


def test_a_turn_nobody_marked_is_not_taken_back(gongkai: Run) -> None:
    put("campaigns/甲.yaml", WEEKLY_FILE)
    put(RECORD.as_posix(), "2026-05-14 | 周报\n")
    ran = gongkai("done", "甲", "周报", "--undo", "--on", "2026-05-07")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == ("用法错误：--on：“2026-05-07”还没有记完成，撤销不了（记的是 2026-05-14）\n")


@pytest.mark.parametrize(
    "word", ["撤销", "撤消", "撤回", "取消", "作废", "退回", "未完成", "未办结", "未报", "未报送"]
)
def test_a_withdrawal_in_other_words_is_one(gongkai: Run, word: str) -> None:
    put("campaigns/甲.yaml", CAMPAIGN)
    put(RECORD.as_posix(), f"2026-05-19 | uf9dz\n2026-05-20 | uf9dz | | {word} | 退回重报\n")
    ran = gongkai("check-deadlines", "--now", "2026-05-22")
    assert (ran.code, ran.err) == (2, "")
    assert "逾期2天（2个工作日）　更新办事指南，5月20日前　[uf9dz]" in ran.out


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("2026-05-20 | uf9dz | | 不算 | 退回重报", "GK801"),
        ("昨天 | uf9dz | | 撤销", "GK802"),
        ("2026-05-20", "GK801"),
        ("<<<<<<< HEAD", "GK801"),
    ],
)
@pytest.mark.parametrize("wrong", [False, True])
def test_a_line_nobody_can_read_may_be_one(
    gongkai: Run, line: str, code: str, *, wrong: bool
) -> None:
    """Be the campaign's file in order or not."""
    put("campaigns/甲.yaml", f"{CAMPAIGN}{'错: 误' if wrong else ''}\n")
    put(RECORD.as_posix(), f"2026-05-19 | uf9dz\n{line}\n")
    told = f"{RECORD.as_posix()}:2:"
    for command, rc in (("check-deadlines", 3), ("tasks", 1), ("status", 1)):
        ran = gongkai(command)
        assert ran.code == rc
        (found,) = (said for said in ran.err.splitlines() if said.startswith(told))
        assert f": 错误 {code} " in found


@pytest.mark.parametrize(
    ("clock", "asked", "status"),
    [
        # Neither a day gone by nor one to come makes a line one of the future.
        ("2026-06-01", "2026-05-18", "还有2天（2个工作日）"),
        ("2026-06-01", "2026-05-19", "完成"),
        ("2026-05-12", "2026-05-19", "完成"),
        ("2026-05-12", "2026-05-25", "完成"),
    ],
)
def test_a_day_asked_about_has_what_was_marked_by_then(
    gongkai: Run, monkeypatch: pytest.MonkeyPatch, clock: str, asked: str, status: str
) -> None:
    monkeypatch.setattr("gongkai_cli.project.clock.now", lambda: datetime.fromisoformat(clock))
    put("campaigns/甲.yaml", CAMPAIGN)
    put(RECORD.as_posix(), "2026-05-19 | uf9dz\n")
    ran = gongkai("tasks", "--now", asked)
    (row,) = (line.split() for line in ran.out.splitlines() if line.startswith("uf9dz"))
    assert (row[-1], ran.err) == (status, "")


def test_nothing_is_said_of_a_record_where_nothing_is_left_of_its_campaign(gongkai: Run) -> None:
    put("campaigns/甲.yaml", "活动: 甲\n")
    put(RECORD.as_posix(), "昨天 | uf9dz\n")
    ran = gongkai("validate")
    assert ran.code == 1
    assert {line.split(":")[0] for line in ran.out.splitlines()} == {"campaigns/甲.yaml"}


def git(*arguments: str) -> None:
    command = ["git", "-c", "user.name=x", "-c", "user.email=x@example.com", *arguments]
    subprocess.run(command, check=True, capture_output=True)


@pytest.mark.parametrize(("branch", "into"), [("ours", "theirs"), ("theirs", "ours")])
def test_git_merges_two_peoples_work_either_way(
    gongkai: Run, monkeypatch: pytest.MonkeyPatch, branch: str, into: str
) -> None:
    """Ours corrects a mistake while theirs records another unit's and takes that of a third back."""
    monkeypatch.setattr("gongkai_cli.project.clock.now", lambda: datetime(2026, 6, 1, 10))
    units = "县司法局, 县教育局, 县公安局"
    put("campaigns/甲.yaml", CAMPAIGN.replace("县司法局", f"[{units}]"))
    try:
        git("init", "-q", "-b", "base")
    except FileNotFoundError:
        pytest.skip("没有安装 git")

    def told(*options: str) -> None:
        assert gongkai("done", "甲", "更新办事指南", *options).out.startswith("已记入")

    told("--unit", "县司法局", "--on", "2026-05-28")
    told("--unit", "县公安局", "--on", "2026-05-28")
    git("add", ".")
    git("commit", "-qm", "base")
    git("checkout", "-qb", "ours")
    told("--unit", "县司法局", "--undo")
    told("--unit", "县司法局", "--on", "2026-05-20")
    git("commit", "-qam", "ours")
    git("checkout", "-qb", "theirs", "base")
    told("--unit", "县教育局", "--on", "2026-05-19")
    told("--unit", "县公安局", "--undo")
    git("commit", "-qam", "theirs")
    git("checkout", "-q", into)
    git("merge", "-q", branch)
    assert len(RECORD.read_text("utf-8").splitlines()) == 2 + 2 + 2 + 2
    rows = [line.split() for line in gongkai("tasks").out.splitlines()[3:]]
    assert [(row[3], row[5]) for row in rows] == [
        ("县司法局", "完成"),
        ("县教育局", "完成"),
        ("县公安局", "逾期"),
    ]
