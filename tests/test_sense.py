"""A title is cut where its sense allows, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.writers.ems import width
from gongkai_cli.writers.sense import sense_lines

FITS = 20.0


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("关于做好防汛工作的通知", ("关于做好防汛工作的通知",)),
        (
            "丹东市人民政府办公室关于开展第十五届“5·15 政务公开日”活动的通知",
            ("丹东市人民政府办公室关于开展", "第十五届“5·15 政务公开日”活动的通知"),
        ),
        (
            "大连高新区管理委员会办公室关于开展大连高新区第十四届“5·15 政务公开日”活动的通知",
            (
                "大连高新区管理委员会办公室",
                "关于开展大连高新区第十四届",
                "“5·15 政务公开日”活动的通知",
            ),
        ),
        (
            "示例县人民政府办公室关于印发《示例县2026年政务公开工作要点》的通知",
            ("示例县人民政府办公室关于印发", "《示例县2026年政务公开工作要点》的通知"),
        ),
        # Inside of 《》 only where there is no other way.
        (
            "示例县人民政府办公室关于印发《示例县“5·15 政务公开日”活动方案》的通知",
            ("示例县人民政府办公室关于印发《示例县", "“5·15 政务公开日”活动方案》的通知"),
        ),
        (
            "《云溪市文化广电和旅游局关于开展全民阅读活动的通知》",
            ("《云溪市文化广电和旅游局", "关于开展全民阅读活动的通知》"),
        ),
        (
            "关于印发《示例县人民政府办公室关于进一步加强全县政务公开工作的若干意见》的通知",
            (
                "关于印发",
                "《示例县人民政府办公室关于进一步加强",
                "全县政务公开工作的若干意见》的通知",
            ),
        ),
        # Beside marks that carry less only where there is no other way.
        (
            "示例县2026年“政务公开日”主题宣传活动政策解读重点选题清单（2026年第二季度）",
            (
                "示例县2026年“政务公开日”",
                "主题宣传活动政策解读重点选题清单",
                "（2026年第二季度）",
            ),
        ),
        (
            "示例县人民政府办公室关于贯彻落实《东江省人民政府办公厅关于印发〈2026年全省政务公开工作要点〉"
            "和〈政务公开标准化建设行动方案〉的通知》进一步做好第二十届“5·15政务公开日”活动有关工作的通知",
            (
                "示例县人民政府办公室",
                "关于贯彻落实《东江省人民政府办公厅",
                "关于印发〈2026年全省政务公开工作要点〉",
                "和〈政务公开标准化建设行动方案〉的通知》",
                "进一步做好第二十届“5·15政务公开日”",
                "活动有关工作的通知",
            ),
        ),
        # A name longer than a line is not broken; the word processor will wrap it.
        (
            "关于印发《示例县人民政府办公室贯彻全县政务公开和信息化若干意见》的通知",
            ("关于印发《示例县人民政府办公室贯彻全县政务公开和信息化若干意见》的通知",),
        ),
        # Nothing in it that a cut could stand beside.
        ("甲" * 30, ("甲" * 30,)),
    ],
)
def test_titles_are_cut_by_sense(title: str, lines: tuple[str, ...]) -> None:
    assert sense_lines([title], FITS) == lines


def test_given_lines_are_kept() -> None:
    given_lines = ("甲关于开展", "乙活动的通知")
    assert sense_lines(given_lines, FITS) == given_lines


WORDS = st.sampled_from(
    [
        "某市人民政府办公室",
        "关于",
        "开展",
        "印发",
        "“5·15 政务公开日”",
        "《工作要点》",
        "第十届",
        "2026年",
        "活动",
        "的通知",
        "做好",
        "和",
        "宣传",
    ]
)


@given(st.lists(WORDS, min_size=1, max_size=9).map("".join))
def test_no_word_is_lost_and_no_quotation_is_broken(title: str) -> None:
    lines = sense_lines([title], FITS)
    assert "".join(lines).replace(" ", "") == title.replace(" ", "")
    for line in lines:
        assert line.count("“") == line.count("”")
        assert line.count("《") == line.count("》")
    if len(lines) > 1:
        assert all(width(line) <= FITS for line in lines)
        assert len(lines) <= 7
