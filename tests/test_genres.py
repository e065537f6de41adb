"""What kind of document a title names."""

import pytest

from gongkai_cli.genres import OF_PAST, SETS_NO_WORK, genre_of


@pytest.mark.parametrize(
    ("title", "genre", "of_past", "sets_work"),
    [
        ("关于开展活动的通知", "通知", False, True),
        ("关于活动情况的报告", "报告", True, False),
        ("活动情况通报（第3期）", "通报", True, True),
        ("关于拨付经费的请示", "请示", False, False),
        ("关于拨付经费的请示报告", "请示报告", False, False),
        ("关于举办活动的复函(试行)", "函", False, False),
        ("致市民的公开信", "信", False, False),
        ("活动实施方案", "", False, True),
        ("报告的写法", "", False, True),
        ("", "", False, True),
    ],
)
def test_a_title_ends_in_its_genre(
    title: str, genre: str, *, of_past: bool, sets_work: bool
) -> None:
    assert genre_of(title) == genre
    assert (genre in OF_PAST, genre not in SETS_NO_WORK) == (of_past, sets_work)
