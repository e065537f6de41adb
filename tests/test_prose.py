"""Text as it is typed and as it is printed: joined, parted, quoted and cut short."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.prose import (
    UNPRINTABLE,
    by,
    clipped,
    in_full,
    lines_having,
    one_line,
    paragraphs,
    plain_ends,
    quoted,
    shortened,
    title_line,
)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("", ""),
        ("  甲\t乙 ", "甲 乙"),
        ("甲\n乙", "甲乙"),
        ("甲\n\t乙 ", "甲乙"),
        ("甲\nAI", "甲AI"),
        ("AI\n甲", "AI甲"),
        ("AI\npolicy", "AI policy"),
        ("AI\n  \npolicy", "AI policy"),
        ("AI (\nnew\n) policy", "AI (new) policy"),
        ("\nAI\n", "AI"),
    ],
)
def test_the_lines_of_a_paragraph_are_joined(typed: str, printed: str) -> None:
    assert one_line(typed) == printed


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("", ()),
        ("\n \n", ()),
        ("甲\n乙", ("甲乙",)),
        ("\n甲\n乙\n\n丙\n \t\n\n丁\n", ("甲乙", "丙", "丁")),
    ],
)
def test_blank_lines_part_paragraphs(typed: str, parts: tuple[str, ...]) -> None:
    assert paragraphs(typed) == parts


def test_ends_of_lines_are_one() -> None:
    assert plain_ends("甲\r\n乙\r丙\n\r丁\r\r\n") == "甲\n乙\n丙\n\n丁\n\n"


@given(
    st.lists(st.text("甲乙丙a", max_size=5), min_size=1, max_size=6),
    st.lists(st.text("甲乙丙", min_size=1, max_size=2), max_size=3),
)
def test_lines_are_found_by_what_they_hold(lines: list[str], words: list[str]) -> None:
    text = "\n".join(lines)
    told = [text[start:end] for start, end in lines_having(text, words)]
    assert told == (
        [one for one in lines if any(word in one for word in words)] if words else [text]
    )


@pytest.mark.parametrize(
    ("name", "marked", "sentence"),
    [
        ("政府开放日", "“政府开放日”", "“政府开放日”活动"),
        ("百日攻坚行动", "“百日攻坚行动”", "“百日攻坚行动”"),
        ("宣传月活动", "“宣传月活动”", "“宣传月活动”"),
        ("“百日攻坚行动”", "“百日攻坚行动”", "“百日攻坚行动”"),
        ("“119”消防宣传月", "“119”消防宣传月", "“119”消防宣传月活动"),
        ("119”消防宣传月", "119”消防宣传月", "119”消防宣传月活动"),
    ],
)
def test_a_name_has_one_pair_of_quotation_marks(name: str, marked: str, sentence: str) -> None:
    assert (quoted(name), in_full(name)) == (marked, sentence)


@pytest.mark.parametrize(
    ("lines", "issuers", "title"),
    [
        ((), ("甲局",), ""),
        (("甲局", "乙局关于", "丙的通知"), ("甲局", "乙局"), "甲局\u3000乙局关于丙的通知"),
        (("甲局关于", "乙局的通知"), ("甲局", "乙局"), "甲局关于乙局的通知"),
        (("某甲局", "关于丙的通知"), ("甲局", "乙局"), "某甲局关于丙的通知"),
    ],
)
def test_a_title_keeps_its_issuers_apart(
    lines: tuple[str, ...], issuers: tuple[str, ...], title: str
) -> None:
    assert title_line(lines, issuers) == title


@pytest.mark.parametrize(
    ("text", "short", "clip"),
    [
        ("一二三四", "一二三四", "一二三四"),
        ("一二三四。", "一二三四", "一二三四…"),
        ("一二三四五", "一二三四…", "一二三四…"),
        ("一二三、五", "一二三…", "一二三、…"),
        ("一二；。五六", "一二…", "一二；。…"),
        ("。", "。", "。"),
    ],
)
def test_a_long_text_is_cut_with_or_without_its_last_mark(text: str, short: str, clip: str) -> None:
    assert (shortened(text, 4), clipped(text, 4)) == (short, clip)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("5月25日16时前", "于5月25日16时前"),
        ("请于5月25日（星期一）前", "于5月25日（星期一）前"),
        ("活动结束后5个工作日内", "于活动结束后5个工作日内"),
        ("每季度末", "于每季度末"),
        ("5月14日至21日", "于5月14日至21日"),
        ("尽快", "于尽快"),
        ("于", "于于"),
        # What only a key says is said by the sentence.
        ("5月25日", "于5月25日前"),
        ("5月25日（星期一）下午16:00", "于5月25日（星期一）下午16:00前"),
        ("截至5月25日17:00", "于5月25日17:00前"),
        ("报名截止时间：5月25日17时", "于5月25日17时前"),
        ("分别于5月底和6月底", "于5月底和6月底"),
        ("即日起每周五前", "即日起，于每周五前"),
        ("从6月起，务于每月25日前", "从6月起，于每月25日前"),
        ("5月25日前，逾期不予受理。", "于5月25日前（逾期不予受理）"),
    ],
)
def test_a_deadline_stands_in_a_sentence(typed: str, said: str) -> None:
    assert by(typed) == said


@given(st.characters())
def test_what_xml_forbids_or_moves_lines_is_not_printed(char: str) -> None:
    code = ord(char)
    is_control = (code < 0x20 and char not in "\t\n") or 0x7F <= code <= 0x9F
    moves = code in {0x2028, 0x2029}
    is_none = 0xD800 <= code <= 0xDFFF or code in {0xFFFE, 0xFFFF}
    assert bool(UNPRINTABLE.fullmatch(char)) == (is_control or moves or is_none)
