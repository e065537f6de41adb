"""Edits with one right answer: made where they belong, and nothing else touched."""

import random
from pathlib import Path

import pytest

from conftest import ROOT
from gongkai_cli.checking import examine
from gongkai_cli.loading import load
from gongkai_cli.mending import mend
from gongkai_cli.plaindata import walk
from support.bad_files import FILES, MARKER

HEAD = """\
活动: 5·15 政务公开日   # 名称
年份: 2026
公文: {发文机关: 县政府, 标题: 县政府关于开展“5·15 政务公开日”活动的通知, 成文日期: 2026年4月28日, 发文字号: '示政发〔2026〕2号'}
正文: {活动时间: 5月14日至21日}
"""
CAMPAIGNS = sorted((ROOT / "campaigns").glob("*.yaml"))
SAME = None


def mended(text: str) -> str:
    return mend(text.encode(), "文件").data.decode()


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        # The campaign's name, also twice in a line and between quotation marks.
        ("结语: 办“5.15政务公开日”，5•15政务公开日", "结语: 办“5·15 政务公开日”，5·15 政务公开日"),
        ("结语: '他说''5.15政务公开日'''", "结语: '他说''5·15 政务公开日'''"),
        ('结语: "\\u4ed6\\"5.15政务公开日"', '结语: "\\u4ed6\\"5·15 政务公开日"'),
        ("结语: |\n  办。\n\n  “5．15政务公开日”  ", "结语: |\n  办。\n\n  “5·15 政务公开日”  "),
        # Marks between 汉字, brackets only together.
        ("结语: 加强领导,落实责任;好!", "结语: 加强领导，落实责任；好！"),
        ("结语: 中心(网络中心)负责", "结语: 中心（网络中心）负责"),
        ("结语: 中心(A座)负责", "结语: 中心（A座）负责"),
        ("结语: 时间:10:30，地点:广场", "结语: 时间：10:30，地点：广场"),
        # A stray blank in a body's name, whichever writing comes first.
        (
            "统筹任务: [{标题: 甲, 牵头: 县住房建设局}]\n结语: 县住房 建设局办。",
            "统筹任务: [{标题: 甲, 牵头: 县住房建设局}]\n结语: 县住房建设局办。",
        ),
        (
            "统筹任务: [{标题: 甲, 牵头: 县住房 建设局}, {标题: 乙, 牵头: 县住房建设局}]",
            "统筹任务: [{标题: 甲, 牵头: 县住房建设局}, {标题: 乙, 牵头: 县住房建设局}]",
        ),
        # Two names for one body: which of them is right, nobody knows.
        ("统筹任务: [{标题: 甲, 牵头: 县住房城乡建设局}]\n结语: 县住房和城乡建设局办。", SAME),
        # Mended it would be an error: two names in one place.
        ("统筹任务: [{标题: 甲, 牵头: '县司法局,县教育局'}]", SAME),
        # What stands behind a reference is mended where it was typed, or not at all.
        ("导语: 好,的\n结语: 「导语」", "导语: 好，的\n结语: 「导语」"),
        ("结语: 1,2「活动」甲,乙", "结语: 1,2「活动」甲，乙"),
        (
            "结语: |\n  「活动」甲,乙「年份」丙,\n  「活动」丁,戊",
            "结语: |\n  「活动」甲，乙「年份」丙，\n  「活动」丁，戊",
        ),
        # What YAML does not read for its marks.
        ('结语: "公开为民"，服务发展。', "结语: “公开为民”，服务发展。"),
        ("结语: '公开为民'，服务发展。", SAME),
        ("结语: 现通知如下:", "结语: 现通知如下："),
        # A list that opens there, or a sentence.
        ("结语: 现通知如下:\n  甲: 乙", SAME),
        # What was accepted stays.
        ("结语: 甲,乙  # 可以：GK712 原文如此", SAME),
    ],
)
def test_what_has_one_right_answer_is_mended(typed: str, expected: str | None) -> None:
    assert mended(f"{HEAD}{typed}\n") == f"{HEAD}{expected or typed}\n"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("5月25前", "5月25日前"),
        ("5月25", "5月25日"),
        ("5月25（星期一）下午", "5月25日（星期一）下午"),
        ("4月26至5月8日", SAME),
        ("5月25左右", SAME),
        ("5月40前", SAME),
        ("尽快", SAME),
    ],
)
def test_a_deadline_gets_the_day_it_lacks(typed: str, expected: str | None) -> None:
    text = HEAD + "报送: [{材料: 总结, 截止: %s, 接收: 县政府}]\n"
    assert mended(text % typed) == text % (expected or typed)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("示政发[2026]12号", "示政发〔2026〕12号"),
        ("示政发(2026)12号", "示政发〔2026〕12号"),
        ("示政发【2026】012号", "示政发〔2026〕12号"),
        ("示政发〔2026]第1号", "示政发〔2026〕1号"),
        ("示政发〔26〕08号", "示政发〔2026〕8号"),
        ("示政发[2026]12", "示政发[2026]12"),
        ("示政发2026年12号", "示政发2026年12号"),
    ],
)
def test_of_a_document_number_only_its_form(typed: str, expected: str) -> None:
    number = "示政发〔2026〕2号"
    assert mended(HEAD.replace(number, typed)) == HEAD.replace(number, expected)


