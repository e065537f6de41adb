"""GB/T 9704-2012 as data: every measure of the page, with its clause. No measure stands elsewhere.

Lengths are millimetres, sizes and line heights points, unless a name says otherwise. A measure
marked ✎ is customary: the standard leaves it open.
"""

from dataclasses import dataclass

POINTS_PER_MM = 72 / 25.4
TWIPS_PER_POINT = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """One page style; the defaults are the standard."""

    # 5.1 幅面
    paper_width: float = 210.0
    paper_height: float = 297.0
    # 5.2.1 天头, 订口, 版心
    top: float = 37.0
    left: float = 28.0
    type_width: float = 156.0
    type_height: float = 225.0
    # 5.2.2 字体字号: 3号仿宋 unless stated otherwise
    body_font: str = "仿宋_GB2312"
    body_size: float = 16.0
    latin_font: str = "Times New Roman"  # ✎ the standard names no font for digits
    # 5.2.3 行数字数
    lines: int = 22
    characters: int = 28
    # 6.2 红色; the standard prints Y 80 % + M 80 %, screens show it as this ✎
    red: str = "FF0000"
    # 7.2.2, 7.2.3 密级, 紧急程度; 7.3.3 一级标题
    black_font: str = "黑体"
    # 7.2.6 签发人姓名; 7.3.3 二级标题
    script_font: str = "楷体_GB2312"
    # 7.2.4 发文机关标志, 7.3.1 标题
    title_font: str = "方正小标宋简体"
    title_size: float = 22.0
    title_line: float = 33.0  # ✎
    mark_below_type_top: float = 35.0
    mark_largest: float = 52.0  # ✎ "醒目、美观、庄重"
    # 7.2.5, 7.3.1: two lines blank, between the inks of both (GB/T 33476.2-2016, 7.2)
    two_blank_lines: float = 20.78
    # 7.2.7 分隔线
    rule_below_number: float = 4.0
    red_rule: float = 1.0  # pt ✎
    # 7.3.3 每段左空二字
    indent: int = 2
    # 7.3.5.1 成文日期右空四字; 7.3.5.2 右空二字
    sealed_gap: int = 4
    unsealed_gap: int = 2
    blank_lines_above_seal: int = 2  # ✎ room for a seal of 42 mm
    # 7.4.1 版记分隔线, 7.4.2–7.4.3 4号仿宋
    thick_rule: float = 1.0  # pt, 0.35 mm
    thin_rule: float = 0.75  # pt, 0.25 mm
    imprint_size: float = 14.0
    imprint_line: float = 24.0  # ✎
    # 7.5 页码
    folio_font: str = "宋体"
    folio_size: float = 14.0
    folio_below_type: float = 7.0
    # 8 横排表格 ✎ sizes of table text are left open
    table_size: float = 12.0
    table_line: float = 18.0
    cell_margin: float = 1.0
    wide_table_columns: int = 6
    # 10.1 信函格式
    letter_mark_top: float = 30.0
    letter_rule_below_mark: float = 4.0
    letter_rule_from_bottom: float = 20.0
    letter_rule_width: float = 170.0
    letter_thick_rule: float = 1.0  # ✎ the widths of both lines are left open
    letter_thin_rule: float = 0.35
    letter_rule_gap: float = 0.5
    letter_gap_below_rule: float = 4.84

    @property
    def right(self) -> float:
        """切口: what the type area leaves (5.2.1)."""
        return self.paper_width - self.left - self.type_width

    @property
    def bottom(self) -> float:
        """地脚: what the type area leaves (5.2.1)."""
        return self.paper_height - self.top - self.type_height

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


STANDARD = Standard()
