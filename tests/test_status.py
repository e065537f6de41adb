"""Progress on the screen and on the page: what is counted, where each thing is drawn."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import BAD, TESTS, Run, put
from gongkai_cli.dates.span import Context, Span
from gongkai_cli.deadlines import Agenda, Entry, standings
from gongkai_cli.overview import board_of, timeline
from gongkai_cli.overview.axis import LEFT, RIGHT, WIDTH, Label
from gongkai_cli.overview.gantt import TALLEST, Figure, Row, figures
from gongkai_cli.overview.page import page_view
from gongkai_cli.project.statuspage import page_template
from gongkai_cli.widths import columns, cut, half_ems, wrap
from support.boards import HEAD, board, page, plan
from support.drawn_entries import ENTRIES
from support.recorded_campaigns import NOW, RECORDS, set_up


@pytest.mark.parametrize("name", sorted(RECORDS))
def test_screen_and_page_are_as_they_were_agreed(name: str, gongkai: Run, *, update: bool) -> None:
    set_up(name)
    ran = gongkai("status", name, "--now", NOW[name])
    written = gongkai("status", name, "--now", NOW[name], "-o", "进展.html")
    assert (ran.code, ran.err) == (0, "")
    assert written == (0, "进展已写入 进展.html\n", "")
    # The style is the template's, and a browser judges of it.
    shown = Path("进展.html").read_bytes().decode()
    shown = re.sub("(?s)<style>.*</style>", "<style>…</style>", shown)
    made = {"status.txt": ran.out, "status.html": shown}
    golden = TESTS / "golden" / name
    if update:
        for file, text in made.items():
            (golden / file).write_text(text, "utf-8", newline="\n")
    assert made == {file: (golden / file).read_text("utf-8") for file in made}


def test_where_everything_stands() -> None:
    """Ten days from the notice to the last date: 62.2 px each, from 300 px on."""
    made = plan(
        ("一段", "甲局", "5月10日至11日"),
        ("半天", "甲局", "5月14日上午"),
        ("截止", "甲局, 乙局", "5月15日前"),
        ("到点", "乙局", "5月17日16时前"),
        ("反复", "乙局", "每周四12:00前"),
        ("没有头", "丙局", "持续发布"),
        ("说不准", "丙局", "尽快"),
    )
    (figure,) = figures(made)
    heads = ("head", "months", "days", "weekdays", "rests", "today")
    assert {name: getattr(figure.axis, name) for name in heads} == {
        "head": 72.0,
        "months": (Label(300.0, "2021年5月"),),
        "days": tuple(
            Label(round(331.1 + n * 62.2, 1), str(8 + n), middle=True) for n in range(10)
        ),
        # 5月8日 was a Saturday on which people worked.
        "weekdays": tuple(
            Label(round(331.1 + n * 62.2, 1), text, middle=True, special=n == 0)
            for n, text in enumerate("班日一二三四五六日一")
        ),
        "rests": ((362.2, 62.2), (735.4, 124.4)),
        "today": 579.9,
    }
    assert figure.height == 72 + 26 + 26 + 7 * 40
    titles = {
        row.name[0]: (row.bar, row.point, row.turns, row.lead, row.open, row.note)
        for row in figure.rows
    }
    assert titles == {
        "活动": ((424.4, 497.6), None, (), None, False, ""),
        "宣传": (None, None, (), None, False, ""),
        "一段": ((424.4, 124.4), None, (), None, False, ""),
        "半天": ((673.2, 31.1), None, (), None, False, ""),
        "截止": (None, 766.5, (), (300.0, 766.5), False, ""),
        "到点": (None, 901.3, (), (300.0, 901.3), False, ""),
        "反复": (None, 642.1, (), None, False, ""),
        "没有头": ((300.0, 622.0), None, (), None, True, ""),
        "说不准": (None, None, (), None, False, "尽快"),
    }
    assert [(row.name, row.y, row.height, row.words, row.status) for row in figure.rows[:4]] == [
        (("活动",), 72.0, 26, "", None),
        (("宣传",), 98.0, 26, "", None),
        (("一段",), 124.0, 40, "逾期", "overdue"),
        (("半天",), 164.0, 40, "即将到期", "due-soon"),
    ]


@pytest.mark.parametrize(("width", "count"), [(20, 3), (40, 2), (90, 1)])
def test_the_legend_goes_on_over_lines_where_there_is_little_room(width: int, count: int) -> None:
    made = plan(("截止", "甲局", "5月15日前"), ("没有头", "丙局", "持续发布"))
    legend = [line.text for line in timeline(made, width)[-count:]]
    assert "　".join(legend) == timeline(made, 200)[-1].text
    assert max(map(columns, legend)) <= width


def test_turns_too_close_together_become_a_band() -> None:
    daily = plan(("每日", "甲局", "每日17时前"), ("很久以后", "甲局", "12月31日前"))
    row = next(row for figure in figures(daily) for row in figure.rows if row.name == ("每日",))
    assert (row.turns, row.band, row.point) == ((), (307.1, 325.4), 309.7)


@pytest.mark.parametrize(
    ("last", "months", "days", "weekdays"),
    [
        ("5月17日前", "2021年5月", "8 9 10 11 12 13 14 15 16 17", 10),
        ("6月20日前", "2021年5月 6月", "8日 11日 21日 1日 11日", 0),
        ("2022年3月1日前", "5月 6月 7月 8月 9月 10月 11月 12月 2022年1月 2月 3月", "", 0),
    ],
)
def test_the_days_are_told_as_finely_as_there_is_room(
    last: str, months: str, days: str, weekdays: int
) -> None:
    (figure,) = figures(plan(("事", "甲局", last)))
    assert " ".join(label.text for label in figure.axis.months) == months
    assert " ".join(label.text for label in figure.axis.days) == days
    assert len(figure.axis.weekdays) == weekdays


def test_today_outside_the_campaign() -> None:
    before, after = (
        plan(("事", "甲局", "5月17日前"), now=datetime(2021, month, 1)) for month in (2, 12)
    )
    assert [figure.axis.today for each in (before, after) for figure in figures(each)] == [
        None,
        None,
    ]
    assert "今天在图上第一天之前" in page(before)
    assert "今天在图上最后一天之后" in timeline(after, 100)[-1].text
    near = plan(("事", "甲局", "5月17日前"), now=datetime(2021, 5, 20, 8))
    (figure,) = figures(near)
    assert [label.text for label in figure.axis.days][-1] == "20"


def rows_of(made: Sequence[Figure]) -> list[Row]:
    return [row for figure in made for row in figure.rows]


def test_two_hundred_tasks_are_split_into_sheets_with_their_heading() -> None:
    tasks = [(f"第{n}项" + "做好政务公开工作" * (n % 7), "甲局", "5月15日前") for n in range(200)]
    made = figures(plan(*tasks))
    assert all(figure.height <= TALLEST for figure in made)
    assert [figure.rows[0].name for figure in made] == [("活动",)] + [("宣传（续）",)] * (
        len(made) - 1
    )
    names = [row.name[0] for row in rows_of(made) if row.status]
    assert [re.match(r"第\d+项", name)[0] for name in names] == [f"第{n}项" for n in range(200)]  # type: ignore[index]


class Reader(HTMLParser):
    """The tags, addresses and texts of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.texts.append(data.strip())


