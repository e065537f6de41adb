"""What is known from the last run: it changes nothing that is said, and nothing false is believed."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import ROOT, TESTS, Ran, Run, put
from gongkai_cli.agenda import agenda_of
from gongkai_cli.cli import conversion, usage
from gongkai_cli.dates.span import Context, Recurrence, Span
from gongkai_cli.deadlines import Agenda, Entry, plain, restored
from gongkai_cli.loading import load
from gongkai_cli.project import memory
from gongkai_cli.project.drawer import Drawer

CAMPAIGN = ROOT / "campaigns" / "dandong-2021.yaml"
COMMANDS = (
    ("check-deadlines", "--now", "2021-05-19T09:00"),
    ("check-deadlines", "--now", "2021-05-19T09:00", "--format", "json"),
    ("tasks", "--now", "2021-05-21"),
    ("status", "--now", "2021-05-21"),
    ("validate",),
    ("validate", "--format", "json", "--strict"),
)


@pytest.fixture
def notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for notes, empty so far."""
    folder = tmp_path / "别处" / "记着的"
    monkeypatch.setenv(memory.VARIABLE, str(folder))
    return folder


@pytest.fixture
def say(gongkai: Run) -> Callable[[], list[Ran]]:
    """What each command says of the campaigns of an office."""
    shutil.copytree(ROOT / "campaigns", "campaigns")
    return lambda: [gongkai(*command) for command in COMMANDS]


def kept(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_known_or_not_the_same_is_said(
    say: Callable[[], list[Ran]], notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def same() -> None:
        first, again = say(), say()
        with monkeypatch.context() as without:
            without.setenv(memory.VARIABLE, "0")
            anew = say()
        assert first == anew
        assert again == anew

    same()
    assert {path.parent.name for path in kept(notes)} == {"agenda", "validate"}
    put(
        "campaigns/dandong-2021.yaml", CAMPAIGN.read_text("utf-8").replace("5月20日16时", "5月21日")
    )
    same()
    put("campaigns/dandong-2021.进展.txt", "2021-05-18 | 活动总结\n2021-05-18 | 没有这项\n")
    same()
    put("templates/notice.md.j2", "{{ 没有这个名字 }}\n")
    same()
    put("templates/notice.md.j2", "# 通知\n")
    same()
    put("campaigns/dandong-2021.yaml", "活动：写错了\n")
    same()


@pytest.mark.usefixtures("notes")
def test_what_is_known_was_found_out_once(
    say: Callable[[], list[Ran]], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = say()

    def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("gongkai_cli.loading.load", never)
    monkeypatch.setattr("gongkai_cli.checking.examine", never)
    assert say() == before


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:0],
        lambda data: data[:20],
        lambda data: data[:70],
        lambda data: data[:-9],
        lambda data: data + b" ",
        lambda data: b" " + data,
        lambda data: data[:104] + bytes(len(data) - 104),
        lambda data: data[:36] + bytes(32) + data[68:],
        lambda data: data[:-1] + b" ",
    ],
)
def test_a_damaged_note_is_not_believed(
    damage: Callable[[bytes], bytes], say: Callable[[], list[Ran]], notes: Path
) -> None:
    before = say()
    for file in kept(notes):
        file.write_bytes(damage(file.read_bytes()))
    assert say() == before
    assert say() == before


def test_what_is_longer_than_any_note_is_found_out_each_time(
    say: Callable[[], list[Ran]], monkeypatch: pytest.MonkeyPatch, notes: Path
) -> None:
    monkeypatch.setattr(memory, "_LARGEST", 10)
    assert say() == say()
    assert kept(notes) == []


@pytest.mark.parametrize("missing", ["scandir", "yaml"])
def test_a_program_that_cannot_be_told_apart_notes_nothing(
    say: Callable[[], list[Ran]], monkeypatch: pytest.MonkeyPatch, notes: Path, missing: str
) -> None:
    """As where it runs from an archive."""
    before = say()
    shutil.rmtree(notes)

    def refuse(*_: object) -> None:
        raise NotADirectoryError

    if missing == "scandir":
        monkeypatch.setattr(memory, "_files", refuse)
    else:
        monkeypatch.setattr("importlib.machinery.PathFinder.find_spec", lambda *_: None)
    memory._program.cache_clear()
    assert say() == before
    assert not notes.exists()
    memory._program.cache_clear()


