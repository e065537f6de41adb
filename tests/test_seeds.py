"""Read blind to white space, the rendered notices are the user's own documents."""

from pathlib import Path

import pytest

from conftest import ROOT, TESTS, sound
from gongkai_cli.templating import Templates
from support.all_documents import render
from support.document_text import differences, docx_text, markdown_text

SEEDS = sorted((TESTS / "seeds").glob("*[0-9].txt"))


def explained(seed: Path) -> list[str]:
    """The differences there may be; each carries its reason."""
    lines = seed.with_suffix(".differences.txt").read_text("utf-8").splitlines()
    pairs = [line.split("  # ") for line in lines]
    assert all(len(pair) == 2 and pair[1] for pair in pairs), "every difference needs a reason"
    return [pair[0] for pair in pairs]


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
@pytest.mark.parametrize("ending", ["docx", "md"])
def test_the_notice_says_what_the_original_says(seed: Path, ending: str, office: Templates) -> None:
    plan = sound(ROOT / "campaigns" / f"{seed.stem}.yaml")
    (rendered,) = render(plan, office, ["notice"], [ending])
    text = docx_text(rendered.data) if ending == "docx" else markdown_text(rendered.data.decode())
    assert differences(seed.read_text("utf-8"), text) == explained(seed)


def test_both_originals_are_here() -> None:
    assert [seed.stem for seed in SEEDS] == ["dalian-gaoxin-2020", "dandong-2021"]
