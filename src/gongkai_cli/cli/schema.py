"""gongkai schema: the campaign file's keys for editors, as JSON Schema."""

from pathlib import Path

from .. import report
from ..schema import schema
from .choice import end_in


def run(output: Path | None) -> int:
    """Print the schema, or write it to a file. Returns 0."""
    if output is None:
        report.say_bytes(schema().encode())
        return 0
    end_in(output, (".json", ""), "键名说明")
    from ..project import writing

    writing.save(output, schema().encode())
    return 0
