"""The program as people and scripts call it: what it prints, where, and with which exit code."""

import errno
import json
import os
import re
import select
import shutil
import stat
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from conftest import BAD, ROOT, SOUND, Ran, Run, put, sound, written
from gongkai_cli import deadlines
from gongkai_cli.__main__ import main
from gongkai_cli.cli import parallel
from gongkai_cli.filenames import file_stems
from gongkai_cli.plan import units
from gongkai_cli.project import libreoffice
from gongkai_cli.project.overrides import templates
from gongkai_cli.project.trouble import WRITE, cannot
from gongkai_cli.rendering import PER_UNIT, SURVEY, document_names
from support.all_documents import understood
from support.drawn_command_lines import COMMANDS


def test_both_campaigns_are_rendered_where_the_contract_says(gongkai: Run) -> None:
    shutil.copytree(ROOT / "campaigns", "campaigns")
    names = ("dalian-gaoxin-2020", "dandong-2021")
    # The questionnaire is for campaigns that ask something; neither does.
    alike = {*document_names(templates(ROOT))} - {PER_UNIT, SURVEY}
    assert {"notice", "task-table", "report-form", "summary"} <= alike
    wanted: dict[str, set[str]] = {}
    for name in names:
        sheets = file_stems(
            duty.unit for duty in units(understood(sound(ROOT / f"campaigns/{name}.yaml"))[0])
        )
        stems = alike | {f"{PER_UNIT}/{stem}" for stem in sheets}
        wanted[name] = {f"{stem}.{ending}" for stem in stems for ending in ("docx", "md")}
    said = "{}：生成 {} 个文件{}，保存在 output/{}\n".format
    assert gongkai("render") == Ran(
        0, "".join(said(name, len(wanted[name]), "", name) for name in names), ""
    )
    assert {*written()} == {
        f"{name}/{file}" for name in names for file in (*wanted[name], ".gongkai")
    }
    unchanged = [f"，{len(wanted[name])} 个没有变化" for name in names]
    assert gongkai("render").out == "".join(
        said(name, 0, how, name) for name, how in zip(names, unchanged, strict=True)
    )


def test_one_template_one_format_another_folder(gongkai: Run) -> None:
    put("campaigns/甲.yaml", SOUND)
    put("别处.yml", SOUND)
    assert (
        gongkai("render", "甲", "别处.yml", "-t", "notice", "-f", "md", "-o", "输出/文档").code == 0
    )
    files = sorted(path.as_posix() for path in Path("输出").rglob("*.*") if path.name != ".gongkai")
    assert files == ["输出/文档/别处/notice.md", "输出/文档/甲/notice.md"]


def test_a_bad_campaign_does_not_hold_up_a_sound_one(gongkai: Run) -> None:
    put("campaigns/坏.yaml", BAD)
    put("campaigns/好.yaml", SOUND)
    ran = gongkai("render", "-f", "md", "-t", "notice")
    assert (ran.code, ran.out) == (1, "好：生成 1 个文件，保存在 output/好\n")
    assert ran.err.splitlines() == [
        "campaigns/坏.yaml:1:1: 错误 GK202 文件里缺少“公文”，或者没有填写（补一行“公文: …”）",
        "campaigns/坏.yaml:1:1: 错误 GK202 文件里缺少“年份”，或者没有填写（补一行“年份: …”）",
        "campaigns/坏.yaml:1:1: 错误 GK202 文件里缺少“正文”，或者没有填写（补一行“正文: …”）",
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["rende"], "用法错误：没有“rende”这个命令，是不是“render”。\n用法见：gongkai --help\n"),
        (["--bad"], "用法错误：没有“--bad”这个选项。\n用法见：gongkai --help\n"),
        (
            ["render", "--fore"],
            "用法错误：没有“--fore”这个选项，是不是“--force”“--format”。\n用法见：gongkai render --help\n",
        ),
        (["render", "-o"], "用法错误：选项“-o”后面要写一个值。\n用法见：gongkai render --help\n"),
        (
            ["render", "--force=1"],
            "用法错误：选项“--force”后面不写值。\n用法见：gongkai render --help\n",
        ),
        (["render", "-f", "doc"], "用法错误：--format：没有“doc”（是不是“docx”）\n"),
        (["render", "-t", "notcie"], "用法错误：--template：没有“notcie”（是不是“notice”）\n"),
        (
            ["render", "-t", "函"],
            "用法错误：--template：没有“函”（可以写：notice（通知）、questionnaire（调查问卷）、report-form（报送表）、"
            "summary（总结）、task-table（任务分解表）、unit-tasks（单位任务单））\n",
        ),
        (["render", "-t", "通知单"], "用法错误：--template：没有“通知单”（是不是“通知”）\n"),
        (
            ["calendar", "--per-unit", "-o", "日历.ics"],
            "用法错误：--output：“日历.ics”是文件名；每个单位一个文件，写文件夹，如 -o 日历\n",
        ),
        *(
            (
                [name],
                f"用法错误：没有“{name}”这个命令，是不是“gongkai render -t summary”。\n用法见：gongkai --help\n",
            )
            for name in ("summary", "总结")
        ),
        (
            ["validate", "--format", "xml"],
            "用法错误：--format：没有“xml”（可以写：text、json、github）\n",
        ),
        (
            ["render", "示例县-2025"],
            "示例县-2025: 错误 GK401 没有这个活动文件（是不是“示例县-2026”）\n",
        ),
        (
            ["render", "campaigns"],
            "campaigns: 错误 GK401 这是文件夹，不是活动文件（写明其中一个活动文件；不写就是 campaigns/ 下的全部）\n",
        ),
        (["render", "a\0b"], "a?b: 错误 GK401 没有这个活动文件（现有：示例县-2026）\n"),
        (
            ["render", "长" * 300],
            f"{'长' * 300}: 错误 GK401 没有这个活动文件（现有：示例县-2026）\n",
        ),
    ],
)
def test_wrong_usage_is_explained_in_chinese(
    gongkai: Run, arguments: list[str], message: str
) -> None:
    put("campaigns/示例县-2026.yaml", SOUND)
    assert gongkai(*arguments) == Ran(2, "", message)


