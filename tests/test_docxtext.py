"""The text of a DOCX file, as git shows it when two versions are compared."""

import io

import docx
import pytest

from conftest import ROOT, campaign
from gongkai_cli.docxtext import text_of
from gongkai_cli.finding import Refused
from gongkai_cli.rendering import render
from gongkai_cli.templating import Templates


def test_paragraphs_and_merged_tables_stand_in_their_order(office: Templates) -> None:
    (rendered,) = render(
        campaign(ROOT / "campaigns" / "dalian-gaoxin-2020.yaml"), office, ["task-table"], ["docx"]
    )
    lines = text_of(rendered.data, "甲.docx").splitlines()
    head = next(number for number, line in enumerate(lines) if line.startswith("序号"))
    assert lines[0].endswith("活动任务分解表")
    assert lines[head + 2].split("\t")[0] == "2"
    assert lines[head + 2].endswith("区管委会办公室\t5月8日前\t")
    assert lines[-1].startswith("备注：")


def test_a_document_made_elsewhere_is_read_too() -> None:
    made = docx.Document()
    made.add_paragraph("甲")
    table = made.add_table(rows=2, cols=2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "合并"
    table.cell(1, 0).text, table.cell(1, 1).text = "一", "二"
    made.add_paragraph("乙")
    saved = io.BytesIO()
    made.save(saved)
    assert text_of(saved.getvalue(), "甲.docx") == "甲\n合并\n一\t二\n乙\n"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04broken", "文字".encode()])
def test_what_is_no_document_is_told(data: bytes) -> None:
    with pytest.raises(Refused) as refused:
        text_of(data, "甲.docx")
    assert refused.value.findings[0].code == "GK409"
