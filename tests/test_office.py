"""Mending, accepting, and the folder of an office, as people and scripts call them."""

import json
import os
import shutil
import stat
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
import typer
import yaml
from jsonschema import Draft202012Validator

from conftest import ROOT, TESTS, Ran, Run, put
from gongkai_cli import mending, report
from gongkai_cli.finding import Edit, Finding, Place
from gongkai_cli.schema import schema
from support.docx_packages import package, par

SOUND = (TESTS / "cases" / "official.yaml").read_text("utf-8")
COLON = SOUND.replace("年份: ", "年份：", 1)


def test_a_file_is_mended_and_the_rest_is_told(gongkai: Run) -> None:
    put("campaigns/甲.yaml", "活动：甲\r\n年份: 26  # 年\r\n公文:\r\n")
    ran = gongkai("validate", "--fix")
    assert ran == Ran(
        1,
        "campaigns/甲.yaml:1:3: 已改 GK103 “：”→“: ”\n"
        "campaigns/甲.yaml:1:1: 错误 GK202 文件里缺少“公文”，或者没有填写（补一行“公文: …”）\n"
        "campaigns/甲.yaml:1:1: 错误 GK202 文件里缺少“正文”，或者没有填写（补一行“正文: …”）\n"
        "campaigns/甲.yaml:2:5: 错误 GK204 年份“26”不对（写四位数字，如 2026）\n",
        "",
    )
    assert Path("campaigns/甲.yaml").read_bytes().decode() == (
        "活动: 甲\r\n年份: 26  # 年\r\n公文:\r\n"
    )
    assert "已改" not in gongkai("validate", "--fix").out


def test_json_is_not_mixed_with_what_was_mended(gongkai: Run) -> None:
    put("campaigns/甲.yaml", COLON)
    for format_, out in (("json", "[]\n"), ("github", "")):
        put("campaigns/甲.yaml", COLON)
        ran = gongkai("validate", "--fix", "--format", format_)
        assert (ran.code, ran.out) == (0, out)
        assert ran.err.endswith(" 已改 GK103 “：”→“: ”\n")
        assert Path("campaigns/甲.yaml").read_text("utf-8") == SOUND


def test_nothing_is_written_where_nothing_is_to_be_mended(gongkai: Run) -> None:
    put("campaigns/甲.yaml", SOUND)
    os.utime("campaigns/甲.yaml", (1, 1))
    assert gongkai("validate", "--fix") == Ran(0, "", "")
    assert Path("campaigns/甲.yaml").stat().st_mtime == 1


def test_what_is_saved_while_a_file_is_mended_is_not_lost(
    gongkai: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("campaigns/甲.yaml", COLON)
    mend, saved = mending.mend, COLON + "# 刚刚写的\n"

    def while_somebody_saves(data: bytes, path: str) -> mending.Mended:
        put("campaigns/甲.yaml", saved)
        return mend(data, path)

    monkeypatch.setattr(mending, "mend", while_somebody_saves)
    assert gongkai("validate", "--fix").code == 0
    assert Path("campaigns/甲.yaml").read_text("utf-8") == SOUND + "# 刚刚写的\n"


def test_a_file_not_to_be_written_is_a_finding(gongkai: Run) -> None:
    put("campaigns/甲.yaml", COLON)
    file = Path("campaigns/甲.yaml")
    file.chmod(stat.S_IREAD)
    before = file.read_bytes()
    ran = gongkai("validate", "--fix")
    assert ran.code == 1
    assert "GK403 写不了：文件设成了只读（要重写它，先去掉只读，再运行）" in ran.out
    assert "GK103" in ran.out
    assert "已改" not in ran.out
    assert file.read_bytes() == before
    file.chmod(stat.S_IREAD | stat.S_IWRITE)
    assert sorted(path.name for path in Path("campaigns").iterdir()) == ["甲.yaml"]


@pytest.mark.skipif(sys.platform == "win32", reason="links and modes are those of POSIX")
def test_a_link_is_followed_and_the_mode_is_kept(gongkai: Run) -> None:
    put("别处.yaml", COLON)
    Path("别处.yaml").chmod(0o640)
    Path("campaigns").mkdir()
    Path("campaigns/甲.yaml").symlink_to("../别处.yaml")
    assert gongkai("validate", "--fix").code == 0
    assert Path("campaigns/甲.yaml").is_symlink()
    assert Path("别处.yaml").read_text("utf-8") == SOUND
    assert stat.S_IMODE(Path("别处.yaml").stat().st_mode) == 0o640


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="只有 root 能给别人")
def test_what_root_mends_stays_its_clerks(gongkai: Run) -> None:
    put("campaigns/甲.yaml", COLON)
    os.chown("campaigns/甲.yaml", 1234, 5678)
    assert gongkai("validate", "--fix").code == 0
    about = Path("campaigns/甲.yaml").stat()
    assert (about.st_uid, about.st_gid) == (1234, 5678)


