"""Reads what an office may have its own way: the templates and the style."""

import os
from pathlib import Path

from ..decoding import decode
from ..finding import Refused
from ..gbt9704 import STANDARD, Standard
from ..office_style import read_style
from ..templating import SUFFIX, Source
from .files import TEMPLATES, listing, read, shown_path

STYLE = "排版.yaml"


def templates(root: Path) -> dict[str, Source]:
    """Every template by file name: the office's own over the packaged ones.

    Raises Refused where an office's template cannot be read.
    """
    sources: dict[str, Source] = {}
    ours = _folder()
    for folder in (ours, root / TEMPLATES):
        for path in listing(folder):
            if path.name.endswith(SUFFIX):
                shown = shown_path(path, root)
                text, findings = decode(read(path), shown)
                if text is None:
                    raise Refused(*findings)
                sources[path.name] = Source(shown, text, str(path) if folder == ours else "")
    return sources


def style(root: Path) -> Standard:
    """The office's own style, or the standard. Raises Refused where its file is wrong."""
    path = root / TEMPLATES / STYLE
    if not os.path.lexists(path):
        return STANDARD
    standard, findings = read_style(read(path), shown_path(path, root))
    if findings:
        raise Refused(*findings)
    return standard


def packaged_templates() -> dict[str, bytes]:
    """The templates that come with the program, by file name, byte for byte."""
    return {path.name: read(path) for path in listing(_folder()) if path.name.endswith(SUFFIX)}


def _folder() -> Path:
    """The templates that come with the program: in the package, or beside src/ in a checkout."""
    package = Path(__file__).resolve().parents[1]
    inside = package / TEMPLATES
    return inside if inside.is_dir() else package.parents[1] / TEMPLATES
