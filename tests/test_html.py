"""Documents as web pages: what they are made of, and what a browser and axe-core say of them."""

import html
import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import ROOT, TESTS, progress, sound
from gongkai_cli.document import (
    Annex,
    AnnexList,
    Block,
    Cell,
    Document,
    Heading,
    Imprint,
    Masthead,
    Note,
    Paragraph,
    Recipients,
    Run,
    Signature,
    Table,
    Title,
)
from gongkai_cli.templating import Templates
from gongkai_cli.writers.html import write
from support.all_documents import render

CAMPAIGNS = ["dandong-2021", "dalian-gaoxin-2020"]
PHONE = 360
_VOID = {"br", "col", "meta"}

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)
PDFINFO = shutil.which("pdfinfo") or ""
AXE = Path(os.environ.get("AXE_CORE") or "没有/axe.min.js")
needs_chromium = pytest.mark.skipif(not CHROMIUM, reason="没有安装 Chromium，看不了网页")
needs_axe = pytest.mark.skipif(
    not CHROMIUM or not AXE.is_file(),
    reason="没有 Chromium 或 axe-core（AXE_CORE 指明），查不了无障碍",
)


def lines(text: str) -> tuple[tuple[Run, ...], ...]:
    return tuple((Run(line),) for line in text.split("\n"))


def article(*blocks: Block) -> str:
    """The elements that blocks become, without the page around them."""
    page = write(Document(blocks)).decode()
    return page.split("<main>\n")[1].split("\n</main>")[0]


def test_a_document_keeps_its_parts() -> None:
    assert (
        article(
            Masthead(
                "公文",
                (
                    ("密级", "秘密"),
                    ("发文机关标志", "示例县文件"),
                    ("发文字号", "示发〔2026〕1号"),
                    ("签发人", "甲"),
                ),
            ),
            Title(("关于开展", "活动的通知")),
            Recipients("各乡镇："),
            Paragraph(((Run("一"), Run("二", strong=True)), (Run("三"),))),
            Heading(1, "一、", "时间"),
            Heading(2, "（一）", "线下。", (Run("当天。"),)),
            Heading(3, "1.", "", (Run("没有标题。"),)),
            AnnexList(("名单", "表")),
            Signature(("甲局", "乙局"), "2026年5月6日", sealed=True),
            Note("此件公开发布"),
            Annex(1, (Title(("名单",)), Heading(1, "一、", "甲"))),
            Annex(2, (Title(("表",)),)),
            Imprint("县委", "办公室", "2026年5月7日"),
        )
        == """\
<article>
<header class="masthead">
<p class="flush">秘密</p>
<p class="mark">示例县文件</p>
<p class="number">示发〔2026〕1号　签发人：甲</p>
</header>
<h1><span>关于开展</span><span>活动的通知</span></h1>
<p class="flush">各乡镇：</p>
<p>一<strong>二</strong><br>三</p>
<h2 class="level1">一、时间</h2>
<div class="run-in"><h3 class="level2">（一）线下。</h3><p>当天。</p></div>
<p>1.没有标题。</p>
<div class="annexes"><p>附件：</p><ol>
<li><a href="#annex-1">名单</a></li>
<li><a href="#annex-2">表</a></li>
</ol></div>
<div class="signature"><p>甲局</p><p>乙局</p><p><time datetime="2026-05-06">2026年5月6日</time></p></div>
<p>（此件公开发布）</p>
<section class="annex" id="annex-1" aria-label="附件1">
<p class="label">附件1</p>
<h2><span>名单</span></h2>
<h3 class="level1">一、甲</h3>
</section>
<section class="annex" id="annex-2" aria-label="附件2">
<p class="label">附件2</p>
<h2><span>表</span></h2>
</section>
<footer class="imprint">
<p>抄送：县委。</p>
<p>办公室　2026年5月7日印发</p>
</footer>
</article>"""
    )


def test_a_telegram_shows_its_form_with_what_is_left_to_fill() -> None:
    fields = (
        ("发文机关标志", "某市发电"),
        ("发电单位", "某办"),
        ("签批盖章", ""),
        ("等级", "特急"),
    )
    assert (
        article(Masthead("电报", fields))
        == """\
<article>
<header class="masthead">
<p class="mark">某市发电</p>
<dl class="form">
<div><dt>发电单位</dt><dd>某办</dd></div>
<div><dt>签批盖章</dt><dd></dd></div>
<div><dt>等级</dt><dd>特急</dd></div>
</dl>
</header>
</article>"""
    )