def test_a_gbk_file_is_left_to_its_owner(gongkai: Run) -> None:
    data = COLON.encode("gb18030")
    put("campaigns/甲.yaml", data)
    ran = gongkai("validate", "--fix")
    assert (ran.code, ran.err) == (1, "")
    assert "GK003 文件是 GBK 编码" in ran.out
    assert Path("campaigns/甲.yaml").read_bytes() == data


PROSE = """\
活动: 5·15 政务公开日
年份: 2026
公文: {发文机关: 县政府, 标题: 县政府关于开展“5·15 政务公开日”活动的通知, 成文日期: 2026年4月28日}
正文: {活动时间: 5月14日至21日}
结语: |
  各部门要加强领导,落实责任，精心组织，周密安排，
  确保活动取得实效(要求)。
"""


def test_a_terminal_shows_the_line_and_a_caret(
    gongkai: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("NO_COLOR", "1")
    put("campaigns/甲.yaml", PROSE.replace("周密安排，", "周密安排，" * 9))
    ran = gongkai("validate")
    assert ran == Ran(
        0,
        "campaigns/甲.yaml:6:11: 警告 GK712 汉字中间用了半角“,”（改成“，”）\n"
        "     6 │   各部门要加强领导,落实责任，精心组织，周密安排，…\n"
        "       │                   ^\n"
        "campaigns/甲.yaml:7:11: 警告 GK712 汉字中间用了半角“(”（改成“（”）\n"
        "     7 │   确保活动取得实效(要求)。\n"
        "       │                   ^\n"
        "campaigns/甲.yaml:7:14: 警告 GK712 汉字中间用了半角“)”（改成“）”）\n"
        "     7 │   确保活动取得实效(要求)。\n"
        "       │                        ^\n"
        "3 个警告\n",
        "",
    )
    put("campaigns/甲.yaml", PROSE.partition("结语")[0])
    assert gongkai("validate").out == "没有发现问题\n"
    put("campaigns/甲.yaml", PROSE.partition("结语")[0] + "结语: 甲,乙 # 可以：GK712 原文\n")
    assert gongkai("validate").out == "没有发现问题；另有 1 个问题已在文件里接受\n"
    put(
        "campaigns/甲.yaml", PROSE.replace("5月14日至", "5月20日至").replace("通知", "通知\x1b[31m")
    )
    assert "\x1b" not in gongkai("validate").out
    monkeypatch.delenv("NO_COLOR")
    put("campaigns/甲.yaml", PROSE.partition("结语")[0].replace("活动: ", "活动：", 1))
    assert gongkai("validate").out == (
        "campaigns/甲.yaml:1:3: \x1b[31m错误 GK103\x1b[0m 键后面用了全角冒号“：”（改成半角冒号加一个空格“: ”）\n"
        "     1 │ 活动：5·15 政务公开日\n"
        "       │     \x1b[31m^\x1b[0m\n"
        "1 个错误\n"
    )


@pytest.mark.parametrize(
    ("line", "offset", "width", "expected"),
    [
        ("短", 0, 40, ("短", 0)),
        ("汉字a汉", 3, 40, ("汉字a汉", 5)),
        ("a\tb\x1bc", 4, 40, ("a b?c", 4)),
        ("一" * 40, 0, 20, ("一一一一一一一一一…", 0)),
        ("一" * 40, 39, 20, ("…一一一一一一一一一", 17)),
        ("一" * 40, 20, 20, ("…一一一一一一一一一…", 9)),
        ("一" * 40, 99, 20, ("…一一一一一一一一一", 19)),
    ],
)
def test_a_long_line_is_shortened_around_the_place(
    line: str, offset: int, width: int, expected: tuple[str, int]
) -> None:
    assert report.around(line, offset, width) == expected


def test_changes_are_told_in_the_order_of_the_file() -> None:
    findings = [
        Finding(Place("f", 2, 3), "GK701", "warning", "", "", Edit("甲", "乙")),
        Finding(Place("f", 1, 3), "GK103", "error", "", "", Edit("：", ": ")),
        Finding(Place("f", 3, 3), "GK706", "warning", "", "", Edit("一、", "")),
        Finding(Place("f", 4, 3), "GK728", "warning", "", "", Edit("", "：")),
    ]
    assert report.changes(findings) == (
        "f:1:3: 已改 GK103 “：”→“: ”\n"
        "f:2:3: 已改 GK701 “甲”→“乙”\n"
        "f:3:3: 已改 GK706 删去“一、”\n"
        "f:4:3: 已改 GK728 加上“：”\n"
    )


FILES = [
    ".gitattributes",
    ".gitignore",
    ".pre-commit-config.yaml",
    ".vscode/extensions.json",
    ".vscode/gongkai.schema.json",
    ".vscode/settings.json",
    "campaigns/示例.yaml",
    "定时提醒.crontab",
]


def office(folder: str) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(Path(folder).rglob("*"))
        if path.is_file()
    }


