"""Campaign data never turns into markup: whatever a name is, it prints as itself."""

import string

from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from conftest import ROOT
from gongkai_cli.document import (
    Annex,
    AnnexList,
    Block,
    Document,
    Heading,
    Paragraph,
    Recipients,
    Run,
    Table,
    Title,
    plain,
)
from gongkai_cli.loading import load
from gongkai_cli.mdreader import read
from gongkai_cli.project.overrides import templates as packaged
from gongkai_cli.prose import one_line, paragraphs
from gongkai_cli.templating import Source, Templates
from gongkai_cli.writers.markdown import write
from support.all_documents import render

TEMPLATE = """
# {{ 名 }}

::: 主送
{{ 名 }}
:::

{{ 名 }}

## {{ 名 }}
{{ 名 }}

### {{ 名 }}

| {{ 名 }} | b |
| --- | --- |
| {{ 名 }} | {{ 名 | 分行 }} |
|{{ 名 }}|{{ 名 }}|

::: 附件说明
{{ 名 }}
:::

::: 附件

{{ 文 | 分段 }}

:::
"""
MARKS = string.punctuation + " 0123456789ab汉字“”（）：·\u3000"
names = (
    st.one_of(
        st.text(st.sampled_from(MARKS), min_size=1, max_size=40),
        st.text(min_size=1, max_size=40),
    )
    .map(one_line)
    .filter(lambda text: text.strip() != "" and text.isprintable())
)
templates = Templates({"t.md.j2": Source("t.md.j2", TEMPLATE)})


def texts(blocks: tuple[Block, ...]) -> list[str]:
    """Every text of a document in order."""
    found: list[str] = []
    for block in blocks:
        match block:
            case Title(lines):
                found += lines
            case Recipients(text):
                found.append(text)
            case Heading(_, _, text, body):
                found += [text, plain(body)]
            case Paragraph(lines):
                found += map(plain, lines)
            case AnnexList(titles):
                found += titles
            case Annex(_, inner):
                found += texts(inner)
            case Table(_, head, rows):
                cells = [cell for row in (head, *rows) for cell in row if cell]
                found += ["".join(map(plain, cell.lines)) for cell in cells]
            case _:
                raise AssertionError(block)
    return found


@example("# 1|2*")
@example("\\")
@example("a\\|b")
@example("<br>")
@example("^")
@example("<")
@example(":::")
@example("::: 附件")
@example("{{ 7*7 }}")
@example("&amp;")
@example("1. 甲")
@example("- 甲")
@example("`a")
@example("| - |")
@example("[甲](乙)")
@example("***")
@settings(max_examples=400)
@given(names)
def test_a_name_prints_as_itself_wherever_it_stands(name: str) -> None:
    document = read(templates.render("t", {"名": name, "文": name}), "t")
    assert texts(document.blocks) == [
        name,
        name,
        name,
        name,
        name,
        name,
        "",
        name,
        "b",
        *[name] * 5,
        name,
    ]


@example("#")
@example("a #")
@example("## a ##")
@example("a_b _c_ __d__")
@example("https://www.example.gov.cn/art_2020/5_8.html?a=1&b=2#top")
@example("0)")
@example("1.")
@example("=")
@example("---")
@example("&lt;")
@settings(max_examples=400)
@given(names)
def test_what_the_markdown_writer_writes_reads_as_the_same_text(name: str) -> None:
    document = read(templates.render("t", {"名": name, "文": name}), "t")
    shown = _shown(write(document).decode())
    assert shown.count(name) >= 10
    assert {f"一、{name}", f"（一）{name}", f"附件：{name}"} <= set(shown)


def _shown(markdown: str) -> list[str]:
    """The text of every paragraph, heading and cell, as a reader of the page sees it."""
    kinds = ("text", "text_special", "html_inline")
    return [
        "".join(child.content for child in token.children or () if child.type in kinds)
        for token in MarkdownIt("commonmark").enable("table").parse(markdown)
        if token.type == "inline"
    ]


@given(st.lists(names, min_size=1, max_size=4))
def test_paragraphs_stay_apart(names_: list[str]) -> None:
    prose = "\n".join(names_)
    document = read(templates.render("t", {"名": "甲", "文": prose}), "t")
    (annex,) = (block for block in document.blocks if isinstance(block, Annex))
    assert texts(annex.blocks) == names_


@given(st.text(max_size=80))
def test_joining_lines_loses_no_word(text: str) -> None:
    def words(value: str) -> str:
        return "".join(value.split())

    assert words("".join(paragraphs(text))) == words(text)


def test_the_packaged_templates_print_a_strange_unit_as_itself() -> None:
    text = (
        "活动: '# 甲|乙*'\n年份: 2026\n公文: {发文机关: '<b>局</b>', 标题: ['[关于]', '_通知_']}\n"
        "正文:\n  '## 节': 文\n  活动: [{标题: '| 项 |', 牵头: '# 1|2*', 配合: '../../x'}]\n"
    )
    office = Templates(packaged(ROOT))
    rendered = {
        str(item.path): item.data
        for item in render(load(text.encode(), "c"), office, ["unit-tasks", "notice"], ["md"])
    }
    assert sorted(rendered) == [
        "notice.md",
        "unit-tasks/# 1｜2＊.md",
        "unit-tasks/．．／．．／x.md",
    ]
    assert "（# 1\\|2\\*负责，../../x配合）" in rendered["notice.md"].decode()


@given(
    st.lists(
        st.tuples(
            st.text(st.sampled_from("局a1 ，】（*_$+\\"), min_size=1, max_size=4), st.booleans()
        ),
        min_size=1,
        max_size=4,
    )
)
def test_emphasis_is_read_as_it_was_meant(pieces: list[tuple[str, bool]]) -> None:
    """Between a letter and a mark ** would stand there as it is typed."""
    line = tuple(Run(text, strong=strong) for text, strong in [("甲", False), *pieces])
    markdown = write(Document((Paragraph((line,)),))).decode()
    depth, found = 0, []
    for token in MarkdownIt("commonmark").parse(markdown):
        for inner in token.children or ():
            if inner.type == "html_inline":
                depth += 1 if inner.content == "<strong>" else -1
            depth += inner.nesting if inner.type.startswith("strong") else 0
            found += [(char, depth > 0) for char in inner.content if inner.type == "text"]
    meant = [(char, run.strong) for run in line for char in run.text]
    while meant[-1][0] == " ":
        meant.pop()
    assert [pair for pair in found if pair[0] != " "] == [pair for pair in meant if pair[0] != " "]
