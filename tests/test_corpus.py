"""Every hostile input: exit code, findings with their places, files; and what no run may do.

Nothing is timed here: benchmarks/hostile meets the same inputs with whole processes.
"""

import io
import sys
from collections.abc import Iterator

import pytest

from conftest import ROOT
from gongkai_cli.__main__ import main
from hostile import KINDS
from hostile.case import Case, Command, Outcome, changed, lay_out, listing, told
from hostile.expected import Key, lines_of, read, write
from hostile.judge import breaches, malformed

CASES = [
    pytest.param(kind, case, id=f"{number}-{turn}")
    for number, (kind, cases) in enumerate(KINDS.items())
    for turn, case in enumerate(cases)
]


@pytest.fixture(scope="module")
def expected(update: bool) -> Iterator[dict[Key, list[str]]]:  # noqa: FBT001
    known = dict(read())
    yield known
    if update:
        write(known, KINDS)


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
    expected: dict[Key, list[str]],
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
        expected[kind, case.name] = lines
    assert wrong == []
    assert lines == expected[kind, case.name]


def test_no_two_cases_are_called_alike() -> None:
    for cases in KINDS.values():
        names = [case.name for case in cases]
        assert len(names) == len({*names})


def test_nothing_is_expected_of_a_case_that_is_none() -> None:
    assert set(read()) == {(kind, case.name) for kind, cases in KINDS.items() for case in cases}
