"""What changed between two campaigns: pairs of files beside what is told of them.

In tests/difference/<case>/ stand ``old.yaml`` and ``new.yaml``; ``expected.txt``, ``.md`` and
``.json`` are what is told in each format, ``expected-<unit>.txt`` what is told to one unit.
``pytest --update`` writes those anew that are there; read the diff before committing it.
"""

import json
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from conftest import ROOT, TESTS, Ran, Run, put
from gongkai_cli.dates.span import Context, Span
from gongkai_cli.dates.weekdays import with_weekdays
from gongkai_cli.difference import FORMATS, GROUPS, Difference, Side, as_json, blanks, compare
from gongkai_cli.difference.facts import Facts
from gongkai_cli.difference.matching import likeness, pair
from gongkai_cli.difference.times import Times
from gongkai_cli.difference.words import marked
from gongkai_cli.loading import load
from gongkai_cli.model import Annex, Campaign, Header, Item, Report
from gongkai_cli.plan import duties
from gongkai_cli.project.git import is_revision
from support.pair_invariants import difference_is_answered

CASES = sorted(path for path in (TESTS / "difference").iterdir() if path.is_dir())
BASE = (TESTS / "difference" / "截止推迟" / "old.yaml").read_text("utf-8")
TOLD = sorted(path for case in CASES for path in case.glob("expected*"))


def side(text: str) -> Side:
    loaded = load(text.encode(), "文件")
    assert {finding.code for finding in loaded.findings} <= {"GK208"}
    assert loaded.campaign is not None
    assert loaded.context is not None
    return Side(loaded.campaign, loaded.context, blanks(loaded.data))


def of_case(case: Path) -> tuple[Side, Side]:
    old, new = ((case / f"{name}.yaml").read_text("utf-8") for name in ("old", "new"))
    return side(old), side(new)


def told(difference: Difference, format_: str) -> str:
    if format_ == "json":
        return json.dumps(as_json(difference), ensure_ascii=False, indent=2) + "\n"
    return "".join(
        f"{line}\n" for line in FORMATS[{"txt": "text"}.get(format_, format_)](difference)
    )


