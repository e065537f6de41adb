"""Characters beyond GB 2312 are told, and set in a font that has them."""

import pytest

from gongkai_cli import report
from gongkai_cli.charset import Rarity, rarity
from gongkai_cli.document import Document, Heading, Paragraph, Run, Title
from gongkai_cli.finding import Finding, Place
from gongkai_cli.gbt9704 import STANDARD
from gongkai_cli.loading import load
from gongkai_cli.mending import mend
from gongkai_cli.writers.docx.ooxml import paragraph, run
from gongkai_cli.writers.docx.pages import pages


@pytest.mark.parametrize(
    ("chars", "kind"),
    [
        ("政务公开a1 \u3000，。“”‘’—…·《》〔〕★①Ⅱ№", "common"),
        ("镕堃喆淏玥芃", "rare"),
        ("𠅤㛃🎉", "rarest"),
    ],
)
def test_characters_by_the_fonts_that_have_them(chars: str, kind: Rarity) -> None:
    assert {char: rarity(char) for char in chars} == dict.fromkeys(chars, kind)


def test_a_rare_name_is_told_with_its_place() -> None:
    text = "活动: 甲\n年份: 2026\n公文: {发文机关: 乙, 标题: 丙}\n正文: {节: 文}\n联系:\n  联系人: [朱镕, 李淏, 王镕]\n"
    loaded = load(text.encode(), "文件")
    assert loaded.campaign is not None
    hint = "核对字形；DOCX 里这个字改用别的字体，打印前看一眼"
    assert loaded.findings == tuple(
        Finding(
            Place("文件", 6, column),
            "GK208",
            "warning",
            f"“{char}”（U+{ord(char):04X}）不在 GB 2312 里，常用的公文字体可能没有这个字",
            hint,
        )
        for char, column in (("镕", 10), ("淏", 14))
    )


def test_a_character_that_nobody_sees_is_told_wherever_it_is_and_taken_away() -> None:
    text = "活动: 甲\u200b\n年份: 2026\n公文: {发文机关: 乙, 标题: 丙}\n正文: {节: '文\u200b\ufeff字👨\u200d👩'}\n"
    findings = load(text.encode(), "文件").findings
    assert report.text(findings).splitlines() == [
        "文件:1:6: 警告 GK208 这里有看不见的字符（U+200B）（删去）",
        "文件:4:11: 警告 GK208 这里有看不见的字符（U+200B）（删去）",
        "文件:4:12: 警告 GK208 这里有看不见的字符（U+FEFF）（删去）",
        "文件:4:14: 警告 GK208 “👨”（U+1F468）不在 GB 2312 里，常用的公文字体可能没有这个字（核对字形；DOCX 里这个字改用别的字体，打印前看一眼）",
        "文件:4:15: 警告 GK208 “\u200d”（U+200D）不在 GB 2312 里，常用的公文字体可能没有这个字（核对字形；DOCX 里这个字改用别的字体，打印前看一眼）",
        "文件:4:16: 警告 GK208 “👩”（U+1F469）不在 GB 2312 里，常用的公文字体可能没有这个字（核对字形；DOCX 里这个字改用别的字体，打印前看一眼）",
    ]
    made = mend(text.encode(), "文件").data.decode()
    assert made == text.replace("\u200b", "").replace("\ufeff", "")


def test_there_is_an_end_to_what_nobody_sees() -> None:
    text = "活动: 甲\n年份: 2026\n公文: {发文机关: 乙, 标题: 丙}\n正文: {节: '%s'}\n" % (
        "\u200b" * 1000
    )
    assert len(load(text.encode(), "文件").findings) == 200


def test_a_rare_character_is_a_run_of_its_own() -> None:
    assert run("朱镕基") == run("朱") + run("镕", "") + run("基")
    (section,) = pages(
        Document(
            (
                Title(("镕",)),
                Heading(1, "一、", "镕"),
                Paragraph(((Run("镕"), Run("镕", strong=True)),)),
            )
        ),
        STANDARD,
    )
    assert section.body.count('w:val="RareTitle"') == 1
    assert section.body.count('w:val="Rare"') == 2
    assert 'w:val="Rare"' not in paragraph("Heading1", run("镕"))
