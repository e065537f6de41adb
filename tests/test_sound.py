"""Sound campaigns of many kinds of bodies: their notices read as their clerks would have written them."""

import re
from pathlib import Path

import pytest

from conftest import ROOT, TESTS
from gongkai_cli.loading import load
from gongkai_cli.model import Campaign
from gongkai_cli.project.overrides import templates
from gongkai_cli.templating import Templates
from support.all_documents import render

SOUND = sorted((TESTS / "sound").glob("*.yaml"))
OFFICE = Templates(templates(ROOT))
DOUBLED = re.compile(r"[，。；：、]{2}|[！？][，。；]|““|””|‘‘|’’|《《|》》|（（|））")


def campaign_of(path: Path) -> Campaign:
    campaign = load(path.read_bytes(), path.name).campaign
    assert campaign is not None
    return campaign


def notice(campaign: Campaign) -> str:
    (made,) = render(campaign, OFFICE, ["notice"], ["md"])
    return made.data.decode()


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.stem)
def test_no_mark_of_a_notice_is_doubled(path: Path) -> None:
    assert DOUBLED.findall("".join(notice(campaign_of(path)).split())) == []


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.stem)
def test_a_notice_asks_once_for_each_report(path: Path) -> None:
    campaign = campaign_of(path)
    sentences = re.split("[。；\\n]", notice(campaign))
    for report in campaign.reports:
        asked = [one for one in sentences if report.material in one and report.due in one]
        assert len(asked) == 1, report.material
