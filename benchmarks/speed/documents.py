"""Inside one process: one more notice, the same one filled in by docxtpl, a table of many tasks.

Usage: python benchmarks/speed/documents.py further
       python benchmarks/speed/documents.py whole
       python benchmarks/speed/documents.py rows COUNT
Prints seconds as JSON; of the whole, those of one document in each turn. Every document is another
county's, for ours and for the peer: nothing is known from the one before. Both make a few in a row
before it is the other's turn, as a run of either would.
"""

import gc
import io
import json
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from province import campaign as of_county
from province import sources

from gongkai_cli.__main__ import SELDOM
from gongkai_cli.loading import Loaded, load
from gongkai_cli.project.overrides import templates
from gongkai_cli.rendering import document_names
from gongkai_cli.templating import Templates
from support.all_documents import render

# This one's notice carries the 任务分解表.
CAMPAIGN = ROOT / "campaigns" / "dalian-gaoxin-2020.yaml"
TURNS = 15
IN_A_ROW = 4
_LIST = re.compile(r"^统筹任务:.*\n", re.MULTILINE)


def main() -> None:
    gc.set_threshold(SELDOM)  # as the program itself runs, and the peer beside it
    found = templates(ROOT)
    office = Templates(found)
    match sys.argv[1]:
        case "rows":
            text = CAMPAIGN.read_text("utf-8")
            listed = _LIST.sub(lambda match: match[0] + _tasks(int(sys.argv[2])), text)
            campaign = _campaign(listed)
            taken = {"rows": [_seconds(lambda: _document(campaign, office, "task-table"))]}
        case "whole":
            taken = {"gongkai": list(_whole(office, document_names(found)))}
        case _:
            taken = _further(office)
    sys.stdout.write(json.dumps(taken))


def _further(office: Templates) -> dict[str, list[float]]:
    real = CAMPAIGN.read_text("utf-8")
    counties = [_campaign(of_county(real, number)) for number in range((TURNS + 1) * IN_A_ROW)]
    documents = [_document(county, office, "notice") for county in counties]
    makers: dict[str, Callable[[int], object]] = {
        "gongkai": lambda number: _document(counties[number], office, "notice")
    }
    taken: dict[str, list[float]] = {"gongkai": []}
    with tempfile.TemporaryDirectory() as folder:
        try:
            makers["docxtpl"] = _peer(documents, Path(folder))
            taken["docxtpl"] = []
        except ImportError:
            sys.stderr.write("docxtpl is not installed and is left out\n")
        for first in range(0, len(counties), IN_A_ROW):
            for name, make in makers.items():
                for number in range(first, first + IN_A_ROW):
                    seconds = _seconds(partial(make, number))
                    if first:
                        taken[name].append(seconds)
    return taken


def _whole(office: Templates, names: Sequence[str]) -> Iterator[float]:
    """What one document takes when all of a campaign's are made, the real campaigns in turn."""
    real = sources()
    for turn in range(TURNS + 1):
        campaigns = [_campaign(of_county(text, turn)) for text in real]
        count = 0
        started = time.perf_counter()
        for campaign in campaigns:
            count += sum(1 for _ in render(campaign, office, names, ["docx", "md"]))
        if turn:
            yield (time.perf_counter() - started) / count


def _seconds(make: Callable[[], object]) -> float:
    started = time.perf_counter()
    make()
    return time.perf_counter() - started


def _campaign(text: str) -> Loaded:
    loaded = load(text.encode(), CAMPAIGN.name)
    if loaded.campaign is None:
        raise SystemExit("\n".join(finding.message for finding in loaded.findings))
    return loaded


def _document(campaign: Loaded, office: Templates, name: str) -> bytes:
    (rendered,) = render(campaign, office, [name], ["docx"])
    return rendered.data


def _tasks(count: int) -> str:
    rows = (
        f"  - 内容: 第{number}项工作，按照职责分工做好落实，及时发布有关信息\n"
        f"    责任单位: [第{number % 40}局, 区管委会办公室]\n"
        "    完成时间: 5月20日前\n"
        for number in range(count)
    )
    return "".join(rows)


def _peer(ours: Sequence[bytes], folder: Path) -> Callable[[int], object]:
    """The peer, docxtpl, with the paragraphs and the rows of our documents, on python-docx's own base."""
    import docx
    from docxtpl import DocxTemplate

    seen = [_texts(docx.Document(io.BytesIO(one))) for one in ours]
    columns = len(seen[0]["rows"][0])
    base, path = docx.Document(), folder / "template.docx"
    for line in ("{%p for one in paragraphs %}", "{{ one }}", "{%p endfor %}"):
        base.add_paragraph(line)
    table = base.add_table(3, columns)
    table.cell(0, 0).text = "{%tr for row in rows %}"
    for number in range(columns):
        table.cell(1, number).text = f"{{{{ row[{number}] }}}}"
    table.cell(2, 0).text = "{%tr endfor %}"
    base.save(str(path))

    def fill(number: int) -> None:
        filled = DocxTemplate(path)
        filled.render(seen[number], autoescape=True)
        filled.save(io.BytesIO())

    return fill


def _texts(known: Any) -> dict[str, Any]:  # noqa: ANN401
    tables = [[[cell.text for cell in row.cells] for row in one.rows] for one in known.tables]
    # Each page of a long table is a table of its own to us, under the same head.
    head = tables[-1][0]
    return {
        "paragraphs": [paragraph.text for paragraph in known.paragraphs if paragraph.text],
        "rows": [head, *(row for rows in tables if rows[0] == head for row in rows[1:])],
    }


if __name__ == "__main__":
    main()