@pytest.mark.parametrize(("called", "name"), [("通知", "notice"), ("问卷", "questionnaire")])
def test_a_document_goes_by_what_people_call_it(gongkai: Run, called: str, name: str) -> None:
    put("campaigns/示例县-2026.yaml", SOUND)
    assert gongkai("render", "-t", called, "-t", name, "-f", "md").code == 0
    assert [path.name for path in Path("output/示例县-2026").glob("*.md")] == [f"{name}.md"]
    assert f"新建  templates/{name}.md.j2" in gongkai("init", "-t", called).out


@pytest.mark.parametrize(
    "command", ["render", "validate", "tasks", "status", "calendar", "check-deadlines"]
)
@pytest.mark.parametrize("arguments", [(), ("没有的",), ("甲", "没有的")])
def test_a_campaign_that_is_not_there_is_a_wrong_call(
    gongkai: Run, command: str, arguments: tuple[str, ...]
) -> None:
    if arguments:
        put("campaigns/甲.yaml", SOUND)
    ran = gongkai(command, *arguments)
    assert ran.code == (3 if command == "check-deadlines" else 2)
    assert "GK401" in ran.err


@pytest.mark.parametrize(
    ("stands", "asked"),
    [
        ("Café", "Cafe\N{COMBINING ACUTE ACCENT}"),
        ("Cafe\N{COMBINING ACUTE ACCENT}", "Café"),
        ("ABC", "abc"),
        ("ABC", "abc.yaml"),
        ("ABC", "Abc.YAML"),
    ],
)
def test_a_name_is_known_however_a_system_writes_it(gongkai: Run, stands: str, asked: str) -> None:
    put(f"campaigns/{stands}.yaml", SOUND)
    assert gongkai("render", asked, "-t", "notice", "-f", "md").code == 0
    assert Path(f"output/{stands}/notice.md").is_file()
    assert gongkai("done", asked, "活动总结", "--on", "2026-09-01").code == 0
    assert Path(f"campaigns/{stands}.进展.txt").is_file()


def test_a_record_stands_for_its_campaign(gongkai: Run) -> None:
    """A hook hands over the files that changed."""
    put("campaigns/甲.yaml", SOUND)
    put("campaigns/甲.进展.txt", "看不明白\n")
    once = gongkai("validate", "甲")
    assert (once.code, "campaigns/甲.进展.txt:1:" in once.out + once.err) == (1, True)
    for asked in (("campaigns/甲.进展.txt",), ("campaigns/甲.yaml", "campaigns/甲.进展.txt")):
        assert gongkai("validate", *asked) == once
    put("campaigns/乙.进展.txt", "")
    assert gongkai("validate", "campaigns/乙.进展.txt") == Ran(
        2, "", "campaigns/乙.进展.txt: 错误 GK401 没有这个活动文件（现有：甲）\n"
    )


@pytest.mark.parametrize(
    ("command", "code"),
    [
        *(
            (command, 1)
            for command in ("render", "render --watch", "validate", "tasks", "status", "calendar")
        ),
        *(
            (command, 1)
            for command in ("done 甲 乙", "diff 甲 乙", "new 乙-2027 --from 甲", "init")
        ),
        ("check-deadlines", 3),
    ],
)
def test_campaigns_out_of_reach_are_a_fault_of_the_folder(
    gongkai: Run, command: str, code: int
) -> None:
    """Whichever command meets it: nothing is wrong with the call."""
    put("campaigns", "a file where the folder should be")
    ran = gongkai(*command.split())
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith("campaigns:1:1: 错误 GK403 读不了")


