"""What is read without a Markdown parser, the parser reads in the same way."""

from hypothesis import event, example, given, settings
from hypothesis import strategies as st

from gongkai_cli.document import Paragraph, Run
from gongkai_cli.escaping import escape, unescape
from gongkai_cli.mdreader import escaped, parsed
from gongkai_cli.mdreader.pieces import Headline, Rows
from gongkai_cli.prose import one_line

_MARKS = st.sampled_from(
    (
        *("1.", "2)", "#", "## ", "|", "<br/>", "<", "<a", ">", "&", "&lt;", "\\", "\\|", "　"),
        *("*", "**", "_", "`", "[", "]", "(b)", "!", "=", "==", "-", "---", "+ ", "- ", "~~~", ":"),
        *("^", "\t", "\xa0", "\u2003", "\r", "\0", "http://a.cn", "<b>", "</b>", "```", "\x85"),
    )
)
_USUAL = st.sampled_from(("甲", "乙 ", " 丙", "1", "a", "\\-", "<br>", "< ", "&#92;", "&#124;"))
_WORDS = st.one_of(*[_USUAL] * 6, _MARKS, st.text(max_size=3))
_CELLS = st.lists(_WORDS, min_size=2, max_size=2)
_LINES = st.one_of(
    st.lists(_WORDS, max_size=5).map("".join),
    st.lists(_USUAL, max_size=5).map("".join),
    st.lists(_USUAL, max_size=3).map(lambda words: f"## {''.join(words)}"),
    _CELLS.map(lambda cells: f"| {' | '.join(cells)} |"),
    st.tuples(_CELLS, _CELLS).map(
        lambda rows: f"| {' | '.join(rows[0])} |\n| --- | :-: |\n|{'|'.join(rows[1])}|"
    ),
    st.sampled_from(("", "", "| --- | :-: |", "|:--|--:|", "| --- |", "--- | ---")),
)
_TEXTS = st.lists(_LINES, max_size=6).map(
    lambda lines: "\n".join(line.strip() for line in "\n".join(lines).split("\n"))
)


@example("甲\\\n\\-乙")
@example("甲<\nbr>乙")
@example("<br>\n甲")
@example("甲\n==")
@example("甲 | 乙\n--- | ---")
@example("甲\n| 乙 |\n| --- |")
@example("| 甲 |\n| --- |\n乙")
@example("|| 甲 |\n|---|---|")
@example("| 甲 |\n| --- |\n| 乙 ||")
@example("| 甲 |\n| --- |\n|")
@example("[甲]: 乙\n\n[甲]")
@example("## 甲 #")
@example("# #")
@example("## 　甲")
@example("# 甲　")
@settings(max_examples=600)
@given(_TEXTS)
def test_the_parser_reads_the_same(text: str) -> None:
    if (found := escaped.pieces(text)) is not None:
        event("pieces")
        assert found == tuple(parsed.pieces(text, "t"))
    if (lines := escaped.texts(text)) is not None:
        event("texts")
        assert lines == list(parsed.texts(text, "t"))


@given(st.text(max_size=30).map(one_line).filter(str.isprintable))
def test_what_is_escaped_reads_as_itself(text: str) -> None:
    assert unescape(escape(text)) == [text]


def test_usual_text_needs_no_parser() -> None:
    text = "## 甲\n乙<br>\n丙\n\n| 丁^ | < |\n| :-: | --- |\n| 5月1日\\-2日 | |"
    assert escaped.pieces(text) == (
        (Headline(2, ((Run("甲"),),)), 0, 1),
        (Paragraph(((Run("乙"),), (Run("丙"),))), 1, 3),
        (
            Rows(
                ("center", "left"),
                [("丁^", ((Run("丁^"),),)), ("<", ((Run("<"),),))],
                [[("5月1日\\-2日", ((Run("5月1日-2日"),),)), ("", ((),))]],
            ),
            4,
            7,
        ),
    )
