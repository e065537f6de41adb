"""Files made to do harm: each gets findings or a document, never a crash, never for long.

No times are asserted; a case that runs away is what the suite's own limit would stop at.
"""

import pytest

from conftest import ROOT
from gongkai_cli.document import Table
from gongkai_cli.finding import Refused
from gongkai_cli.loading import Loaded, load
from gongkai_cli.mdreader import read
from gongkai_cli.project.overrides import templates
from gongkai_cli.templating import Source, Templates
from support.all_documents import render

BASE = "活动: 甲\n年份: 2026\n公文: {发文机关: 乙, 标题: 丙}\n"
BODY = "正文: {甲: 乙}\n"


def codes(text: str) -> set[str]:
    return {finding.code for finding in load(text.encode(), "文件").findings}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        # Quoted closing brackets must not hide the nesting from the check.
        ("x: " + '["]",' * 30_000 + "1" + "]" * 30_000, "GK102"),
        ("x: " + "{a: " * 5_000, "GK102"),
        ("- " * 3_000, "GK102"),
        # A carriage return would end a line of Markdown.
        (BASE + BODY + '统筹任务: [{标题: "甲\\r乙"}]\n', "GK005"),
        (BASE + '正文: {"a\\x01b": 丙}\n', "GK005"),
        (BASE + '正文: {"a\\u2028b": 丙}\n', "GK005"),
        # Aliases of scalars, anchors and tags.
        (BASE + BODY + "结语: &x 文\n导语: *x\n", "GK105"),
        (BASE + BODY + "结语: &q\n  >\n  第一\n", "GK105"),
        (BASE + BODY + "导语: !!str 第一\n  第二\n", "GK106"),
        # References by the thousand, and numbers nobody counts to.
        (BASE + "正文:\n  甲: " + "「无」" * 15_000 + "\n", "GK111"),
        (BASE + "正文:\n" + "".join(f"  甲{n}: 「乙{n}」\n" for n in range(3_000)), "GK111"),
        (BASE + "乙: [a]\n正文: {甲: '「乙." + "1" * 5_000 + "」'}\n", "GK111"),
        (
            BASE
            + "正文: {甲: ["
            + "{标题: 子, 内容: 「结语」}, " * 500
            + "]}\n结语: "
            + "长" * 19_000
            + "\n",
            "GK114",
        ),
        (BASE + BODY + "".join(f"键{n}: 值\n" for n in range(18_000)), "GK201"),
        (
            BASE + BODY + f"附件: [{{标题: 表, 列: [{', '.join('列' * 300)}], 空行: 200}}]\n",
            "GK204",
        ),
        ("活动: 甲\n年份: 2026\n公文: {发文机关: ' ', 标题: ['']}\n" + BODY, "GK204"),
        ("活动: 甲\n年份: 2026\n公文: {发文机关: 乙, 标题: []}\n" + BODY, "GK204"),
    ],
    ids=lambda value: str(value)[:24],
)
def test_a_harmful_file_has_a_finding(text: str, code: str) -> None:
    assert code in codes(text)


def test_there_is_an_end_to_the_findings() -> None:
    loaded = load(("\n".join(f"键{n}: 值" for n in range(18_000))).encode(), "文件")
    assert len(loaded.findings) <= 200


def sound(text: str) -> Loaded:
    loaded = load(text.encode(), "文件")
    assert loaded.findings == ()
    return loaded


def markdown(text: str, name: str) -> str:
    office = Templates(templates(ROOT))
    (rendered,) = render(sound(text), office, [name], ["md"])
    return rendered.data.decode()


def test_a_thousand_sections_are_numbered() -> None:
    text = BASE + "正文:\n" + "".join(f"  节{n}: 文\n" for n in range(1_001))
    assert "## 一千零一、节1000" in markdown(text, "notice")


def test_no_text_of_the_coordinating_tasks_is_lost() -> None:
    table = markdown(
        BASE
        + BODY
        + "统筹任务: [{标题: 甲, 内容: 甲文, 事项: [{标题: 乙, 责任单位: 局}, {标题: 丙事, 内容: 丙文}]}, "
        "{标题: 丁, 内容: 丁文, 任务: [{内容: 戊文, 责任单位: 局}]}]\n",
        "task-table",
    )
    assert [
        word for word in ("甲文", "乙", "丙事", "丙文", "丁文", "戊文") if word not in table
    ] == []


def test_an_address_stays_one_on_github() -> None:
    address = "https://www.example.gov.cn/art_2020/5_8.html?a=1&b=2#top"
    assert address in markdown(BASE + f"正文: {{网址: '{address}'}}\n", "notice")


@pytest.mark.parametrize(
    "template",
    [
        "{% macro f(x) %}{{ x }}{% endmacro %}{{ f('a.b') }}",
        "{% set x %}{{ 名 }}{% endset %}{{ x }}",
        "{% filter replace('\\\\', '') %}{{ 名 }}{% endfilter %}",
        "{% autoescape true %}{{ 名 }}{% endautoescape %}",
        "{% for i in range(99999) %}{% endfor %}",
        "{{ '%0999999999d'|format(1) }}",
        "{{ '{:>999999999}'.format(1) }}",
        "{{ '%999999999d' % 1 }}",
        "{{ 名.ljust(999999999) }}",
        "{{ 名|center(999999999) }}",
        "{{ namespace() }}",
        "{{ 名.upper }}",
        "{{ 名|random }}",
        "{{ 名|replace(old='a', old='b') }}",
        "{% for i in [1] %}" * 25 + "{% endfor %}" * 25,
        "{% if 1 %}" * 150 + "{% endif %}" * 150,
    ],
)
def test_a_template_is_refused_with_a_place(template: str) -> None:
    office = Templates({"t.md.j2": Source("templates/t.md.j2", "一\n" + template)})
    with pytest.raises(Refused) as refused:
        office.render("t", {"名": "**甲** <br>"})
    (finding,) = refused.value.findings
    assert finding.place.path == "templates/t.md.j2"
    assert finding.code.startswith("GK30")


@pytest.mark.parametrize("row", ["| 甲 | 乙 |", "| 甲 | 乙 | 丙 | 丁 |"])
def test_a_row_with_other_cells_than_the_head_is_refused(row: str) -> None:
    good = "| 一 | 二 | 三 |\n| --- | --- | --- |\n| 甲 | 乙 | 丙 |\n"
    (table,) = read(good, "t").blocks
    assert isinstance(table, Table)
    with pytest.raises(Refused, match=r"表格第 3 行有 [24] 格，表头有 3 格"):
        read(good + row + "\n", "t")