@pytest.mark.parametrize(
    "command",
    [
        ("tasks", "--now", "2026-05-19"),
        ("status", "--now", "2026-05-19"),
        ("calendar",),
        ("check-deadlines", "--now", "2026-10-19"),
    ],
)
def test_a_fault_of_ours_in_one_file_leaves_the_others_and_tells(
    gongkai: Run, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    put("campaigns/甲.yaml", SOUND)
    put("campaigns/乙.yaml", SOUND)
    sound = gongkai(*command, "乙")
    undated = deadlines.undated

    def broken(agenda: deadlines.Agenda) -> object:
        if agenda.campaign == "甲":
            raise ZeroDivisionError
        return undated(agenda)

    monkeypatch.setattr(deadlines, "undated", broken)
    ran = gongkai(*command)
    assert (ran.code, ran.out) == (3, sound.out)
    assert sound.out
    assert "campaigns/甲.yaml:1:1: 错误 GK811 查到这个活动时程序出错（ZeroDivisionError" in ran.err
    monkeypatch.setenv("GONGKAI_DEBUG", "1")
    monkeypatch.setattr("sys.argv", ["gongkai", *command])
    with pytest.raises(ZeroDivisionError):
        main()


@pytest.mark.parametrize(("within", "code"), [("0", 0), ("99999", 1), ("9" * 5000, 1)])
def test_soon_is_within_any_number_of_days(gongkai: Run, within: str, code: int) -> None:
    put("campaigns/甲.yaml", SOUND)
    ran = gongkai("check-deadlines", "--within", within, "--now", "2026-01-01")
    assert (ran.code, ran.err) == (code, "")


def test_only_the_command_itself_has_the_codes_of_a_monitor(gongkai: Run) -> None:
    put("campaigns/甲.yaml", SOUND)
    for arguments, code in (
        (("done", "check-deadlines", "活动"), 2),
        (("tasks", "check-deadlines"), 2),
        (("done", "甲", "check-deadlines"), 1),
        (("check-deadlines", "没有的"), 3),
    ):
        assert gongkai(*arguments).code == code


@pytest.mark.parametrize(
    "arguments",
    [("done", "没有的", "x"), ("diff", "没有的", "没有的"), ("new", "乙", "--from", "没有的")],
)
def test_so_it_is_for_commands_about_one(gongkai: Run, arguments: tuple[str, ...]) -> None:
    ran = gongkai(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "GK401" in ran.err


def test_no_campaign_at_all(gongkai: Run) -> None:
    message = "campaigns: 错误 GK401 没有找到活动文件（到放着 campaigns/ 的文件夹里运行，或者写明活动文件的路径）\n"
    assert gongkai("render") == Ran(2, "", message)


def test_two_campaigns_of_one_name_are_not_mixed(gongkai: Run) -> None:
    put("campaigns/甲.yaml", SOUND)
    put("另外/甲.yaml", SOUND)
    ran = gongkai("render", "甲", "另外/甲.yaml")
    assert ran == Ran(
        2,
        "",
        "另外/甲.yaml:1:1: 错误 GK402 和“campaigns/甲.yaml”同名，文档会写到一处（给其中一个文件改名）\n",
    )


PROPER = {"DOCX", "JSON", "HEAD", "Outlook", "Schema", "LibreOffice", "GitHub", "Ctrl", "Actions"}


@pytest.mark.parametrize("arguments", [(), ("--help",), *((name, "--help") for name in COMMANDS)])
def test_help_has_no_word_of_english(gongkai: Run, arguments: tuple[str, ...]) -> None:
    ran = gongkai(*arguments)
    assert (ran.code, ran.err) == (0, "")
    # In small letters there are names of commands, of files and of options; but no two in a row.
    pairs = {*re.findall(r"(?<![-\w])[a-z]+ [a-z]+", ran.out)}
    assert {pair for pair in pairs if pair.split()[0] not in {"gongkai", "git"}} == set()


@pytest.mark.parametrize(
    ("data", "first"),
    [
        (b"", "campaigns/甲.yaml:1:1: 错误 GK101 文件是空的"),
        (
            SOUND.encode("gbk", "replace"),
            "campaigns/甲.yaml:1:3: 错误 GK003 文件是 GBK 编码，不是 UTF-8",
        ),
        (b"a\0b", "campaigns/甲.yaml:1:2: 错误 GK005 有看不见的控制字符 U+0000"),
        (b"x" * 50_000_000, "campaigns/甲.yaml:1:1: 错误 GK002 文件太大：超过 1 MB"),
        (
            b"a: &a [x]\n" + b"".join(b"b%d: &b%d [*a, *a]\n" % (n, n) for n in range(99)),
            "campaigns/甲.yaml:1:1: 错误 GK202",
        ),
        (b"[" * 100_000, "campaigns/甲.yaml:1:101: 错误 GK102 层次太深"),
    ],
    ids=["empty", "gbk", "nul", "50MB", "bomb", "deep"],
)
def test_files_that_are_no_campaign(gongkai: Run, data: bytes, first: str) -> None:
    put("campaigns/甲.yaml", data)
    ran = gongkai("render")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(first)
    assert not Path("output").exists()


def test_bom_and_crlf_make_the_same_bytes(gongkai: Run) -> None:
    put("campaigns/甲.yaml", SOUND)
    assert gongkai("render").code == 0
    before = {name: Path("output", name).read_bytes() for name in written()}
    put("campaigns/甲.yaml", ("\ufeff" + SOUND).replace("\n", "\r\n"))
    assert "没有变化" in gongkai("render").out
    assert {name: Path("output", name).read_bytes() for name in written()} == before


def test_a_document_edited_by_hand_is_left_alone(gongkai: Run) -> None:
    put("campaigns/甲.yaml", SOUND)
    gongkai("render", "-t", "notice")
    notice = Path("output/甲/notice.md")
    made = notice.read_bytes()
    notice.write_bytes(made + "手写的一句".encode())
    ran = gongkai("render", "-t", "notice")
    assert ran == Ran(
        1,
        "甲：生成 0 个文件，1 个没有变化，保存在 output/甲\n",
        "output/甲/notice.md:1:1: 错误 GK406 生成后被手工修改过，没有覆盖（要覆盖就加 --force；要保留改动，请改活动文件或模板）\n",
    )
    assert notice.read_bytes() == made + "手写的一句".encode()
    # What it was made of has changed since: it no longer agrees with the others.
    put("campaigns/甲.yaml", SOUND.replace("主送机关: ", "主送机关: 某某，"))
    assert gongkai("render", "-t", "notice").err == (
        "output/甲/notice.md:1:1: 错误 GK406 生成后被手工修改过，没有覆盖；这份还是改动以前的内容，和新生成的文档不一致"
        "（要覆盖就加 --force；要保留改动，请改活动文件或模板）\n"
    )
    put("campaigns/甲.yaml", SOUND)
    assert gongkai("render", "-t", "notice", "--force").code == 0
    assert notice.read_bytes() == made


def test_an_empty_template_takes_the_place_of_no_document(gongkai: Run) -> None:
    put("campaigns/甲.yaml", SOUND)
    both = ("render", "-t", "notice", "-t", "report-form", "-f", "md")
    gongkai(*both)
    made = Path("output/甲/notice.md").read_bytes()
    put("templates/notice.md.j2", "{# 以后再写 #}\n")
    assert gongkai(*both) == Ran(
        1,
        "甲：生成 0 个文件，1 个没有变化，保存在 output/甲\n",
        "templates/notice.md.j2:1:1: 错误 GK311 模板结果读不了：一个字也没有"
        "（模板是空的，或者条件都不成立；删去本单位的这个模板，就回到原样）\n",
    )
    assert Path("output/甲/notice.md").read_bytes() == made


def test_a_campaign_of_the_same_name_elsewhere_takes_no_documents(gongkai: Run) -> None:
    put("campaigns/甲.yaml", SOUND)
    put("往年/甲.yaml", SOUND.replace("网络安全宣传周", "安全生产月"))
    gongkai("render", "-t", "notice", "-f", "md")
    notice = Path("output/甲/notice.md")
    made = notice.read_bytes()
    assert gongkai("render", "往年/甲.yaml", "-t", "notice", "-f", "md", "--force") == Ran(
        1,
        "",
        "output/甲:1:1: 错误 GK402 这里放的是“campaigns/甲.yaml”的文档，没有覆盖"
        "（给其中一个活动文件改名，或用 -o 换一个文件夹）\n",
    )
    assert notice.read_bytes() == made
    # The same file by another way, and one that has moved, are no other campaign.
    absolute = str(Path("campaigns/甲.yaml").resolve())
    assert gongkai("render", absolute, "-t", "notice", "-f", "md").code == 0
    Path("campaigns/甲.yaml").rename("甲.yaml")
    assert gongkai("render", "甲.yaml", "-t", "notice", "-f", "md").code == 0
    put("campaigns/甲.yaml", SOUND)
    assert gongkai("render", "甲.yaml", "-t", "notice", "-f", "md").code == 0
    assert gongkai("render", "campaigns/甲.yaml", "-t", "notice", "-f", "md").code == 1


def test_a_document_set_to_be_read_only_is_left_alone(gongkai: Run) -> None:
    put("campaigns/甲.yaml", SOUND)
    gongkai("render", "-t", "notice", "-f", "md")
    notice = Path("output/甲/notice.md")
    made = notice.read_bytes()
    notice.chmod(stat.S_IREAD)
    assert gongkai("render", "-t", "notice", "-f", "md").code == 0
    put("campaigns/甲.yaml", SOUND.replace("网络安全宣传周", "安全生产月"))
    for force in ((), ("--force",)):
        assert gongkai("render", "-t", "notice", "-f", "md", *force) == Ran(
            1,
            "",
            "output/甲/notice.md:1:1: 错误 GK403 写不了：文件设成了只读（要重写它，先去掉只读，再运行）\n",
        )
    assert notice.read_bytes() == made
    notice.chmod(stat.S_IREAD | stat.S_IWRITE)
    assert gongkai("render", "-t", "notice", "-f", "md").code == 0
    assert notice.read_bytes() != made


def test_a_changed_campaign_replaces_what_we_rendered(gongkai: Run) -> None:
    put("campaigns/甲.yaml", SOUND)
    gongkai("render", "-t", "notice", "-f", "md")
    put("campaigns/甲.yaml", SOUND.replace("网络安全宣传周", "安全生产月"))
    assert gongkai("render", "-t", "notice", "-f", "md").code == 0
    assert "安全生产月" in Path("output/甲/notice.md").read_text("utf-8")


def test_a_file_that_was_there_before_us_is_left_alone(gongkai: Run) -> None:
    put("campaigns/甲.yaml", SOUND)
    put("output/甲/notice.md", "别人的")
    assert gongkai("render", "-t", "notice", "-f", "md").code == 1
    assert Path("output/甲/notice.md").read_text("utf-8") == "别人的"


def test_a_sheet_of_a_unit_that_is_gone_is_pointed_out(gongkai: Run) -> None:
    put("campaigns/甲.yaml", SOUND)
    gongkai("render", "-f", "md")
    put("campaigns/甲.yaml", SOUND.replace("县教育局", "县教体局"))
    sheet = Path("output/甲/unit-tasks/县教育局.md")
    for _ in range(2):
        ran = gongkai("render", "-f", "md")
        assert ran.code == 0
        assert ran.err == (
            f"{sheet.as_posix()}:1:1: 提示 GK407 以前生成的文档，活动文件里已没有对应内容（不用就删去）\n"
        )
        sheet.write_text("手工改过的", "utf-8")


def test_an_office_changes_the_wording_of_one_template(gongkai: Run) -> None:
    put("campaigns/甲.yaml", SOUND)
    put("templates/notice.md.j2", "# {{ 公文.标题 | 分行 }}\n\n本县自己的写法。\n")
    assert gongkai("render", "-f", "md").code == 0
    assert "本县自己的写法" in Path("output/甲/notice.md").read_text("utf-8")
    assert "任务分解表" in Path("output/甲/task-table.md").read_text("utf-8")


def test_a_broken_template_does_not_hold_up_the_others(gongkai: Run) -> None:
    put("campaigns/甲.yaml", SOUND)
    put("templates/notice.md.j2", "# {{ 公文.标题 | 分行 }}\n\n{{ 公文.标體 }}\n")
    ran = gongkai("render", "-f", "md", "-t", "notice", "-t", "task-table")
    assert ran.code == 1
    assert ran.err == (
        "templates/notice.md.j2:3:7: 错误 GK302 模板用了没有的名称“标體”（名称照原来的模板写，gongkai init -t 取出来；可能没有的先用 if 判断）\n"
    )
    assert written() == ["甲/.gongkai", "甲/task-table.md"]


def test_a_template_in_gbk_says_so(gongkai: Run) -> None:
    put("campaigns/甲.yaml", SOUND)
    put("templates/notice.md.j2", "甲".encode("gbk"))
    ran = gongkai("render")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("templates/notice.md.j2:1:1: 错误 GK003 文件是 GBK 编码")


def test_unit_names_cannot_leave_the_folder(gongkai: Run) -> None:
    put(
        "campaigns/甲.yaml",
        SOUND.replace(
            "[县公安局, 县教育局]", "['../../../x', 'a/b', 'CON', '乙:丙', '乙：丙', ' . ']"
        ),
    )
    assert gongkai("render", "-f", "md", "-t", "unit-tasks").code == 0
    names = {Path(name).name for name in written()} - {".gongkai"}
    assert {
        "．．／．．／．．／x.md",
        "a／b.md",
        "_CON.md",
        "乙：丙.md",
        "乙：丙-2.md",
        "_.md",
    } <= names
    assert sorted(path.name for path in Path().iterdir()) == ["campaigns", "output"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_link_out_of_the_output_folder_is_not_followed(gongkai: Run, tmp_path: Path) -> None:
    put("campaigns/甲.yaml", SOUND)
    outside = tmp_path / "外面"
    outside.mkdir()
    Path("output").mkdir()
    Path("output/甲").symlink_to(outside)
    ran = gongkai("render", "-f", "md", "-t", "notice")
    assert ran.code == 1
    assert "GK404 输出文件夹里有通到外面的链接，没有写" in ran.err
    assert list(outside.iterdir()) == []


def test_an_output_folder_that_cannot_be_made(gongkai: Run) -> None:
    put("campaigns/甲.yaml", SOUND)
    put("占着", "一个文件")
    told = "占着:1:1: 错误 GK403 写不了：这是文件，不是文件夹（给这个文件改名，或者移走）\n"
    for command in (
        ("render", "-o", "占着"),
        ("render", "-o", "占着/里面"),
        ("calendar", "--per-unit", "-o", "占着"),
        ("calendar", "-o", "占着/日程.ics"),
        ("status", "-o", "占着/进展.html"),
        ("schema", "-o", "占着/键.json"),
    ):
        assert gongkai(*command) == Ran(1, "", told)
    assert Path("占着").read_text("utf-8") == "一个文件"


@pytest.mark.parametrize(
    ("path", "refuses", "told"),
    [
        ("甲/乙.docx", "甲", "甲:1:1: 没有权限（换一个文件夹，或者找管电脑的人给权限）"),
        ("甲/丙/丁.md", "甲", "甲:1:1: 没有权限（换一个文件夹，或者找管电脑的人给权限）"),
        # Who is in a folder does not see it by a name.
        ("戊/己.md", ".", "戊:1:1: 没有权限（换一个文件夹，或者找管电脑的人给权限）"),
        ("庚.html", ".", "庚.html:1:1: 没有权限（换一个文件夹，或者找管电脑的人给权限）"),
        (
            "甲/在.docx",
            "",
            "甲/在.docx:1:1: 没有权限，或者文件正在别的程序里打开"
            "（关掉打开它的 Word、WPS，或换一个文件夹）",
        ),
        ("甲/乙.docx", "", "甲/乙.docx:1:1: 没有权限（换一个文件夹，或者找管电脑的人给权限）"),
    ],
)
def test_what_may_not_be_written_in_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, refuses: str, told: str
) -> None:
    """Of a folder once for all of its files, for it is no open document that holds them up."""
    monkeypatch.chdir(tmp_path)
    put("甲/在.docx", "")
    monkeypatch.setattr(os, "access", lambda folder, _: Path(folder) != Path(refuses or "无"))
    found = cannot(WRITE, Path(path), PermissionError(errno.EACCES, os.strerror(errno.EACCES)))
    said = f"{found.place.path}:1:1: {found.message.removeprefix('写不了：')}（{found.hint}）"
    assert (found.code, said) == ("GK403", told)


def test_a_full_disk_leaves_the_old_file_whole(
    gongkai: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("campaigns/甲.yaml", SOUND)
    gongkai("render", "-f", "md", "-t", "notice")
    before = Path("output/甲/notice.md").read_bytes()
    put("campaigns/甲.yaml", SOUND.replace("网络安全宣传周", "安全生产月"))

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("os.fsync", full)
    ran = gongkai("render", "-f", "md", "-t", "notice")
    assert (ran.code, ran.err) == (
        1,
        "output/甲/notice.md:1:1: 错误 GK403 写不了：磁盘满了（腾出空间再运行；原来的文件没有动）\n",
    )
    assert Path("output/甲/notice.md").read_bytes() == before
    assert written() == ["甲/.gongkai", "甲/notice.md"]


def test_validate_prints_a_list_for_programs(gongkai: Run) -> None:
    put("campaigns/甲.yaml", SOUND)
    put("campaigns/坏.yaml", BAD.replace("活动", "活勤"))
    assert gongkai("validate", "甲") == Ran(0, "", "")
    assert gongkai("validate", "甲", "--format", "json") == Ran(0, "[]\n", "")
    ran = gongkai("validate", "--format", "json")
    assert (ran.code, ran.err) == (1, "")
    import json

    assert json.loads(ran.out)[0] == {
        "path": "campaigns/坏.yaml",
        "line": 1,
        "column": 1,
        "code": "GK201",
        "severity": "error",
        "message": "不认得“活勤”",
        "hint": "是不是“活动”",
    }
    assert gongkai("validate", "坏", "--format", "github").out.startswith(
        "::error file=campaigns/坏.yaml,line=1,col=1,title=GK201::不认得“活勤”（是不是“活动”）\n"
    )


def test_the_same_bytes_on_any_day_in_any_zone_and_locale(tmp_path: Path) -> None:
    """Whole processes, because zone, locale and hash seed are read when Python starts."""
    put(str(tmp_path / "campaigns" / "甲.yaml"), SOUND)
    made = []
    for number, settings in enumerate(
        (
            {"TZ": "Asia/Shanghai", "LANG": "zh_CN.UTF-8", "PYTHONHASHSEED": "1"},
            {"TZ": "America/Lima", "LC_ALL": "C", "PYTHONHASHSEED": "2"},
        )
    ):
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **settings}
        command = [sys.executable, "-m", "gongkai_cli", "render", "-o", f"输出{number}"]
        subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)
        folder = tmp_path / f"输出{number}"
        made.append(
            {
                path.relative_to(folder): path.read_bytes()
                for path in folder.rglob("*")
                if path.is_file()
            }
        )
    assert len(made[0]) > 8
    assert made[0] == made[1]


def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "gongkai_cli", "--help"]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


