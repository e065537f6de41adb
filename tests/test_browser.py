"""The status page in a browser: nothing runs over an edge, and on paper each chart stays on one sheet."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from conftest import Run
from gongkai_cli.overview import Board
from gongkai_cli.overview.axis import LEFT, WIDTH
from gongkai_cli.overview.gantt import figures
from support.boards import page, plan
from support.page_measure import Page, pages_of
from support.recorded_campaigns import NOW, set_up

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
pytestmark = pytest.mark.skipif(
    CHROMIUM is None or shutil.which("pdftotext") is None, reason="没有安装 Chromium 或 poppler"
)
WHENS = ("5月9日前", "5月10日至14日", "5月12日16时前", "持续发布", "每周四12:00前", "尽快")
MEASURE = f"""<script>
const root = document.documentElement, out = [];
for (const svg of document.querySelectorAll('figure svg')) for (const text of svg.querySelectorAll('text')) {{
  const box = text.getBBox(), right = box.x + box.width, small = box.x < {LEFT - 20};
  const heading = text.classList.contains('group');
  const edge = small && !heading ? {LEFT} : {WIDTH};
  if (right > edge || box.y + box.height > svg.viewBox.baseVal.height) out.push(text.textContent);
}}
document.title = JSON.stringify([root.scrollWidth - root.clientWidth, out]);
</script>"""


def chromium(folder: Path, *arguments: str) -> str:
    quiet = ("gpu", "quic", "background-networking", "component-update", "sync")
    profile = folder / "profile"
    command = [
        str(CHROMIUM),
        "--headless",
        "--no-sandbox",
        "--no-first-run",
        *(f"--disable-{what}" for what in quiet),
        f"--user-data-dir={profile}",
        *arguments,
    ]
    done = subprocess.run(command, check=True, capture_output=True)
    shutil.rmtree(profile, ignore_errors=True)
    return done.stdout.decode()


def printed(text: str, folder: Path) -> list[Page]:
    file, pdf = folder / "页.html", folder / "page.pdf"
    file.write_text(text, "utf-8")
    chromium(folder, "--no-pdf-header-footer", f"--print-to-pdf={pdf}", file.as_uri())
    return pages_of(pdf)


def overflow(text: str, width: int, folder: Path) -> tuple[int, list[str]]:
    """By how many px the page is wider than the window, and the chart's texts over an edge."""
    file = folder / "measured.html"
    file.write_text(text.replace("</body>", MEASURE + "</body>"), "utf-8")
    dom = chromium(folder, f"--window-size={width},900", "--dump-dom", file.as_uri())
    found = re.search(r"<title>(\[.*?\])</title>", dom)
    assert found is not None
    wider, over = json.loads(found[1].replace("&lt;", "<").replace("&amp;", "&"))
    return wider, over


def many(count: int) -> Board:
    """Tasks with short and long names, few and many units, in all ways to say when."""
    units = [f"县第{n}责任单位" for n in range(12)]
    return plan(
        *(
            (
                f"第{n:03}项：" + "组织干部职工深入基层宣讲政策，解答“12345”热线咨询。" * (n % 4),
                ", ".join(units[: 1 + n % 12]),
                WHENS[n % len(WHENS)],
            )
            for n in range(count)
        )
    )


@pytest.mark.parametrize("width", [1280, 800, 420])
@pytest.mark.parametrize("count", [5, 60])
def test_nothing_runs_over_an_edge(count: int, width: int, tmp_path: Path) -> None:
    assert overflow(page(many(count)), width, tmp_path) == (0, [])


@pytest.mark.parametrize("count", [5, 60, 200])
def test_each_chart_stays_on_one_sheet_of_a4(count: int, tmp_path: Path) -> None:
    board = many(count)
    pages = printed(page(board), tmp_path)
    assert {(round(sheet.width), round(sheet.height)) for sheet in pages} == {(297, 210)}
    assert [sheet.number for sheet in pages if len(sheet.words) < 6] == []
    for sheet in pages:
        assert min(word.left for word in sheet.words) >= 11.9
        assert max(word.right for word in sheet.words) <= 297 - 11.9
    charts = [sheet.text for sheet in pages if "今天" in re.sub("今天(?:到期|16)", "", sheet.text)]
    for figure in figures(board):
        names = [row.name[0][:5] for row in figure.rows if row.status]
        assert [text for text in charts if all(name in text for name in names)], names[0]


@pytest.mark.parametrize(("name", "most"), [("dalian-gaoxin-2020", 8), ("dandong-2021", 3)])
def test_a_real_campaign_takes_few_sheets(
    name: str, most: int, gongkai: Run, tmp_path: Path
) -> None:
    set_up(name)
    gongkai("status", name, "--now", NOW[name], "-o", "页.html")
    text = Path("页.html").read_text("utf-8")
    assert len(printed(text, tmp_path)) <= most
    assert overflow(text, 1280, tmp_path) == (0, [])
