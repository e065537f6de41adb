"""Where PyYAML comes without libyaml, its own parser is told of in the same words."""

import random
from pathlib import Path

import pytest
import yaml

from conftest import TESTS
from gongkai_cli import report
from gongkai_cli.loading import load
from gongkai_cli.yamltree import composing, faults

FILES = sorted((TESTS / "bad").glob("*.yaml"))
SOUND = (TESTS / "cases" / "official.yaml").read_text("utf-8")
MARKS = (*"[]{}'\":%@#|>?,`\\-&*!", ": ", "- ", "\t", "　", "：", "，", "&a ", "*a ", "\n", "---\n")
MOST_APART = 0.02


class _Own(yaml.BaseLoader):
    resolve = composing.Loader.resolve


def said(text: str) -> str:
    return report.text(load(text.encode(), "文件").findings)


def in_both(text: str, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    first = said(text)
    with monkeypatch.context() as without:
        without.setattr(composing, "Loader", _Own)
        without.setattr(faults, "Loader", _Own)
        return first, said(text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_bad_file_is_told_of_alike(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert issubclass(composing.Loader, yaml.CBaseLoader), "nothing to compare with"
    with_libyaml, without = in_both(path.read_text("utf-8"), monkeypatch)
    assert without == with_libyaml


def test_slips_of_the_keyboard_are_told_of_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    """But for a few: the two parsers are not of one mind about tabs, or where a list ends."""
    chance = random.Random(515)  # noqa: S311  repeatable, not secret
    lines = SOUND.split("\n")
    apart = 0
    for _ in range(300):
        number = chance.randrange(len(lines))
        line = lines[number]
        at = chance.choice([len(line) - len(line.lstrip()), chance.randrange(len(line) + 1)])
        slip = line[:at] + chance.choice(MARKS) + line[at:]
        text = "\n".join([*lines[:number], slip, *lines[number + 1 :]])
        with_libyaml, without = in_both(text, monkeypatch)
        apart += with_libyaml != without
        assert "这里不合 YAML 的写法" not in without
    assert apart <= 300 * MOST_APART
