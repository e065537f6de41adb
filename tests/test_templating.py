"""Faults in templates are findings with the template's file and line; the sandbox holds."""

import re
from dataclasses import replace

import pytest

from gongkai_cli.docxtext import text_of
from gongkai_cli.finding import Finding, Place, Refused
from gongkai_cli.gbt9704 import STANDARD
from gongkai_cli.mdreader import read
from gongkai_cli.templating import Source, Templates
from gongkai_cli.writers import writer

VIEW = {"名": "甲", "空": None, "单": ("甲", "乙"), "表": {"键": "值"}}


def fault(text: str, **others: str) -> Finding:
    sources = {"t.md.j2": Source("templates/t.md.j2", text)} | {
        f"{name}.md.j2": Source(f"templates/{name}.md.j2", body) for name, body in others.items()
    }
    with pytest.raises(Refused) as refused:
        Templates(sources).render("t", VIEW)
    (finding,) = refused.value.findings
    return finding


def at(line: int, name: str = "t") -> Place:
    return Place(f"templates/{name}.md.j2", line)


@pytest.mark.parametrize(
    ("text", "line", "code", "message"),
    [
        ("甲\n\n{{ 没有 }}", 3, "GK302", "模板用了没有的名称“没有”"),
        ("{{ 表.没有 }}", 1, "GK302", "模板用了没有的名称“没有”"),
        ("一\n{% if 名 %}\n二", 3, "GK301", "模板语法不对：{% if %} 没有收尾，缺 {% endif %}"),
        ("一\n{{ 名 }\n", 2, "GK301", "模板语法不对：多了“}”"),
        ("{{ 名 | 没有 }}", 1, "GK301", "模板语法不对：没有过滤器“没有”"),
        ("{% endfor %}", 1, "GK301", "模板语法不对：没有 {% endfor %} 这个标签，或者它没有开头"),
        ("一\n{{ 空 }}", 2, "GK305", "模板印了一个没有填写的值"),
        ("一\n\n{{ 单 }}", 3, "GK306", "模板这一行算不出来：值的种类不对，清单不能直接印"),
        ("{{ 1 / 0 }}", 1, "GK306", "模板这一行算不出来：除数是零"),
        ("{% include '没有.md.j2' %}", 1, "GK303", "没有模板“没有.md.j2”"),
        ("{{ ''.__class__.__mro__ }}", 1, "GK304", None),
        ("{{ 名.__init__.__globals__ }}", 1, "GK304", None),
        ("{{ 单.append(1) }}", 1, "GK302", "模板用了没有的名称“append”"),
        ("{{ 表.update({'键': 1}) }}", 1, "GK304", "模板里用了不许用的功能"),
        ("{{ '{0.__class__}'.format(名) }}", 1, "GK304", "模板里用了不许用的功能"),
        (
            "{% for i in range(999999999) %}{% endfor %}",
            1,
            "GK306",
            "模板这一行算不出来：数太大",
        ),
    ],
)
def test_a_fault_has_a_file_and_a_line(
    text: str, line: int, code: str, message: str | None
) -> None:
    finding = fault(text)
    place = finding.place
    assert replace(place, column=1) == at(line)
    assert (finding.code, finding.severity) == (code, "error")
    assert finding.hint
    if message:
        assert finding.message == message


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ 名", "到文件末尾还没有写完，缺 }} 或者 %}"),
        ("{% if 名", "到文件末尾还没有写完，缺 }} 或者 %}"),
        ("{{ 名\n乙\n", "这里应当是“}}”，写成了“乙”"),
        ("{% if 名 =%}{% endif %}", "这里应当是“%}”，写成了“=”"),
        ("{% if %}{% endif %}", "这里少了内容"),
        ("{{ }}", "这里少了内容"),
        ("{% %}", "{% %} 里没有写标签"),
        ("{{ 表..键 }}", "“.”后面少了名称"),
        ("{{ 名 | }}", "没有写完，这里应当是“名称”"),
        ("{# 名", "{# 没有收尾，缺 #}"),
        ("{% raw %}\n", "{% raw %} 没有收尾，缺 {% endraw %}"),
        ('{{ "名 }}', '多了“"”，或者没有配对'),
        ("{{ 1 ? 2 }}", "多了“?”，或者没有配对"),
    ],
)
def test_what_jinja_says_is_said_in_chinese(text: str, said: str) -> None:
    assert fault(text).message == f"模板语法不对：{said}"


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("甲{{ 表.没有 }}", 7),
        ("{{ 名 | 没有 }}", 8),
        ("{% include '没有.md.j2' %}", 13),
        ("{{ 没有 }}{{ 没有 }}", 1),  # which of them is meant, Jinja does not say
        ("{{ 空 }}", 1),
    ],
)
def test_a_word_that_stands_once_is_pointed_at(text: str, column: int) -> None:
    assert fault(text).place == Place("templates/t.md.j2", 1, column)


