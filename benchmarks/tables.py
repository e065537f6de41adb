"""The tables of the pages that lie beside the benchmarks: made by a command, never by hand."""

import datetime as dt
import os
import platform
import re
from collections.abc import Sequence
from pathlib import Path


def machine() -> str:
    """When and where something was measured."""
    return (
        f"{dt.date.today().isoformat()}，{platform.system()} {platform.machine()}，"  # noqa: DTZ011
        f"{os.cpu_count()} 核，Python {platform.python_version()}。"
    )


def put(page: Path, name: str, rows: Sequence[str]) -> None:
    """Put a table into a page, between its mark and the next end."""
    text = re.sub(
        rf"(?<=<!-- {name} -->\n).*?(?=<!-- end -->)",
        lambda _: "\n".join([machine(), "", *rows]) + "\n",
        page.read_text("utf-8"),
        flags=re.DOTALL,
    )
    page.write_text(text, "utf-8", newline="\n")
