"""How a campaign came out: what counts as on time, and that a summary depends on nothing else."""

import html
import re
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import ROOT, TESTS, Ran, Run, progress, put, sound, written
from gongkai_cli import deadlines
from gongkai_cli.agenda import agenda_of
from gongkai_cli.deadlines import Ending, Outcome
from gongkai_cli.loading import load
from gongkai_cli.templating import Templates
from support.all_documents import render

HEAD = """
活动: 开放日
年份: 2026
公文: {发文机关: 县政府, 标题: 通知, 成文日期: 2026年4月28日}
正文:
  活动时间: 5月14日至21日
  活动内容:
"""
REAL = ["dandong-2021", "dalian-gaoxin-2020"]


def outcomes(when: str, record: str, until: str) -> list[Outcome]:
    """What becomes of one task of one unit."""
    text = f"{HEAD}    - {{编号: 甲, 标题: 甲, 牵头: 一局, 完成时间: {when}}}\n"
    loaded = load(text.encode(), "活动.yaml")
    assert loaded.campaign
    assert loaded.context
    agenda = agenda_of(loaded.campaign, "活动", "活动.yaml", loaded.context)
    marks, unread = deadlines.read(record, "进展", agenda.context)
    assert unread == ()
    facts, _ = deadlines.settle(marks, agenda, datetime(2027, 1, 1))
    return list(deadlines.outcomes(agenda, facts, datetime.fromisoformat(until)))


WEEKLY = "自4月30日起，每周四前"


@pytest.mark.parametrize(
    ("when", "record", "until", "ending"),
    [
        # A day's deadline ends with the day; an hour's, with the hour.
        ("5月20日前", "2026-05-20 23:59 | 甲", "2026-06-01", "on-time"),
        ("5月20日前", "2026-05-21 | 甲", "2026-06-01", "late"),
        ("5月20日16时前", "2026-05-20 16:00 | 甲", "2026-06-01", "on-time"),
        ("5月20日16时前", "2026-05-20 16:01 | 甲", "2026-06-01", "late"),
        # A mark with a day only is for the whole of it.
        ("5月20日16时前", "2026-05-20 | 甲", "2026-06-01", "on-time"),
        # The first mark says when; evidence that comes later makes nothing late.
        ("5月20日前", "2026-05-20 | 甲\n2026-05-29 | 甲 | | | 照片", "2026-06-01", "on-time"),
        # What is taken back is not done, and may be done again, late.
        ("5月20日前", "2026-05-19 | 甲\n2026-05-20 | 甲 | | 撤销", "2026-06-01", "missing"),
        (
            "5月20日前",
            "2026-05-19 | 甲\n2026-05-20 | 甲 | | 撤销\n2026-05-22 | 甲",
            "2026-06-01",
            "late",
        ),
        # Nothing is missing before it is due, and what is marked afterwards has not happened yet.
        ("5月20日前", "", "2026-05-20T23:59", "open"),
        ("5月20日前", "", "2026-05-21T00:00", "missing"),
        ("5月20日前", "2026-05-20 | 甲", "2026-05-19", "open"),
        # Without an end there is neither late nor missing.
        ("持续开展", "", "2026-12-01", "open"),
        ("持续开展", "2026-11-01 | 甲", "2026-12-01", "on-time"),
        ("尽快", "", "2026-12-01", "open"),
        # What recurs is as good as its worst turn: 4月30日, 5月7日、14日、21日.
        (WEEKLY, "2026-05-07 | 甲\n2026-05-14 | 甲", "2026-05-20", "missing"),
        (
            WEEKLY,
            "2026-04-30 | 甲\n2026-05-07 | 甲\n2026-05-14 | 甲",
            "2026-05-20",
            "open",
        ),
        (
            WEEKLY,
            "2026-04-30 | 甲\n2026-05-07 | 甲\n2026-05-14 | 甲\n2026-05-21 | 甲",
            "2026-06-01",
            "on-time",
        ),
        (
            WEEKLY,
            "2026-04-30 | 甲\n2026-05-08 | 甲\n2026-05-14 | 甲\n2026-05-21 | 甲",
            "2026-06-01",
            "late",
        ),
    ],
)
def test_what_counts_as_done_on_time(when: str, record: str, until: str, ending: Ending) -> None:
    (outcome,) = outcomes(when, record, until)
    assert outcome.ending == ending


