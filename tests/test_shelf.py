"""An output folder and what lies in it: our own documents, other people's, and half of a write."""

import os
from pathlib import Path, PurePosixPath

import pytest

from conftest import SOUND, Run, put
from gongkai_cli.finding import Refused
from gongkai_cli.project import files, sealed, shelf, subfolders, writing
from gongkai_cli.project.shelf import Shelf

NAME = PurePosixPath("notice.md")


def test_what_another_run_wrote_meanwhile_is_our_own(tmp_path: Path) -> None:
    one, other = Shelf(tmp_path), Shelf(tmp_path)
    assert other.put(NAME, b"first") == "written"
    assert one.put(NAME, b"second") == "written"
    assert other.put(NAME, b"second") == "unchanged"
    (tmp_path / NAME).write_bytes(b"by hand")
    assert one.put(NAME, b"second") == "kept"
    assert other.put(NAME, b"third") == "outdated"
    assert (tmp_path / NAME).read_bytes() == b"by hand"


def test_what_is_larger_than_any_document_is_none_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert Shelf(tmp_path).put(NAME, b"first") == "written"
    monkeypatch.setattr(shelf, "_LARGEST", 4)
    assert Shelf(tmp_path).put(NAME, b"other") == "outdated"
    assert (tmp_path / NAME).read_bytes() == b"first"


def test_what_cannot_be_put_in_place_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "taken" / "inside").mkdir(parents=True)
    with pytest.raises(OSError, match="taken"):
        sealed.swap(tmp_path / "taken", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_what_nobody_may_write_to_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "甲.yaml").write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(Refused) as refused:
        writing.save(tmp_path / "甲.yaml", b"new")
    assert [one.code for one in refused.value.findings] == ["GK403"]
    assert (tmp_path / "甲.yaml").read_bytes() == b"old"


def test_a_name_that_no_system_has_is_told(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        writing.save(tmp_path / "甲\0.yaml", b"new")
    (finding,) = refused.value.findings
    assert (finding.code, finding.message) == ("GK403", "写不了：文件名里有不许用的字符")


def test_a_folder_out_of_reach_is_passed_over(
    gongkai: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("campaigns/甲.yaml", SOUND)
    put("campaigns/旧/乙.yaml", SOUND)
    put("campaigns/新/丙.yaml", SOUND)

    def scandir(folder: Path) -> object:
        if folder.name == "旧":
            raise PermissionError(13, "Permission denied")
        return os_scandir(folder)

    os_scandir = os.scandir
    monkeypatch.setattr("gongkai_cli.project.files.os.scandir", scandir)
    entries = files.entries_of(Path("campaigns"))
    assert [*subfolders.first_ones(Path(), entries)] == [Path("campaigns/新/丙.yaml")]
    assert gongkai("validate").code == 0


def test_a_record_out_of_reach_is_told(gongkai: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    put("campaigns/甲.yaml", SOUND)
    put("campaigns/甲.进展.txt", "")
    lstat = Path.lstat

    def out_of_reach(path: Path) -> os.stat_result:
        if path.suffix == ".txt":
            raise PermissionError(13, "Permission denied")
        return lstat(path)

    monkeypatch.setattr(Path, "lstat", out_of_reach)
    ran = gongkai("check-deadlines", "--now", "2026-01-05")
    assert (ran.code, ran.err) == (
        3,
        "campaigns/甲.进展.txt:1:1: 错误 GK403 读不了：没有权限，或者文件正在别的程序里打开"
        "（关掉打开它的 Word、WPS，或换一个文件夹）\n",
    )