def test_pdf_without_libreoffice_is_a_clear_message(
    gongkai: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("campaigns/甲.yaml", SOUND)
    monkeypatch.setattr("gongkai_cli.project.libreoffice._program", lambda: None)
    ran = gongkai("render", "-t", "notice", "-f", "pdf", "-f", "md")
    assert ran == Ran(
        1,
        "甲：生成 1 个文件，保存在 output/甲\n",
        "LibreOffice: 错误 GK408 没有找到 LibreOffice，不能生成 PDF，也数不了页（装上 LibreOffice；或者用 Word、WPS 打开 DOCX 另存为 PDF）\n",
    )
    assert written() == ["甲/.gongkai", "甲/notice.md"]


def test_a_libreoffice_that_fails_is_told(gongkai: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    put("campaigns/甲.yaml", SOUND)
    monkeypatch.setattr("gongkai_cli.project.libreoffice._program", lambda: sys.executable)
    ran = gongkai("render", "-t", "notice", "-f", "pdf")
    assert ran.code == 1
    assert "GK408 LibreOffice 没有转换成功" in ran.err


def test_a_libreoffice_that_stands_still_is_told(
    gongkai: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stands_still(command: Sequence[str], _: Path) -> None:
        raise subprocess.TimeoutExpired(command, 3600)

    put("campaigns/甲.yaml", SOUND)
    monkeypatch.setattr("gongkai_cli.project.libreoffice._program", lambda: "soffice")
    monkeypatch.setattr("gongkai_cli.project.libreoffice._run", stands_still)
    ran = gongkai("render", "-t", "notice", "-f", "pdf")
    assert ran.code == 1
    assert "GK408 LibreOffice 60 分钟没有转换完（多半停住了" in ran.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="has no pipes with names")
def test_what_a_libreoffice_started_ends_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The real one is begun by a script, and goes on by itself when that is killed."""
    os.mkfifo(tmp_path / "管道")
    other = os.open(tmp_path / "管道", os.O_RDONLY | os.O_NONBLOCK)

    def pressed(_: object, **__: object) -> None:
        assert select.select([other], [], [], 60)[0]
        assert os.read(other, 2) == b"1\n"
        raise KeyboardInterrupt

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(subprocess.Popen, "communicate", pressed)
    with pytest.raises(KeyboardInterrupt):
        libreoffice._run(["/bin/sh", "-c", "(echo 1; exec sleep 1000) >管道 & wait"], tmp_path)
    assert select.select([other], [], [], 60)[0]
    assert os.read(other, 1) == b"", "it has not let go of the pipe"
    os.close(other)


@pytest.mark.skipif(os.name == "nt", reason="has no /bin/sh")
def test_the_last_of_what_a_libreoffice_started_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program that was called may end before the one that writes the file."""
    monkeypatch.chdir(tmp_path)
    script = "(n=0; while [ $n -lt 300 ]; do /bin/true; n=$((n+1)); done; echo 1 >文件) &"
    libreoffice._run(["/bin/sh", "-c", script], tmp_path)
    assert Path("文件").exists()


@pytest.mark.skipif(shutil.which("soffice") is None, reason="没有安装 LibreOffice")
def test_pdf_is_made_and_is_the_same_twice(gongkai: Run) -> None:
    put("campaigns/甲.yaml", SOUND)
    assert gongkai("render", "-t", "notice", "-f", "pdf").code == 0
    assert written() == ["甲/.gongkai", "甲/notice.pdf"]
    assert Path("output/甲/notice.pdf").read_bytes().startswith(b"%PDF-")
    assert gongkai("render", "-t", "notice", "-f", "pdf").out == (
        "甲：生成 0 个文件，1 个没有变化，保存在 output/甲\n"
    )


def test_a_style_that_is_wrong_stops_the_rendering(gongkai: Run) -> None:
    put("campaigns/甲.yaml", SOUND)
    put("templates/排版.yaml", "天投: 35\n")
    assert gongkai("render") == Ran(
        1, "", "templates/排版.yaml:1:1: 错误 GK321 没有“天投”这一项（是不是“天头”）\n"
    )
    assert gongkai("fonts").code == 1


def test_fonts_that_are_here_and_that_are_not(
    gongkai: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    families = frozenset({"FangSong", "SimHei", "KaiTi_GB2312"})
    monkeypatch.setattr("gongkai_cli.project.fonts.font_families", lambda: families)
    ran = gongkai("fonts")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "没有  仿宋_GB2312：正文；打开时用 仿宋 代替。Windows XP 的字体；新系统用“仿宋”代替即可",
        "没有  Times New Roman：西文；打开时由 Word、WPS 自行代替，样子会变。系统自带的字体，查是否被删",
        "有    仿宋（这里叫 FangSong）：生僻字",
        "没有  宋体：标题里的生僻字、页码；打开时由 Word、WPS 自行代替，样子会变。系统自带的字体，查是否被删",
        "没有  SimSun-ExtB：更少见的字（Unicode 扩展区）；打开时由 Word、WPS 自行代替，样子会变。Windows 自带，只在有极少见的字时用到",
        "有    黑体（这里叫 SimHei）：黑体",
        "有    楷体_GB2312（这里叫 KaiTi_GB2312）：楷体",
        "没有  方正小标宋简体：标题；打开时由 Word、WPS 自行代替，样子会变。方正字库的字体，须自行取得授权",
        "字体缺了，文档照样生成，字体名照写；在装有字体的电脑上打开就是标准样子。",
    ]
    monkeypatch.setattr("gongkai_cli.project.fonts.font_families", lambda: None)
    assert gongkai("fonts").err == "查不了这台电脑的字体（没有 fc-list）；下面按都没有装列出。\n"


def test_a_ledger_cut_short_and_a_run_beside_ours(gongkai: Run) -> None:
    put("campaigns/甲.yaml", SOUND)
    gongkai("render", "-t", "notice", "-f", "md")
    ledger = Path("output/甲/.gongkai")
    ledger.write_bytes(ledger.read_bytes() + b"abc")
    put("campaigns/甲.yaml", SOUND.replace("网络安全宣传周", "安全生产月"))
    assert gongkai("render", "-t", "notice", "-f", "md").code == 0
    lines = ledger.read_text("utf-8").splitlines()
    assert [len(line.partition("  ")[0]) for line in lines] == [len("source"), 64, 3, 64]


def test_rubbish_of_a_killed_run_is_swept_away(gongkai: Run) -> None:
    put("campaigns/甲.yaml", SOUND)
    put("output/甲/.123-0123456789ab.tmp", "半截")
    put("output/甲/.456-0123456789ab.tmp", "别人正在写")
    os.utime("output/甲/.123-0123456789ab.tmp", (0, 0))
    gongkai("render", "-t", "notice", "-f", "md")
    assert written() == ["甲/.456-0123456789ab.tmp", "甲/.gongkai", "甲/notice.md"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_ledger_that_is_a_link_is_not_written_through(gongkai: Run) -> None:
    put("campaigns/甲.yaml", SOUND)
    put("别处", "内容")
    Path("output/甲").mkdir(parents=True)
    Path("output/甲/.gongkai").symlink_to(Path("别处").resolve())
    ran = gongkai("render", "-t", "notice", "-f", "md")
    assert (ran.code, Path("别处").read_text("utf-8")) == (1, "内容")
    assert "GK404" in ran.err


@pytest.mark.parametrize("what", ["file", "folder", "link"])
def test_an_override_that_is_no_file_is_told(gongkai: Run, what: str) -> None:
    put("campaigns/甲.yaml", SOUND)
    match what:
        case "file":
            put("templates", "不是文件夹")
        case "folder":
            Path("templates/notice.md.j2").mkdir(parents=True)
        case _:
            Path("templates").mkdir()
            Path("templates/notice.md.j2").symlink_to("没有")
    ran = gongkai("render", "-f", "md")
    assert (ran.code, ran.out) == (1, "")
    assert "GK403 读不了" in ran.err
    is_told = "templates:1:1: 错误 GK403 读不了：这是文件，不是文件夹（给这个文件改名，或者移走）\n"
    assert (ran.err == is_told) == (what == "file")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody take away such a folder")
@pytest.mark.parametrize(
    ("arguments", "code"), [(["render"], 1), (["validate"], 1), (["check-deadlines"], 3)]
)
def test_a_folder_that_has_gone_is_told(
    gongkai: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, arguments: list[str], code: int
) -> None:
    (tmp_path / "去年").mkdir()
    monkeypatch.chdir(tmp_path / "去年")
    (tmp_path / "去年").rmdir()
    message = "当前文件夹已经不在了（换到放着 campaigns/ 的文件夹，再运行）\n"
    assert gongkai(*arguments) == Ran(code, "", message)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sets no such limit")
@pytest.mark.parametrize("handles", [8, 12, 14])
def test_few_file_handles_are_enough_for_many_campaigns(tmp_path: Path, handles: int) -> None:
    (tmp_path / "campaigns").mkdir()
    for number in range(parallel.MANY):
        (tmp_path / "campaigns" / f"{number}.yaml").write_text(SOUND, "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"}
    command = (
        f"ulimit -n {handles} && exec {sys.executable} -m gongkai_cli check-deadlines --format json"
    )
    ran = subprocess.run(
        ["/bin/sh", "-c", command], env=environment, cwd=tmp_path, capture_output=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (2, b"")
    assert len({row["campaign"] for row in json.loads(ran.stdout)}) == parallel.MANY


@pytest.mark.parametrize("number", [errno.EMFILE, errno.ENFILE])
@pytest.mark.parametrize(("command", "code"), [("validate", 1), ("check-deadlines", 3)])
def test_where_no_file_can_be_opened_any_more_it_is_the_system_s_fault(
    gongkai: Run, monkeypatch: pytest.MonkeyPatch, number: int, command: str, code: int
) -> None:
    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    why = (
        "同时打开的文件到了系统许可的上限"
        "（关掉一些程序再运行；服务器上找管电脑的人放宽上限（ulimit -n））\n"
    )
    put("campaigns/甲.yaml", SOUND)
    with monkeypatch.context() as patched:
        patched.setattr("gongkai_cli.project.files.first_bytes", fail)
        ran = gongkai(command)
        told = f"campaigns/甲.yaml:1:1: 错误 GK403 读不了：{why}"
        assert (ran.code, told in ran.out + ran.err) == (code, True)
    monkeypatch.setattr("gongkai_cli.project.files.survey", fail)
    assert gongkai(command) == Ran(code, "", why)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (RuntimeError("坏了"), "RuntimeError：坏了"),
        (FileNotFoundError(errno.ENOENT, "没有"), "FileNotFoundError：[Errno 2] 没有"),
    ],
)
@pytest.mark.parametrize("command", ["validate", "check-deadlines"])
def test_a_fault_of_ours_is_told_as_one(
    gongkai: Run, monkeypatch: pytest.MonkeyPatch, error: Exception, said: str, command: str
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("gongkai_cli.project.files.survey", fail)
    assert gongkai(command) == Ran(
        3,
        "",
        f"程序出了内部错误（{said}）。\n没有写坏任何文件。请把活动文件和这句话发给维护的人；"
        "设 GONGKAI_DEBUG=1 再运行可看详情。\n",
    )
    monkeypatch.setenv("GONGKAI_DEBUG", "1")
    monkeypatch.setattr(sys, "argv", ["gongkai", command])
    with pytest.raises(type(error)):
        main()


def test_a_status_goes_by_its_name_in_json_as_well(gongkai: Run) -> None:
    put("campaigns/甲.yaml", SOUND)
    for name, word in (("overdue", "逾期"), ("not-started", "未开始")):
        ran = gongkai("tasks", "--status", name, "--now", "2026-05-19")
        assert (ran.code, ran) == (0, gongkai("tasks", "--status", word, "--now", "2026-05-19"))


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_unit_is_not_denied_while_a_file_cannot_be_read(gongkai: Run) -> None:
    put("campaigns/甲.yaml", SOUND)
    Path("campaigns/乙.yaml").symlink_to("没有")
    ran = gongkai("render", "--unit", "没有这个局", "-f", "md")
    assert ran.code == 1
    assert ran.err == "campaigns/乙.yaml:1:1: 错误 GK403 读不了：没有这个文件（查路径）\n"


def test_no_folder_is_not_this_folder(gongkai: Run) -> None:
    put("campaigns/甲.yaml", SOUND)
    message = "用法错误：--output：没有写文件夹\n"
    assert gongkai("render", "-o", "") == Ran(2, "", message)
    assert [path.name for path in Path().iterdir()] == ["campaigns"]


def test_a_campaign_named_by_dots_stays_in_its_own_folder(gongkai: Run) -> None:
    put("campaigns/..yaml", SOUND)
    assert gongkai("render", "-f", "md", "-t", "notice").code == 0
    assert written() == ["_/.gongkai", "_/notice.md"]


def test_closed_streams_are_no_fault(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = f"{sys.executable} -m gongkai_cli --help >&- 2>&-"
    ran = subprocess.run(["/bin/sh", "-c", command], env=environment, cwd=tmp_path, check=False)
    assert ran.returncode == 0


def test_a_rule_explains_itself(gongkai: Run) -> None:
    assert gongkai("validate", "--explain", "gk525") == Ran(
        0,
        "GK525 届次和年份对不上\n\n届次和年份对不上（按“首届年份”一年一届推算）。\n\n"
        "指出：\n  届次: 19\n  首届年份: 2007\n\n  届次: 2\n  首届年份: 2027\n"
        "不指出：\n  届次: 20\n  首届年份: 2007\n\n  首届年份: 2007\n\n  届次: 1\n  首届年份: 2026\n"
        "确有理由的，在那一行末尾或上一行注明：# 可以：GK525 原因\n",
        "",
    )
    assert gongkai("validate", "--explain", "GK999").code == 2


def test_validate_finds_what_is_wrong_with_the_real_campaigns(gongkai: Run) -> None:
    shutil.copytree(ROOT / "campaigns", "campaigns")
    ran = gongkai("validate")
    assert (ran.code, ran.err) == (0, "")
    assert "campaigns/dandong-2021.yaml:125:9: 警告 GK511 活动总结5月20日16时前报送" in ran.out
    assert gongkai("validate", "--strict").code == 1


def test_validate_looks_at_the_office_s_own_templates_and_style(gongkai: Run) -> None:
    put("campaigns/甲.yaml", SOUND)
    put("templates/notice.md.j2", "# 标题\n\n{{ 公文.标提 }}\n")
    put("templates/_tasks.md.j2", "| 序号 | 任务 |\n\n| - | - |\n")
    put("templates/排版.yaml", "天投: 35\n")
    ran = gongkai("validate")
    assert ran.code == 1
    places = [line.split("：")[0].split(" ")[0] for line in ran.out.splitlines()]
    assert places == ["templates/排版.yaml:1:1:"]
    Path("templates/排版.yaml").unlink()
    ran = gongkai("validate")
    assert ran.code == 1
    first, second = ran.out.splitlines()
    assert first.endswith(
        "task-table.md.j2:1:1: 错误 GK311 模板结果读不了：表格没有写对，成了文字（表头、分隔行和各行连着写，中间不空行，格数一样）"
    )
    assert second.startswith("templates/notice.md.j2:3:7: 错误 GK302 模板用了没有的名称“标提”")
