"""A clerk's slip is found, or it stands in the report; on sound files nothing is said.

``python tests/support/input_mutation.py`` prints the report.
"""

from pathlib import Path

import pytest

from gongkai_cli import report
from support.input_mutation import EACH_REAL, REAL, SOUND, findings, page, share, tally

# Measured; a rule that gets worse shows here. What is missed has no trace in the file.
FLOOR = 0.95
MANY = 500


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.stem)
def test_nothing_is_said_of_a_sound_file(path: Path) -> None:
    assert report.text(findings(path.read_text("utf-8"), path.name)) == ""


def test_slips_are_found() -> None:
    real, sound = tally(REAL, EACH_REAL), tally(SOUND)
    assert sum(count.made for count in real.values()) >= MANY
    assert share(real) >= FLOOR, page("真实的活动", real)
    assert share(sound) >= FLOOR, page("虚构的活动", sound)
