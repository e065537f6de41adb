"""gongkai text: the text of a DOCX file, for git diff and for the terminal."""

from pathlib import Path

from .. import report
from ..docxtext import text_of
from ..project import files


def run(path: Path) -> int:
    """Print the text; returns 0. Raises Refused where the file cannot be read."""
    report.say_text(text_of(files.read_document(path), path.as_posix()).rstrip("\n"))
    return 0
