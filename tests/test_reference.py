"""「键」 is looked up from the inside out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.loading import load
from gongkai_cli.reference import Fault, Resolved, resolve

DATA = {
    "年份": "2026",
    "届次": "20",
    "正文": {
        "活动时间": {"线上": "5月15日至21日"},
        "活动内容": [
            {
                "标题": "甲",
                "地点": "广场",
                "内容": "在「地点」，「活动时间.线上」，「届次」",
                "单位": ["乙局", "丙局"],
            },
            {
                "标题": "丁",
                "内容": "同「活动内容.甲.地点」、「活动内容.1.地点」，由「活动内容.甲.单位」",
            },
            {"标题": "戊", "内容": "「年份」年，「 标题 」"},
        ],
    },
}


@pytest.mark.parametrize(
    ("item", "text"),
    [(0, "在广场，5月15日至21日，第二十届"), (1, "同广场、广场，由乙局、丙局"), (2, "2026年，戊")],
)
def test_references_are_replaced(item: int, text: str) -> None:
    resolved, faults, _ = resolve(DATA, {("届次",): "第二十届"})
    assert faults == []
    assert resolved["正文"]["活动内容"][item]["内容"] == text  # type: ignore[index, call-overload]


def _beside(reference: str) -> Resolved:
    """With a text that refers to something from beside the activities."""
    return resolve(DATA | {"正文": {**DATA["正文"], "尾": f"「{reference}」"}}, {})  # type: ignore[dict-item]


@pytest.mark.parametrize(
    ("reference", "text"),
    [
        ("活动内容.3.标题", "戊"),
        ("活动内容.甲 . 地点", "广场"),
        ("活动内容.甲.单位.1", "乙局"),
        ("活动内容.1.单位.2", "丙局"),
    ],
)
def test_an_item_goes_by_its_heading_or_its_number(reference: str, text: str) -> None:
    found = _beside(reference)
    assert (found.data["正文"]["尾"], found.faults) == (text, [])  # type: ignore[index, call-overload]


LOOK = "检查键名；「」只用来引用别处的内容，引号用“”"


@pytest.mark.parametrize(
    ("reference", "hint"),
    [
        ("活动内容.0.标题", LOOK),
        ("活动内容.4.标题", LOOK),
        ("活动内容.１.标题", LOOK),
        ("活动内容.00000000001.标题", LOOK),
        ("活动内容.甲.单位.3", LOOK),
        ("活动内容.1.标题.1", LOOK),
        ("活动内容.甲.", LOOK),
        ("年份.", LOOK),
        # What is no text and no list of texts cannot be printed.
        ("活动内容", LOOK),
        ("活动时间", LOOK),
        ("活动内容.甲.地址", "是不是“地点”"),
        ("活动内容.丁丁.标题", "是不是“丁”"),
        ("活动内.甲.地点", "是不是“活动内容”"),
    ],
)
def test_what_is_not_there_is_told_and_stays_as_typed(reference: str, hint: str) -> None:
    found = _beside(reference)
    assert found.data["正文"]["尾"] == f"「{reference}」"  # type: ignore[index, call-overload]
    message = f"没有“{reference}”可引用"
    assert found.faults == [Fault(("正文", "尾"), 0, "GK111", message, hint, reference)]


def test_what_is_not_printed_as_typed_is_referred_to_as_printed() -> None:
    text = (
        "活动: 甲\n年份: 2026年\n届次: 20\n"
        "公文: {发文机关: 乙, 标题: 丙, 成文日期: 2026-04-28, 印发日期: 2026-5-6}\n"
        "正文: {丁: [{标题: 戊, 内容: 「年份」年，「届次」，「届数」，「公文.成文日期」，「公文.印发日期」}]}\n"
    )
    loaded = load(text.encode(), "文件")
    assert loaded.campaign is not None, loaded.findings
    assert loaded.campaign.body["丁"].items[0].text == (
        "2026年，第二十届，二十，2026年4月28日，2026年5月6日"
    )


def test_every_character_is_known_to_be_typed_or_referred_to() -> None:
    data = {"甲": "在「乙」和「丙」。", "乙": "广场", "丙": "「乙」前"}
    assert resolve(data, {}).pieces == {
        ("甲",): ((0, 1, True), (1, 2, False), (4, 1, True), (5, 3, False), (8, 1, True)),
        ("丙",): ((0, 0, True), (0, 2, False), (3, 1, True)),
    }


def test_the_given_data_is_not_changed() -> None:
    before = repr(DATA)
    resolve(DATA, {("届次",): "第二十届"})
    assert repr(DATA) == before


def test_a_chain_is_followed_and_a_bomb_is_not() -> None:
    chain = {"甲": "「乙」", "乙": "「丙」", "丙": "到底"}
    assert resolve(chain, {}).data["甲"] == "到底"
    bomb = {"键0": "十个字的一句话在这里"} | {f"键{n}": f"「键{n - 1}」" * 10 for n in range(1, 30)}
    resolved, faults, _ = resolve(bomb, {})
    assert {fault.code for fault in faults} >= {"GK114"}
    assert max(len(str(value)) for value in resolved.values()) <= 20_000


@given(
    st.lists(
        st.sampled_from(["「甲」", "「乙」", "「无」", "甲", "，", "「", "」", "\n"]), max_size=8
    )
)
def test_the_pieces_make_up_the_text(pieces: list[str]) -> None:
    typed = "".join(pieces)
    resolved = resolve({"甲": "子，丑", "乙": "", "丙": typed}, {})
    text, known = resolved.data["丙"], resolved.pieces.get(("丙",), ())
    assert isinstance(text, str)
    if not known:
        assert text == typed
        return
    at = 0
    for piece in known:
        there = text[at : at + piece.length]
        at += piece.length
        if piece.literal:
            assert there == typed[piece.typed : piece.typed + piece.length]
        else:
            assert typed[piece.typed] == "「"
            assert there in ("子，丑", "")
    assert at == len(text)
