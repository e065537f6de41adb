"""Sound campaigns of many kinds of bodies: their notices read as their clerks would have written them."""

import re
from pathlib import Path

import pytest

from conftest import ROOT, TESTS
from gongkai_cli.loading import Loaded, load
from gongkai_cli.project.overrides import templates
from gongkai_cli.templating import Templates
from support.all_documents import render, understood

SOUND = sorted((TESTS / "sound").glob("*.yaml"))
OFFICE = Templates(templates(ROOT))
DOUBLED = re.compile(r"[，。；：、]{2}|[！？][，。；]|““|””|‘‘|’’|《《|》》|（（|））")


def notice(loaded: Loaded) -> str:
    (made,) = render(loaded, OFFICE, ["notice"], ["md"])
    return made.data.decode()


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.stem)
def test_no_mark_of_a_notice_is_doubled(path: Path) -> None:
    assert DOUBLED.findall("".join(notice(load(path.read_bytes(), path.name)).split())) == []


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.stem)
def test_a_notice_asks_once_for_each_report(path: Path) -> None:
    loaded = load(path.read_bytes(), path.name)
    sentences = re.split("[。；\\n]", notice(loaded))
    for report in understood(loaded)[0].reports:
        asked = [one for one in sentences if report.material in one and report.due in one]
        assert len(asked) == 1, report.material
