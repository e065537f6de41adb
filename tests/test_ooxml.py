"""Microsoft's Open XML SDK has nothing to say against any document the tests make."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from conftest import ROOT, TESTS, sound
from gongkai_cli.project.overrides import templates
from gongkai_cli.rendering import PER_UNIT, document_names
from gongkai_cli.templating import Templates
from support.all_documents import render

VALIDATOR = shutil.which("ooxml-validator")
CASES = [*sorted((ROOT / "campaigns").glob("*.yaml")), *sorted((TESTS / "cases").glob("*.yaml"))]

pytestmark = pytest.mark.skipif(VALIDATOR is None, reason="没有安装 ooxml-validator（npm）")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_document_is_valid(path: Path, office: Templates, tmp_path: Path) -> None:
    made = [*render(sound(path), office, document_names(templates(ROOT)), ["docx"])]
    # Unit sheets are of one make; two of them stand for all.
    sheets = [item for item in made if item.path.parts[0] == PER_UNIT][2:]
    for item in (item for item in made if item not in sheets):
        file = tmp_path / f"{item.path.stem}.docx"
        file.write_bytes(item.data)
        ran = subprocess.run([str(VALIDATOR), str(file)], capture_output=True, check=False)
        assert json.loads(ran.stdout)["errors"] == [], item.path
