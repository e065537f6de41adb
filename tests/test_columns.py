"""The widths of columns, against the same rule worked out in the plainest way."""

import re
from fractions import Fraction
from itertools import groupby
from math import ceil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai_cli.document import Align, Cell, Run, Table, plain
from gongkai_cli.gbt9704 import STANDARD, twips
from gongkai_cli.writers.docx.columns import column_widths
from gongkai_cli.writers.ems import width

_Place = Cell | None
_LINES = st.lists(
    (
        st.text("开展活动、0a", min_size=1, max_size=25)
        | st.tuples(
            st.text("开展", max_size=9),
            st.sampled_from(("2026年5月8日", "12月31日", "5月31日至2日")),
        ).map("".join)
    ).map(lambda text: (Run(text),)),
    max_size=3,
)
_HEADS = _LINES.map(lambda lines: Cell(tuple(lines)))
_CELLS = st.none() | st.builds(
    Cell, _LINES.map(tuple), st.sampled_from((1, 1, 2)), st.integers(1, 4)
)


@st.composite
def _tables(draw: st.DrawFn) -> Table:
    count = draw(st.integers(1, 5))
    row = st.tuples(*[_CELLS] * count)
    head = st.tuples(*[_HEADS] * count)
    left: Align = "left"
    return Table((left,) * count, draw(head), tuple(draw(st.lists(row, max_size=5))))


@settings(max_examples=60, deadline=None)  # the plain way is slow
@given(_tables())
def test_the_rest_goes_where_it_gains_most(table: Table) -> None:
    total = twips(STANDARD.type_width)
    assert column_widths(table, total, STANDARD) == _plainly(table, total)


def _plainly(table: Table, total: float) -> list[int]:
    size, margins = STANDARD.table_size * 20, 2 * twips(STANDARD.cell_margin)
    count = len(table.aligns)
    free = (total - count * margins) / size - count * 0.5
    given = [
        min(6.0 if table.rows and all(map(_is_blank, column)) else 3.0, free / count)
        for column in zip(*table.rows, strict=True)
    ] or [min(3.0, free / count)] * count
    for longest in (8, 6):
        whole = [
            max(one, _for_pieces(table.head[at], [row[at] for row in table.rows], longest))
            for at, one in enumerate(given)
        ]
        if sum(whole) <= free:
            given = whole
            break
    while (rest := free - sum(given)) >= 0.5:
        now = _cost(table, given)
        ways = [
            (
                (
                    now
                    - _cost(
                        table, [*given[:number], given[number] + 0.5 * steps, *given[number + 1 :]]
                    )
                )
                / steps,
                -steps,
                number,
            )
            for number in range(count)
            for steps in range(1, min(int(rest / 0.5), 20) + 1)
        ]
        gain, less, chosen = max(ways)
        if gain <= 0:
            break
        given[chosen] -= less * 0.5
    over = (free - sum(given)) / count
    return [int((one + over + 0.5) * size + margins) for one in given]


def _for_pieces(head: _Place, cells: list[_Place], longest: float) -> float:
    """In half 字: a word of the head, a date, a number or a Latin word is not parted."""
    pieces = [plain(line) for line in head.lines] if head and head.columns == 1 else []
    for cell in cells:
        for line in cell.lines if cell and cell.columns == 1 else ():
            text = plain(line)
            pieces += ["".join(run) for ascii_, run in groupby(text, str.isascii) if ascii_]
            pieces += re.findall(r"2026年5月8日|\d?\d月31日(?:至\d?\d日)?", text)
    return max((ceil(2 * wide) / 2 for wide in map(width, pieces) if wide <= longest), default=0)


def _is_blank(cell: _Place) -> bool:
    return cell is not None and not any(cell.lines)


def _cost(table: Table, given: list[float]) -> Fraction:
    """The height of the table, with a little for what is hidden, and more for each name broken."""
    cost = Fraction()
    for row in (table.head, *table.rows):
        heights: list[Fraction] = []
        for cell, room in zip(row, given, strict=True):
            lines = (
                [width(plain(line)) for line in cell.lines] if cell and cell.columns == 1 else []
            )
            share = cell.rows if cell and cell.columns == 1 else 1
            heights.append(
                Fraction(
                    sum(max(ceil(Fraction(line) / Fraction(room)), 1) for line in lines), share
                )
            )
            cost += Fraction(35, 100) * sum(room < line <= 10 for line in lines)
        lone = Fraction(1) if len(heights) == 1 else Fraction()
        cost += max(*heights, lone) + sum(heights) * Fraction(2, 100)
    return cost


TIMES = (
    "5月14日至21日",
    "10:05—10:25",
    "2026年12月31日（星期四）下午2时30分前",
    "13900000000、0000-1234567",
    "xxgk2026@a.cn",
)


@pytest.mark.parametrize("time", TIMES)
def test_a_date_or_a_number_has_room_in_its_column(time: str) -> None:
    """However much there is to say beside it."""
    head = tuple(Cell(((Run(text),),)) for text in ("事项", "发布途径"))
    rows = tuple(tuple(Cell(((Run(text),),)) for text in ("开展活动" * 40, time)) for _ in range(9))
    room = column_widths(Table(("left",) * 2, head, rows), twips(STANDARD.type_width), STANDARD)[1]
    piece = re.match(r"[\d年月日至]+$|[\d年月日]+(?!:)|\S+", time)
    assert piece
    assert room - 2 * twips(STANDARD.cell_margin) >= width(piece[0]) * STANDARD.table_size * 20


def test_a_word_of_the_head_has_room_in_its_column() -> None:
    head = tuple(Cell(((Run(text),),)) for text in ("事项", "发布途径"))
    rows = tuple(tuple(Cell(((Run(text),),)) for text in ("开展活动" * 40, "网")) for _ in range(9))
    room = column_widths(Table(("left",) * 2, head, rows), twips(STANDARD.type_width), STANDARD)[1]
    assert room - 2 * twips(STANDARD.cell_margin) >= 4 * STANDARD.table_size * 20
