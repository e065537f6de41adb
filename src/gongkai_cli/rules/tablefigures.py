"""附件的表里，合计和上面各行加起来不一样；序号跳号、重号。"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from ..finding import Finding
from ..model import Annex
from ..subject import Rule, Subject

RULE = Rule("GK730", "warning", "表中合计、序号不对")
_TABLE = "附件: [{标题: 汇总表, 列: [序号, 项目, 件数, 金额（万元）], 行: [%s]}]\n"
FAIL = (
    _TABLE % "['1', 低保, '12', '30.5'], ['2', 临时救助, '18', '20'], ['', 合计, '31', '50.5']",
    _TABLE % "['1', 低保, '12', '30.5'], ['2', 临时救助, '18', '20'], [合计, '', '30', '51.6']",
    _TABLE % "['1', 低保, '12', '1'], ['2', 临时救助, '18', '2'], ['4', 特困, '3', '3']",
    _TABLE % "['1', 低保, '12', '1'], ['2', 临时救助, '18', '2'], ['2', 特困, '3', '3']",
)
PASS = (
    _TABLE % "['1', 低保, '12', '30.5'], ['2', 临时救助, '18', '20'], ['', 合计, '30', '50.5']",
    _TABLE % "['1', 低保, '12', '—'], ['2', 临时救助, '', '20'], ['', 合计, '31', '50.5']",
    _TABLE
    % "['1', 低保, '12', '1'], ['', 其中：城市, '5', '1'], ['2', 特困, '18', '2'], ['', 合计, '30', '3']",
    _TABLE
    % "['1', 低保, '12', '1'], ['1', 低保, '18', '2'], ['2', 特困, '3', '3'], ['1', 走访, '', '']",
    "附件: [{标题: 分工表, 列: [序号, 科室, 人数, 占比], 行: [['5', 甲科, '3', '33.3'], ['7', 乙科, '6', '66.6'], ['', 总计, '9', '100']]}]\n",
    "附件: [{标题: 评分表, 列: [类别, 分值], 行: [[组织领导, '40'], [工作落实, '60'], [加分项, '5'], [总分, '100']]}]\n",
    "附件: [{标题: 资金表, 列: [项目, 金额（万元）, 单产], 行: [[甲, '3.25', '400'], [乙, '1.75', '500'], [丙, '0.6', '450'], [合计, '5.6', '450']]}]\n",
    "附件: [{标题: 经费表, 列: [项目, 金额（万元）], 行: [[甲, '3.25'], [乙, '1.75'], [丙, '0.66'], [合计, '6']]}]\n",
    "附件: [{标题: 人员表, 列: [类别, 人数], 行: [[县直, '30'], [乡镇, '20'], [（其中城关镇）, '5'], [合计, '50']]}]\n",
    "附件: [{标题: 评分表, 列: [指标, 分值], 行: [[组织, '30'], [成效, '70'], [加分项, '10'], [合计, '100']]}]\n",
    "附件: [{标题: 人次表, 列: [单位, 服务人数], 行: [[甲, '40'], [乙, '60'], [合计, '90']], 备注: 合计已去重。}]\n",
)

_TOTAL = re.compile("(?:合|总|共)[ \u3000]*计")
_PART = re.compile(
    "小[ \u3000]*计|[（(]?其中|[（(]?(?:附?加|[扣减])分|#|＃|--?|——|.*(?:重[复叠]|交叉)"
)
_NUMBER = re.compile(r"\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
# Shares, means and grades do not add up; neither do people that are counted once.
_NO_SUM = re.compile("占比|比例|率|均|序号|编号|年份|年龄|排名|名次|单价|[%％]")
_COUNTED_ONCE = re.compile("去重|重复|四舍五入|取整|另计|不含|不计")
_SERIAL = re.compile(r"\d{1,6}")
_HEADS = 2
_LEAST = 2


def check(subject: Subject) -> Iterator[Finding]:
    for number, annex in enumerate(subject.campaign.annexes):
        if len(annex.rows) > _LEAST and not annex.table:
            yield from _sums(subject, number, annex)
            if annex.columns[0].replace(" ", "") == "序号":
                yield from _serials(subject, number, annex.rows)


def _sums(subject: Subject, number: int, annex: Annex) -> Iterator[Finding]:
    *rows, last = annex.rows
    heads = [cell for row in rows for cell in row[:_HEADS]]
    if not any(_TOTAL.fullmatch(cell.strip()) for cell in last[:_HEADS]):
        return
    if any(_TOTAL.search(cell) or _PART.match(cell) for cell in heads):
        return
    if _COUNTED_ONCE.search(annex.remark + annex.text + "".join(annex.columns)):
        return
    for column, (head, said) in enumerate(zip(annex.columns, last, strict=False)):
        cells = [row[column] for row in rows]
        if _NO_SUM.search(head) or not all(map(_NUMBER.fullmatch, (said, *cells))):
            continue
        figures, total = [_figure(cell) for cell in cells], _figure(said)
        right = sum(figures, Decimal())
        # What is no more than one of the cells is their mean, the highest or how many there are.
        if total > max(figures) and abs(right - total) > _slack(total, figures):
            place = subject.place(("附件", number, "行", len(rows), column))
            message = f"“{head}”合计是 {said}，上面各行加起来是 {right}"
            yield RULE.found(place, message, "检查合计和各行的数")


def _slack(total: Decimal, figures: Sequence[Decimal]) -> Decimal:
    """How far a sum may be away: each rounded figure half a unit of its last place, a coarser total its own."""
    unit, least = (
        min(Decimal(1).scaleb(int(one.as_tuple().exponent)) for one in ones)
        for ones in ((total,), (total, *figures))
    )
    if least >= 1:
        return Decimal()
    return max(least * len(figures), unit if unit > least else Decimal()) / 2


def _figure(cell: str) -> Decimal:
    return Decimal(re.sub("[,，]", "", cell))


def _serials(subject: Subject, number: int, rows: Sequence[Sequence[str]]) -> Iterator[Finding]:
    """Serials that leave one out or come twice; those of a table's next part begin anew."""
    counted = [(at, row) for at, row in enumerate(rows) if row[0]]
    if any(_TOTAL.fullmatch(row[0].strip()) for _, row in counted[-1:]):
        counted.pop()
    if not counted or counted[0][1][0] != "1":
        return
    if not all(_SERIAL.fullmatch(row[0]) for _, row in counted):
        return
    for (_, above), (at, row) in pairwise(counted):
        before, here = int(above[0]), int(row[0])
        # Cells of one value are one cell over several rows.
        same = here == before and above[1:2] == row[1:2]
        if here not in (before + 1, 1) and not same:
            message = f"序号 {before} 后面是 {here}"
            yield RULE.found(subject.place(("附件", number, "行", at, 0)), message, "检查序号")
            return