COLONS = """\
活动: 测试活动
年份: 2026  # 年
公文:
  发文机关: 示例县人民政府办公室
  标题:
    - 甲：乙
    - 丙
正文:
  活动主题: 主题
  活动时间:
    线下活动: 5月14日至21日
    线上活动: 5月14日至21日
  活动内容:
    - 标题: 户外
      内容: |
        各单位：请注意
        第二行：也是
      责任单位: 县司法局
    - 各单位：不是键
"""


def test_every_colon_behind_a_key_may_be_full_width() -> None:
    bad = COLONS.replace(": ", "：").replace(":\n", "：\n")
    assert mended(bad) == COLONS
    assert mended("活动：\n") == "活动:\n"


@pytest.mark.parametrize("number", range(COLONS.count(":")))
@pytest.mark.parametrize("colon", ["：", "： ", ":"])
def test_any_single_colon_behind_a_key(number: int, colon: str) -> None:
    pieces = COLONS.split(":")
    left, right = ":".join(pieces[: number + 1]), ":".join(pieces[number + 1 :])
    wrong = colon if right[0] == " " else colon.strip()
    bad = left + wrong + right.removeprefix(" ")
    # Two lines of 活动时间 that both lack the colon would be a text; one is never.
    expected = left + ":" + (" " if wrong.endswith(" ") else "") + right
    assert mended(bad) in (COLONS, expected.replace(":  ", ": "))


@pytest.mark.parametrize(
    "text",
    [
        # The colon is in prose; what is wrong stands elsewhere.
        "活动: 甲\n导语: |\n  各单位：请\n年份 2026\n公文: {}\n",
        "活动: 甲\n导语:\n  各单位：请\n年份 2026\n公文: {}\n",
        "活动: 甲\n正文:\n  口号:\n    - 各单位：请\n       - 乙\n丙\n",
        "- 甲：乙\n",
        "活动: 甲\n公文: 通知：第一\n",
        # The rest of a long text, too far left.
        "活动: 甲\n导语: |\n  乙。\n经同意，现将有关事项通知如下：\n正文:\n  丙: 丁\n",
        "活动: 甲\n导语: |\n  乙。\n现将有关事项通知如下：\n正文:\n  丙: 丁\n",
        "活动: 甲\n导语: |\n  乙。\n各单位注意：要抓好\n正文:\n  丙: 丁\n",
        "活动: 甲\n正文:\n  丙:\n    - 标题: 丁\n      内容: |\n        戊。\n      重点公开以下内容：\n      牵头: 县司法局\n",
        "活动: 甲\n公文:\n  各单位：请\n",
    ],
)
def test_a_colon_that_may_be_meant_stays(text: str) -> None:
    assert mended(text) == text