def test_turns_are_counted() -> None:
    (outcome,) = outcomes(WEEKLY, "2026-04-30 | 甲\n2026-05-14 | 甲", "2026-05-20")
    assert (outcome.turns, outcome.closed) == (3, 2)


@given(
    st.lists(st.tuples(st.dates(date(2026, 5, 1), date(2026, 6, 10)), st.booleans()), max_size=6),
    st.datetimes(datetime(2026, 5, 1), datetime(2026, 6, 12)),
)
def test_more_time_never_makes_a_task_more_open(
    marks: list[tuple[date, bool]], until: datetime
) -> None:
    """And the summary agrees with the list of tasks on what is done and what is overdue."""
    record = "\n".join(f"{on} | 甲 | | {'完成' if done else '撤销'}" for on, done in marks)
    (outcome,) = outcomes("5月20日前", record, until.isoformat())
    (later,) = outcomes("5月20日前", record, (until + timedelta(days=60)).isoformat())
    assert later.ending != "open"
    text = f"{HEAD}    - {{编号: 甲, 标题: 甲, 牵头: 一局, 完成时间: 5月20日前}}\n"
    loaded = load(text.encode(), "活动.yaml")
    assert loaded.campaign
    assert loaded.context
    agenda = agenda_of(loaded.campaign, "活动", "活动.yaml", loaded.context)
    read, _ = deadlines.read(record, "进展", agenda.context)
    facts, _ = deadlines.settle(read, agenda, until)
    happened = [
        fact for fact in facts if datetime.combine(fact.mark.on, datetime.min.time()) <= until
    ]
    (standing,) = (
        one for one in deadlines.standings(agenda, happened, until) if one.entry.kind == "task"
    )
    assert (outcome.ending in {"on-time", "late"}) == (standing.status == "done")
    assert (outcome.ending == "missing") == (standing.status == "overdue")


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (
            "2026-05-19 | 甲 | 一局\n2026-05-20 | 甲 | 二局\n2026-05-07 | 乙 | 一局\n2026-06-01 | 丙 | 一局",
            (
                "1项任务全部按时完成。一项任务由",
                "乙要求自5月7日起，每周四前报送，应报2个单位，没有报齐的2个（一局应报3次、已报1次；二局应报3次、没有记录）。",
                "丙要求5月22日前报送，应报2个单位，逾期报送1个（一局6月1日），没有报送记录的1个（二局）。",
            ),
        ),
        (
            "2026-05-19 | 甲 | 一局\n2026-06-01 | 丙",
            (
                "1项任务中，没有完成记录的1项，**【待补充：逐项核实是没有完成，还是完成了没有记】**。一项任务由",
                "完成情况：一局5月19日按时完成；二局没有完成记录，**【待补充：核实是否完成】**。",
                "丙要求5月22日前报送，应报2个单位，逾期报送2个（一局6月1日、二局6月1日）。",
            ),
        ),
    ],
)
def test_the_summary_says_what_there_is_and_no_noughts(
    gongkai: Run, record: str, said: tuple[str, ...]
) -> None:
    put(
        "campaigns/县.yaml",
        f"{HEAD}    - {{编号: 甲, 标题: 甲, 责任单位: [一局, 二局], 完成时间: 5月20日前}}\n"
        f"报送:\n  - {{编号: 乙, 材料: 乙, 报送单位: [一局, 二局], 截止: '{WEEKLY.replace('4月30日', '5月7日')}'}}\n"
        "  - {编号: 丙, 材料: 丙, 报送单位: [一局, 二局], 截止: 5月22日前}\n",
    )
    put("campaigns/县.进展.txt", record)
    assert gongkai("render", "-t", "summary", "-f", "md", "--now", "2026-06-02").code == 0
    summary = Path("output/县/summary.md").read_text("utf-8")
    for sentence in said:
        assert sentence in summary
    assert "0项" not in summary
    assert "0个" not in summary


