"""Reads the template of the status page, which comes with the program."""

from pathlib import Path

from ..templating import Source

_NAME = "status.html.j2"


def page_template() -> Source:
    """The page's template; an office has none of its own."""
    path = Path(__file__).resolve().parents[1] / "templating" / _NAME
    return Source(_NAME, path.read_text("utf-8"))