HOSTILE = (
    '</title></svg><script>alert(1)</script>"x" onload=alert(1) &lt; {{ 7*7 }} ]]> --> \\u202e'
)


def test_what_a_campaign_says_stays_text() -> None:
    tame = page(plan(("事", "甲局", "5月11日前")))
    text = (HEAD + "        - {内容: 事, 责任单位: [甲局], 时间: 5月11日前}\n").replace(
        "内容: 事", "内容: '事" + HOSTILE + "'"
    )
    wild = page(board(text.replace("标题: 宣传", "标题: '" + HOSTILE + "'")))
    tags = [tag for tag in Reader(wild).tags if tag != "text"]
    assert tags == [tag for tag in Reader(tame).tags if tag != "text"]
    assert {name for name, _ in Reader(wild).attributes} == {
        name for name, _ in Reader(tame).attributes
    }
    assert {HOSTILE, f"事{HOSTILE}"} <= set(Reader(wild).texts)


def test_the_page_needs_nothing_from_elsewhere_and_runs_nothing() -> None:
    read = Reader(page(plan(("事", "甲局", "5月11日前"))))
    assert {"script", "link", "img", "iframe", "object", "base"} & set(read.tags) == set()
    assert {name for name, _ in read.attributes} & {"src", "href", "srcset", "action"} == set()
    fills = {value for name, value in read.attributes if value and "url(" in value}
    identities = {value for name, value in read.attributes if name == "id"}
    assert {fill[5:-1] for fill in fills} <= identities


