"""GB/T 9704-2012 as data: every measure of the page, with its clause. No measure stands elsewhere.

Lengths are millimetres, sizes and line heights points. ✎ marks what the standard leaves open and
custom decides. An office's own style changes single measures by their Chinese names.
"""

from dataclasses import dataclass, field, fields
from typing import Any

POINTS_PER_MM = 72 / 25.4
TWIPS_PER_POINT = 20
_CUSTOM = "✎"


def measure(
    default: float | str, name: str, clause: str, unit: str = "", choices: tuple[str, ...] = ()
) -> Any:  # noqa: ANN401
    """A measure of the standard: its value, its Chinese name, its clause and its unit."""
    metadata = {"name": name, "clause": clause, "unit": unit, "choices": choices}
    return field(default=default, metadata=metadata)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """One page style; the defaults are the standard."""

    paper_width: float = measure(210.0, "纸宽", "5.1", "毫米")
    paper_height: float = measure(297.0, "纸高", "5.1", "毫米")
    top: float = measure(37.0, "天头", "5.2.1", "毫米")
    left: float = measure(28.0, "订口", "5.2.1", "毫米")
    type_width: float = measure(156.0, "版心宽", "5.2.1", "毫米")
    type_height: float = measure(225.0, "版心高", "5.2.1", "毫米")

    body_font: str = measure("仿宋_GB2312", "正文字体", "5.2.2")
    body_size: float = measure(16.0, "正文字号", "5.2.2", "磅")
    # The standard names no font for digits and Latin.
    latin_font: str = measure("Times New Roman", "西文字体", _CUSTOM)
    # Fonts of the GB 2312 kind lack rare characters, names' above all.
    rare_font: str = measure("仿宋", "生僻字字体", _CUSTOM)
    rare_title_font: str = measure("宋体", "标题生僻字字体", _CUSTOM)
    rarest_font: str = measure("SimSun-ExtB", "扩展区字体", _CUSTOM)
    lines: float = measure(22.0, "每页行数", "5.2.3", "行")
    characters: float = measure(28.0, "每行字数", "5.2.3", "字")
    # Where lines are justified, LibreOffice 7.4 leaves out the mark that ends some of them.
    alignment: str = measure("左", "正文对齐", _CUSTOM, choices=("左", "两端"))
    # 6.2 prints red as Y 80 % + M 80 %; screens show it as this.
    red: str = measure("FF0000", "红色", "6.2")

    black_font: str = measure("黑体", "黑体字体", "7.3.3")
    script_font: str = measure("楷体_GB2312", "楷体字体", "7.3.3")
    title_font: str = measure("方正小标宋简体", "标题字体", "7.3.1")
    title_size: float = measure(22.0, "标题字号", "7.3.1", "磅")
    title_line: float = measure(33.0, "标题行距", _CUSTOM, "磅")
    mark_below_type_top: float = measure(35.0, "标志距版心上边缘", "7.2.4", "毫米")
    # 7.2.4 asks for "醒目、美观、庄重" and gives no size.
    mark_largest: float = measure(52.0, "标志最大字号", _CUSTOM, "磅")
    # Between the inks of both, as GB/T 33476.2-2016, 7.2 has it.
    mark_line: float = measure(1.2, "标志行高", _CUSTOM, "倍")
    # Nothing stands in the header but a letter's mark, which is placed by itself.
    header: float = measure(15.0, "页眉距上页边", _CUSTOM, "毫米")
    telegram_margin: float = measure(1.4, "电报表头行上下空", _CUSTOM, "毫米")
    two_blank_lines: float = measure(20.78, "空二行", "7.2.5", "毫米")
    rule_below_number: float = measure(4.0, "分隔线距发文字号", "7.2.7", "毫米")
    red_rule: float = measure(1.0, "红色分隔线粗", _CUSTOM, "磅")
    indent: float = measure(2.0, "段首空字", "7.3.3", "字")
    sealed_gap: float = measure(4.0, "盖章日期右空", "7.3.5.1", "字")
    unsealed_gap: float = measure(2.0, "不盖章署名右空", "7.3.5.2", "字")
    # Room for a seal of 42 mm; the standard gives only its upper edge.
    blank_lines_above_seal: float = measure(2.0, "盖章署名上空", _CUSTOM, "行")
    seal: float = measure(42.0, "印章直径", _CUSTOM, "毫米")

    # GB/T 33476.2-2016 wants it on an even page; 9704 asks for the last page only.
    imprint_page: str = measure("末页", "版记所在页", _CUSTOM, choices=("末页", "偶数页"))
    thick_rule: float = measure(1.0, "版记粗线", "7.4.1", "磅")
    thin_rule: float = measure(0.75, "版记细线", "7.4.1", "磅")
    imprint_size: float = measure(14.0, "版记字号", "7.4.2", "磅")
    imprint_line: float = measure(24.0, "版记行距", _CUSTOM, "磅")
    folio_font: str = measure("宋体", "页码字体", "7.5")
    folio_size: float = measure(14.0, "页码字号", "7.5", "磅")
    folio_dash: str = measure("—", "页码连接线", "7.5")
    folio_below_type: float = measure(7.0, "页码距版心下边缘", "7.5", "毫米")
    # Clause 8 leaves the text of tables open.
    table_size: float = measure(12.0, "表格字号", _CUSTOM, "磅")
    table_line: float = measure(18.0, "表格行距", _CUSTOM, "磅")
    table_rule: float = measure(0.75, "表格线粗", _CUSTOM, "磅")
    # Room to write by hand.
    blank_row: float = measure(9.0, "空白行高", _CUSTOM, "毫米")
    cell_margin: float = measure(1.0, "表格边距", _CUSTOM, "毫米")
    wide_table_columns: float = measure(6.0, "横页表格列数", _CUSTOM, "列")

    letter_mark_top: float = measure(30.0, "信函标志距上页边", "10.1", "毫米")
    letter_rule_below_mark: float = measure(4.0, "信函双线距标志", "10.1", "毫米")
    letter_rule_from_bottom: float = measure(20.0, "信函双线距下页边", "10.1", "毫米")
    letter_rule_width: float = measure(170.0, "信函双线长", "10.1", "毫米")
    letter_thick_rule: float = measure(1.0, "信函粗线", _CUSTOM, "毫米")
    letter_thin_rule: float = measure(0.35, "信函细线", _CUSTOM, "毫米")
    letter_rule_gap: float = measure(0.5, "信函双线间距", _CUSTOM, "毫米")
    letter_gap_below_rule: float = measure(4.84, "信函双线下空", "10.1", "毫米")

    @property
    def right(self) -> float:
        """切口: what the type area leaves (5.2.1)."""
        return self.paper_width - self.left - self.type_width

    @property
    def bottom(self) -> float:
        """地脚: what the type area leaves (5.2.1)."""
        return self.paper_height - self.top - self.type_height

    @property
    def type_bottom(self) -> float:
        """The lower edge of the type area, from the top of the sheet (5.2.1)."""
        return self.top + self.type_height

    @property
    def dash_height(self) -> float:
        """The middle of the page number's dash, from the top of the sheet (7.5)."""
        return self.type_bottom + self.folio_below_type

    def lies_wide(self, columns: int) -> bool:
        """Whether a table of so many columns takes the long side of the paper (8)."""
        return columns >= self.wide_table_columns

    def sides(self, *, wide: bool) -> tuple[float, float]:
        """How wide and how high the type area is; ``wide`` where the paper lies on its side (8)."""
        return (self.type_height, self.type_width) if wide else (self.type_width, self.type_height)

    @property
    def pitch(self) -> int:
        """Line pitch in twips: the largest that fits ``lines`` into the type area (5.2.3)."""
        return int(twips(self.type_height) / self.lines)

    @property
    def tracking(self) -> int:
        """What is added to each character, in twips, so that ``characters`` fill a line (5.2.3)."""
        wanted = twips(self.type_width) / self.characters
        return int(wanted - self.body_size * TWIPS_PER_POINT) - 1

    @property
    def character(self) -> int:
        """One 字 (3.1) at the body's size, in twips."""
        return int(self.body_size * TWIPS_PER_POINT) + self.tracking


def twips(millimetres: float) -> float:
    """Millimetres to twentieths of a point."""
    return millimetres * POINTS_PER_MM * TWIPS_PER_POINT


def title_room(standard: Standard, *, wide: bool) -> float:
    """What a line holds of a title, in characters of its size (7.3.1)."""
    return standard.sides(wide=wide)[0] * POINTS_PER_MM / standard.title_size


STANDARD = Standard()

MEASURES = {one.metadata["name"]: one for one in fields(Standard)}
"""The fields of the standard by their Chinese names."""