def test_an_office_begins(gongkai: Run) -> None:
    ran = gongkai("init", "公开科/新 文件夹")
    assert ran == Ran(
        0,
        "".join(f"新建  {name}\n" for name in FILES)
        + "\n接下来：\n"
        + f'  cd "{Path("公开科/新 文件夹")}"\n'
        + "  gongkai validate  # 检查 campaigns/ 里的活动文件\n"
        + "  gongkai render    # 生成全部文档，在 output/ 里\n"
        + "  git init          # 把这个文件夹交给 git 管，谁改了哪一行都查得到\n",
        "",
    )
    made = office("公开科/新 文件夹")
    assert list(made) == FILES
    assert made[".vscode/gongkai.schema.json"].decode() == schema()
    again = gongkai("init", "公开科/新 文件夹")
    assert [line for line in again.out.splitlines() if line.startswith(("新建", "保留"))] == [
        f"保留  {name}（已有，没有动）" for name in FILES
    ]
    assert office("公开科/新 文件夹") == made


@pytest.mark.skipif(sys.platform == "win32", reason="cron is not there")
@pytest.mark.parametrize(
    ("folder", "named"),
    [("公开科", "{}/公开科"), ("公开 科", "'{}/公开 科'"), ("公开%科", "/srv/政务公开")],
)
def test_the_reminder_goes_to_the_folder_it_is_made_in(
    gongkai: Run, folder: str, named: str
) -> None:
    """Cron takes % for the end of a line."""
    assert gongkai("init", folder).code == 0
    line = Path(folder, "定时提醒.crontab").read_text("utf-8").splitlines()[-1]
    place = named.format(os.path.realpath("."))
    assert line.startswith(f"30 8 * * *  cd {place} && gongkai check-deadlines ")


