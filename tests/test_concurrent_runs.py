"""Eight processes at once: nothing lost, nothing torn, nothing half, and no reader that complains."""

import shutil
from collections import Counter
from pathlib import Path

from conftest import ROOT
from support.concurrent_runs import CAMPAIGN, EIGHT, together


def test_eight_at_once(tmp_path: Path) -> None:
    (tmp_path / "campaigns").mkdir()
    shutil.copy(ROOT / "campaigns" / f"{CAMPAIGN}.yaml", tmp_path / "campaigns")
    outcome = together(tmp_path, 5, 515)
    assert (outcome.harm, outcome.runs) == (
        [],
        Counter(dict.fromkeys(EIGHT, 0)) + Counter(EIGHT * 5),
    )