def test_another_program_believes_none_of_it(
    say: Callable[[], list[Ran]], monkeypatch: pytest.MonkeyPatch, notes: Path
) -> None:
    keep = memory.Note.keep

    def falsely(note: memory.Note, told: Sequence[Any]) -> None:
        keep(note, ["另一个活动", *told[1:]] if told[0] else told)

    before = say()
    with monkeypatch.context() as forged:
        forged.setattr(memory.Note, "keep", falsely)
        shutil.rmtree(notes)
        say()
    assert say() != before, "the notes were not read at all"
    monkeypatch.setattr(memory, "_program", lambda: b"another")
    assert say() == before


def test_no_place_for_notes_is_no_fault(
    say: Callable[[], list[Ran]], notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(str(notes), "a file where the folder should be")
    first = say()
    assert say() == first
    for nowhere in ("0", "off", "不是全路径"):
        monkeypatch.setenv(memory.VARIABLE, nowhere)
        assert say() == first
    assert not Path("off").exists()
    monkeypatch.delenv(memory.VARIABLE)
    monkeypatch.setenv("HOME", "家")
    assert say() == first
    assert not Path("家").exists()


def test_new_holidays_are_another_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An office without a network may put the new table in place by hand."""
    for name in ("__init__.py", "constants.py"):
        put(str(tmp_path / "chinese_calendar" / name), "before\n")
    put(str(tmp_path / "yaml" / "__init__.py"), "")
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    anew = memory._program.__wrapped__
    before = anew()
    assert before
    assert anew() == before
    put(str(tmp_path / "chinese_calendar" / "constants.py"), "after it\n")
    after = anew()
    assert after not in (None, before)
    (tmp_path / "markupsafe-3.0.3.dist-info").mkdir()
    assert anew() not in (None, before, after)


@pytest.mark.usefixtures("notes")
def test_what_failed_for_want_of_memory_is_tried_again(
    say: Callable[[], list[Ran]], monkeypatch: pytest.MonkeyPatch
) -> None:
    put("templates/extra.md.j2", "{{ 活动 }}\n")
    with monkeypatch.context() as short:

        def none_left(*_: object) -> str:
            raise MemoryError

        short.setattr("jinja2.Template.generate", none_left)
        assert "内容太大" in say()[-1].out
    assert "内容太大" not in say()[-1].out


@pytest.mark.usefixtures("notes")
def test_a_record_that_cannot_be_read_hides_nothing_of_the_file(
    say: Callable[[], list[Ran]],
) -> None:
    before = say()[-2].out.splitlines()
    put("campaigns/dandong-2021.进展.txt", "进展记录，不是这种编码\n".encode("gbk"))
    after = say()[-2].out.splitlines()
    assert [line for line in after if "GK003" not in line] == before
    assert len(after) == len(before) + 1


def test_a_full_disk_is_no_fault(
    say: Callable[[], list[Ran]], notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Drawer, *__: bytes) -> None:
        raise OSError(28, "No space left on device")

    before = say()
    shutil.rmtree(notes)
    monkeypatch.setattr(Drawer, "put", full)
    assert say() == before
    assert kept(notes) == []


def test_nobody_else_may_look_into_the_notes(say: Callable[[], list[Ran]], notes: Path) -> None:
    say()
    if os.name != "nt":
        assert {folder.stat().st_mode & 0o077 for folder in notes.iterdir()} == {0}
        assert {folder.name for folder in notes.iterdir()} == {"agenda", "validate"}


moments = st.one_of(
    st.none(),
    st.dates(date(1990, 1, 1)),
    st.datetimes(datetime(1990, 1, 1)).map(lambda at: at.replace(second=0, microsecond=0)),
)
turns = st.builds(
    Recurrence,
    st.sampled_from(["日", "周", "月", "季度"]),
    st.lists(st.integers(0, 31), max_size=3).map(tuple),
    st.one_of(st.none(), st.just(time(12)), st.just(time(0))),
    st.integers(1, 3),
)
spans = st.builds(Span, moments, moments, st.booleans(), st.one_of(st.none(), turns))
words = st.text(max_size=8)
maybe = st.one_of(st.none(), words)
entries = st.builds(
    Entry,
    words,
    st.sampled_from(["task", "report", "milestone"]),
    words,
    maybe,
    maybe,
    st.one_of(st.none(), spans),
    maybe,
    maybe,
    words,
    maybe,
    st.integers(0, 999),
)
contexts = st.builds(
    Context,
    st.integers(1990, 2100),
    st.one_of(st.none(), st.dates()),
    st.dictionaries(words, spans, max_size=3),
    st.frozensets(words, max_size=3),
)
agendas = st.builds(
    Agenda,
    words,
    words,
    words,
    words,
    st.lists(entries, max_size=4).map(tuple),
    st.lists(words, max_size=3).map(tuple),
    st.dictionaries(words, st.lists(words, max_size=3).map(tuple), max_size=3),
    contexts,
    st.dates(),
    st.dates(),
)


@given(agendas)
def test_an_agenda_comes_back_as_it_was(agenda: Agenda) -> None:
    written = json.dumps(plain(agenda)).encode("utf-8", "surrogatepass")
    assert restored(json.loads(written), agenda.campaign, agenda.path) == agenda


@pytest.mark.parametrize(
    "path",
    [*(ROOT / "campaigns").glob("*.yaml"), *(TESTS / "sound").glob("*.yaml")],
    ids=lambda path: path.stem,
)
def test_the_agenda_of_a_campaign_comes_back_as_it_was(path: Path) -> None:
    loaded = load(path.read_bytes(), path.name)
    assert loaded.campaign
    assert loaded.context
    agenda = agenda_of(loaded.campaign, path.stem, path.name, loaded.context)
    assert restored(json.loads(json.dumps(plain(agenda))), path.stem, path.name) == agenda


_LOADED = """
import sys
from gongkai_cli.__main__ import main
try:
    main()
except SystemExit:
    print(*sorted({"pydantic", "yaml", "jinja2", "markdown_it", "docx", "rich"} & {*sys.modules}))
"""


@pytest.mark.parametrize(
    ("command", "first", "again"),
    [
        (("check-deadlines", "--now", "2021-05-01"), "pydantic yaml", ""),
        (("validate",), "pydantic yaml", ""),
        (("calendar", "-o", "日程.ics"), "pydantic yaml", ""),
        (("calendar", "--per-unit", "-o", "日程"), "pydantic yaml", ""),
        (("status", "--now", "2021-05-01"), "pydantic rich yaml", "rich"),
        (("status", "-o", "进展.html"), "jinja2 pydantic yaml", "jinja2"),
        (("--help",), "", ""),
    ],
)
def test_nothing_is_loaded_for_what_is_known(
    command: tuple[str, ...], first: str, again: str, tmp_path: Path
) -> None:
    shutil.copytree(ROOT / "campaigns", tmp_path / "campaigns")
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONUTF8": "1",
        memory.VARIABLE: str(tmp_path / "notes"),
    }

    def loaded() -> str:
        ran = subprocess.run(
            [sys.executable, "-c", _LOADED, *command],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        return ran.stdout.splitlines()[-1]

    assert loaded() == first
    assert loaded() == again


def test_another_parser_is_left_alone(gongkai: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class Converting:
        multiple, nargs = False, 1

        def get_runtime_param(self) -> object:
            return self

        convert = type_descriptor = None

    param = Converting()
    param.type_descriptor = type("Kind", (), {"annotation": str})  # type: ignore[assignment]
    monkeypatch.setattr("typer.__version__", "1.2.3")
    assert conversion.take_as_written([param]) == [param]
    assert param.get_runtime_param() is param
    assert gongkai("check-deadlines", "没有").code == 3


@pytest.mark.parametrize(
    "arguments",
    [
        ("check-deadlines",),
        ("check-deadlines", "dandong-2021", "dalian-gaoxin-2020", "--within", "9"),
        ("check-deadlines", "--within", "三天"),
        ("tasks", "--unit", "市营商局", "--unit", "市教育局", "--format=json"),
        ("tasks", "--"),
        ("tasks", "--unit"),
        ("validate", "--strict", "--strict"),
        ("validate", "--strict=yes"),
        ("validate", "--no-strict"),
        ("diff", "dandong-2021"),
        ("diff", "dandong-2021", "dandong-2021"),
        ("--version",),
        ("没有这个",),
    ],
)
def test_arguments_as_written_mean_what_the_parser_makes_of_them(
    arguments: tuple[str, ...], gongkai: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "campaigns", "campaigns")
    ours = gongkai(*arguments)
    monkeypatch.setattr(usage, "take_as_written", lambda params: params)
    assert gongkai(*arguments) == ours