def test_the_page_is_for_everybody() -> None:
    text = page(plan(("事", "甲局", "5月11日前")), plan(("别的事", "乙局", "5月15日前")))
    read = Reader(text)
    assert '<html lang="zh-CN">' in text
    assert read.tags.count("h1") == 1
    headings = re.findall(r"<th(?![a-z])([^>]*)>", text)
    assert all(" scope=" in attributes for attributes in headings)
    identities = [value for name, value in read.attributes if name == "id"]
    assert len(identities) == len(set(identities))
    pictures = [ET.fromstring(svg) for svg in re.findall(r"<svg.*?</svg>", text, re.DOTALL)]  # noqa: S314
    charts = [svg for svg in pictures if svg.get("role") == "img"]
    assert len(charts) == 2
    for svg in charts:
        told = [child.get("id") for child in svg if child.tag in ("title", "desc")]
        assert (svg.get("aria-labelledby") or "").split() == told
    assert all(svg.get("aria-hidden") == "true" for svg in pictures if svg not in charts)


def luminance(color: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    wide = color[1:] if len(color) == 7 else "".join(2 * digit for digit in color[1:])
    parts = [int(wide[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_text_stands_out_from_every_ground() -> None:
    style = page_template().text.split("<style>")[1].split("</style>")[0]
    colors = {*re.findall(r"[{;] *color: (#\w+)", style), *re.findall(r"fill: (#\w+)", style)}
    dark = colors - {"#fff"}
    assert len(dark) >= 6
    for color in dark:
        # The darkest ground that text may stand on is the grey of a rest day.
        assert (luminance("#e9e9e9") + 0.05) / (luminance(color) + 0.05) >= 4.5, color


def test_who_is_late_comes_first_with_whom_to_call() -> None:
    made = plan(
        ("早", "乙局", "5月20日前"), ("晚", "甲局, 乙局", "5月11日前"), ("今", "丙局", "5月12日前")
    )
    assert [(one.entry.title, one.entry.unit) for one in made.due] == [
        ("晚", "甲局"),
        ("晚", "乙局"),
        ("今", "丙局"),
    ]
    assert [(unit.name, unit.done, unit.total) for unit in made.units] == [
        ("乙局", 0, 2),
        ("甲局", 0, 1),
        ("丙局", 0, 1),
    ]
    (campaign,) = page_view([made], [])["campaigns"]
    assert campaign["due"][0] == {
        "status": "overdue",
        "state": ["逾期1天（1个工作日）"],
        "title": "晚",
        "units": ["甲局　张三　0000-1", "乙局"],
        "when": "5月11日前",
        "receiver": "",
    }


def test_a_campaign_without_any_date(gongkai: Run) -> None:
    put(
        "campaigns/甲.yaml",
        "活动: 甲\n年份: 2026\n公文: {发文机关: 局, 标题: 通知}\n"
        "正文: {内容: [{标题: 事, 责任单位: 局}]}\n",
    )
    ran = gongkai("status", "--now", "2026-05-19")
    assert ran.code == 0
    assert "GK810" in ran.err
    assert ran.out == (
        "局　2026年“甲”（campaigns/甲.yaml）\n"
        "截至2026年5月19日0时：共1项，进行中1项\n\n"
        "责任单位  完成/总数  逾期  今天到期  即将到期  进度\n"
        "局        0/1                                  [          ]\n\n"
        "活动  完成/总数  逾期  今天到期  即将到期  进度\n"
        "事    0/1                                  [          ]\n"
    )
    gongkai("status", "--now", "2026-05-19", "-o", "页.html")
    assert "活动文件里没有能读懂的日期，画不出图。" in Path("页.html").read_text("utf-8")


def test_a_bad_campaign_is_missed_on_the_page(gongkai: Run) -> None:
    set_up("dandong-2021")
    put("campaigns/坏.yaml", BAD)
    ran = gongkai("status", "--now", "2021-05-19", "-o", "页.HTM")
    assert (ran.code, ran.out) == (1, "进展已写入 页.HTM\n")
    before = Path("页.HTM").read_bytes()
    assert "campaigns/坏.yaml 没有读出来，这页上没有它。" in before.decode()
    assert gongkai("status", "坏", "-o", "页.HTM").code == 1
    assert Path("页.HTM").read_bytes() == before


def test_one_unit_sees_its_own_work_and_the_dates_of_all(gongkai: Run) -> None:
    rows = "".join(
        f"        - {{内容: {content}, 责任单位: {unit}, 时间: 5月{day}日前}}\n"
        for content, unit, day in (("甲事", "甲局", 12), ("乙事", "乙局", 14))
    )
    put("campaigns/甲.yaml", HEAD + rows)
    put("campaigns/乙.yaml", HEAD + rows.replace("甲局", "丙局"))
    out = gongkai("status", "--unit", "甲局", "--now", "2021-05-12T12:00").out
    assert out.startswith(
        "示例县人民政府办公室　2021年“5·15 政务公开日”　甲局（campaigns/甲.yaml）\n"
    )
    assert "：共1项，今天到期1项\n" in out
    assert ("甲事" in out, "乙事" in out, "\n活动 " in out, "乙.yaml" in out) == (1, 0, 1, 0)
    gongkai("status", "--unit", "甲局", "--now", "2021-05-12T12:00", "-o", "甲局.html")
    text = Path("甲局.html").read_text("utf-8")
    assert ("　甲局" in text, "甲事" in text, "乙事" in text) == (True, True, False)
    assert gongkai("status", "--unit", "甲").code == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["-o", "页.docx"],
            "用法错误：--output：网页的文件名要以 .html 结尾，“页.docx”不行\n",
        ),
        (
            ["--now", "2021-02-30"],
            "用法错误：--now：没有“2021-02-30”这个日子或者时刻（检查月份、日子和时刻）\n",
        ),
    ],
)
def test_wrong_usage(gongkai: Run, arguments: list[str], message: str) -> None:
    set_up("dandong-2021")
    assert gongkai("status", *arguments) == (2, "", message)


def test_colours_on_a_terminal_only(gongkai: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    set_up("dandong-2021")
    plain = gongkai("status", "--now", NOW["dandong-2021"]).out
    assert "\x1b" not in plain
    monkeypatch.setattr("gongkai_cli.report.screen.is_colourful", lambda _stream: True)
    colourful = gongkai("status", "--now", NOW["dandong-2021"]).out
    assert "\x1b[36m即将到期\x1b[0m\n" in colourful
    assert re.sub(r"\x1b\[\d*m", "", colourful).split() == plain.split()


@given(ENTRIES, st.integers(60, 200), st.dates(date(2020, 12, 1), date(2022, 4, 1)))
def test_every_line_fits_the_terminal(entries: list[Entry], width: int, day: date) -> None:
    now = datetime(day.year, day.month, day.day, 9)
    agenda = Agenda(
        "示例",
        "示例.yaml",
        "示例县",
        "示例",
        tuple(one._replace(group=one.due_text or "") for one in entries),
        (),
        {},
        Context(2021, date(2021, 4, 28)),
        date(2021, 4, 28),
        date(2021, 6, 30),
    )
    made = board_of(agenda, standings(agenda, (), now), now)
    lines = timeline(made, width)
    legend = lines[-1:]
    assert [line.text for line in lines[:-1] if columns(line.text) > width] == []
    assert (
        bool(lines)
        == bool(legend)
        == any(one.span and one.span != Span(open_ended=True) for one in entries)
    )
    for row in rows_of(figures(made)):
        edges = [row.bar[0], sum(row.bar)] if row.bar else []
        edges += [x for x in (*row.turns, row.point, *(row.lead or ()), *(row.band or ())) if x]
        assert all(LEFT <= edge <= WIDTH - RIGHT + 0.2 for edge in edges)


@pytest.mark.parametrize(
    ("text", "width", "wrapped"),
    [
        ("做好政务公开工作", 20, ("做好政务公开工作",)),
        ("做好政务公开工作", 8, ("做好政务", "公开工作")),
        ("做好政务，公开工作", 8, ("做好政务，", "公开工作")),
        ("做好政务公开工作", 6, ("做好政", "务公…")),
        ("“5·15”届", 4, ("“5", "·…")),
    ],
)
def test_names_are_wrapped(text: str, width: int, wrapped: tuple[str, ...]) -> None:
    assert wrap(text, width, 2) == wrapped


@given(st.text(max_size=40), st.integers(3, 30))
def test_what_is_cut_fits(text: str, width: int) -> None:
    for measure in (columns, half_ems):
        assert measure(cut(text, width, measure)) <= width


def test_the_same_moment_gives_the_same_page() -> None:
    made = plan(("事", "甲局, 乙局", "5月11日前"))
    assert page(made) == page(plan(("事", "甲局, 乙局", "5月11日前")))
    later = replace(made, now=made.now + timedelta(hours=1))
    assert "截至2021年5月12日13时（北京时间）" in page(later)