@pytest.mark.parametrize("name", REAL)
def test_figures_add_up(name: str) -> None:
    record = (TESTS / "golden" / name / "进展.txt").read_text("utf-8")
    known = progress(ROOT / "campaigns" / f"{name}.yaml", record)
    assert known is not None
    kinds = ("按时", "逾期", "未完成", "进行中")
    for row in (known["任务"], *known["单位"]):
        assert row["总数"] == sum(row[kind] for kind in kinds)
    for report in known["报送"]:
        assert report["应报"] == sum(len(report[kind]) for kind in kinds)
    assert known["任务"]["总数"] == len(known["结果"])


@pytest.mark.parametrize("name", REAL)
def test_lines_about_different_tasks_may_stand_in_any_order(office: Templates, name: str) -> None:
    path = ROOT / "campaigns" / f"{name}.yaml"
    record = (TESTS / "golden" / name / "进展.txt").read_text("utf-8")
    head, *lines = re.split(r"^(?=\d)", record, flags=re.MULTILINE)
    by_task = "".join([head, *sorted(lines, key=lambda line: line.split(" | ")[1], reverse=True)])
    assert by_task != record
    first, second = (
        [
            item.data
            for item in render(
                sound(path), office, ["summary"], ["md", "docx"], progress=progress(path, text)
            )
        ]
        for text in (record, by_task)
    )
    assert first == second


