"""Bytes in, findings or success out: whatever a file holds, it is answered, and never with a crash."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import ROOT, TESTS, one_of
from gongkai_cli.finding import Refused
from gongkai_cli.loading import load
from gongkai_cli.mdreader import read
from gongkai_cli.project.overrides import templates
from gongkai_cli.rendering import document_names, sheets
from gongkai_cli.templating import Templates
from support import invariants
from support.all_documents import understood
from support.corrupt_input import damaged, damaged_bytes, damaged_line
from support.drawn_campaigns import files
from support.invariants import PATH
from support.known_texts import KNOWN, SEEDS
from support.mixed_texts import mixed

AGENDA = invariants.agenda_of(load((ROOT / "campaigns" / "dandong-2021.yaml").read_bytes(), "丹东"))
RECORD = """\
# 进展记录
2021-05-20 | 活动总结
5月20日16时 | 活动总结 | 各地各部门 | 完成 | 附件1
2021-05-20T16:00+00:00｜全部｜｜撤销
2021年5月14日9时30分 | 开展户外集中现场宣传 | 市政府办公室、市司法局 | 已办结 | 照片
"""
STYLE = "天头: 37毫米\n订口: 28\n版心宽: 156\n红色: ff0000\n正文字体: 仿宋\n"
OFFICE = Templates(templates(ROOT))


@given(st.binary(max_size=200))
def test_any_bytes_are_answered_wherever_they_stand(data: bytes) -> None:
    assert AGENDA is not None
    invariants.file_is_answered(data)
    invariants.mending_ends(data)
    invariants.record_is_answered(data, AGENDA)
    invariants.style_is_answered(data)


@given(st.sampled_from(KNOWN), SEEDS)
@one_of(1)
def test_a_file_that_was_spoiled_is_answered(text: str, chance: random.Random) -> None:
    invariants.file_is_answered(damaged(text, KNOWN, chance).encode("utf-8", "replace"))


@given(st.sampled_from(KNOWN), SEEDS)
@one_of(1)
def test_a_file_whose_bytes_were_spoiled_is_answered(text: str, chance: random.Random) -> None:
    invariants.file_is_answered(damaged_bytes(text.encode(), chance))


@given(SEEDS)
@one_of(1)
def test_any_mixture_of_what_rules_look_for_is_answered(chance: random.Random) -> None:
    invariants.file_is_answered(mixed(chance).encode())


@given(files, SEEDS)
@one_of(4)
def test_any_campaign_that_was_spoiled_is_answered(text: str, chance: random.Random) -> None:
    invariants.file_is_answered(damaged(text, KNOWN, chance).encode("utf-8", "replace"))


@given(st.sampled_from(KNOWN), SEEDS)
@one_of(2)
def test_mending_a_spoiled_file_ends(text: str, chance: random.Random) -> None:
    invariants.mending_ends(damaged(text, KNOWN, chance).encode("utf-8", "replace"))


@given(SEEDS)
def test_a_spoiled_record_is_answered(chance: random.Random) -> None:
    assert AGENDA is not None
    text = damaged_line(RECORD, [RECORD], chance)
    invariants.record_is_answered(text.encode("utf-8", "replace"), AGENDA)
    invariants.record_is_answered(damaged_bytes(text.encode("utf-8", "replace"), chance), AGENDA)


@given(SEEDS)
def test_a_spoiled_style_is_answered(chance: random.Random) -> None:
    invariants.style_is_answered(damaged(STYLE, KNOWN, chance).encode("utf-8", "replace"))


PLAN = load((TESTS / "cases" / "letter.yaml").read_bytes(), "信函")
MARKDOWN = [
    OFFICE.render(sheet.template, sheet.view)
    for sheet in sheets(*understood(PLAN), document_names(templates(ROOT)))
]


@given(st.sampled_from(MARKDOWN), SEEDS)
@one_of(2)
def test_a_spoiled_result_of_a_template_is_answered(text: str, chance: random.Random) -> None:
    invariants.markdown_is_answered(damaged(text, MARKDOWN, chance))


# What the coverage-guided runs found; each broke one of the laws once.
@pytest.mark.parametrize(
    "data",
    [
        # Not text behind old Macintosh line ends, or behind a byte order mark.
        "活动: 甲\r年份: 2026\r".encode() + b"\xff",
        b"\xef\xbb\xbf\n\xff\xfe\xfa",
        # Noticed where the file ends, without a line break there.
        "天头: 30\n\ufffd\ufffd".encode(),
        "活动: 甲\n公文: {甲: 乙".encode(),
        # A block without a text, as the last thing.
        "活动: 甲\n年份: |".encode(),
        # A key with nothing after it, and once more with something: only that one is given.
        (
            "活动: 甲\n年份: 2026\n公文: {发文机关: 乙, 标题: 丙}\n正文:\n正文:\n"
            '  活动时间: 5月14日至21日\n  工作: |\n    使用WPS，"AI+政务".\n'
        ).encode(),
        # Folded between quotation marks, with a character that fonts lack.
        '活动: "第一行\n  标题:㐂  展开\n\n第二行"\n年份: 2026\n'.encode(),
        # What is quoted in a sentence is long.
        "附件: [标题: ".encode() + "长".encode() * 5_000 + b"]\n",
        # Twice, once without its colon; and twice before something that cannot be read.
        "天头: 37毫米\n天头\n 37毫米\n".encode(),
        "订口: 28\n天头: 37\n订口: 28\n  - {标题: 甲, 统称: 乙}\n".encode(),
        # A key of several lines, cut off by a comma.
        "活动: 甲\n公文: {甲\n\n  乙, 丙: 丁}\n".encode(),
    ],
)
def test_what_the_runs_found_is_answered(data: bytes) -> None:
    invariants.file_is_answered(data)
    invariants.style_is_answered(data)


@pytest.mark.parametrize("char", ["\0", "\x07", "\x85", "\u2028", "\ufffe"])
def test_a_character_that_word_cannot_open_is_refused(char: str) -> None:
    with pytest.raises(Refused, match=f"看不见的控制字符 U\\+{ord(char):04X}"):
        read(f"# 甲{char}乙\n", PATH)


def test_an_annex_inside_an_annex_is_refused() -> None:
    with pytest.raises(Refused, match="附件里又有“::: 附件”"):
        read("::: 附件\n甲\n::: 附件\n乙\n:::\n:::\n", PATH)


@pytest.mark.parametrize("end", ["\r", "\r\n"])
def test_what_the_runs_found_in_markdown_is_answered(end: str) -> None:
    # An office's template may write {{ "\\r" }}, which ends a line of Markdown.
    invariants.markdown_is_answered(
        end.join(["# 甲", "", "| 乙 | 丙 |", "| --- | --- |", "| 丁 | 戊 |"])
    )


@pytest.mark.parametrize(
    "line",
    [
        "9999-12-31T23:00Z | 活动总结",
        "0001-01-01T00:00+09:00 | 活动总结",
        "0021-05-20T16:00+00:00 | 全部 | | 撤销",
        "2021-05-20T16:00:30+08:00 | 活动总结",
        # This took two minutes.
        "T" * 100_000 + " | 活动总结",
        "5月14日至" * 20_000 + " | 活动总结",
    ],
    ids=["too-late", "too-early", "four-digits", "seconds", "long", "long-date"],
)
def test_what_the_runs_found_in_records_is_answered(line: str) -> None:
    assert AGENDA is not None
    invariants.record_is_answered(line.encode(), AGENDA)