@pytest.mark.parametrize("path", TOLD, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_is_told(path: Path, *, update: bool) -> None:
    difference = compare(*of_case(path.parent))
    unit = path.stem.partition("-")[2]
    if unit:
        difference = difference.of_unit(unit)
    said = told(difference, path.suffix[1:])
    if update:
        path.write_text(said, "utf-8", newline="\n")
    assert said == path.read_text("utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_laws_of_comparing_hold_for_each_case(case: Path) -> None:
    old, new = of_case(case)
    difference_is_answered(old, new)
    difference_is_answered(new, old)


LINES = BASE.splitlines(keepends=True)
WORDS = ("县司法局", "县教育局", "5月25日16时前", "5月14日上午", "文化广场", "更新办事指南", "张三")
OTHERS = ("县民政局", "5月26日前", "6月1日上午", "体育馆", "编印办事指南", "王五", "持续发布")


@st.composite
def edited(draw: st.DrawFn) -> Side:
    """The base campaign after some edits, of which those that break it are taken back."""
    text = BASE
    for word in draw(st.lists(st.sampled_from(WORDS), max_size=4)):
        changed = text.replace(word, draw(st.sampled_from(OTHERS)), 1)
        text = changed if load(changed.encode(), "文件").campaign else text
    for at in draw(st.lists(st.integers(0, len(LINES) - 1), max_size=4)):
        shorter = text.replace(LINES[at], "", 1)
        text = shorter if load(shorter.encode(), "文件").campaign else text
    loaded = load(text.encode(), "文件")
    assert loaded.campaign is not None
    assert loaded.context is not None
    return Side(loaded.campaign, loaded.context, blanks(loaded.data))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(edited(), edited())
def test_laws_of_comparing(old: Side, new: Side) -> None:
    difference_is_answered(old, new)


TEXTS = st.text("甲乙丙丁戊12、。", max_size=12)


@given(TEXTS, TEXTS)
def test_marks_only_add_marks(old: str, new: str) -> None:
    assert tuple(
        text.translate({ord("【"): None, ord("】"): None}) for text in marked(old, new)
    ) == (
        old,
        new,
    )
    assert likeness(old, new) == likeness(new, old)


@given(st.lists(TEXTS, max_size=6), st.lists(TEXTS, max_size=6))
def test_pairs_are_the_same_both_ways_and_nothing_is_lost(olds: list[str], news: list[str]) -> None:
    # By the whole name, then by how it begins.
    names = [lambda text: text, lambda text: text[:1]]
    there = pair(olds, news, names, lambda text: text)
    back = pair(news, olds, names, lambda text: text)
    assert sorted(there.pairs) == sorted((old, new) for new, old in back.pairs)
    assert sorted([*(old for old, _ in there.pairs), *there.gone]) == sorted(olds)
    assert sorted([*(new for _, new in there.pairs), *there.added]) == sorted(news)


def test_a_fact_explains_only_what_follows_from_it() -> None:
    facts = Facts(
        (
            ("5月25日前", "5月27日前"),
            ("甲局", "乙局"),
            ("甲局", "丙局"),
            ("丁局", "乙局"),
            ("一", "二"),
        )
    )
    assert facts.explain("于5月25日前报送。", "于5月27日前报送。")
    assert facts.explain("丁局负责", "乙局负责")
    assert not facts.explain("于5月25日前报送。", "请于5月27日前报送。")
    # It became one thing here and another there, and so did the other: nobody can tell which.
    assert not facts.explain("甲局负责", "乙局负责")
    assert not facts.explain("一处", "二处")


def test_the_page_shows_what_is_told() -> None:
    page = (ROOT / "docs" / "difference.md").read_text("utf-8")
    assert (TESTS / "difference" / "丹东" / "expected.txt").read_text("utf-8") in page
    assert {group for group in GROUPS if f"\n| {group} |" not in page} == set()
    fields = as_json(compare(*of_case(TESTS / "difference" / "丹东")))[0]
    assert {field for field in fields if f"`{field}`" not in page} == set()


OLD, NEW = (str(TESTS / "difference" / "截止推迟" / f"{name}.yaml") for name in ("old", "new"))
CHANGED = (TESTS / "difference" / "截止推迟" / "expected.txt").read_text("utf-8")


def test_the_command(gongkai: Run) -> None:
    assert gongkai("diff", OLD, NEW) == Ran(0, CHANGED, "")
    assert gongkai("diff", OLD, OLD) == Ran(0, "没有变化\n", "")
    assert gongkai("diff", OLD, OLD, "--format", "json") == Ran(0, "[]\n", "")
    expected = (Path(OLD).parent / "expected.json").read_text("utf-8")
    assert gongkai("diff", OLD, NEW, "--format", "json") == Ran(0, expected, "")


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (
            ["甲", NEW, "--unit", "县司法厅"],
            2,
            "用法错误：--unit：没有单位“县司法厅”的任务（是不是“县司法局”）\n",
        ),
        (
            ["甲", NEW, "--format", "xml"],
            2,
            "用法错误：--format：没有“xml”（可以写：text、md、json）\n",
        ),
        (["甲"], 2, "用法错误：没有写“新”。\n用法见：gongkai diff --help\n"),
        (
            ["甲", "丙", "--unit", "乙"],
            2,
            "丙: 错误 GK401 没有这个活动文件（现有：坏、甲）\n",
        ),
        (
            ["坏", "坏"],
            1,
            "campaigns/坏.yaml:1:1: 错误 GK202 文件里缺少“公文”，或者没有填写（补一行“公文: …”）\n"
            "campaigns/坏.yaml:1:1: 错误 GK202 文件里缺少“年份”，或者没有填写（补一行“年份: …”）\n"
            "campaigns/坏.yaml:1:1: 错误 GK202 文件里缺少“正文”，或者没有填写（补一行“正文: …”）\n",
        ),
    ],
)
def test_wrong_usage_and_unreadable_files(
    gongkai: Run, arguments: list[str], code: int, message: str
) -> None:
    put("campaigns/甲.yaml", BASE)
    put("campaigns/坏.yaml", "活动: 甲\n")
    assert gongkai("diff", *arguments) == Ran(code, "", message)