def test_the_example_is_sound_for_us_and_for_editors(gongkai: Run) -> None:
    assert gongkai("init").code == 0
    assert gongkai("validate", "--strict", "--format", "json") == Ran(0, "[]\n", "")
    assert gongkai("render", "-f", "md").code == 0
    text = Path("campaigns/示例.yaml").read_text("utf-8")
    named = text.splitlines()[0].removeprefix("# yaml-language-server: $schema=")
    file = json.loads((Path("campaigns") / named).read_text("utf-8"))
    Draft202012Validator(file).validate(yaml.safe_load(text))
    settings = json.loads(Path(".vscode/settings.json").read_text("utf-8"))
    assert [*settings["yaml.schemas"]] == [".vscode/gongkai.schema.json"]
    for name in (".vscode/extensions.json", ".vscode/gongkai.schema.json"):
        assert json.loads(Path(name).read_text("utf-8"))
    assert yaml.safe_load(Path(".pre-commit-config.yaml").read_text("utf-8"))


def test_a_template_is_taken_out_to_be_reworded(gongkai: Run) -> None:
    gongkai("init")
    ran = gongkai("init", "-t", "notice", "-t", "_item.md.j2")
    assert [line for line in ran.out.splitlines() if line.startswith("新建")] == [
        "新建  templates/_item.md.j2",
        "新建  templates/notice.md.j2",
    ]
    for name in ("_item.md.j2", "notice.md.j2"):
        assert Path("templates", name).read_bytes() == (ROOT / "templates" / name).read_bytes()
    put("templates/notice.md.j2", "自己的\n")
    assert "保留  templates/notice.md.j2（已有，没有动）" in gongkai("init", "-t", "notice").out
    assert Path("templates/notice.md.j2").read_text("utf-8") == "自己的\n"
    assert gongkai("init", "新", "-t", "notices") == Ran(
        2,
        "",
        "用法错误：--template：没有“notices”（是不是“notice”）\n",
    )
    assert not Path("新").exists()


def test_what_an_office_has_is_not_touched(gongkai: Run) -> None:
    put("campaigns/甲.yaml", SOUND)
    put(".gitignore", "自己的\n")
    ran = gongkai("init")
    assert "保留  .gitignore（已有，没有动）" in ran.out
    assert "示例" not in ran.out
    assert Path(".gitignore").read_text("utf-8") == "自己的\n"
    assert sorted(path.name for path in Path("campaigns").iterdir()) == ["甲.yaml"]


@pytest.mark.parametrize("folder", ["占着", "占着/里面", "长" * 300])
def test_an_office_that_cannot_be_made_is_a_finding(gongkai: Run, folder: str) -> None:
    put("占着", "一个文件")
    ran = gongkai("init", folder)
    assert (ran.code, ran.out) == (1, "")
    assert "GK403" in ran.err
    assert Path("占着").read_text("utf-8") == "一个文件"


def test_the_schema_is_printed_or_written(gongkai: Run) -> None:
    assert gongkai("schema") == Ran(0, schema(), "")
    assert gongkai("schema", "-o", "新/键.json") == Ran(0, "", "")
    assert Path("新/键.json").read_bytes().decode() == schema()
    Path("文件夹").mkdir()
    ran = gongkai("schema", "-o", "文件夹")
    assert (ran.code, ran.out) == (1, "")
    assert "GK403 写不了：这是文件夹" in ran.err


def git(*arguments: str) -> str:
    command = ["git", "-c", "user.name=x", "-c", "user.email=x@example.com", *arguments]
    return subprocess.run(
        command, check=True, capture_output=True, text=True, encoding="utf-8"
    ).stdout


@pytest.mark.skipif(shutil.which("git") is None, reason="没有安装 git")
def test_git_keeps_both_clerks_lines_of_a_progress_record(gongkai: Run) -> None:
    gongkai("init")

    git("init", "-b", "main")
    record = Path("campaigns/甲.进展.txt")
    put(record.as_posix(), "一\n")
    git("add", ".")
    git("commit", "-m", "一")
    git("checkout", "-b", "other")
    put(record.as_posix(), "一\n二\n")
    git("commit", "-am", "二")
    git("checkout", "main")
    put(record.as_posix(), "一\n三\n")
    git("commit", "-am", "三")
    git("merge", "other")
    assert sorted(record.read_text("utf-8").splitlines()) == ["一", "三", "二"]
    assert "output" not in git("ls-files")