def test_bom_line_ends_comments_and_layout_stay_byte_for_byte() -> None:
    text = "\ufeff" + HEAD + "导语:   甲,乙    # 注\n\n结语:\t办好5.15政务公开日\n# 尾"
    right = text.replace("甲,乙", "甲，乙").replace("办好5.15政务", "办好5·15 政务")
    for end in ("\r\n", "\r", "\n"):
        typed = text.replace("\n", end).encode()
        assert mend(typed, "文件").data == right.replace("\n", end).encode()
    first = "\ufeff活动：测试\r\n年份: 2026\r\n"
    assert mended(first) == first.replace("：", ": ")


@pytest.mark.parametrize("data", [HEAD.encode("gbk"), b"a\0b", b"\xff\xfe", b""])
def test_a_file_that_cannot_be_read_stays(data: bytes) -> None:
    after = mend(data, "文件")
    assert (after.data, after.applied) == (data, ())
    assert after.checked == examine(data, "文件")


SLIPS = (
    ("：", ":"), ("，", ","), (": ", "："), (": ", ":"), ("·", "."), ("15 政", "15政"),
    ("（", "("), ("）", ")"), ("〔", "["), ("〕", "]"), ("。", ";"), ("「", ""), ("  ", " "),
    ("局", " 局"), ("“", '"'), ("、", ","), ("\n", ""), ("- ", "-"), ("|", ""), ("日", " 日"),
)  # fmt: skip


def slipped(text: str, seed: int) -> str:
    """A campaign after one to four slips of a clerk's hand."""
    chance = random.Random(seed)  # noqa: S311
    for right, wrong in chance.choices(SLIPS, k=chance.randint(1, 4)):
        places = [at for at in range(len(text)) if text.startswith(right, at)]
        if places:
            at = chance.choice(places)
            text = text[:at] + wrong + text[at + len(right) :]
    return text


def law(text: str) -> None:
    """Mending twice is mending once; only edits are made; a sound file keeps its shape."""
    data = text.encode()
    after = mend(data, "文件")
    again = mend(after.data, "文件")
    assert (again.data, again.applied) == (after.data, ())
    assert after.checked.findings == again.checked.findings
    lines, new = text.split("\n"), after.data.decode().split("\n")
    touched = {finding.place.line - 1 for finding in after.applied}
    different = {n for n, (old, now) in enumerate(zip(lines, new, strict=True)) if old != now}
    assert different == touched
    before = load(data, "文件")
    if before.campaign is None:
        return
    loaded = after.checked.loaded
    assert loaded.campaign is not None
    texts = dict(walk(dict(before.data)))
    now = dict(walk(dict(loaded.data)))
    assert now.keys() == texts.keys()
    assert (now == texts) == (not after.applied)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_law_holds_for_bad_files(path: Path) -> None:
    law(path.read_bytes().decode().partition(MARKER)[0].replace("\r", ""))


@pytest.mark.parametrize("path", CAMPAIGNS, ids=lambda path: path.stem)
@pytest.mark.parametrize("seed", range(100))
def test_the_law_holds_for_campaigns_with_slips(path: Path, seed: int) -> None:
    law(slipped(path.read_text("utf-8"), seed))


def test_where_two_rules_want_the_opposite_mending_ends() -> None:
    head = "活动: 甲”乙\n年份: 2026\n公文: {发文机关: 甲县, 标题: 关于开展活动的通知}\n正文: {工作: 甲}\n"
    both = [
        f"{head}结语: 办好甲{quotes[0]}乙{quotes[1]}活动。\n".encode() for quotes in ("“”", "””")
    ]
    after = [mend(data, "文件") for data in both]
    assert {one.data for one in after} == {min(both)}
    assert [len(one.applied) for one in after] == [data != min(both) for data in both]


def test_a_mark_alone_is_no_name_to_write_otherwise() -> None:
    head = (
        "活动: ”\n年份: 2026\n公文: {发文机关: 甲县, 标题: 关于开展活动的通知}\n正文: {工作: 甲}\n"
    )
    data = f"{head}结语: 办好“公开日”活动。\n".encode()
    assert mend(data, "文件").data == data
    assert "GK701" not in {finding.code for finding in examine(data, "文件").findings}
