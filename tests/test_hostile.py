"""Every hostile input: exit code, findings with their places and words, files; and what no run may do.

Nothing is timed here: benchmarks/hostile meets the same inputs with whole processes.
"""

import io
import sys
from collections.abc import Iterator

import pytest

from conftest import ROOT
from gongkai_cli.__main__ import main
from hostile import KINDS, PAGES
from hostile.case import Case, Command, Outcome, changed, lay_out, listing, told
from hostile.expected import lines_of, read, write
from hostile.judge import breaches, malformed

Expected = dict[str, dict[str, list[str]]]
"""The lines by kind and by name."""

CASES = [
    pytest.param(kind, case, id=f"{number}-{turn}")
    for number, (kind, cases) in enumerate(KINDS.items())
    for turn, case in enumerate(cases)
]


@pytest.fixture(scope="module")
def expected(update: bool) -> Iterator[Expected]:  # noqa: FBT001
    known = {kind: read(page) for kind, page in PAGES.items()}
    yield known
    if update:
        for kind, page in PAGES.items():
            write(page, known[kind], KINDS[kind])


def meet(command: Command, monkeypatch: pytest.MonkeyPatch) -> tuple[int, str, str]:
    """Run the program here, as it runs alone."""
    streams = [io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2)]
    monkeypatch.setattr(sys, "stdout", streams[0])
    monkeypatch.setattr(sys, "stderr", streams[1])
    monkeypatch.setattr(sys, "argv", ["gongkai", *command])
    monkeypatch.setenv("GONGKAI_CACHE", "0")  # what an earlier run noted would be met instead
    with pytest.raises(SystemExit) as left:
        main()
    said: list[str] = []
    for stream in streams:
        stream.flush()
        stream.seek(0)
        said.append(stream.buffer.read().decode())
    monkeypatch.undo()
    return int(left.value.code or 0), said[0], said[1]


@pytest.mark.parametrize(("kind", "case"), CASES)
def test_a_hostile_input_comes_to_its_known_end(
    kind: str,
    case: Case,
    expected: Expected,
    update: bool,  # noqa: FBT001
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    if case.posix and sys.platform != "linux":
        pytest.skip("这样的文件只有 Linux 上才有")
    tree = tmp_path_factory.mktemp("hostile")
    office = lay_out(case, tree)
    outcomes: list[Outcome] = []
    wrong: list[str] = []
    for command in case.commands:
        before = listing(tree)
        with pytest.MonkeyPatch.context() as monkeypatch:
            monkeypatch.chdir(office)
            code, out, err = meet(command, monkeypatch)
        written = changed(before, listing(tree))
        # The packaged templates are shown with their whole path.
        told_of = told(out, err.replace(f"{ROOT.as_posix()}/", "程序/"))
        outcomes.append(Outcome(code, told_of, written))
        wrong += breaches(command, code, out, err)
        wrong += malformed(office, written)
        wrong += (f"outside: {name}" for name in written if name.startswith(".."))
    lines = lines_of(case, outcomes)
    if update:
        expected[kind][case.name] = lines
    assert wrong == []
    assert lines == expected[kind][case.name]


@pytest.mark.parametrize("kind", KINDS)
def test_each_case_has_a_name_and_an_end_of_its_own(kind: str, expected: Expected) -> None:
    assert sorted(expected[kind]) == sorted(case.name for case in KINDS[kind])
