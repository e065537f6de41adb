"""A file with errors is looked at as far as it can be understood, and nothing is made up about the rest."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT, TESTS, Run, put
from gongkai_cli import report
from gongkai_cli.checking import examine
from gongkai_cli.loading import load
from support.rule_examples import CASES, example
from support.whole_file import BASE, told

WEEKDAY = "13:11 GK501"
REST_DAY = "21:9 GK502"
SOUND = sorted((TESTS / "sound").glob("*.yaml"))
KEY = re.compile(r"^(\s*(?:- )*)([^\s:#'\"\[{][^:\n]*?):(?= |$)", re.MULTILINE)


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("成文日期", "成文日期", [WEEKDAY, REST_DAY]),
        ("主送机关", "主送单位", ["7:3 GK201", WEEKDAY, REST_DAY]),
        ("2026年4月28日", "2026年4月31日", ["8:9 GK205", WEEKDAY, REST_DAY]),
        ("届次: 20", "届次: 二十", ["3:5 GK204", WEEKDAY, REST_DAY]),
        ("届次: 20", "届次: 20\n届次: 21", ["4:1 GK104", "14:11 GK501", "22:9 GK502"]),
        ("县政府各部门", "「各单位」", ["7:9 GK111", WEEKDAY, REST_DAY]),
        ("县政府各部门", "{甲: 乙}", ["7:3 GK203", WEEKDAY, REST_DAY]),
        ("张三", "[张三，李四]", [WEEKDAY, REST_DAY, "26:3 GK204"]),
        # An item that lacks what it needs is told of; the others are looked at.
        ("    截止: 5月8日前\n", "", [WEEKDAY, REST_DAY, "22:5 GK202"]),
        ("截止: 5月8日前", "截至: 5月8日前", [WEEKDAY, REST_DAY, "24:5 GK201"]),
        ("- 标题: 集中宣传\n      时间", "- 时间", ["12:7 GK202", "20:9 GK502"]),
        # What is left out of a list shifts no place behind it.
        ("报送:", "报送:\n  - &a {材料: 名单}", [WEEKDAY, "19:5 GK105", "22:9 GK502"]),
        # On the line of an error nothing else is told.
        ("5月24日16时前", "5月24日25时前", [WEEKDAY, "21:9 GK205"]),
        ("5月24日16时前", "「总结的时限」", [WEEKDAY, "21:9 GK111"]),
        ("截止: 5月24日16时前", "截止: 「总结的时限」前", [WEEKDAY, "21:9 GK111"]),
    ],
)
def test_one_error_hides_no_other(right: str, wrong: str, said: list[str]) -> None:
    assert BASE.count(right) == 1
    assert told(BASE.replace(right, wrong)) == said


@pytest.mark.parametrize(
    "wrong", ["年份: 二〇二六", "公文: 没有", "正文: [甲, {乙: 丙}]", "活动: {甲: 乙}"]
)
def test_without_what_is_needed_nothing_is_looked_at(wrong: str) -> None:
    key = wrong.partition(":")[0]
    parts = re.split(r"\n(?=\S)", BASE)
    text = "\n".join(wrong if part.startswith(f"{key}:") else part for part in parts)
    loaded = load(text.encode(), "文件")
    assert (loaded.campaign, loaded.partial) == (None, None)
    assert not {"GK501", "GK502"} & {one.split()[1] for one in told(text)}


def test_a_sound_file_is_its_own_part() -> None:
    loaded = load(BASE.encode(), "文件")
    assert loaded.campaign is not None
    assert loaded.partial is loaded.campaign
    assert (loaded.left_out, loaded.doubtful) == (frozenset(), frozenset())


def spoilt(text: str) -> Iterator[str]:
    """A text with one of its keys misspelt, or with what no key can hold; each in turn."""
    for match in KEY.finditer(text):
        yield text[: match.end()].removesuffix(":") + "错误的" + text[match.end() - 1 :]
        yield f"{text[: match.end()]} {{错: 误}}\n{text[match.end() :]}"


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.stem)
def test_nothing_is_made_up_about_what_is_left_out(path: Path) -> None:
    """Whatever key of a sound file is spoilt, no rule complains of what follows from it."""
    looked_at = 0
    for text in spoilt(path.read_text("utf-8")):
        checked = examine(text.encode(), "文件")
        if checked.loaded.campaign is None and checked.loaded.partial is not None:
            looked_at += 1
            assert [*checked.findings] == [*checked.loaded.findings], text
    assert looked_at > 5


@pytest.mark.parametrize("text", [text for _, text in CASES], ids=lambda text: text[:30])
def test_every_rule_is_asked_of_a_file_with_an_error(text: str) -> None:
    sound = example(text)
    if "公文:\n" not in sound:
        sound = sound.replace("公文: {", "公文: {印发机构: 甲, ")
        wrong = sound
        sound = sound.replace("印发机构: 甲, ", "")
    else:
        wrong = sound.replace("公文:\n", "公文:\n  印发机构: 甲\n")
    inside = [one for one in examine(wrong.encode(), "文件").findings if one.code != "GK201"]
    outside = examine(sound.encode(), "文件").findings
    line = wrong[: wrong.index("印发机构")].count("\n") + 1
    assert sorted({(one.code, one.message) for one in inside}) == sorted(
        {
            (one.code, one.message)
            for one in outside
            # What the file has no date for may be told by the part that is wrong.
            if one.code != "GK810" and ("公文: {" not in wrong or one.place.line != line)
        }
    )


def test_a_misspelt_key_is_no_end_of_the_reminders(gongkai: Run) -> None:
    put("campaigns/甲.yaml", BASE.replace("主送机关", "主送单位"))
    ran = gongkai("check-deadlines", "--now", "2026-05-22")
    assert ran.code == 3
    assert "报送活动总结，5月24日16时前" in ran.out
    assert ran.err == "campaigns/甲.yaml:7:3: 错误 GK201 不认得“主送单位”（是不是“主送机关”）\n"
    listed = gongkai("tasks", "--now", "2026-05-22")
    assert (listed.code, listed.err) == (1, ran.err)
    assert "活动总结" in listed.out
    shown = gongkai("status", "--now", "2026-05-22", "-o", "进展.html")
    assert (shown.code, shown.err) == (1, ran.err)
    page = Path("进展.html").read_text("utf-8")
    assert "campaigns/甲.yaml 有错误，这页上可能不全。" in page
    assert "没有读出来" not in page


def test_what_is_made_of_a_file_waits_for_all_of_it(gongkai: Run) -> None:
    """Documents, calendars and records are kept; half of one would take the place of the whole."""
    put("campaigns/甲.yaml", BASE.replace("主送机关", "主送单位"))
    for command in (("render",), ("calendar", "-o", "日程.ics"), ("done", "甲", "活动总结")):
        ran = gongkai(*command)
        assert (ran.code, ran.out) == (1, "")
        assert "GK201" in ran.err
    assert sorted(path.name for path in Path().iterdir()) == ["campaigns"]
    assert [path.name for path in Path("campaigns").iterdir()] == ["甲.yaml"]


def test_the_record_beside_a_file_with_errors_is_not_found_fault_with(gongkai: Run) -> None:
    """What a line of it speaks of may stand where the errors are."""
    put("campaigns/甲.yaml", BASE.replace("    截止: 5月8日前", "    截至: 5月8日前"))
    put("campaigns/甲.进展.txt", "2026-05-07 | 联络员名单\n2026-05-20 | 活动总结\n")
    ran = gongkai("check-deadlines", "--now", "2026-05-22")
    assert ran.code == 3
    assert "活动总结" not in ran.out
    assert {line.split()[2] for line in ran.err.splitlines()} == {"GK201"}


def test_an_acceptance_is_not_called_needless_in_a_file_with_errors() -> None:
    text = BASE.replace("5月24日16时前", "5月24日16时前  # 可以：GK502 市里定的")
    assert told(text) == [WEEKDAY]
    text = text.replace("5月24日", "5月22日").replace("主送机关", "主送单位")
    assert told(text) == ["7:3 GK201", WEEKDAY]


def test_mending_makes_what_can_be_mended_beside_an_error(gongkai: Run) -> None:
    put(
        "campaigns/甲.yaml",
        BASE.replace("主送机关: 县", "主送单位: 县").replace("张三", "张三,李四"),
    )
    ran = gongkai("validate", "--fix")
    assert "已改 GK712 “,”→“，”" in ran.out
    assert "不认得“主送单位”" in ran.out


@pytest.mark.parametrize("path", sorted((ROOT / "campaigns").glob("*.yaml")), ids=lambda p: p.stem)
def test_a_real_campaign_with_one_slip_is_found_the_same_fault_with(path: Path) -> None:
    text = path.read_text("utf-8")
    wrong = text.replace("公文:\n", "公文:\n  印发机构: 甲\n", 1)
    before, after = ([*examine(one.encode(), "文件").findings] for one in (text, wrong))
    assert report.text(after).count("\n") == len(before) + 1
    assert [one.message for one in after if one.code != "GK201"] == [one.message for one in before]
