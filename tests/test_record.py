"""The progress record as a file: two writers, a torn line, a full disk, git, other encodings."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT
from gongkai_cli import deadlines
from gongkai_cli.dates.span import Context
from gongkai_cli.finding import Refused
from gongkai_cli.project.files import Found
from gongkai_cli.project.record import append, read_record

HEAD = "# 开头\n"
SHOWN = "甲.进展.txt"


@pytest.fixture
def found(tmp_path: Path) -> Found:
    return Found("甲", tmp_path / "甲.yaml")


def record(found: Found) -> bytes:
    return (found.path.parent / SHOWN).read_bytes()


def put(found: Found, data: bytes) -> None:
    (found.path.parent / SHOWN).write_bytes(data)


def test_many_who_write_at_once_lose_nothing(found: Found) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from gongkai_cli.project.files import Found\n"
        "from gongkai_cli.project.record import append\n"
        "for n in range(40): append(Found('甲', Path(sys.argv[1])), '# 开头\\n',"
        " f'{sys.argv[2]}-{n} ' + '长' * 2000 + '\\n')"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"}
    writers = [
        subprocess.Popen([sys.executable, "-c", code, str(found.path), str(name)], env=environment)
        for name in range(8)
    ]
    assert [writer.wait() for writer in writers] == [0] * 8
    head, *lines = record(found).decode().splitlines()
    assert head == "# 开头"
    assert sorted(lines) == sorted(
        f"{name}-{n} " + "长" * 2000 for name in range(8) for n in range(40)
    )


def test_a_line_that_a_kill_cut_short_does_not_swallow_the_next(found: Found) -> None:
    put(found, "# 开头\n2026-05-20 | 活动".encode())
    append(found, HEAD, "2026-05-21 | 甲\n")
    assert record(found).decode() == "# 开头\n2026-05-20 | 活动\n2026-05-21 | 甲\n"


def test_a_full_disk_leaves_the_record_as_it_was(
    found: Found, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(found, b"before\n")
    real = os.write

    def full(descriptor: int, data: bytes) -> int:
        if len(data) < 20:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(descriptor, data[:-10])

    monkeypatch.setattr("os.write", full)
    with pytest.raises(Refused) as refused:
        append(found, HEAD, "2026-05-20 | 活动总结 | 县司法局\n")
    assert refused.value.findings[0].message == "写不了：磁盘满了"
    assert record(found) == b"before\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has locks of its own")
def test_a_disk_that_knows_no_locks_takes_the_line_all_the_same(
    found: Found, monkeypatch: pytest.MonkeyPatch
) -> None:
    def flock(_descriptor: int, _how: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", flock)
    append(found, HEAD, "2026-05-20 | 甲\n")
    append(found, HEAD, "2026-05-21 | 乙\n")
    assert record(found).decode() == "# 开头\n2026-05-20 | 甲\n2026-05-21 | 乙\n"


def test_a_record_in_another_encoding_is_refused(found: Found) -> None:
    put(found, "2026-05-20 | 活动总结 | 县司法局\n".encode("gbk"))
    with pytest.raises(Refused) as refused:
        read_record(found, SHOWN)
    assert refused.value.findings[0].message == "文件是 GBK 编码，不是 UTF-8"


def test_notepads_mark_and_line_ends_do_no_harm(found: Found) -> None:
    put(found, "\ufeff2026-05-20 | 活动总结\r\n".encode())
    append(found, HEAD, "2026-05-21 | 甲\n")
    text, _ = read_record(found, SHOWN)
    assert text.splitlines() == ["2026-05-20 | 活动总结", "2026-05-21 | 甲"]


def test_there_may_be_no_record_yet(found: Found) -> None:
    assert read_record(found, SHOWN) == ("", ())


def git(folder: Path, *arguments: str) -> None:
    command = ["git", "-c", "user.name=x", "-c", "user.email=x@example.com", *arguments]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


def test_git_puts_two_peoples_lines_together(found: Found) -> None:
    folder = found.path.parent
    try:
        git(folder, "init", "-q", "-b", "main")
    except FileNotFoundError:
        pytest.skip("没有安装 git")
    append(found, HEAD, "2026-05-20 | 甲\n")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "甲")
    git(folder, "checkout", "-qb", "other")
    append(found, HEAD, "2026-05-21 | 乙\n")
    git(folder, "commit", "-qam", "乙")
    git(folder, "checkout", "-q", "main")
    append(found, HEAD, "2026-05-21 | 丙\n")
    git(folder, "commit", "-qam", "丙")
    git(folder, "merge", "-q", "other")
    assert sorted(record(found).decode().splitlines()) == [
        "# 开头",
        "2026-05-20 | 甲",
        "2026-05-21 | 丙",
        "2026-05-21 | 乙",
    ]


def test_the_line_for_git_is_written_once_and_keeps_what_is_there(found: Found) -> None:
    attributes = found.path.parent / ".gitattributes"
    attributes.write_bytes(b"*.docx binary")
    append(found, HEAD, "a\n")
    append(Found("乙", found.path.with_name("乙.yaml")), HEAD, "a\n")
    assert attributes.read_text("utf-8") == "*.docx binary\n*.进展.txt merge=union\n"


def test_a_record_that_is_a_link_is_not_written_through(found: Found, tmp_path: Path) -> None:
    elsewhere = tmp_path / "别处.txt"
    elsewhere.write_bytes(b"before\n")
    try:
        (found.path.parent / SHOWN).symlink_to(elsewhere)
    except OSError:
        pytest.skip("这里不能建链接")
    with pytest.raises(Refused) as refused:
        append(found, HEAD, "a\n")
    assert refused.value.findings[0].code == "GK404"
    assert elsewhere.read_bytes() == b"before\n"


def test_one_damaged_line_takes_no_other_with_it(found: Found) -> None:
    sound = "2026-05-20 | 活动总结 | 县司法局\n".encode()
    put(found, sound + b"5\xe6\x80\n" + "2026-05-21 | \x08甲\x0b\u2028乙\n".encode() + b"\x00\n")
    text, findings = read_record(found, SHOWN)
    assert text.split("\n")[:3] == ["2026-05-20 | 活动总结 | 县司法局", "", "2026-05-21 | 甲乙"]
    assert [(finding.place.line, finding.code) for finding in findings] == [(2, "GK004")]


def test_of_a_merge_only_what_either_side_has_counts() -> None:
    lines = [
        "2026-05-18 | 甲 | | 完成",
        "<<<<<<< HEAD",
        "2026-05-19 | 乙 | | 完成",
        "||||||| 1a2b3c4",
        "2026-05-19 | 丙 | | 完成",
        "看不明白",
        "=======",
        "2026-05-19 | 丁 | | 完成",
        ">>>>>>> 分支",
        # Of a mark that is alone nobody knows how far it goes.
        "||||||| 1a2b3c4",
        "2026-05-20 | 戊 | | 完成",
    ]
    marks, findings = deadlines.read("\n".join(lines), "进展", Context(2026))
    assert [mark.task for mark in marks] == ["甲", "乙", "丁", "戊"]
    assert {(one.place.line, one.code) for one in findings} == {
        (line, "GK801") for line in (2, 4, 7, 9, 10)
    }