def test_the_clock_does_not_matter(gongkai: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    put("campaigns/县.yaml", (ROOT / "campaigns" / "dandong-2021.yaml").read_bytes())
    put("campaigns/县.进展.txt", (TESTS / "golden" / "dandong-2021" / "进展.txt").read_bytes())
    documents = []
    for now in (datetime(2021, 5, 24, 9), datetime(2026, 1, 1)):
        monkeypatch.setattr("gongkai_cli.project.clock.now", lambda now=now: now)
        assert gongkai("render", "-t", "summary").code == 0
        documents.append([Path("output", name).read_bytes() for name in written()])
    assert documents[0] == documents[1]


RECORDED = "2026-05-15 | 甲\n2026-05-19 | 乙\n"


@pytest.mark.parametrize(
    ("record", "options", "clock", "said"),
    [
        (RECORDED, (), datetime(2026, 5, 21), "2"),
        (RECORDED, ("--now", "2026-05-14"), datetime(2026, 5, 21), "0"),
        (RECORDED, ("--now", "2026-05-15"), datetime(2026, 5, 21), "1"),
        # For a day to come, what is recorded for it counts.
        (RECORDED, ("--now", "2026-05-19"), datetime(2026, 5, 17), "2"),
        # Of a campaign that nobody has recorded anything of, nothing is told, asked for a day or not.
        ("", (), datetime(2026, 5, 21), "没有记"),
        ("", ("--now", "2026-05-19"), datetime(2026, 5, 21), "没有记"),
    ],
)
def test_how_it_stood_on_a_day(  # noqa: PLR0917
    gongkai: Run,
    monkeypatch: pytest.MonkeyPatch,
    record: str,
    options: tuple[str, ...],
    clock: datetime,
    said: str,
) -> None:
    monkeypatch.setattr("gongkai_cli.project.clock.now", lambda: clock)
    tasks = "".join(
        f"    - {{编号: {one}, 标题: {one}, 牵头: 一局, 完成时间: 5月20日前}}\n" for one in "甲乙"
    )
    put("campaigns/县.yaml", HEAD + tasks)
    put("campaigns/县.进展.txt", record)
    shown = "{{ 进展.任务.按时 if 进展 else '没有记' }}"
    put("templates/简报.md.j2", f"# {shown}\n")
    assert gongkai("render", "-f", "md", "-t", "简报", *options).err == ""
    assert Path("output/县/简报.md").read_text("utf-8") == f"# {said}\n"


def test_what_tells_of_a_record_that_cannot_be_read_stays_as_it_is(gongkai: Run) -> None:
    put("campaigns/县.yaml", (ROOT / "campaigns" / "dandong-2021.yaml").read_bytes())
    record = (TESTS / "golden" / "dandong-2021" / "进展.txt").read_text("utf-8")
    put("campaigns/县.进展.txt", record)
    put("templates/简报.md.j2", "# 完成 {{ 进展.任务.按时 if 进展 else 0 }}项\n")
    assert gongkai("render", "-f", "md") == Ran(0, "县：生成 43 个文件，保存在 output/县\n", "")
    before = {name: Path("output", name).read_bytes() for name in written()}
    put("campaigns/县.进展.txt", record.encode("gb18030"))
    told = (
        "campaigns/县.进展.txt:1:3: 错误 GK003 文件是 GBK 编码，不是 UTF-8"
        "（用记事本打开，另存为，编码选 UTF-8）\n"
    )
    said = "县：生成 0 个文件，41 个没有变化，保存在 output/县\n"
    assert gongkai("render", "-f", "md") == Ran(1, said, told)
    assert gongkai("render", "-f", "md", "-t", "简报").err == told
    # What says nothing of it is made in peace.
    assert gongkai("render", "-f", "md", "-t", "notice").code == 0
    assert {name: Path("output", name).read_bytes() for name in written()} == before


def test_a_questionnaire_is_made_where_there_are_questions_and_pages_where_asked(
    gongkai: Run,
) -> None:
    put("campaigns/甲.yaml", (TESTS / "cases" / "official.yaml").read_bytes())
    put("campaigns/乙.yaml", (TESTS / "cases" / "upward.yaml").read_bytes())
    gongkai("render", "-t", "questionnaire")
    assert written() == ["甲/.gongkai", "甲/questionnaire.docx", "甲/questionnaire.md"]
    gongkai("render", "-t", "questionnaire", "-f", "html")
    assert "甲/questionnaire.html" in written()


@pytest.mark.parametrize(
    ("survey", "said"),
    [
        ("{题目: []}", "GK202 问卷里没有题目（在“题目”下面写“- 题: …”，一题一项）"),
        (
            "{题目: [{题: 甲}]}",
            "GK202 这一题没有选项（补上“选项: [甲, 乙]”；要人自己写的，写“填空: 是”）",
        ),
        ("{题目: [{题: 甲, 选项: 乙}]}", "GK204 只有一个选项，不用选（再补一个选项）"),
        (
            "{题目: [{题: 甲, 填空: 是, 多选: 是}]}",
            "GK204 没有选项，不能多选（补上“选项”，或者删去“多选”）",
        ),
        ("{题目: [{题: 甲, 填空: 对}]}", "GK204 “填空”不能写“对”（可以写：是、否）"),
        ("{标题: 甲}", "GK202 “调查问卷”里缺少“题目”，或者没有填写（补一行“题目: …”）"),
    ],
)
def test_a_questionnaire_that_cannot_be_answered(survey: str, said: str) -> None:
    found = load(f"{HEAD}    - 甲\n调查问卷: {survey}\n".encode(), "活动.yaml").findings
    assert [f"{one.code} {one.message}（{one.hint}）" for one in found] == [said]


HOSTILE = r"# 1|2*~_`[甲](乙)<b>&amp;\</p> ::: 附件 **x**"
TAME = re.sub(r"[^\u4e00-\u9fff]", "a", HOSTILE)


def test_whatever_is_typed_is_only_printed(office: Templates, tmp_path: Path) -> None:
    """It stands wherever a harmless text of its length does."""

    def counts(typed: str) -> dict[str, int]:
        said = typed.replace("'", "''")
        path = tmp_path / "活动.yaml"
        path.write_text(
            f"""{HEAD}    - {{标题: 甲, 内容: '{said}', 事项: [{{标题: '{said}', 牵头: '{said}'}}]}}
报送: [{{编号: 报, 材料: '{said}', 报送单位: '{said}', 截止: 5月24日前}}]
总结: {{主送机关: '{said}', 标题: '{said}', 数据: {{'{said}': '{said}'}}}}
调查问卷:
  标题: '{said}'
  说明: '{said}'
  题目: [{{题: '{said}', 选项: ['{said}', '{said}'], 多选: 是, 填空: 是}}]
""",
            "utf-8",
        )
        known = progress(path, f"2026-05-25 | 报 | | 完成 | {typed.replace('|', '')}\n")
        names = ["summary", "questionnaire", "report-form"]
        pages = render(sound(path), office, names, ["html"], progress=known)
        return {item.path.name: words_of(item.data.decode()).count(typed) for item in pages}

    assert counts(HOSTILE) == counts(TAME)
    assert min(counts(TAME).values()) > 0


def words_of(page: str) -> str:
    return html.unescape(re.sub("<[^>]*>", "", page.split("<main>")[1]))
