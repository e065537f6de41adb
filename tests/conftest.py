"""What the tests share: paths, the campaigns, and how expectations are rewritten."""

import os
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, settings

from gongkai_cli import deadlines
from gongkai_cli.__main__ import main
from gongkai_cli.agenda import agenda_of
from gongkai_cli.loading import Loaded, load
from gongkai_cli.project.overrides import templates
from gongkai_cli.tally import progress_view
from gongkai_cli.templating import Templates
from support.all_documents import render
from support.page_measure import Page, convert

# Each test finds things out for itself; those about what is remembered say so.
os.environ["GONGKAI_CACHE"] = "0"

ROOT = Path(__file__).parent.parent
TESTS = Path(__file__).parent
CASES = [
    *sorted((ROOT / "campaigns").glob("*.yaml")),
    *sorted((TESTS / "cases").glob("*.yaml")),
]
"""The campaigns whose documents are kept in tests/golden."""
SOUND = (TESTS / "cases" / "official.yaml").read_text("utf-8")
"""A campaign file with every element of an ordinary document."""
BAD = "活动: 测试\n"
"""A campaign file that lacks nearly everything."""

# How fast a machine is at the moment is nothing a test can fail on.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
# The same examples on every machine: a commit passes or it does not. New ones are found by everybody
# who works on it, and by benchmarks/fuzz.
settings.register_profile("same", deadline=None, derandomize=True, database=None)
# pytest --hypothesis-profile=long: for a night, or before a release.
settings.register_profile("long", max_examples=5000, deadline=None)


def one_of(share: int) -> settings:
    """Settings for a law whose examples are whole files: one example for ``share`` of the profile."""
    return settings(
        max_examples=max(settings().max_examples // share, 1),
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite the golden files")


@pytest.fixture(scope="session")
def update(request: pytest.FixtureRequest) -> bool:
    wanted = bool(request.config.getoption("--update"))
    if wanted and os.environ.get("CI"):
        pytest.exit("expectations are rewritten by people who read the diff, not by CI")
    return wanted


@pytest.fixture(scope="session")
def office() -> Templates:
    """The packaged templates."""
    return Templates(templates(ROOT))


def path_of(case: str) -> Path:
    """Where a campaign stands: the real ones, whose names end in their year, apart from ours."""
    folder = ROOT / "campaigns" if case[-1].isdigit() else TESTS / "cases"
    return folder / f"{case}.yaml"


def sound(path: Path) -> Loaded:
    """Load a campaign file that is expected to be sound, but for rare characters."""
    loaded = load(path.read_bytes(), path.name)
    assert {finding.code for finding in loaded.findings} <= {"GK208"}
    assert loaded.campaign is not None
    return loaded


def progress(path: Path, record: str, until: datetime | None = None) -> Mapping[str, Any] | None:
    """What a record says of a campaign, by its own last line unless told."""
    loaded = load(path.read_bytes(), path.name)
    assert loaded.campaign
    assert loaded.context
    agenda = agenda_of(loaded.campaign, path.stem, path.name, loaded.context)
    marks, unread = deadlines.read(record, "进展", agenda.context)
    facts, unsettled = deadlines.settle(marks, agenda, datetime(9999, 1, 1))
    assert (*unread, *unsettled) == ()
    until = until or deadlines.last_moment(facts)
    if until is None:
        return None
    outcomes = deadlines.outcomes(agenda, facts, until)
    return progress_view(loaded.campaign, outcomes, until)


@pytest.fixture(scope="session")
def laid_out(
    office: Templates, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], list[Page]]:
    """The pages of a case's notice, laid out once."""

    @cache
    def pages(case: str) -> list[Page]:
        (rendered,) = render(sound(path_of(case)), office, ["notice"], ["docx"])
        return convert(rendered.data, tmp_path_factory.mktemp("pages"))

    return pages


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def gongkai(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Run:
    """Run the program in an empty office folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdout.reconfigure", lambda **_: None, raising=False)
    monkeypatch.setattr("sys.stderr.reconfigure", lambda **_: None, raising=False)

    def run(*arguments: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["gongkai", *arguments])
        with pytest.raises(SystemExit) as left:
            main()
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return Ran(int(left.value.code or 0), captured.out, captured.err)

    return run


def put(path: str, text: str | bytes) -> None:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode() if isinstance(text, str) else text)


def written() -> list[str]:
    """Every file below output/, hidden ones too."""
    return sorted(
        path.relative_to("output").as_posix()
        for path in Path("output").rglob("*")
        if path.is_file()
    )
