"""Records of what cannot have been: last year's in this year's campaign, a slip of the year."""

from datetime import datetime
from pathlib import Path

import pytest

from conftest import Run, put

HEADER = """\
活动: 5·15 政务公开日
年份: 2025
公文: {发文机关: 示例县人民政府办公室, 标题: 关于开展“5·15 政务公开日”活动的通知, 成文日期: 2025年4月28日}
正文: {活动时间: 5月14日至21日}
"""
FILE = f"""{HEADER}报送:
  - {{材料: 活动总结, 报送单位: [县司法局, 县教育局], 截止: 5月25日前}}
"""
TURNED = FILE.replace("年份: 2025", "年份: 2026")
"""Only the year is another: the day of the notice is still last year's."""
NEXT = FILE.replace("2025", "2026")
RECORD = Path("campaigns/甲.进展.txt")


@pytest.fixture(autouse=True)
def summer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gongkai_cli.project.clock.now", lambda: datetime(2026, 6, 1, 10))


def statuses(gongkai: Run) -> tuple[list[str], str]:
    ran = gongkai("tasks", "甲")
    return [line.split()[5] for line in ran.out.splitlines() if line.startswith("nxtjf")], ran.err


@pytest.mark.parametrize("turned", [NEXT, TURNED, TURNED.replace("5月25日前", "2025年5月25日前")])
def test_last_years_record_does_not_count_for_this_year(gongkai: Run, turned: str) -> None:
    put("campaigns/甲.yaml", FILE)
    assert gongkai("done", "甲", "全部", "--on", "2025-06-01").code == 0
    assert statuses(gongkai) == (["完成", "完成"], "")
    put("campaigns/甲.yaml", turned)
    told = (
        f"{RECORD.as_posix()}:3:1: 警告 GK807 从这一行起有2行记的是活动以前的事：2025-06-01等，没有算"
        "（活动是2026年的）（是往年的记录，就移到别的文件夹）\n"
    )
    assert statuses(gongkai) == (["逾期", "逾期"], told)
    assert told in gongkai("validate").out
    assert "按时完成" not in gongkai("render", "-t", "summary", "-f", "md").out
    # What is recorded from now on counts beside it.
    assert gongkai("done", "甲", "活动总结", "--unit", "县司法局").code == 0
    assert statuses(gongkai) == (["完成", "逾期"], told)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("2025-05-20 | 活动总结", "记的是活动以前的事：2025-05-20，没有算（活动是2026年的）"),
        ("0205-05-20 | 活动总结", "记的是活动以前的事：0205-05-20，没有算（活动是2026年的）"),
        ("2025-12-31 23:59 | 活动总结", "记的是活动以前的事：2025-12-31，没有算（活动是2026年的）"),
    ],
)
def test_a_slip_of_the_year_is_told(gongkai: Run, line: str, told: str) -> None:
    put("campaigns/甲.yaml", NEXT)
    put(RECORD.as_posix(), f"{line}\n")
    expected = f"{RECORD.as_posix()}:1:1: 警告 GK807 {told}（核对这一行的时间）\n"
    assert statuses(gongkai) == (["逾期", "逾期"], expected)


@pytest.mark.parametrize(
    ("file", "line"),
    [
        # Before the notice, but of its year: what was ready early is done.
        (NEXT, "2026-01-01 | 活动总结"),
        # A notice of December, and a date of its own year in the plan of the next.
        (NEXT.replace("2026年4月28日", "2025年12月20日"), "2025-12-20 | 活动总结"),
        (NEXT.replace("5月25日前", "2025年12月10日前"), "2025-12-10 | 活动总结"),
    ],
)
def test_what_was_done_early_counts(gongkai: Run, file: str, line: str) -> None:
    put("campaigns/甲.yaml", file)
    put(RECORD.as_posix(), f"{line}\n")
    assert statuses(gongkai)[0] == ["完成", "完成"]


def test_what_would_not_count_is_not_recorded(
    gongkai: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("campaigns/甲.yaml", NEXT)
    ran = gongkai("done", "甲", "活动总结", "--on", "2025-05-20")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "用法错误：--on：“2025-05-20”在活动以前，记了不算（活动是2026年的）\n"
    monkeypatch.setattr("gongkai_cli.project.clock.now", lambda: datetime(2025, 11, 1, 10))
    ran = gongkai("done", "甲", "活动总结")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        "campaigns/甲.yaml:1:1: 错误 GK807 活动还没有开始，记了不算（活动是2026年的）"
        "（核对“年份”“成文日期”；已经成文的，先填上“成文日期”）\n"
    )
    assert not RECORD.exists()


def test_a_new_campaign_inherits_no_record(gongkai: Run) -> None:
    put("campaigns/甲.yaml", FILE)
    put("campaigns/丙-2026.进展.txt", "2025-05-20 | 活动总结\n")
    ran = gongkai("new", "丙-2026", "--from", "甲")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        "campaigns/丙-2026.进展.txt:1:1: 错误 GK410 已经有这个名称的进展记录，会算成新活动的，没有生成"
        "（换一个名称，或者先移走它）\n"
    )
    assert not Path("campaigns/丙-2026.yaml").exists()


def test_a_record_nobody_reads_is_told(gongkai: Run) -> None:
    put("campaigns/乙.yaml", NEXT)
    put("campaigns/丙.YML", NEXT)
    put(RECORD.as_posix(), "2026-05-20 | 活动总结\n")
    put("campaigns/丙.进展.txt", "2026-05-20 | 活动总结\n")
    told = (
        f"{RECORD.as_posix()}:1:1: 警告 GK808 没有活动文件“甲”，这份进展记录没有算"
        "（活动文件改了名，记录也改成一样的名称；不用了，就移出 campaigns/）\n"
    )
    for command, code in (("check-deadlines", 2), ("tasks", 0), ("status", 0), ("calendar", 0)):
        ran = gongkai(command)
        assert (ran.code, ran.err) == (code, told)
    assert gongkai("validate").out.startswith(told)
    # Of the one campaign that is asked for there is nothing to say.
    assert (gongkai("tasks", "乙").err, gongkai("validate", "乙").out) == ("", "")
    RECORD.rename("campaigns/乙.进展.txt")
    assert (gongkai("tasks").err, gongkai("validate").out) == ("", "")


def test_a_record_that_is_a_link_to_nothing_is_not_none(gongkai: Run) -> None:
    put("campaigns/甲.yaml", NEXT)
    try:
        RECORD.symlink_to("没有的.txt")
    except OSError:
        pytest.skip("这里不能建链接")
    told = (
        f"{RECORD.as_posix()}:1:1: 错误 GK403 读不了：进展记录是个链接，链接的文件没有了"
        "（把记录放回活动文件旁边，不用链接）\n"
    )
    ran = gongkai("check-deadlines")
    assert (ran.code, ran.out, ran.err) == (3, "", told)
    assert told in gongkai("validate").out
    assert gongkai("done", "甲", "活动总结").err == told
