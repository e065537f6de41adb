"""gongkai schema: the campaign file's keys for editors, as JSON Schema."""

from pathlib import Path

from .. import project, report
from ..finding import Refused
from ..schema import schema
from .choice import end_in


def run(output: Path | None) -> int:
    """Print the schema, or write it to a file. Returns 0, or 1 where it cannot be written."""
    if output is None:
        report.say_bytes(schema().encode())
        return 0
    end_in(output, (".json", ""), "键的说明")
    try:
        project.save(output, schema().encode())
    except Refused as refused:
        report.complain(refused.findings)
        return 1
    return 0