@pytest.mark.skipif(shutil.which("git") is None, reason="没有安装 git")
def test_git_shows_what_changed_in_the_text_of_a_document(
    gongkai: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "src"))
    gongkai("init")
    file = Path("campaigns/示例.yaml")
    text = file.read_text("utf-8")

    git("init")
    command = f"'{Path(sys.executable).as_posix()}' -m gongkai_cli text --textconv"
    git("config", "diff.docx.textconv", command)
    assert git("check-attr", "text", "merge", "--", "甲.docx").count("unset") == 2
    for place in ("文化广场", "人民广场"):
        put(file.as_posix(), text.replace("文化广场", place))
        assert gongkai("render", "-t", "notice", "-f", "docx", "-o", "定稿").code == 0
        put("定稿/别处.docx", b"PK" if place == "文化广场" else package(par("公开")))
        if place == "文化广场":
            git("add", ".")
    # One of the two cannot be converted.
    shown = git("diff", "-U0", "--", "定稿/别处.docx").splitlines()
    assert shown[-2:] == ["-（不是 DOCX 文件，或者文件坏了）", "+公开"]
    changed = git("diff", "-U0", "--", "定稿/*.docx").splitlines()
    before, after = (line for line in changed if line[:1] in "+-" and "集中宣传" in line)
    assert before.startswith("-")
    assert after == "+" + before[1:].replace("文化广场", "人民广场")


def test_the_hook_is_a_command_of_ours() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert hook["entry"] == "gongkai validate"
    assert hook["language"] == "python"
    office_hook = yaml.safe_load(
        (ROOT / "src/gongkai_cli/office/_pre-commit-config.yaml").read_text("utf-8")
    )["repos"][0]["hooks"][0]
    assert {key: office_hook[key] for key in ("id", "entry", "files")} == {
        key: hook[key] for key in ("id", "entry", "files")
    }


def test_on_a_terminal_it_asks_for_the_first_campaign(
    gongkai: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["县政府: 办公室", "丹东市人民政府办公室", "二〇二七", "2025", "2027年"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setattr("typer.prompt", lambda _question, default, **_: next(answers) or default)
    ran = gongkai("init", "-t", "notice")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[1:4] == [
        "“县政府: 办公室”不像机关名称（写全称，如 示例县人民政府办公室）",
        "“二〇二七”不是年份（写四位数字，如 2027）",
        "年份写 2026 或以后的四位数字",
    ]
    text = Path("campaigns/丹东市-2027.yaml").read_text("utf-8")
    assert "发文机关: 丹东市人民政府办公室\n" in text
    assert "年份: 2027\n" in text
    assert Path("templates/notice.md.j2").is_file()
    assert not Path("campaigns/示例.yaml").exists()
    # What is there already is not asked for again.
    assert "保留  templates/notice.md.j2" in gongkai("init", "-t", "notice").out


@pytest.mark.parametrize("answered", [0, 1])
def test_who_ends_the_questions_gets_nothing(
    gongkai: Run, monkeypatch: pytest.MonkeyPatch, answered: int
) -> None:
    def prompt(*_: object, **__: object) -> str:
        if answers:
            return answers.pop()
        raise typer.Abort

    answers = ["丹东市人民政府办公室"] * answered
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setattr("typer.prompt", prompt)
    ran = gongkai("init")
    assert (ran.code, ran.err) == (130, "")
    assert ran.out.endswith("\n\n")
    assert [*Path().iterdir()] == []


@pytest.mark.parametrize("year", [2026, 2028])
def test_no_answer_makes_the_example_and_nothing_more_is_asked(
    gongkai: Run, monkeypatch: pytest.MonkeyPatch, year: int
) -> None:
    answers = iter([""])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setattr("gongkai_cli.project.clock.now", lambda: datetime(year, 5, 19, 9))
    monkeypatch.setattr("typer.prompt", lambda _question, **_: next(answers))
    assert gongkai("init").code == 0
    assert Path("campaigns/示例.yaml").is_file()
