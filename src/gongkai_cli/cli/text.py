"""gongkai text: the text of a DOCX file, for git diff and for the terminal."""

from pathlib import Path

from .. import project, report
from ..docxtext import text_of


def run(path: Path) -> int:
    """Print the text; returns 0. Raises Refused where the file cannot be read."""
    report.say_text(text_of(project.read_document(path), path.as_posix()).rstrip("\n"))
    return 0
