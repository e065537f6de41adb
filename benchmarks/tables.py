"""The tables of the pages that lie beside the benchmarks: made by a command, never by hand."""

import datetime as dt
import os
import platform
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

_CELLS = re.compile(r"(?<!\\)\|")


def machine(said: str = "") -> str:
    """When and where something was measured, and what there is to add."""
    return (
        f"{dt.date.today().isoformat()}，{platform.system()} {platform.machine()}，"  # noqa: DTZ011
        f"{os.cpu_count()} 核，Python {platform.python_version()}。{said}"
    )


def put(page: Path, name: str, rows: Sequence[str], said: str = "") -> None:
    """Put a table into a page, between its mark and the next end."""
    text = re.sub(
        rf"(?<=<!-- {name} -->\n).*?(?=<!-- end -->)",
        lambda _: "\n".join([machine(said), "", *rows]) + "\n",
        page.read_text("utf-8"),
        count=1,  # or an empty table would be found once more, up to the end of the next
        flags=re.DOTALL,
    )
    page.write_text(text, "utf-8", newline="\n")


def measured(page: Path, name: str) -> str:
    """The day on which a page's table was made; empty where it has not been yet."""
    found = re.search(rf"<!-- {name} -->\n(\d{{4}}-\d\d-\d\d)", page.read_text("utf-8"))
    return found[1] if found else ""


def rows(page: Path, name: str) -> Iterator[dict[str, str]]:
    """The rows of a page's table, each cell under its heading."""
    _, _, rest = page.read_text("utf-8").partition(f"<!-- {name} -->\n")
    lines = [line for line in rest.partition("<!-- end -->")[0].splitlines() if line[:1] == "|"]
    cells = [[cell.strip() for cell in _CELLS.split(line)[1:-1]] for line in lines]
    for row in cells[2:]:
        yield dict(zip(cells[0], row, strict=True))
