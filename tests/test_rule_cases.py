"""Every case of tests/rules gets the findings written behind it, to the letter; most get just one.

Cases are parted by ``---``; each takes the place of the keys of one sound head, and lines count
from its own first. ``pytest --update`` writes the findings anew; read the diff.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from conftest import ROOT, TESTS
from gongkai_cli import report
from gongkai_cli.rules import RULES, repeated
from gongkai_cli.subject import Subject
from support.rule_examples import FILES, MARKER, NOTHING, PARTED, cases, example, found


def expectation(text: str) -> str:
    """What validate says of a case, its lines counted from the case's own first."""
    whole = example(text, dated=False)
    above = whole[: whole.index(text)].count("\n")
    own = [
        replace(finding, place=replace(finding.place, line=finding.place.line - above))
        for finding in found(whole)
    ]
    lines = report.text(own).replace("文件:", "").splitlines()
    return "".join(f"# {line}\n" for line in lines) or NOTHING


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_finding_of_a_case(path: Path, *, update: bool) -> None:
    made = [text.partition(MARKER)[0] for text in cases(path)]
    said = PARTED.join(text + MARKER + expectation(text) for text in made)
    if update:
        path.write_bytes(said.encode())
    assert said == path.read_bytes().decode()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_edit_fits_its_place_and_mends_what_was_found(path: Path) -> None:
    for text in cases(path):
        whole = example(text.partition(MARKER)[0], dated=False)
        for finding in found(whole):
            if finding.edit is None:
                continue
            lines = whole.split("\n")
            line, at = lines[finding.place.line - 1], finding.place.column - 1
            assert line.startswith(finding.edit.old, at), finding
            lines[finding.place.line - 1] = (
                line[:at] + finding.edit.new + line[at + len(finding.edit.old) :]
            )
            assert finding not in found("\n".join(lines))


def test_paragraphs_passed_over_hold_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule that looks only where something can be finds the same where it looks at everything."""
    texts = [example(text, dated=False) for path in FILES for text in cases(path)]
    texts += [path.read_text("utf-8") for path in (ROOT / "campaigns").glob("*.yaml")]
    texts += [path.read_text("utf-8") for path in (TESTS / "sound").glob("*.yaml")]
    known = [found(text) for text in texts]
    assert any(known)
    monkeypatch.setattr(Subject, "lines", lambda self, _: ((0, len(self.whole)),))
    monkeypatch.setattr(repeated, "_repeated", lambda text: range(len(text)))
    assert [found(text) for text in texts] == known


def test_every_rule_has_cases_of_both_kinds() -> None:
    assert {path.stem for path in FILES} == {rule.RULE.code for rule in RULES}
    for path in FILES:
        ends = [text.partition(MARKER)[2] for text in cases(path)]
        sound = [end for end in ends if end == NOTHING]
        others = [end for end in ends if end != NOTHING]
        assert sound, path.stem
        assert others, path.stem
        assert all(f" {path.stem} " in end for end in others), path.stem
