"""render --unit, and render --watch: what is rendered again when something changes."""

import errno
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT, SOUND, Ran, Run, put, written
from gongkai_cli.cli.render import Order
from gongkai_cli.cli.rerender import follow

ORDER = Order((), ("notice",), ("md",), (), Path("output"), "", force=False)
HELD = "改了活动文件或模板就重新生成；按 Ctrl+C 结束\n"
ROUND = "{}：生成 {} 个文件，保存在 output/{}\n"
WITH_MEMBERS = SOUND + "统称: {各乡镇: [东镇, 西镇]}\n"


def rounds(*changes: tuple[str, str | None]) -> Iterator[frozenset[Path]]:
    """Change a file, and tell of it as the system would; None takes it away."""
    yield frozenset()
    for path, text in changes:
        if text is None:
            Path(path).unlink()
        else:
            put(path, text)
        yield frozenset({Path(path)})


@pytest.fixture(autouse=True)
def office(gongkai: Run) -> Run:
    put("campaigns/甲.yaml", SOUND)
    put("campaigns/乙.yaml", SOUND)
    put("templates/notice.md.j2", "# {{ 活动 }}\n")
    return gongkai


@pytest.mark.parametrize(
    ("changes", "out", "err"),
    [
        # A campaign that changes is rendered again, and no other.
        (
            [("campaigns/甲.yaml", SOUND.replace("网络安全宣传周", "安全生产月"))],
            ROUND.format("甲", 1, "甲"),
            [],
        ),
        # A template changes them all; what an editor leaves beside it changes nothing.
        (
            [("templates/.notice.md.j2.swp", ""), ("templates/notice.md.j2", "# 甲{{ 活动 }}\n")],
            ROUND.format("乙", 1, "乙") + ROUND.format("甲", 1, "甲"),
            [],
        ),
        # So does the office's style, though Markdown knows nothing of it.
        (
            [("templates/排版.yaml", "页码: 居中\n")],
            "",
            ["templates/排版.yaml:1:1: 错误 GK321"],
        ),
        # A file that cannot be read, a template that cannot be, a file that goes: the watch goes on.
        (
            [
                ("campaigns/甲.yaml", "活动: [\n"),
                ("templates/notice.md.j2", "{{ 没有 }}\n"),
                ("templates/notice.md.j2", "# 好了\n"),
                ("campaigns/甲.yaml", None),
                ("campaigns/丙.yaml", SOUND),
            ],
            ROUND.format("乙", 1, "乙") + ROUND.format("丙", 1, "丙"),
            [
                "campaigns/甲.yaml:2:1: 错误 GK102",
                "templates/notice.md.j2:1:4: 错误 GK302",
                "campaigns/甲.yaml:2:1: 错误 GK102",
                "campaigns/甲.yaml:2:1: 错误 GK102",
            ],
        ),
    ],
    ids=["campaign", "template", "style", "trouble"],
)
def test_what_changes_is_rendered_again(
    changes: list[tuple[str, str | None]],
    out: str,
    err: list[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert follow(ORDER, Path(), rounds(*changes)) is False
    captured = capsys.readouterr()
    first = ROUND.format("乙", 1, "乙") + ROUND.format("甲", 1, "甲") + HELD
    assert captured.out == first + out
    assert [line[: line.index("GK") + 5] for line in captured.err.splitlines()] == err


def test_a_campaign_that_is_gone_is_told_of_until_it_is_back(
    capsys: pytest.CaptureFixture[str],
) -> None:
    order = ORDER._replace(campaigns=("campaigns/甲.yaml", "campaigns/乙.yaml"))
    Path("campaigns/乙.yaml").unlink()
    changes = [
        ("campaigns/甲.yaml", SOUND + "# 注\n"),
        ("campaigns/甲.yaml", None),
        ("campaigns/乙.yaml", SOUND),
    ]
    told: list[list[str]] = []
    for changed in rounds(*changes):
        follow(order, Path(), [changed])
        err = capsys.readouterr().err.splitlines()
        told.append([line.partition(" ")[0] + line[line.index("GK") :][:5] for line in err])
    gone = "campaigns/{}.yaml:GK401"
    # What is written again is rendered, and says nothing of the other.
    assert told == [[gone.format("乙")], [], [gone.format("甲"), gone.format("乙")], []]


def test_a_template_that_is_gone_is_told_of_until_it_is_back(
    capsys: pytest.CaptureFixture[str],
) -> None:
    put("templates/简报.md.j2", "# {{ 活动 }}\n")
    order = ORDER._replace(names=("简报",), campaigns=("甲",))
    changes = rounds(("templates/简报.md.j2", None), ("templates/简报.md.j2", "# 好了\n"))
    assert follow(order, Path(), changes) is False
    captured = capsys.readouterr()
    first = ROUND.format("甲", 1, "甲") + HELD
    assert captured.out == first + ROUND.format("甲", 1, "甲")
    assert captured.err == (
        "用法错误：--template：没有“简报”（可以写：notice（通知）、questionnaire（调查问卷）、"
        "report-form（报送表）、summary（总结）、task-table（任务分解表）、unit-tasks（单位任务单））\n"
    )


def test_a_folder_of_templates_that_changes_changes_them_all() -> None:
    put("templates/notice.md.j2", "# 一\n")
    for text in ("# 二\n", "# 三\n"):
        put("templates/notice.md.j2", text)
        assert follow(ORDER, Path(), [frozenset({Path("templates")})]) is False
        assert Path("output/乙/notice.md").read_text("utf-8") == text


def test_where_nobody_reads_on_nothing_is_watched_any_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gongkai_cli.streams.refusal", lambda _: "管道断了")
    changes = rounds(("campaigns/甲.yaml", SOUND.replace("网络安全宣传周", "安全生产月")))
    assert follow(ORDER, Path(), changes) is False
    assert "网络安全宣传周" in Path("output/甲/notice.md").read_text("utf-8")


def test_a_new_templates_folder_is_watched_from_then_on() -> None:
    Path("templates/notice.md.j2").unlink()
    Path("templates").rmdir()
    changes = rounds(("templates/notice.md.j2", "# 新的\n"))
    assert follow(ORDER, Path(), changes) is True
    assert Path("output/甲/notice.md").read_text("utf-8") == "# 新的\n"


def test_a_slip_on_the_command_line_ends_before_anything_is_watched(gongkai: Run) -> None:
    ran = gongkai("render", "--watch", "-t", "notcie")
    assert ran == Ran(2, "", "用法错误：--template：没有“notcie”（是不是“notice”）\n")
    assert gongkai("render", "--watch", "丁").code == 2


def test_without_watchfiles_the_way_to_get_it_is_told(
    gongkai: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    assert gongkai("render", "--watch") == Ran(
        1,
        "",
        "--watch: 错误 GK421 --watch 要用 watchfiles，还没有安装"
        '（pip install "gongkai-cli[watch]"）\n',
    )


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Programs started in the background ignore Ctrl-C, and so would all that they start."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent as POSIX sends it")
@pytest.mark.usefixtures("interruptible")
def test_a_real_watch_sees_an_edit_and_ends_with_ctrl_c() -> None:
    command = [sys.executable, "-m", "gongkai_cli", "render", "甲", "-t", "notice", "--watch"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=environment
    ) as program:
        # A line comes or the program ends, however busy the machine: nothing here looks at a clock.
        assert program.stdout is not None
        said = [program.stdout.readline(), program.stdout.readline()]
        put("campaigns/甲.yaml", SOUND.replace("网络安全宣传周", "安全生产月"))
        said.append(program.stdout.readline())
        program.send_signal(signal.SIGINT)
        code = program.wait()
    assert said == [
        "甲：生成 2 个文件，保存在 output/甲\n",
        HELD,
        "甲：生成 2 个文件，保存在 output/甲\n",
    ]
    assert code == 130


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent as POSIX sends it")
@pytest.mark.usefixtures("interruptible")
def test_a_real_watch_goes_on_where_the_folder_went_and_came_again() -> None:
    shutil.rmtree("templates")
    command = [sys.executable, "-m", "gongkai_cli", "render", "-t", "notice", "--watch"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=environment
    ) as program:
        assert program.stdout is not None
        said = [program.stdout.readline() for _ in range(3)]
        shutil.move("campaigns", "别处")
        said.append(program.stdout.readline())
        put("别处/甲.yaml", SOUND.replace("网络安全宣传周", "安全生产月"))
        shutil.move("别处", "campaigns")
        said += [program.stdout.readline() for _ in range(3)]
        put("campaigns/甲.yaml", SOUND)
        said.append(program.stdout.readline())
        program.send_signal(signal.SIGINT)
        code = program.wait()
    of_one = "甲：生成 2 个文件，保存在 output/甲\n"
    assert said == [
        *("乙：生成 2 个文件，保存在 output/乙\n", of_one, HELD),
        HELD,
        *("乙：生成 0 个文件，2 个没有变化，保存在 output/乙\n", of_one, HELD),
        of_one,
    ]
    assert code == 130


@pytest.mark.parametrize(
    "error", [OSError(errno.ENOSPC, "No space left on device"), RuntimeError("Too many open files")]
)
def test_where_the_system_lets_nobody_watch_more_that_is_told(
    gongkai: Run, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def watch(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("watchfiles.watch", watch)
    ran = gongkai("render", "--watch")
    message = "--watch: 错误 GK421 看不了文件夹的改动（查文件夹还在不在；少开几个跟着改动的程序）\n"
    assert (ran.code, ran.err) == (1, message)


def test_one_units_sheet(gongkai: Run) -> None:
    ran = gongkai("render", "--unit", "县教育局", "-f", "md")
    assert ran == Ran(0, ROUND.format("乙", 1, "乙") + ROUND.format("甲", 1, "甲"), "")
    assert [name for name in written() if name.endswith(".md")] == [
        "乙/unit-tasks/县教育局.md",
        "甲/unit-tasks/县教育局.md",
    ]


def test_the_members_of_a_collective_and_nothing_said_where_a_campaign_has_none(
    gongkai: Run,
) -> None:
    put("campaigns/甲.yaml", WITH_MEMBERS.replace("报送单位: 各单位", "报送单位: 各乡镇"))
    ran = gongkai("render", "-t", "unit-tasks", "--unit", "各乡镇", "-f", "md")
    assert ran == Ran(0, ROUND.format("甲", 2, "甲"), "")
    sheet = Path("output/甲/unit-tasks/东镇.md").read_text("utf-8")
    assert "通知中的“各乡镇”包括你单位。" in sheet


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--unit", "县教体局"], "--unit：没有单位“县教体局”的任务（是不是“县教育局”）"),
        (
            ["--unit", "X"],
            "--unit：没有单位“X”的任务（有：县网信办、县公安局、县教育局、各单位）",
        ),
        (
            ["--unit", "县教育局", "-t", "notice"],
            "--unit：只用于单位任务单，和 -t unit-tasks 一起用，或者不写 -t",
        ),
    ],
)
def test_a_unit_that_no_campaign_has(gongkai: Run, arguments: list[str], message: str) -> None:
    assert gongkai("render", *arguments) == Ran(2, "", f"用法错误：{message}\n")


def test_one_units_sheet_does_not_point_at_the_others(gongkai: Run) -> None:
    gongkai("render", "-f", "md")
    put("campaigns/甲.yaml", SOUND.replace("县公安局", "县消防局"))
    assert gongkai("render", "甲", "-f", "md", "--unit", "县教育局").err == ""
