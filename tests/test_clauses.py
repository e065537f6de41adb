"""Every clause that can be measured is, and docs/gbt9704.md says what came out."""

import re
import shutil
from collections.abc import Callable

import pytest

from conftest import ROOT, TESTS
from gongkai_cli.gbt9704 import MEASURES
from support.gbt9704_clauses import BY_EYE, MEASURED, NOT_DONE, ON_XML, Measured
from support.page_figures import Pages

PAGE = ROOT / "docs" / "gbt9704.md"
CASES = {
    "dandong-2021": "丹东 2021（电报）",
    "dalian-gaoxin-2020": "大连高新区 2020",
    "official": "虚构的公文",
    "upward": "虚构的上行文",
    "letter": "虚构的信函",
}
needs_office = pytest.mark.skipif(
    shutil.which("soffice") is None or shutil.which("pdftotext") is None,
    reason="没有安装 LibreOffice 和 poppler-utils，量不了页面",
)


@needs_office
@pytest.mark.parametrize("one", MEASURED, ids=lambda one: f"{one.clause} {one.element} {one.asks}")
def test_the_page_is_as_the_clause_asks(one: Measured, laid_out: Callable[[str], Pages]) -> None:
    assert one.measure(laid_out(one.case)) == pytest.approx(one.wanted, abs=one.tolerance + 1e-6)


@needs_office
def test_the_page_of_clauses_is_fresh(laid_out: Callable[[str], Pages], *, update: bool) -> None:
    made = _page([one.measure(laid_out(one.case)) for one in MEASURED])
    if update:
        PAGE.write_text(made, "utf-8", newline="\n")
    written = PAGE.read_text("utf-8")
    figure = re.compile(r"\*\*(-?[\d.]+)\*\*")
    assert figure.sub("**", written) == figure.sub("**", made)
    # Another version of LibreOffice or another font may move ink by a hair.
    said, now = map(float, figure.findall(written)), map(float, figure.findall(made))
    assert all(abs(a - b) <= 0.5 for a, b in zip(said, now, strict=True))


def test_the_tests_that_the_page_names_are_there() -> None:
    tests = "".join(path.read_text("utf-8") for path in TESTS.glob("test_*.py"))
    assert [name for *_, name in ON_XML if f"def {name}(" not in tests] == []


def _page(measured: list[float]) -> str:
    rows = [
        f"| {one.clause} | {one.element} | {one.asks} | {one.wanted:g} | ±{one.tolerance:g} | **{value:.1f}** | {CASES[one.case]}，{one.where} |"
        for one, value in zip(MEASURED, measured, strict=True)
    ]
    measures = [
        f"| {name} | {measure.metadata['clause']} | {_value(measure.default)}{measure.metadata['unit']} |"
        for name, measure in MEASURES.items()
    ]
    return "\n".join(
        [
            "# GB/T 9704-2012 逐条对照",
            "",
            "本页由 `pytest tests/test_clauses.py --update` 生成，测试保证它不过时。",
            "",
            "## 在版面上量的",
            "",
            "用 LibreOffice 转成 PDF 后量得，单位毫米（另注明的除外），位置从纸的左上角算起。“墨”指字的笔画，",
            "不是字框。所用字体是替代的自由字体，换成方正小标宋、仿宋_GB2312 后，笔画位置会有零点几毫米的出入。",
            "Word 和 WPS 里没有量过。",
            "",
            "| 条 | 要素 | 要求 | 应为 | 允差 | 量得 | 在哪里量 |",
            "| --- | --- | --- | --: | --: | --: | --- |",
            *rows,
            "",
            "## 在文件里查的",
            "",
            "字体、样式这些，LibreOffice 的画面看不准，直接查 DOCX 里的 XML。所有文档另用微软的 Open XML SDK 校验。",
            "",
            "| 条 | 要素 | 要求 | 测试 |",
            "| --- | --- | --- | --- |",
            *(
                f"| {clause} | {element} | {asks} | `{test}` |"
                for clause, element, asks, test in ON_XML
            ),
            "",
            "## 要人看的",
            "",
            "| 条 | 要素 | 看什么 |",
            "| --- | --- | --- |",
            *(f"| {clause} | {element} | {what} |" for clause, element, what in BY_EYE),
            "",
            "## 没有做的",
            "",
            "| 条 | 要素 | 原因 |",
            "| --- | --- | --- |",
            *(f"| {clause} | {element} | {why} |" for clause, element, why in NOT_DONE),
            "",
            "## 本单位的排版",
            "",
            "各地习惯不同的，在 `templates/排版.yaml` 里按下面的名称改，只写要改的几项；不写的都是标准。例如：",
            "",
            "```yaml",
            "正文字体: 仿宋",
            "楷体字体: 楷体",
            "页码连接线: '-'",
            "```",
            "",
            "用印好红头的纸打印（套打）的，写 `红色: FFFFFF`：DOCX、PDF 里红头和红线不显，其余位置不变。",
            "",
            "“✎”表示标准没有规定，用的是通行的做法。“生僻字”是仿宋_GB2312、方正小标宋简体里没有的字，多见于人名、地名；",
            "“扩展区”是仿宋、宋体里也没有的字，更少见。",
            "",
            "| 名称 | 条 | 默认 |",
            "| --- | --- | --- |",
            *measures,
            "",
        ]
    )


def _value(value: object) -> str:
    return f"{value:g} " if isinstance(value, float) else str(value)