def git(*arguments: str) -> None:
    identity = ["-c", "user.name=x", "-c", "user.email=x@example.com"]
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)  # noqa: S607


def test_a_file_as_it_stood_at_a_revision(gongkai: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    put("campaigns/甲.yaml", BASE)
    assert gongkai("diff", "HEAD:campaigns/甲.yaml", "甲") == Ran(
        2,
        "",
        "HEAD:campaigns/甲.yaml: 错误 GK422 这个文件夹没有交给 git 管，或者归别的用户，git 不读"
        "（运行 git status，照它说的办）\n",
    )
    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "-m", "甲")
    shutil.copy(NEW, "campaigns/甲.yaml")
    assert gongkai("diff", "HEAD:campaigns/甲.yaml", "甲") == Ran(0, CHANGED, "")
    no_such = "（写成 版本:路径，如 HEAD~1:campaigns/示例县-2026.yaml；git log 可以查到版本）\n"
    for wrong in ("HEAD~9:campaigns/甲.yaml", "HEAD:campaigns/乙.yaml", "HEAD:a\0b"):
        ran = gongkai("diff", wrong, "甲")
        assert ran == Ran(
            2,
            "",
            f"{wrong.replace(chr(0), '?')}: 错误 GK422 git 里没有这个版本，或者那时还没有这个文件{no_such}",
        )
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert gongkai("diff", "HEAD:campaigns/甲.yaml", "甲").err == (
        "HEAD:campaigns/甲.yaml: 错误 GK422 没有找到 git，看不到以前的版本（装上 git；或者写明两个文件）\n"
    )


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("HEAD~1:campaigns/甲.yaml", True),
        (":campaigns/甲.yaml", True),
        ("v1:甲.yaml", True),
        ("campaigns/甲.yaml", False),
        ("C:\\甲.yaml", False),
        ("D:/甲.yaml", False),
        ("--output=x:y", False),
        ("HEAD:", False),
    ],
)
def test_what_is_written_as_a_revision(text: str, *, is_one: bool) -> None:
    assert is_revision(text) is is_one


MAY = Context(2026, date(2026, 4, 28), {"活动": Span(date(2026, 5, 14), date(2026, 5, 21))})
NEXT = Context(2027, date(2027, 4, 28), {"活动": Span(date(2027, 5, 14), date(2027, 5, 21))})


@pytest.mark.parametrize(
    ("old", "new", "note"),
    [
        ("5月20日前", "5月22日前", "推迟2天（2个工作日）"),
        # 5月9日 is a Saturday on which people work.
        ("5月8日前", "5月11日前", "推迟3天（2个工作日）"),
        ("5月20日16时前", "5月20日12:00前", "提前4小时"),
        ("5月20日16:00前", "5月20日16:10前", ""),
        ("5月15日上午9点至11点", "5月15日上午8点至10点", "提前1小时"),
        ("5月14日上午", "5月14日下午", ""),
        ("5月14日至21日", "5月13日至21日", "开始提前1天（1个工作日）"),
        ("5月14日至21日", "5月13日至22日", "开始提前1天（1个工作日），结束推迟1天（1个工作日）"),
        ("5月14日至21日", "5月21日前", ""),
        ("5月21日前", "5月14日至21日", ""),
        ("5月14日起", "5月15日起", ""),
        # An hour given or taken away on the same day is by no number of hours.
        ("5月20日前", "5月20日16时前", ""),
        ("5月20日16时前", "5月20日前", ""),
        (
            "5月14日9时至15日",
            "5月14日10时半至18日",
            "开始推迟1.5小时，结束推迟3天（1个工作日）",
        ),
        ("", "5月20日前", ""),
        ("5月20日前", "", ""),
        ("每周四前", "每周五前", ""),
        ("持续发布", "5月21日前", ""),
        ("尽快", "5月21日前", ""),
        ("5月15日-21日", "5月15日至21日", "日期没有变，写法不同"),
    ],
)
def test_by_how_much_a_date_moved(old: str, new: str, note: str) -> None:
    moved = Times(MAY, MAY).moved(old, new)
    assert moved is not None
    assert (moved.old, moved.new, moved.note) == (
        with_weekdays(old, MAY),
        with_weekdays(new, MAY),
        note,
    )


