"""Tables on terminals of every width: nothing of them is cut."""

import re
from collections import Counter

import pytest

from gongkai_cli import report

HEADINGS = ("编号", "内容", "责任单位", "")
ROWS = (
    ("uf9dz", "更新办事指南", "县政务服务局", "还有5天（3个工作日）"),
    ("wj2nq", "户外集中现场宣传", "", "逾期"),
)
LOOSE = {1, 2, 3}
PIPED = """\
编号   内容              责任单位
uf9dz  更新办事指南      县政务服务局  还有5天（3个工作日）
wj2nq  户外集中现场宣传                逾期
"""


def test_a_pipe_has_no_edge(capsys: pytest.CaptureFixture[str]) -> None:
    report.table(HEADINGS, ROWS, LOOSE)
    assert capsys.readouterr().out == PIPED


@pytest.fixture(autouse=True)
def xterm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")


def on_a_terminal(
    columns: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> str:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", str(columns))
    report.table(HEADINGS, ROWS, LOOSE)
    return re.sub(r"\x1b\[[\d;]*m", "", capsys.readouterr().out)


def test_one_too_narrow_for_columns_gets_the_lines_of_a_pipe(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # The ids, three 汉字 for each of the others, and the gaps.
    least = 5 + 3 * 6 + 4 * 2
    for columns in range(1, least + 9):
        is_piped = on_a_terminal(columns, capsys, monkeypatch) == PIPED
        assert is_piped == (columns < least), columns


def test_nothing_is_cut_whatever_the_width(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Counter("".join(PIPED.split()))
    for columns in range(100):  # 0 stands for not known
        shown = on_a_terminal(columns, capsys, monkeypatch)
        assert Counter("".join(shown.split())) == whole, columns
