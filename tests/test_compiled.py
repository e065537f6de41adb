"""What the program's own templates are compiled to is kept beside them, and believed only where it fits."""

import sys
from pathlib import Path

import pytest
from jinja2 import Environment

from conftest import ROOT
from gongkai_cli.project.compiled import CompiledTemplates
from gongkai_cli.project.overrides import templates
from gongkai_cli.templating import Source, Templates

NAME = "t.md.j2"
TEXT = "{% for 名 in 名单 %}{{ 名 }}；{% endfor %}"
VIEW = {"名单": ["甲", "乙"]}
SAID = "甲；乙；"


@pytest.fixture(autouse=True)
def _as_usual(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def said(folder: Path, text: str = TEXT, *, packaged: bool = True) -> str:
    home = str(folder / NAME) if packaged else ""
    sources = {NAME: Source(f"templates/{NAME}", text, home)}
    return Templates(sources, CompiledTemplates()).render("t", VIEW)


def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The templates that are compiled from now on."""
    found: list[str] = []
    compile_ = Environment.compile

    def noted(self: Environment, source: str, *others: object, **named: object) -> object:
        found.append(source)
        return compile_(self, source, *others, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Environment, "compile", noted)
    return found


def kept(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_template_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = compiled(monkeypatch)
    assert [said(tmp_path) for _ in range(3)] == [SAID] * 3
    assert found == [TEXT]
    assert [path.parent.name for path in kept(tmp_path)] == ["__pycache__"]


def test_another_text_is_compiled_anew(tmp_path: Path) -> None:
    assert said(tmp_path) == SAID
    assert said(tmp_path, TEXT.replace("；", "、")) == "甲、乙、"
    assert said(tmp_path) == SAID


@pytest.mark.parametrize("packaged", [True, False])
def test_only_what_comes_with_the_program_is_kept(tmp_path: Path, *, packaged: bool) -> None:
    assert said(tmp_path, packaged=packaged) == SAID
    assert bool(kept(tmp_path)) is packaged


def test_nothing_damaged_is_run(tmp_path: Path) -> None:
    said(tmp_path)
    (path,) = kept(tmp_path)
    whole = path.read_bytes()
    for at in range(0, len(whole), 7):
        for damaged in (whole[:at], whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]):
            path.write_bytes(damaged)
            assert said(tmp_path) == SAID
            assert path.read_bytes() == whole


def test_where_python_keeps_nothing_nothing_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert said(tmp_path) == SAID
    assert kept(tmp_path) == []


def test_a_place_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "__pycache__").write_text("是文件，不是文件夹", "utf-8")
    assert said(tmp_path) == SAID


def test_an_office_s_own_template_takes_the_place_of_ours(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "notice.md.j2").write_text("# 自己的\n", "utf-8")
    found = templates(tmp_path)
    assert not found["notice.md.j2"].packaged
    assert Path(found["task-table.md.j2"].packaged) == ROOT / "templates" / "task-table.md.j2"
