"""Inside one process: one more notice, the same one filled in by docxtpl, a table of many tasks.

Usage: python benchmarks/speed/documents.py further
       python benchmarks/speed/documents.py rows COUNT
Prints the seconds of each turn as JSON.
"""

import gc
import io
import json
import re
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "src"))

from gongkai_cli.__main__ import SELDOM
from gongkai_cli.loading import load
from gongkai_cli.model import Campaign
from gongkai_cli.project import templates
from gongkai_cli.rendering import render
from gongkai_cli.templating import Templates

# This one's notice carries the 任务分解表.
CAMPAIGN = ROOT / "campaigns" / "dalian-gaoxin-2020.yaml"
TURNS = 15
_LIST = re.compile(r"^统筹任务:.*\n", re.MULTILINE)


def main() -> None:
    gc.set_threshold(SELDOM)  # as the program itself runs, and the peer beside it
    office = Templates(templates(ROOT))
    if sys.argv[1] == "rows":
        campaign = _campaign(_tasks(int(sys.argv[2])))
        started = time.perf_counter()
        _document(campaign, office, "task-table")
        sys.stdout.write(json.dumps({"rows": [time.perf_counter() - started]}))
        return
    campaign = _campaign("")
    makers: dict[str, Callable[[], object]] = {
        "gongkai": lambda: _document(campaign, office, "notice")
    }
    with tempfile.TemporaryDirectory() as folder:
        try:
            makers["docxtpl"] = _peer(_document(campaign, office, "notice"), Path(folder))
        except ImportError:
            sys.stderr.write("docxtpl is not installed and is left out\n")
        taken: dict[str, list[float]] = {name: [] for name in makers}
        for turn in range(TURNS + 1):
            for name, make in makers.items():
                started = time.perf_counter()
                make()
                if turn:
                    taken[name].append(time.perf_counter() - started)
    sys.stdout.write(json.dumps(taken))


def _campaign(more: str) -> Campaign:
    text = _LIST.sub(lambda match: match[0] + more, CAMPAIGN.read_text("utf-8"))
    loaded = load(text.encode(), CAMPAIGN.name)
    if loaded.campaign is None:
        raise SystemExit("\n".join(finding.message for finding in loaded.findings))
    return loaded.campaign


def _document(campaign: Campaign, office: Templates, name: str) -> bytes:
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


def _peer(ours: bytes, folder: Path) -> Callable[[], object]:
    """The peer, docxtpl, with the paragraphs and the rows of our document, on python-docx's own base."""
    import docx
    from docxtpl import DocxTemplate

    known = docx.Document(io.BytesIO(ours))
    seen: dict[str, Any] = {
        "paragraphs": [paragraph.text for paragraph in known.paragraphs if paragraph.text],
        "rows": [[cell.text for cell in row.cells] for row in known.tables[-1].rows],
    }
    columns = len(seen["rows"][0])
    base, path = docx.Document(), folder / "template.docx"
    for line in ("{%p for one in paragraphs %}", "{{ one }}", "{%p endfor %}"):
        base.add_paragraph(line)
    table = base.add_table(3, columns)
    table.cell(0, 0).text = "{%tr for row in rows %}"
    for number in range(columns):
        table.cell(1, number).text = f"{{{{ row[{number}] }}}}"
    table.cell(2, 0).text = "{%tr endfor %}"
    base.save(str(path))

    def fill() -> None:
        filled = DocxTemplate(path)
        filled.render(seen, autoescape=True)
        filled.save(io.BytesIO())

    return fill


if __name__ == "__main__":
    main()
