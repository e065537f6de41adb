"""Campaign files in folders below campaigns/: nobody looks there, and validate says so."""

import os
from pathlib import Path

import pytest

from conftest import Run, put
from support.whole_file import BASE

BELOW = "campaigns/2026/乙.yaml"
SOUND = BASE.replace("星期五", "星期四").replace("5月24日", "5月22日")
TOLD = (
    "campaigns/2026:1:1: 警告 GK412 这个文件夹里的活动文件没有查"
    f"（移到 campaigns/ 下，或者写明路径，如 gongkai validate {BELOW}）\n"
)


def test_validate_tells_of_files_below(gongkai: Run) -> None:
    put("campaigns/甲.yaml", SOUND)
    put(BELOW, SOUND)
    put("campaigns/2026/乙二.yaml", SOUND)
    put("campaigns/.旧/丙.yaml", SOUND)
    put("campaigns/图/说明.txt", "")
    ran = gongkai("validate")
    assert (ran.code, ran.err) == (0, "")
    assert [line for line in ran.out.splitlines(keepends=True) if "GK" in line] == [TOLD]
    assert gongkai("validate", "--strict").code == 1
    # Whoever says which files is told of those only; nobody reads what cron writes.
    for command in (("validate", "甲"), ("validate", BELOW), ("check-deadlines",), ("tasks",)):
        ran = gongkai(*command)
        assert "GK412" not in ran.out + ran.err


@pytest.mark.parametrize(
    "command", ["validate", "render", "tasks", "check-deadlines", "status", "calendar"]
)
def test_without_names_the_folder_is_listed_once(
    gongkai: Run, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    put("campaigns/甲.yaml", SOUND)
    put("campaigns/乙.进展.txt", "")
    put(BELOW, SOUND)
    listed: list[str] = []

    def scandir(path: Path) -> object:
        listed.append(path.as_posix())
        return os_scandir(path)

    os_scandir = os.scandir
    monkeypatch.setattr("gongkai_cli.project.files.os.scandir", scandir)
    gongkai(command)
    assert listed.count("campaigns") == 1


@pytest.mark.parametrize(
    "command",
    [("validate",), ("render",), ("tasks",), ("check-deadlines",), ("done", "乙", "总结")],
    ids=lambda command: command[0],
)
def test_where_all_files_are_below_every_command_says_so(
    gongkai: Run, command: tuple[str, ...]
) -> None:
    put(BELOW, SOUND)
    ran = gongkai(*command)
    assert "GK401" in ran.err
    assert f"（campaigns/2026/ 里有：移到 campaigns/ 下，或者写明路径，如 {BELOW}）\n" in ran.err