def test_merged_cells_stay_merged() -> None:
    table = Table(
        ("center", "left", "right"),
        (Cell(lines("序号")), Cell(lines("任务"), columns=2), None),
        (
            (Cell(lines("1")), Cell(lines("甲"), rows=2), Cell(lines("子\n丑"))),
            (Cell(lines("2")), None, Cell(())),
        ),
    )
    page = article(Heading(1, "一、", "分工"), table, table)
    first, second = page.split('<div class="scroll"')[1:]
    assert first.split("<thead>")[1] == (
        '\n<tr><th scope="col">序号</th><th scope="colgroup" colspan="2">任务</th></tr>\n</thead>\n'
        '<tbody>\n<tr><th scope="row" class="center">1</th><td rowspan="2">甲</td>'
        '<td class="right">子<br>丑</td></tr>\n'
        '<tr><th scope="row" class="center">2</th><td class="right"></td></tr>\n'
        "</tbody>\n</table>\n</div>\n"
    )
    # Each goes by the heading above it, and no two by the same name.
    assert [re.findall("<caption>(.*?)</caption>", part) for part in (first, second)] == [
        ["分工"],
        ["分工（2）"],
    ]


def test_a_line_to_write_on_is_one_piece() -> None:
    assert article(Paragraph(lines("其他：＿＿＿＿＿"))) == (
        '<article>\n<p>其他：<span class="fill">＿＿＿＿＿</span></p>\n</article>'
    )


class Outline(HTMLParser):
    """Checks that elements pair; keeps headings, links, ids and whatever would fetch or run."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.foreign: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in _VOID:
            self.open.append(tag)
        if re.fullmatch(r"h\d", tag):
            self.headings.append(int(tag[1]))
        if tag in {"script", "link", "img", "iframe", "object"}:
            self.foreign.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name == "href":
                self.links.append(value or "")
            if name == "src" or name.startswith("on"):
                self.foreign.append(name)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def outline(page: bytes) -> Outline:
    found = Outline()
    found.feed(page.decode())
    found.close()
    assert found.open == []
    return found


@pytest.mark.parametrize("name", CAMPAIGNS)
def test_every_page_is_whole_and_stands_alone(office: Templates, name: str) -> None:
    for item in render(
        sound(ROOT / "campaigns" / f"{name}.yaml"),
        office,
        ["notice", "task-table", "unit-tasks", "report-form", "summary"],
        ["html"],
    ):
        found = outline(item.data)
        assert found.foreign == []
        assert "url(" not in item.data.decode()
        assert found.headings[0] == 1
        assert found.headings.count(1) == 1
        steps = zip(found.headings, found.headings[1:], strict=False)
        assert all(after <= before + 1 for before, after in steps)
        assert {link.removeprefix("#") for link in found.links} <= set(found.ids)
        assert len(found.ids) == len(set(found.ids))


def every_part(text: str) -> bytes:
    """A page with a text wherever a text may stand."""
    cell = Cell(((Run(text, strong=True),),))
    blocks: tuple[Block, ...] = (
        Masthead("电报", (("发文机关标志", text), ("等级", text))),
        Title((text,)),
        Recipients(text),
        Heading(1, "一、", text, (Run(text),)),
        Paragraph(((Run(text),),)),
        AnnexList((text,)),
        Signature((text,), text, sealed=False),
        Note(text),
        Table(("left",), (cell,), ((cell,),)),
        Annex(0, (Title((text,)),)),
        Imprint(text, text, text),
    )
    return write(Document(blocks))


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=40))
def test_no_text_can_turn_into_markup(text: str) -> None:
    # What reads as a day is marked as one.
    tags = [tag for tag in outline(every_part(text)).tags if tag != "time"]
    assert tags == outline(every_part("甲")).tags
    assert html.unescape(every_part(text).decode()).count(text) >= every_part("甲").count(
        "甲".encode()
    )


@pytest.fixture(scope="session")
def browse(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., str]:
    """Open a page in headless Chromium and return what it wrote."""

    def run(page: str, *flags: str) -> str:
        folder = tmp_path_factory.mktemp("chromium")
        file = folder / "page.html"
        file.write_text(page, "utf-8")
        command = [
            CHROMIUM,
            *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
            *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
            f"--user-data-dir={folder / 'profile'}",
            *flags,
            file.as_uri(),
        ]
        done = subprocess.run(command, capture_output=True, check=True)
        return done.stdout.decode()

    return run


def pages(office: Templates, name: str) -> dict[str, str]:
    """The pages a portal would show, the summary with its figures, and one unit's sheet."""
    path = ROOT / "campaigns" / f"{name}.yaml"
    record = (TESTS / "golden" / name / "进展.txt").read_text("utf-8")
    documents = [
        *render(
            sound(path),
            office,
            ["notice", "task-table", "report-form", "summary", "unit-tasks"],
            ["html"],
            progress=progress(path, record),
        ),
        *render(sound(TESTS / "cases" / "official.yaml"), office, ["questionnaire"], ["html"]),
    ]
    found = {item.path.as_posix(): item.data.decode() for item in documents}
    sheets = [path for path in found if path.startswith("unit-tasks/")]
    return {path: page for path, page in found.items() if path not in sheets[1:]}