@pytest.mark.parametrize(
    ("old", "new", "note"),
    [
        ("5月14日（星期四）上午", "5月14日（星期五）上午", None),
        ("2026年5月14日", "2027年5月14日", None),
        ("活动结束后5个工作日内", "活动结束后5个工作日内", None),
        ("5月14日至21日", "5月14日至22日", "结束比2026年推迟1天"),
        ("12月20日至次年1月10日", "12月21日至次年1月11日", "比2026年推迟1天"),
        ("5月20日16时前", "5月20日12时前", "比2026年提前4小时"),
        ("5月15日-21日", "5月15日至21日", "日期没有变，写法不同"),
    ],
)
def test_between_years_dates_are_compared_by_month_and_day(
    old: str, new: str, note: str | None
) -> None:
    moved = Times(MAY, NEXT).moved(old, new)
    assert (moved and moved.note) == note


def test_a_leap_day_is_compared_too() -> None:
    moved = Times(Context(2024), Context(2025)).moved("2月29日前", "3月1日前")
    assert moved is not None
    assert moved.note == "日期没有变，写法不同"


# Each key of the file with a value and another one; what stands before it is put around it.
WHOLE = (
    "活动: 甲\n年份: 2026\n公文: {发文机关: 县政府, 标题: 通知%s}\n正文: {内容: [{标题: 乙%s}]}\n%s"
)
KEYS: dict[str, dict[str, tuple[str, str]]] = {
    "全文": {
        "届次": ("20", "21"),
        "导语": ("甲", "乙"),
        "结语": ("甲", "乙"),
        "报送": ("[{材料: 总结, 截止: 5月1日前}]", "[{材料: 照片, 截止: 5月1日前}]"),
        "联系": ("{联系人: 张三}", "{联系人: 李四}"),
        "附件": ("[{标题: 表, 内容: 甲}]", "[{标题: 单, 内容: 甲}]"),
        "统筹任务": ("[督查]", "[统筹协调]"),
        "统称": ("{各部门: [一局]}", "{各部门: [二局]}"),
        "印发件": ("{标题: 甲方案}", "{标题: 乙方案}"),
        "结语: 甲\n印发件": ("{标题: 甲, 导语: 甲}", "{标题: 甲, 导语: 乙}"),
    },
    "公文": {
        "版式": ("公文", "信函"),
        "份号": ("1", "2"),
        "密级": ("秘密", "机密"),
        "紧急程度": ("特急", "加急"),
        "发文机关标志": ("甲", "乙"),
        "发文字号": ("甲", "乙"),
        "签发人": ("甲", "乙"),
        "主送机关": ("甲", "乙"),
        "署名": ("甲", "乙"),
        "成文日期": ("2026-05-01", "2026-05-02"),
        "印章": ("加盖", "不加盖"),
        "附注": ("甲", "乙"),
        "抄送": ("甲", "乙"),
        "印发机关": ("甲", "乙"),
        "印发日期": ("2026-05-01", "2026-05-02"),
        "版式: 电报, 签批盖章": ("甲", "乙"),
        "版式: 电报, 等级": ("甲", "乙"),
    },
    "事项": {
        "内容": ("甲", "乙"),
        "牵头": ("一局", "二局"),
        "责任单位": ("一局", "二局"),
        "配合": ("一局", "二局"),
        "参加单位": ("一局", "二局"),
        "时间": ("5月1日", "5月2日"),
        "完成时间": ("5月1日", "5月2日"),
        "责任单位: 一局, 地点": ("甲", "乙"),
        "责任单位: 一局, 发布途径": ("甲", "乙"),
        "任务": ("[{内容: 甲}]", "[{内容: 乙}]"),
        "事项": ("[甲]", "[乙]"),
    },
    "报送": {
        "材料": ("总结", "活动总结"),
        "报送单位": ("一局", "二局"),
        "截止": ("5月1日前", "5月2日前"),
        "接收": ("一局", "二局"),
        "要求": ("甲", "乙"),
    },
    "附件": {
        "标题": ("甲", "乙"),
        "标题: 单, 名单": ("[一局]", "[二局]"),
        "标题: 单, 内容: 甲, 备注": ("甲", "乙"),
        "标题: 单, 内容": ("甲", "乙"),
        "标题: 单, 列": ("[甲]", "[乙]"),
        "标题: 单, 列: [甲], 行": ("[[甲]]", "[[乙]]"),
        "标题: 单, 列: [甲], 空行": ("1", "2"),
        "表": ("任务分解表", "任务分解表, 标题: 分工表"),
    },
}
# 活动, 年份, 公文 and 正文 are all of the file; the others are printed nowhere.
NOT_SHOWN = {
    "活动",
    "年份",
    "首届年份",
    "公文",
    "正文",
    "标题",
    "发文机关",
    "通讯录",
    "编号",
    "统称",
} | {
    # Not of the notice: written afterwards, or a paper of its own.
    *("总结", "调查问卷")
}


