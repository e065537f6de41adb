"""Many campaigns are looked at on every core; what is said of them is the same, in the same order."""

import errno
import os
import signal
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT
from gongkai_cli.cli import deadlines, parallel, validate

TEXTS = [path.read_text("utf-8") for path in sorted((ROOT / "campaigns").glob("*.yaml"))]


def length(text: str) -> int:
    if not text:
        raise ValueError(text)
    return len(text)


@pytest.fixture
def everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "MANY", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


@pytest.mark.usefixtures("everywhere")
def test_results_come_in_the_order_of_the_items() -> None:
    items = ["公" * n for n in range(1, 150)]
    assert list(parallel.across(length, items, "数")) == list(range(1, 150))


class AtOnce(Executor):
    """Does the work when it is handed in, and counts what nobody has taken yet."""

    def __init__(self) -> None:
        self.left = self.most = 0

    def submit(self, fn: Callable[..., Any], /, *args: Any, **_: Any) -> "Future[Any]":
        future: Future[Any] = Future()
        future.set_result(fn(*args))
        self.left += len(args[1])
        self.most = max(self.most, self.left)
        return future


def test_results_do_not_pile_up_before_they_are_taken() -> None:
    pool = AtOnce()
    items = ["公" * n for n in range(1, 2_000)]
    taken = []
    for result in parallel._in_turn(pool, length, items, 4):
        pool.left -= 1
        taken.append(result)
    assert taken == list(range(1, 2_000))
    assert pool.most <= 5 * parallel._AT_ONCE


@pytest.mark.usefixtures("everywhere")
def test_a_fault_in_another_process_comes_back() -> None:
    with pytest.raises(ValueError, match=r"^$"):
        list(parallel.across(length, ["甲", ""], "数"))


class Refusing(ProcessPoolExecutor):
    """Pools where a system grants no processes, or not all of them, or ends them again."""

    when = "at once"

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        if self.when == "at once":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        super().__init__(*arguments, **settings)
        self.handed_out = 0

    def submit(self, fn: Callable[..., Any], /, *args: Any, **_: Any) -> "Future[Any]":
        self.handed_out += 1
        if self.when == "the second" and self.handed_out == 2:
            raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))
        if self.when == "no threads":
            raise RuntimeError("can't start new thread")
        if self.when == "dying":
            return super().submit(os._exit, 1)
        return super().submit(fn, *args)


@pytest.mark.parametrize("when", ["at once", "the second", "no threads", "dying"])
@pytest.mark.usefixtures("everywhere")
def test_where_no_processes_can_be_had_the_first_one_does_it_all(
    monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", Refusing)
    monkeypatch.setattr(Refusing, "when", when)
    items = ["公" * n for n in range(1, 150)]
    assert list(parallel.across(length, items, "数")) == list(range(1, 150))


def held_back(_: int) -> bool:
    return signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ())


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="has no signals")
@pytest.mark.usefixtures("everywhere")
def test_ctrl_c_is_for_the_first_process_alone() -> None:
    """From its first moment another one hears nothing of it; the first one hears of it ever after."""
    assert all(parallel.across(held_back, range(100), "数"))
    assert not held_back(0)


def test_commands_say_the_same_on_one_core_and_on_two(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "campaigns").mkdir()
    for number, text in enumerate([*TEXTS, "活动: 一行\n", TEXTS[0].replace("5月", "13月")]):
        (tmp_path / "campaigns" / f"{number}.yaml").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)

    def said() -> list[object]:
        codes = [
            deadlines.run([], "2021-05-18T09:00", "3", "text", []),
            deadlines.run([], "2021-05-18T09:00", "3", "json", []),
            validate.run([], "json", strict=False, fix=False),
        ]
        return [codes, capsys.readouterr()]

    alone = said()
    monkeypatch.setattr(parallel, "MANY", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    assert said() == alone
    assert alone[0] == [3, 3, 1]
