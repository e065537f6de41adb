"""gongkai text: the text of a DOCX file, for git diff and for the terminal."""

from pathlib import Path

from .. import report
from ..docxtext import text_of
from ..finding import Refused
from ..project import files


def run(path: Path, *, textconv: bool) -> int:
    """Print the text; returns 0. Raises Refused where the file cannot be read.

    As git's ``textconv`` it tells that in place of the text: git shows nothing at all of a change
    of which one file could not be converted.
    """
    try:
        text = text_of(files.read_document(path), path.as_posix())
    except Refused as refused:
        if not textconv:
            raise
        text = f"（{refused.findings[0].message}）"
    report.say_text(text.rstrip("\n"))
    return 0