def test_a_fault_in_an_included_part_names_that_part() -> None:
    there = Place("templates/_p.md.j2", 2, 4)
    assert fault("{% include '_p.md.j2' %}", _p="一\n{{ 没有 }}").place == there


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("{{ (0 - 3)|abs }}", "3"),
        ("{% for 行 in 单|batch(2, '空') %}{{ 行|join('、') }}；{% endfor %}", "甲、乙；丙、空；"),
        ("{{ 没有|default('无') }}", "无"),
        ("{{ 单|first }}{{ 单|last }}{{ 单|length }}{{ 单|list|length }}", "甲丙33"),
        ("{% for 名, 各 in 行|groupby('名') %}{{ 名 }}{{ 各|length }}{% endfor %}", "乙1甲2"),
        ("{{ '3'|int }}{{ (7 / 2)|round|int }}", "34"),
        ("{{ 单|join('、') }}{{ 行|join('', '名') }}", "甲、乙、丙甲乙甲"),
        ("{{ 行|map(attribute='名')|unique|join }}", "甲乙"),
        ("{{ 数|max }}{{ 数|min }}{{ 数|sum }}{{ 数|sort|join }}", "316123"),
        ("{{ 数|select('odd')|join }}{{ 数|reject('odd')|join }}", "312"),
        ("{{ 行|selectattr('数')|list|length }}{{ 行|rejectattr('数')|list|length }}", "21"),
        ("{{ ' 甲 '|trim|replace('甲', '乙') }}", "乙"),
    ],
)
def test_every_filter_does_its_work(text: str, printed: str) -> None:
    rows = ({"名": "甲", "数": 1}, {"名": "乙", "数": 0}, {"名": "甲", "数": 2})
    view = {"单": ("甲", "乙", "丙"), "数": (3, 1, 2), "行": rows}
    assert Templates({"t.md.j2": Source("templates/t.md.j2", text)}).render("t", view) == printed


def test_a_fault_of_syntax_that_nobody_has_put_in_words_is_told_with_its_place() -> None:
    found = fault("甲\n{% set none = 1 %}")
    assert (found.place, found.message) == (at(2), "模板语法不对：这里看不懂")


def test_names_of_the_machine_are_not_to_be_had() -> None:
    for text in (
        "{{ self.__class__ }}",
        "{{ cycler.__init__.__globals__.os }}",
        "{{ lipsum.__globals__ }}",
    ):
        assert fault(text).code in {"GK302", "GK304", "GK306"}


@pytest.mark.parametrize(
    ("text", "shown", "page"),
    [
        # A heading takes the line below it; what follows is a paragraph of its own.
        (
            "## 甲\n乙\\\n丙\n",
            "## 一、甲\n\n乙\n\n丙\n",
            '<div class="run-in"><h2 class="level1">一、甲</h2><p>乙</p></div>\n<p>丙</p>',
        ),
        # A date that is none stays as it is written.
        (
            "::: 落款 盖章\n署名：甲\n成文日期：2026年2月30日\n:::\n",
            "甲\\\n2026年2月30日\n",
            '<div class="signature"><p>甲</p><p>2026年2月30日</p></div>',
        ),
        # What has nothing in it leaves no trace.
        ("甲\n\n::: 附件说明\n:::\n", "甲\n", "<p>甲</p>"),
        ("甲\n\n::: 版记\n:::\n", "甲\n", '<p>甲</p>\n<footer class="imprint">\n</footer>'),
    ],
)
def test_parts_that_templates_of_ours_do_not_write(text: str, shown: str, page: str) -> None:
    document = read(text, "t.md.j2")
    assert writer("md")(document, STANDARD).decode() == shown
    html = writer("html")(document, STANDARD).decode()
    assert html.partition("<article>\n")[2].partition("\n</article>")[0] == page
    shown_too = "".join(
        re.findall(r"[一-龥、\d]+", text_of(writer("docx")(document, STANDARD), "甲"))
    )
    assert shown_too == "".join(re.findall(r"[一-龥、\d]+", shown))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "一个字也没有"),
        (" \n\u3000\r\n", "一个字也没有"),
        ("- 甲\n- 乙\n", "公文里没有“-”开头的列表"),
        ("1. 甲\n", "公文里没有“1.”开头的列表（序号用标题 ## 自动编）"),
        ("> 甲\n", "公文里没有“>”引用"),
        ("```\n甲\n```\n", "公文里没有代码块“甲”"),
        ("[甲](http://a)\n", "公文里没有链接"),
        ("![甲](a.png)\n", "公文里没有图片“甲”"),
        ("甲\n\n---\n", "公文里没有横线 ---"),
        ("<div>甲</div>\n", "公文里没有HTML“<div>甲</div>”"),
        ("甲 *乙* 丙\n", "公文里没有*斜体*"),
        ("###### 甲\n", "标题超过四级"),
        ("::: 主送\n甲\n", "“::: 主送”没有收尾"),
        ("::: 附件\n甲\n", "“::: 附件”没有收尾"),
        ("::: 主送\n- 甲\n:::\n", "公文里没有“-”开头的列表"),
        ("::: 附件\n# 甲\n::: 版记\n抄送：乙\n:::\n:::\n", "附件里又有“::: 版记”"),
        ("::: 印发件\n# 甲\n::: 版记\n抄送：乙\n:::\n:::\n", "印发件里又有“::: 版记”"),
        ("::: 没有\n甲\n:::\n", "没有“::: 没有”"),
        ("甲\n:::\n", "多了一个 :::"),
        ("::: 版头 电板\n:::\n", "没有“::: 版头 电板”"),
        ("::: 落款\n署名：甲\n:::\n", "没有“::: 落款 ”"),
        ("::: 落款 盖章\n署 名：甲\n:::\n", "“::: 落款”里看不懂“署 名：甲”"),
        ("::: 版记\n甲\n:::\n", "“::: 版记”里看不懂“甲”"),
    ],
)
def test_what_no_document_has_is_refused(text: str, message: str) -> None:
    with pytest.raises(Refused) as refused:
        read(text, "t.md.j2")
    (finding,) = refused.value.findings
    assert (finding.code, finding.message) == ("GK311", f"模板结果读不了：{message}")
