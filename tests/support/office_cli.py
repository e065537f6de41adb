"""The command line as a clerk has it: an office of his own, one call after another, and what came of each."""

import contextlib
import io
import json
import re
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import pytest

from gongkai_cli.__main__ import main
from gongkai_cli.finding import Finding, outside
from gongkai_cli.gbt9704 import STANDARD
from gongkai_cli.loading import load
from gongkai_cli.mdreader import read
from gongkai_cli.writers import writer

TESTS = Path(__file__).parents[1]
NOW = datetime(2026, 5, 20, 9)
OFFICE = "办公室"
"""The clerk's folder; what is beside it is none of his."""
_CAMPAIGNS = {"示例县-2026": "difference/截止推迟/old", "另县-2026": "sound/environment-day"}
_OTHERS = {
    "campaigns/坏.yaml": "活动: 甲\n年份: 二〇二六\n",
    "campaigns/示例县-2026.进展.txt": "# 进展\n2026-05-20 | 活动总结\n",
    "空/无.txt": "",
    "地址.txt": "# 没有\n",
    "../旁边/别人的.txt": "别人的",
}

_NOT_SENT = Finding(outside("--notify"), "GK822", "error", "第1个通知地址没有送到", "查网络")

Files = Mapping[str, bytes]


class Ran(NamedTuple):
    """What came of one call."""

    code: int
    out: str
    err: str


def furnish(base: Path) -> Path:
    """An office with two campaigns, a broken one, a record and a document, in a folder of others."""
    office = base / OFFICE
    files = {f"campaigns/{to}.yaml": TESTS / f"{of}.yaml" for to, of in _CAMPAIGNS.items()}
    contents = {name: path.read_bytes() for name, path in files.items()}
    contents |= {name: text.encode() for name, text in _OTHERS.items()}
    for name, data in {**contents, "文档.docx": _document()}.items():
        path = office / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return office


@cache
def _document() -> bytes:
    return writer("docx")(read("# 甲\n\n乙\n", "甲"), STANDARD)


def files(base: Path) -> Files:
    """Every file below a folder; what is one itself is a ``/``."""
    return {
        path.relative_to(base).as_posix(): path.read_bytes() if path.is_file() else b"/"
        for path in base.rglob("*")
    }


def call(arguments: Sequence[str], office: Path) -> Ran:
    """One call, in this process and at one moment, that reaches nothing but the folder."""
    streams = [io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2)]
    code = 0
    with contextlib.chdir(office), pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["gongkai", *arguments])
        patch.setattr(sys, "stdin", io.StringIO())
        patch.setattr(sys, "stdout", streams[0])
        patch.setattr(sys, "stderr", streams[1])
        patch.setenv("GONGKAI_CACHE", "0")
        patch.setattr("gongkai_cli.project.clock.now", lambda: NOW)
        patch.setattr("gongkai_cli.project.libreoffice._program", lambda: None)
        patch.setattr("gongkai_cli.project.fonts.font_families", lambda: frozenset({"FangSong"}))
        patch.setattr("gongkai_cli.project.watching.changes", lambda _: iter([frozenset()]))
        patch.setattr("gongkai_cli.project.messages._send", lambda *_: _NOT_SENT)
        try:
            main()
        except SystemExit as left:
            code = int(left.code or 0)
    out, err = (bytes(stream.buffer.getvalue()) for stream in streams)
    return Ran(code, out.decode(), err.decode())


# What stands in no file, an option or another program, has no line.
_COMPLAINT = re.compile(r"[^\n]+: (?:错误|警告|提示) GK\d{3} [^\n]+（[^\n]+）")
# What holds for all that is told, of no place in a file.
_PROVISO = re.compile(
    r"(?:\d{4}年、?)+的放假调休安排还没有收进来，工作日只按周六、周日和法定节日算"
)
_USAGE = re.compile(r"用法错误：.*[\u4e00-\u9fff].*|用法见：gongkai.*")
_OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_ENGLISH = re.compile(r"[A-Za-z']{2,} [a-z']{2,} [a-z']{2,}")
# What is said where nobody thought of what happened.
_NEVER = ("Traceback", "内部错误", "程序出错", "命令写法不对", "系统不让")
_CAMPAIGN = re.compile(r".*campaigns/[^./][^/]*\.yaml")
WATCH = "check-deadlines"


def answered(arguments: Sequence[str], ran: Ran, before: Files, after: Files) -> None:
    """What was typed is done, or refused in words that say what to do; nothing else is touched."""
    touched = {name for name in {*before, *after} if before.get(name) != after.get(name)}
    speaks_plainly(arguments, ran)
    first = arguments[0] if arguments else ""
    if first == WATCH or (first.startswith("-") and WATCH in arguments):
        # A monitor must not take a slip for something that is due.
        assert ran.code in range(4), ran
        assert ran.code == 3 or "用法错误" not in ran.err, ran
        assert ran.err or ran.code != 3, ran
    else:
        assert ran.code in range(3), ran
        assert ran.code != 2 or (ran.err and not touched), ran
        # One campaign that is not there does not hide the others.
        assert ran.code != 2 or not ran.out or "GK4" in ran.err, ran
        assert ran.code != 1 or ran.err or ran.out, ran
    command = next((word for word in arguments if not word.startswith("-")), "")
    for name in touched:
        assert _may_touch(command, arguments, PurePosixPath(name), before), (name, ran)
        if command in ("new", "init") and ran.code == 0 and _CAMPAIGN.fullmatch(name):
            assert load(after[name], name).campaign is not None, name


def speaks_plainly(arguments: Sequence[str], ran: Ran) -> None:
    """Complaints are Chinese and say what to do; results are whole, and no terminal obeys them."""
    is_calendar = ran.out.startswith("BEGIN:VCALENDAR") or "\nBEGIN:VCALENDAR" in ran.out
    for text in (ran.out.replace("\r\n", "\n") if is_calendar else ran.out, ran.err):
        assert not _OBEYED.search(text), ran
        assert not any(word in text for word in _NEVER), ran
    for line in ran.err.splitlines():
        kinds = (_COMPLAINT, _USAGE, _PROVISO)
        assert any(kind.fullmatch(line) for kind in kinds), line
        english = {word for said in _ENGLISH.findall(line) for word in said.split()}
        assert all(any(word in typed for typed in arguments) for word in english), line
    if ran.out.startswith(("[\n", "[]", "{\n")) and "text" not in arguments:
        json.loads(ran.out)


def _may_touch(command: str, arguments: Sequence[str], path: PurePosixPath, before: Files) -> bool:
    is_new = str(path) not in before
    # Where the program has written documents it may write them again.
    is_ours = any(str(parent / ".gongkai") in before for parent in path.parents)
    is_campaign = bool(_CAMPAIGN.fullmatch(str(path)))
    match command:
        case "done":
            return path.name.endswith((".进展.txt", ".gitattributes"))
        case "new":
            return is_new and is_campaign
        case "init":
            return is_new
        case "render":
            return is_new or is_ours
        case "validate":
            return "--fix" in arguments and is_campaign
        case "calendar":
            return is_new or is_ours or path.suffix == ".ics"
        case "status":
            return is_new or path.suffix == ".html"
        case "schema":
            return is_new or path.suffix == ".json"
    return False
