"""What keeps hostile input in bounds, piece by piece; whole inputs are in tests/hostile."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli import report
from gongkai_cli.acceptance import judge
from gongkai_cli.filenames import file_stems, place_of
from gongkai_cli.finding import Finding, Place, Refused
from gongkai_cli.model.values import _parted
from gongkai_cli.report import screen
from gongkai_cli.report.visible import visible_line
from gongkai_cli.templating import Source, Templates
from gongkai_cli.yamltree.comments import Comment

OBEYED = "甲\x1b[2J\x9b\u202e\u2028\u2066乙\n丙\t丁"


def test_what_a_terminal_would_obey_is_shown(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("NO_COLOR", "1")
    shown = "甲?[2J????乙 丙 丁"
    report.say(OBEYED)
    with report.held() as page:
        page.say_lines([(OBEYED, "31")])
    report.say_pieces([(OBEYED, "31")])
    assert capsys.readouterr().out == f"{shown}\n" * 3
    report.table(["名"], [[OBEYED]], {0})
    assert shown in capsys.readouterr().out
    finding = Finding(Place(OBEYED), "GK000", "error", OBEYED, OBEYED)
    assert report.text([finding]) == f"{shown}:1:1: 错误 GK000 {shown}（{shown}）\n"


@pytest.mark.parametrize("most", [0, 10, 1000])
def test_what_is_held_back_comes_whole_and_in_order(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], most: int
) -> None:
    monkeypatch.setattr(screen, "_HELD", most)
    lines = [f"第{n}行\x1b" for n in range(30)]
    with report.held() as page:
        for line in lines:
            page.say_lines([(line, "")])
        assert capsys.readouterr().out == ""
    assert capsys.readouterr().out == "".join(f"{visible_line(line)}\n" for line in lines)


def test_lines_have_their_colours_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    with report.held() as page:
        page.say_lines([("逾期", "31"), ("无", "")])
    assert capsys.readouterr().out == "\x1b[31m逾期\x1b[0m\n无\n"


def test_much_work_has_a_bar_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    items = [*range(100)]
    assert [*report.progress(items, "检查")] == items
    assert "检查" in capsys.readouterr().err
    assert [*report.progress(items[:2], "检查")] == items[:2]
    assert capsys.readouterr().err == ""


def test_programs_are_told_what_it_was(capsys: pytest.CaptureFixture[str]) -> None:
    import json

    report.say_json([{"名": OBEYED}])
    out = capsys.readouterr().out
    assert json.loads(out) == [{"名": OBEYED}]
    assert re.search("[\x1b\x9b\u202e\u2028\u2066]", out) is None


NAMES = st.text(st.sampled_from("aAßée\u0301İıi̇. :：\u200bCON¹/"), max_size=8)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("乙局", "乙局", True),
        ("A局", "a局", True),
        ("é局", "e\u0301局", True),
        ("甲:乙", "甲：乙", True),
        ("甲\u200b", "甲", True),
        ("甲.", "甲", True),
        ("Ａ局", "A局", False),
        ("甲", "乙", False),
    ],
)
def test_which_names_are_one_file_somewhere(one: str, other: str, same: bool) -> None:  # noqa: FBT001
    assert (place_of(one) == place_of(other)) is same


@given(st.lists(NAMES, max_size=6))
def test_names_that_are_one_file_somewhere_are_told_apart(names: list[str]) -> None:
    stems = file_stems(names)
    assert len({place_of(stem) for stem in stems}) == len(names)
    assert all(stem == file_stems([stem])[0] for stem in stems)


@given(st.text(st.sampled_from("甲、（）()，"), max_size=12))
def test_names_are_parted_outside_brackets(text: str) -> None:
    assert _parted(text) == tuple(re.split(r"、(?![^（）]*）|[^()]*\))", text))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("各县（市）、区", ("各县（市）、区",)),
        ("县司法局、各市、县人民政府、县公安局", ("县司法局", "各市、县人民政府", "县公安局")),
        ("各区、县（市）、管委会", ("各区、县（市）", "管委会")),
        ("各市、县教育局", ("各市", "县教育局")),
    ],
)
def test_all_of_two_levels_are_one_name(text: str, names: tuple[str, ...]) -> None:
    assert _parted(text) == names


LINES = st.integers(1, 6)


@given(
    st.lists(st.tuples(LINES, st.sampled_from(["GK511", "GK512"])), max_size=8),
    st.lists(st.tuples(LINES, st.integers(0, 3), st.sampled_from(["GK511", "GK512"])), max_size=8),
)
def test_a_comment_accepts_what_is_on_its_lines_and_nothing_else(
    findings: list[tuple[int, str]], comments: list[tuple[int, int, str]]
) -> None:
    given = [Finding(Place("f", line), code, "warning", "问题") for line, code in findings]
    said = [
        Comment(Place("f", first), f"# 可以：{code} 理由", first, first + more)
        for first, more, code in comments
    ]
    judged = judge(given, said, {"GK511", "GK512"})
    assert list(judged.accepted) == [
        one
        for one in given
        if any(
            one.code == code and first <= one.place.line <= first + more
            for first, more, code in comments
        )
    ]


def rendered(text: str, **parts: str) -> str:
    sources = {"t.md.j2": Source("templates/t.md.j2", text)} | {
        f"{name}.md.j2": Source(f"templates/{name}.md.j2", part) for name, part in parts.items()
    }
    return Templates(sources).render("t", {"单": ["甲", "乙"], "文": "长" * 1000})


TURNS = (
    "{% for h in range(5) %}{% for i in range(1000) %}{% for j in range(997) %}"
    "{% endfor %}{% endfor %}{% endfor %}"
)
PARTS = "{{% for i in range({0}) %}}{{% for j in range(100) %}}{{% include '_p.md.j2' %}}{{% endfor %}}{{% endfor %}}"
LONG = "{{% for i in range({0}) %}}{{{{ 文 }}}}{{% endfor %}}"


@pytest.mark.parametrize(
    ("most", "more"),
    [
        (TURNS, TURNS.replace("997", "999")),
        (PARTS.format(195), PARTS.format(200)),
        (LONG.format(1000), "".join([LONG.format(1000)] * 4)),
        ("{% set 一 = 文 ~ 文 %}" * 1_400, "{% set 一 = 文 ~ 文 %}" * 1_501),
        ("{% set 一 = 文 + 文 %}" * 1_400, "{% set 一 = 文 + 文 %}" * 1_501),
        ("{{ 单 | join(文) }}", "{% for i in range(999) %}{% set 一 = [1,2,3,4]|join(文) %}{% endfor %}"),
        ("{% set 一 = 文 | replace('长', '长长') %}", "{% set 一 = 文 | replace('长', 文) | replace('长', 文) %}"),
        ("{{ 'x' if 7 in range(9) }}", TURNS.replace("{% for j in range(997) %}", "{% for j in range(95) if j in range(1000) %}")),
    ],
    ids=["turns", "parts", "printed", "joined", "added", "join", "replace", "in"],
)  # fmt: skip
def test_what_a_template_asks_for_is_counted(most: str, more: str) -> None:
    rendered(most, _p="")
    with pytest.raises(Refused, match="循环太多，或者内容太长") as refused:
        rendered("一\n" + more, _p="")
    (finding,) = refused.value.findings
    assert (finding.place, finding.code) == (Place("templates/t.md.j2", 2), "GK306")


def test_what_stands_between_the_marks_is_counted_as_well() -> None:
    text = "{% for i in range(most) %}" + "长" * 90_000 + "{% endfor %}"
    assert len(rendered(text.replace("most", "66"))) == 66 * 90_000
    with pytest.raises(Refused, match="循环太多，或者内容太长"):
        rendered(text.replace("most", "67"))


def test_a_county_of_many_units_and_tasks_is_not_too_much() -> None:
    text = (
        "{% for 单位 in 单位们 %}{{ 单位 }}：{% for 行 in 任务 if 单位 in 行.责任单位 %}"
        "{{ 行.名称 }}；{% endfor %}<br>\n{% endfor %}"
    )
    units = [f"第{n}局" for n in range(300)]
    rows = [
        {"名称": f"第{n}项", "责任单位": [units[n % 300], units[(n * 7) % 300]]}
        for n in range(1_000)
    ]
    office = Templates({"t.md.j2": Source("templates/t.md.j2", text)})
    assert office.render("t", {"单位们": units, "任务": rows}).count("；") >= 1_000


def test_an_allowance_is_for_one_document() -> None:
    office = Templates({"t.md.j2": Source("templates/t.md.j2", TURNS)})
    assert [office.render("t", {}) for _ in range(2)] == ["", ""]


def test_a_list_in_a_text_is_refused() -> None:
    for text in ("{{ 单 ~ 'x' }}", "{{ [单] | join }}", "{{ 单 | replace('a', 'b') }}"):
        with pytest.raises(Refused, match="清单不能直接印"):
            rendered(text)
