"""Render one notice with this project and with its peers, and measure the same things on each page.

Usage: python benchmarks/page/run.py [--write]

Needs LibreOffice and poppler. Peers that are not installed are left out:
    pip install gongwen-skill docxtpl; pandoc from the system's packages.
Each is given the text of campaigns/dandong-2021.yaml and its own best defaults; pandoc gets our
document as its reference. With --write the table goes into benchmarks/page/README.md.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from gongkai_cli.loading import load
from gongkai_cli.project.overrides import templates
from gongkai_cli.templating import Templates
from support.all_documents import render
from support.document_text import docx_text, without_blanks
from support.page_measure import Page, convert

CAMPAIGN = ROOT / "campaigns" / "dandong-2021.yaml"
HERE = Path(__file__).parent
TYPE_BOTTOM = 262.0
SHORT = 15  # characters; a shorter piece is no full line


@dataclass(frozen=True)
class Text:
    """The notice as each tool can take it."""

    markdown: str
    paragraphs: list[str]
    title: str


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--write", action="store_true", help="write the table into README.md")
    write = arguments.parse_args().write
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        markdown, ours = _ours("md"), _ours("docx")
        text = _text(markdown.decode())
        rows = [_row("gongkai", _gongkai, text, folder)]
        peers: list[tuple[str, Callable[[Path], bytes], bool]] = [
            ("gongwen-skill", lambda f: _gongwen(text, f), shutil.which("gongwen") is not None),
            ("docxtpl", lambda f: _docxtpl(text, f), _importable("docxtpl")),
            (
                "pandoc（用我们的文档作样式）",
                lambda f: _pandoc(text, ours, f),
                shutil.which("pandoc") is not None,
            ),
        ]
        rows += [_row(label, make, text, folder) for label, make, there in peers if there]
    head = [
        "| 工具 | 每面行数 | 每行字数 | 首行墨顶 | 左边 | 页码距版心（7） | 单页空（4.9） | 双页空（4.9） | 丢的字 | 两次字节相同 | 秒 |",
        "| --- | --: | --: | --: | --: | --: | --: | --: | --: | --- | --: |",
    ]
    table = "\n".join([*head, *rows])
    sys.stdout.write(table + "\n")
    if write:
        page = (HERE / "README.md").read_text("utf-8")
        page = re.sub(r"\| 工具 .*?(?=\n\n|\Z)", lambda _: table, page, flags=re.DOTALL)
        (HERE / "README.md").write_text(page, "utf-8", newline="\n")


def _ours(ending: str) -> bytes:
    loaded = load(CAMPAIGN.read_bytes(), CAMPAIGN.name)
    if loaded.campaign is None:
        raise SystemExit("the campaign has errors")
    office = Templates(templates(ROOT))
    (rendered,) = render(loaded, office, ["notice"], [ending])
    return rendered.data


def _text(markdown: str) -> Text:
    """The body of the notice: what stands before the telegram's head is every tool's own affair."""
    title, body = re.split(r"\n\n", markdown[markdown.index("# ") + 2 :], maxsplit=1)
    paragraphs = [
        re.sub(r"^#+ |\\$|\\(?=\W)", "", line) for line in body.split("\n") if line.strip("-")
    ]
    return Text(f"# {title}\n\n{body}", [line for line in paragraphs if line], title)


def _row(label: str, make: Callable[[Path], bytes], text: Text, folder: Path) -> str:
    work = folder / label
    (work / "pages").mkdir(parents=True)
    started = time.perf_counter()
    first = make(work)
    seconds = time.perf_counter() - started
    time.sleep(2)  # the clock inside a ZIP archive ticks every two seconds
    same = make(work) == first
    pages = convert(first, work / "pages")
    cells = [
        *_measures(pages),
        str(_lost(text, docx_text(first))),
        "是" if same else "否",
        f"{seconds:.2f}",
    ]
    return f"| {label} | " + " | ".join(cells) + " |"


def _measures(pages: list[Page]) -> list[str]:
    full = max(pages, key=lambda page: len(page.lines))
    pure = [
        word
        for page in pages
        for word in page.words
        if len(word.text) > SHORT and not re.search(r"[\x00-\x7f]", word.text)
    ]
    # A mark that hangs over the edge is no character of the line.
    widest = max((len(word.text.rstrip("，。、；：")) for word in pure), default=0)
    top = min((band.top for band in pages[1].bands(red=False)), default=0) if len(pages) > 1 else 0
    left = min(word.left for word in full.words)
    odd = [_folio(page) for page in pages[0::2]]
    even = [_folio(page) for page in pages[1::2]]
    below = next((folio[0] for folio in [*odd, *even] if folio), None)
    return [
        str(len(full.lines)),
        str(widest),
        f"{top:.1f}",
        f"{left:.1f}",
        _figure(below - TYPE_BOTTOM if below else None),
        _figure(next((184 - folio[2] for folio in odd if folio), None)),
        _figure(next((folio[1] - 28 for folio in even if folio), None)),
    ]


def _figure(value: float | None) -> str:
    return "无页码" if value is None else f"{value:.1f}"


def _folio(page: Page) -> tuple[float, float, float] | None:
    """Where the page number stands: its middle, its left and right end."""
    last = [
        word
        for word in page.words
        if word.top > TYPE_BOTTOM - 2 and re.fullmatch(r"[—–\-\d]+", word.text)
    ]
    if not last:
        return None
    middle = (last[0].top + last[0].bottom) / 2
    return middle, min(word.left for word in last), max(word.right for word in last)


def _lost(text: Text, shown: str) -> int:
    """How many characters of the notice do not stand in a document, paragraph by paragraph."""
    there = without_blanks(shown)
    return sum(
        len(without_blanks(one)) for one in text.paragraphs if without_blanks(one) not in there
    )


def _importable(name: str) -> bool:
    try:
        __import__(name)
    except ImportError:
        return False
    return True


def _gongkai(folder: Path) -> bytes:
    command = [
        sys.executable,
        "-m",
        "gongkai_cli",
        "render",
        str(CAMPAIGN),
        "-t",
        "notice",
        "-f",
        "docx",
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    shutil.rmtree(folder / "output", ignore_errors=True)
    subprocess.run(command, check=True, capture_output=True, cwd=folder, env=environment)
    return (folder / "output" / CAMPAIGN.stem / "notice.docx").read_bytes()


def _gongwen(text: Text, folder: Path) -> bytes:
    source, target = folder / "in.md", folder / "out.docx"
    source.write_text(text.markdown, "utf-8")
    command = ["gongwen", "md2docx", str(source), "-o", str(target), "--no-ai-declaration"]
    subprocess.run(command, check=True, capture_output=True)
    return target.read_bytes()


def _docxtpl(text: Text, folder: Path) -> bytes:
    import docx
    from docxtpl import DocxTemplate

    template, target = folder / "template.docx", folder / "out.docx"
    document = docx.Document()
    document.add_heading("{{ title }}", 0)
    for line in ("{%p for one in paragraphs %}", "{{ one }}", "{%p endfor %}"):
        document.add_paragraph(line)
    document.save(str(template))
    filled = DocxTemplate(template)
    filled.render({"title": text.title, "paragraphs": text.paragraphs}, autoescape=True)
    filled.save(target)
    return target.read_bytes()


def _pandoc(text: Text, reference: bytes, folder: Path) -> bytes:
    source, target, style = folder / "in.md", folder / "out.docx", folder / "reference.docx"
    source.write_text(text.markdown, "utf-8")
    style.write_bytes(reference)
    command = ["pandoc", str(source), f"--reference-doc={style}", "-o", str(target)]
    subprocess.run(command, check=True, capture_output=True)
    return target.read_bytes()


if __name__ == "__main__":
    main()