def written(part: str, key: str, value: str) -> str:
    said = f"{key}: {value}"
    match part:
        case "全文":
            return WHOLE % ("", "", said + "\n")
        case "公文":
            return WHOLE % (f", {said}", "", "")
        case "事项":
            return WHOLE % ("", f", {said}", "")
        case "报送":
            needed = {"材料": "截止: 5月1日前", "截止": "材料: 总结"}
            return WHOLE % (
                "",
                "",
                f"报送: [{{{needed.get(key, '材料: 总结, 截止: 5月1日前')}, {said}}}]\n",
            )
    rest = ", 内容: 甲" if key == "标题" else ""
    return WHOLE % ("", "", f"附件: [{{{said}{rest}}}]\n")


@pytest.mark.parametrize(
    ("part", "key"), [(part, key) for part, keys in KEYS.items() for key in keys]
)
def test_every_key_is_compared(part: str, key: str) -> None:
    loaded = [load(written(part, key, value).encode(), "文件") for value in KEYS[part][key]]
    sides = [Side(one.campaign, one.context) for one in loaded if one.campaign and one.context]
    assert compare(*sides).changes


@pytest.mark.parametrize(
    ("part", "model"),
    [("全文", Campaign), ("公文", Header), ("事项", Item), ("报送", Report), ("附件", Annex)],
)
def test_no_key_is_forgotten(part: str, model: type[BaseModel]) -> None:
    tried = {key.split("\n")[-1].split(", ")[-1].split(": ")[0] for key in KEYS[part]}
    assert {
        str(field.alias) for field in model.model_fields.values()
    } - NOT_SHOWN == tried - NOT_SHOWN


def test_where_everything_was_rewritten_only_names_count() -> None:
    olds, news = ([f"{mark}办好第{n}件" for n in range(200)] for mark in ("先", "再"))
    found = pair([*olds, "同"], [*news, "同"], [lambda text: text], lambda text: text)
    assert found.pairs == (("同", "同"),)


def test_campaigns_with_nothing_in_common_are_told_apart() -> None:
    files = sorted((ROOT / "campaigns").glob("*.yaml"))
    old, new = (side(path.read_text("utf-8")) for path in files)
    difference = compare(old, new)
    tasks = [change for change in difference.changes if change.group == "任务"]
    assert {change.kind for change in tasks} == {"added", "gone"}
    assert len(tasks) == len(duties(old.campaign)) + len(duties(new.campaign))