def answer(dom: str) -> Any:
    """What a script left on the page for us to read."""
    found = re.search(r'<pre id="answer">(.*?)</pre>', dom, re.DOTALL)
    assert found, dom[-500:]
    return json.loads(html.unescape(found[1]))


_TELL = """
const tell = value => {
  const pre = document.createElement("pre");
  pre.id = "answer";
  pre.textContent = JSON.stringify(value);
  document.body.replaceChildren(pre);
};
"""


@needs_axe
@pytest.mark.parametrize("name", CAMPAIGNS)
def test_axe_finds_nothing_wrong(office: Templates, browse: Callable[..., str], name: str) -> None:
    script = AXE.read_text("utf-8").replace("</script", "<\\/script")
    wrong = {}
    for path, page in pages(office, name).items():
        check = (
            f"<script>{script}</script><script>{_TELL}"
            "axe.run().then(found => tell([found.passes.length, found.violations.map("
            "one => [one.id, one.nodes.map(node => node.html)])]));</script></body>"
        )
        dom = browse(page.replace("</body>", check), "--dump-dom", "--virtual-time-budget=30000")
        passes, violations = answer(dom)
        assert passes > 10, path
        if violations:
            wrong[path] = violations
    assert wrong == {}


@needs_chromium
@pytest.mark.parametrize("name", CAMPAIGNS)
def test_a_phone_shows_the_whole_width(
    office: Templates, browse: Callable[..., str], name: str
) -> None:
    """Nothing sticks out of a narrow page; what is wider scrolls inside a frame of its own."""
    shown = pages(office, name)
    frames = "".join(
        f'<iframe style="width:{PHONE}px;height:640px;border:0" srcdoc="{html.escape(page)}"></iframe>'
        for page in shown.values()
    )
    script = (
        "onload = () => tell([...document.querySelectorAll('iframe')].map(frame => {"
        " const root = frame.contentDocument.documentElement;"
        " return [root.clientWidth, root.scrollWidth]; }));"
    )
    dom = browse(
        f"<!DOCTYPE html><body>{frames}<script>{_TELL}{script}</script></body>",
        *("--dump-dom", "--virtual-time-budget=30000", "--window-size=1200,800"),
    )
    widths = dict(zip(shown, answer(dom), strict=True))
    assert {path: width for path, (room, width) in widths.items() if width > room} == {}
    assert all(PHONE - 20 <= room <= PHONE for room, _ in widths.values())


@needs_chromium
@pytest.mark.skipif(not PDFINFO, reason="没有 poppler-utils，量不了 PDF")
def test_it_prints_on_a4_and_turns_the_paper_for_the_wide_table(
    office: Templates, browse: Callable[..., str], tmp_path: Path
) -> None:
    paper = tmp_path / "paper.pdf"
    page = pages(office, "dalian-gaoxin-2020")["notice.html"]
    browse(page, "--no-pdf-header-footer", f"--print-to-pdf={paper}")
    told = subprocess.run(
        [PDFINFO, "-l", "99", str(paper)], capture_output=True, check=True, text=True
    ).stdout
    sizes = re.findall(r"size:\s+([\d.]+) x ([\d.]+)", told)
    turned = [float(width) > float(height) for width, height in sizes]
    assert {tuple(sorted((round(float(a)), round(float(b))))) for a, b in sizes} == {(595, 842)}
    # Upright pages for the text, then only turned ones, and no page for each row.
    assert turned == sorted(turned)
    assert 1 < sum(turned) < 6


def test_a_title_on_one_line_breaks_by_its_sense() -> None:
    title = "示例县人民政府办公室关于开展第二十届“5·15政务公开日”主题宣传系列活动的通知"
    pieces = ("示例县人民政府办公室关于开展", "第二十届“5·15政务公开日”", "主题宣传系列活动的通知")
    spans = "".join(f"<span>{piece}</span>" for piece in pieces)
    assert f"<h1>{spans}</h1>" in article(Title((title,)))
