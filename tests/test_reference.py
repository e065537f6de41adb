"""「键」 is looked up from the inside out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.reference import Expanded, resolve

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
    resolved, faults = resolve(DATA, {("届次",): "第二十届"})
    assert faults == []
    assert resolved["正文"]["活动内容"][item]["内容"] == text  # type: ignore[index, call-overload]


def test_the_given_data_is_not_changed() -> None:
    before = repr(DATA)
    resolve(DATA, {("届次",): "第二十届"})
    assert repr(DATA) == before


def test_a_chain_is_followed_and_a_bomb_is_not() -> None:
    chain = {"甲": "「乙」", "乙": "「丙」", "丙": "到底"}
    assert resolve(chain, {})[0]["甲"] == "到底"
    bomb = {"键0": "十个字的一句话在这里"} | {f"键{n}": f"「键{n - 1}」" * 10 for n in range(1, 30)}
    resolved, faults = resolve(bomb, {})
    assert {fault.code for fault in faults} >= {"GK114"}
    assert max(len(str(value)) for value in resolved.values()) <= 20_000


@given(
    st.lists(
        st.sampled_from(["「甲」", "「乙」", "「无」", "甲", "，", "「", "」", "\n"]), max_size=8
    )
)
def test_an_expanded_text_knows_what_was_typed_where(pieces: list[str]) -> None:
    typed = "".join(pieces)
    text = resolve({"甲": "子，丑", "乙": "", "丙": typed}, {})[0]["丙"]
    if not isinstance(text, Expanded):
        assert text == typed
        return
    places = [text.typed(at, at + 1) for at in range(len(text))]
    known = [(at, place) for at, place in enumerate(places) if place is not None]
    assert all(text[at] == typed[place] == typed[text.nearest(at)] for at, place in known)
    # What was not typed came from references, each told by where it begins.
    assert "".join(text[at] for at, place in enumerate(places) if place is None) == (
        "子，丑" * typed.count("「甲」")
    )
    assert {typed[text.nearest(at)] for at, place in enumerate(places) if place is None} <= {"「"}
