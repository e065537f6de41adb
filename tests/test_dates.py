"""Date expressions of real notices: understood exactly, or refused."""

import contextlib
import gc
import json
import random
import re
import weakref
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from chinese_calendar import get_holiday_detail
from hypothesis import given
from hypothesis import strategies as st

from conftest import TESTS
from gongkai_cli.dates import mentions
from gongkai_cli.dates.days import read_moment
from gongkai_cli.dates.grammar import understand
from gongkai_cli.dates.span import Context, NotUnderstood, Recurrence, Span
from gongkai_cli.dates.weekdays import with_weekdays
from gongkai_cli.dates.workdays import add_workdays, is_known, is_workday, qingming
from gongkai_cli.timetable import context_of
from support.corrupt_input import DATES, damaged_line
from support.invariants import date_is_answered
from support.written_spans import write

REAL = json.loads((TESTS / "date-expressions.json").read_text("utf-8"))
CAMPAIGN = Span(date(2021, 5, 14), date(2021, 5, 21))
WINTER = Context(2049, date(2049, 12, 1), {"活动": Span(date(2049, 12, 20), date(2049, 12, 29))})
CONTEXT = Context(
    2021, date(2021, 5, 8), {"活动": CAMPAIGN, "访谈": Span(date(2021, 5, 18), date(2021, 5, 18))}
)


def shown(moment: object) -> str | None:
    match moment:
        case datetime():
            return f"{moment:%Y-%m-%dT%H:%M}"
        case date():
            return moment.isoformat()
    return None


@pytest.mark.parametrize("case", REAL, ids=lambda case: case["text"])
def test_real_expressions(case: dict[str, object]) -> None:
    year = 2023 if case["year"] == "any" else int(str(case["year"]))
    if case["start"] == "reject":
        with pytest.raises(NotUnderstood):
            understand(str(case["text"]), Context(year))
        return
    span = understand(str(case["text"]), Context(year))
    if case["start"] == "open":
        assert span == Span(open_ended=True)
    else:
        assert (shown(span.start), shown(span.due)) == (case["start"], case["due"])


ONE_DAY = Span(date(2021, 5, 15), date(2021, 5, 15))


@pytest.mark.parametrize(
    ("text", "start", "due"),
    [
        ("8:00—11:30", "2021-05-15T08:00", "2021-05-15T11:30"),
        ("下午2时至4时", "2021-05-15T14:00", "2021-05-15T16:00"),
        ("上午", "2021-05-15T00:00", "2021-05-15T12:00"),
        ("全天", "2021-05-15", "2021-05-15"),
        ("上午8：30至11时、下午2点至4点", "2021-05-15T08:30", "2021-05-15T16:00"),
    ],
)
def test_hours_alone_are_of_the_one_day_of_the_campaign(text: str, start: str, due: str) -> None:
    span = understand(text, Context(2021, events={"活动": ONE_DAY}))
    assert (shown(span.start), shown(span.due)) == (start, due)
    with pytest.raises(NotUnderstood):
        understand(text, CONTEXT)


def test_an_item_is_spoken_of_by_its_title_and_by_the_bare_name_in_it() -> None:
    items = [
        {"标题": "开展“重要工作部门谈”活动", "时间": "5月14日"},
        {"标题": "开展“人人参与”签名活动", "时间": "5月15日"},
    ]
    context = context_of({"年份": "2021", "正文": {"活动内容": items}})
    assert context is not None
    assert set(context.events) == {
        *("开展“重要工作部门谈”活动", "重要工作部门谈"),
        *("开展“人人参与”签名活动", "“人人参与”签名"),
    }


def test_hours_of_days_of_the_next_year() -> None:
    winter = Context(2021, date(2021, 12, 1), {"活动": Span(date(2021, 12, 20), date(2022, 1, 10))})
    span = understand("1月5日9:00至11:00、14:00至16:00", winter)
    assert span == Span(datetime(2022, 1, 5, 9), datetime(2022, 1, 5, 16))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("8:00—11:30", "时间“8:00—11:30”里没有写明哪一天"),
        ("8:00、9:30", "时间“8:00、9:30”里没有写明哪一天"),
        ("20日前", "时间“20日前”里没有写明哪个月"),
        ("5月10日、5月14日", "时间“5月10日、5月14日”里的日子不连着"),
        ("5月15日和18日", "时间“5月15日和18日”里的日子不连着"),
        ("5月15日、16日及18日", "时间“5月15日、16日及18日”里的日子不连着"),
        ("截至5月", "时间“截至5月”里的“截至”看不明白"),
        ("5月3日，上午~-", "时间“5月3日，上午~-”看不明白"),
        ("5月前", "时间“5月前”里的“前”看不明白"),
        ("5月20日上午止", "时间“5月20日上午止”里的“止”看不明白"),
        ("5月底-20日", "时间“5月底-20日”里的“-”看不明白"),
        ("5月底——20日", "时间“5月底——20日”里的“——”看不明白"),
        ("5月14日到21日开始", "时间“5月14日到21日开始”里的“开始”看不明白"),
        ("截至5月14日开始", "时间“截至5月14日开始”里的“开始”看不明白"),
        ("至", "时间“至”里有看不明白的地方"),
        ("集中宣传", "时间“集中宣传”看不明白"),
        ("5月14日上午、15日", "时间“5月14日上午、15日”里的“、”看不明白"),
        ("5月20日前起", "时间“5月20日前起”里的“前”看不明白"),
        ("5月20日前至21日", "时间“5月20日前至21日”里的“前”看不明白"),
        ("5月14日至今年21日", "时间“5月14日至今年21日”里没有写明哪个月"),
        ("上午至下午", "时间“上午至下午”里没有写明哪一天"),
        ("上旬前", "时间“上旬前”里的“上旬”看不明白"),
        ("5月上旬中旬", "时间“5月上旬中旬”里的“中旬”看不明白"),
        ("5月20日底", "时间“5月20日底”里的“底”看不明白"),
        ("5月底底", "时间“5月底底”里的“底”看不明白"),
        ("底前", "时间“底前”里的“底”看不明白"),
        ("每周五上午前", "时间“每周五上午前”里的“上午”看不明白"),
        ("每月32日前", "时间“每月32日前”里的“32日”看不明白"),
        ("每月0日前", "时间“每月0日前”里的“0日”看不明白"),
        ("今年", "时间“今年”里有看不明白的地方"),
        ("（星期四）", "时间“（星期四）”看不明白"),
        ("活动时间里", "时间“活动时间里”看不明白"),
        ("后5个工作日内", "时间“后5个工作日内”看不明白"),
        ("活动结束后0日内", "时间“活动结束后0日内”看不明白"),
        ("即日起至5月14日至21日", "时间“即日起至5月14日至21日”里的“至5月14日至21日”看不明白"),
    ],
)
def test_what_is_not_understood_is_quoted(text: str, message: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        understand(text, CONTEXT)
    assert refused.value.message == message


WRITE_A_DAY = "写明几月几日，如 5月20日前、5月14日至21日"
NOT_KNOWN = Context(2021)
NO_END = Context(2021, events={"活动": Span(date(2021, 5, 15), open_ended=True)})


@pytest.mark.parametrize(
    ("text", "context", "message", "hint", "event"),
    [
        ("尽快", CONTEXT, "时间“尽快”看不明白", WRITE_A_DAY, None),
        ("15日", CONTEXT, "时间“15日”里没有写明哪个月", WRITE_A_DAY, None),
        ("5" * 201, CONTEXT, f"时间“{'5' * 20}…”太长，看不明白", WRITE_A_DAY, None),
        ("5月21日至14日", CONTEXT, "“5月21日至14日”结束早于开始", "检查前后两个日期", None),
        ("5月14日11时至9时", CONTEXT, "结束早于开始", "检查前后两个时刻", None),
        (
            "5月15日至4月15日",
            CONTEXT,
            "结束早于开始",
            "检查前后两个日期；跨年的写明“次年”",
            None,
        ),
        ("1899年5月1日", CONTEXT, "“1899年”不对", "检查年份", None),
        ("2100年5月1日", CONTEXT, "“2100年”不对", "检查年份", None),
        ("5月32日", CONTEXT, "没有“32日”这一天", "检查日子", None),
        ("2月30日", CONTEXT, "没有2月30日这一天", "检查月份和日子", None),
        ("5月20日25时", CONTEXT, "没有“25时”这个时刻", "检查几时几分", None),
        (
            "5月20日上午14时",
            CONTEXT,
            "“上午14时”不对",
            "上午不到12时；写成 14时 或 下午2时",
            None,
        ),
        ("5月20日晚1时", CONTEXT, "“晚1时”不对", "写成24小时制，如 20时", None),
        ("5月20日晚13时", CONTEXT, "“晚13时”不对", "写成24小时制，如 20时", None),
        ("5月20日凌晨12时", CONTEXT, "“凌晨12时”不对", "写成24小时制，如 20时", None),
        ("五五月", CONTEXT, "“五五”看不明白", "用阿拉伯数字，如 15日", None),
        (
            "即日起至5月31日",
            NOT_KNOWN,
            "“即日起”要有成文日期才算得出",
            "填写成文日期，或写明从哪天起",
            None,
        ),
        (
            "活动结束后3日内",
            NOT_KNOWN,
            "不知道“活动”是什么时候",
            "先写“活动时间”，或者写明几月几日",
            "活动",
        ),
        (
            "印发后3日内",
            NOT_KNOWN,
            "不知道“印发”是什么时候",
            "先写“活动时间”，或者写明几月几日",
            "印发",
        ),
        (
            "座谈会期间",
            CONTEXT,
            "不知道“座谈会”是什么时候",
            "可以用：活动、访谈；或者写明几月几日",
            "座谈会",
        ),
        ("活动当天", CONTEXT, "“活动”不止一天，不知道“活动当天”是哪天", "写明几月几日", None),
        ("活动当天", NO_END, "“活动”不止一天，不知道“活动当天”是哪天", "写明几月几日", None),
        ("结束后3日内", NO_END, "“活动”没有这一头的日期", "写明几月几日", None),
        ("8:00—11:30", NO_END, "时间“8:00—11:30”里没有写明哪一天", WRITE_A_DAY, None),
        (
            "印发后5日内",
            Context(2021, date(9999, 12, 31)),
            "日期太远",
            "检查年份和天数",
            None,
        ),
    ],
)
def test_a_refusal_says_what_to_write(
    text: str, context: Context, message: str, hint: str, event: str | None
) -> None:
    with pytest.raises(NotUnderstood) as refused:
        understand(text, context)
    told = refused.value
    assert (told.message, told.hint, told.event) == (message, hint, event)


@pytest.mark.parametrize("text", ["、", "上午，", "，下午", "14:00、9:00", "至"])
def test_hours_that_tell_no_time_are_refused(text: str) -> None:
    with pytest.raises(NotUnderstood):
        understand(text, Context(2021, events={"活动": ONE_DAY}))


def day(month: int, number: int, year: int = 2021) -> date:
    return date(year, month, number)


def at(month: int, number: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2021, month, number, hour, minute)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("5月20日", Span(day(5, 20), day(5, 20))),
        ("5月20号前", Span(due=day(5, 20))),
        ("2022年5月20日以前", Span(due=day(5, 20, 2022))),
        ("截至5月20日", Span(due=day(5, 20))),
        ("于5月20日前", Span(due=day(5, 20))),
        ("最迟5月20日", Span(due=day(5, 20))),
        ("5月20日（含）前", Span(due=day(5, 20))),
        ("5月20日（周四）前", Span(due=day(5, 20))),
        ("5月20日24时前", Span(due=day(5, 20))),
        ("5月20日16时30分前", Span(due=at(5, 20, 16, 30))),
        ("5月20日下午4点半前", Span(due=at(5, 20, 16, 30))),
        ("５月２０日１６：００前", Span(due=at(5, 20, 16))),
        ("5月20日中午前", Span(due=at(5, 20, 12))),
        ("5月14日下午", Span(at(5, 14, 12), day(5, 14))),
        ("5月14日全天", Span(day(5, 14), day(5, 14))),
        ("5月14日下午2时至4时", Span(at(5, 14, 14), at(5, 14, 16))),
        ("5月14日9:00—11:30", Span(at(5, 14, 9), at(5, 14, 11, 30))),
        ("5月14日9时至5月16日17时", Span(at(5, 14, 9), at(5, 16, 17))),
        ("5月14日~21日", Span(day(5, 14), day(5, 21))),
        ("5月14日～5月21日", Span(day(5, 14), day(5, 21))),
        ("自5月14日起至5月21日止", Span(day(5, 14), day(5, 21))),
        ("从5月14日到21日", Span(day(5, 14), day(5, 21))),
        ("5月14日、15日", Span(day(5, 14), day(5, 15))),
        ("12月20日至1月10日", Span(day(12, 20), day(1, 10, 2022))),
        ("12月20日至次年1月10日", Span(day(12, 20), day(1, 10, 2022))),
        ("2021年12月20日至2022年1月10日", Span(day(12, 20), day(1, 10, 2022))),
        ("5月15日起", Span(day(5, 15), open_ended=True)),
        ("5月", Span(day(5, 1), day(5, 31))),
        ("5月份", Span(day(5, 1), day(5, 31))),
        ("5月至6月", Span(day(5, 1), day(6, 30))),
        ("2月底前", Span(due=day(2, 28))),
        ("5月底", Span(due=day(5, 31))),
        ("5月上旬", Span(day(5, 1), day(5, 10))),
        ("5月下旬", Span(day(5, 21), day(5, 31))),
        ("5月中下旬", Span(day(5, 11), day(5, 31))),
        ("5月上旬至6月中旬", Span(day(5, 1), day(6, 20))),
        ("二季度", Span(day(4, 1), day(6, 30))),
        ("第4季度", Span(day(10, 1), day(12, 31))),
        ("二季度末前", Span(due=day(6, 30))),
        ("上半年", Span(day(1, 1), day(6, 30))),
        ("年底", Span(due=day(12, 31))),
        ("年内", Span(due=day(12, 31))),
        ("今年年底前", Span(due=day(12, 31))),
        ("2022年底前", Span(due=day(12, 31, 2022))),
        ("全年", Span(day(1, 1), day(12, 31))),
        ("长期坚持", Span(open_ended=True)),
        ("常态化开展", Span(open_ended=True)),
        ("每周四12:00前", Span(again=Recurrence("周", (4,), time(12)))),
        ("每周五前", Span(again=Recurrence("周", (5,)))),
        ("每月8日前", Span(again=Recurrence("月", (8,)))),
        ("每月底前", Span(again=Recurrence("月", (0,)))),
        ("每日下午5时前", Span(again=Recurrence("日", (0,), time(17)))),
        ("每季度末前", Span(again=Recurrence("季度", (0,)))),
        ("活动期间", CAMPAIGN),
        ("活动首日", Span(day(5, 14), day(5, 14))),
        ("访谈当天", Span(day(5, 18), day(5, 18))),
        # 5月22日 and 23日 are a weekend.
        ("活动结束后5个工作日内", Span(due=day(5, 28))),
        ("活动结束后十日内", Span(due=day(5, 31))),
        ("活动结束后一个月内", Span(due=day(6, 21))),
        ("在访谈开始前一周", Span(due=day(5, 11))),
        ("访谈前3天", Span(due=day(5, 15))),
        ("即日起至5月31日", Span(day(5, 8), day(5, 31))),
        ("印发之日起10日内", Span(due=day(5, 18))),
        ("自公告发布之日起30日内", Span(due=day(6, 7))),
        ("自公告发布之日起至6月10日", Span(day(5, 8), day(6, 10))),
        ("5月14日，如遇恶劣天气顺延", Span(day(5, 14), day(5, 14))),
        ("5月14日（遇雨顺延）", Span(day(5, 14), day(5, 14))),
        ("5月20日前（以当地邮戳日期为准）", Span(due=day(5, 20))),
        ("通知印发后5个工作日内", Span(due=day(5, 14))),
        ("活动结束之日起5个工作日内", Span(due=day(5, 28))),
        ("活动结束次日", Span(day(5, 22), day(5, 22))),
        ("活动结束当天", Span(day(5, 21), day(5, 21))),
        ("5月20日后3个工作日内", Span(due=day(5, 25))),
        ("活动期间持续发布", CAMPAIGN),
        ("5月20日前完成", Span(due=day(5, 20))),
        ("5月20日17时止", Span(due=at(5, 20, 17))),
        ("截止时间：5月20日", Span(due=day(5, 20))),
        ("每月25日前报送", Span(again=Recurrence("月", (25,)))),
        ("5月1日起实施", Span(day(5, 1), open_ended=True)),
        ("五月八日", Span(day(5, 8), day(5, 8))),
        ("二〇二一年五月二十日前", Span(due=day(5, 20))),
        ("2021.5.20前", Span(due=day(5, 20))),
        ("2021-05-20 16:00前", Span(due=at(5, 20, 16))),
        ("2021-05-14至2021-05-21", Span(day(5, 14), day(5, 21))),
        ("5月14-21日", Span(day(5, 14), day(5, 21))),
        ("5月14日起，至5月21日止", Span(day(5, 14), day(5, 21))),
        ("5月14、15日", Span(day(5, 14), day(5, 15))),
        ("5月14-6月3日", Span(day(5, 14), day(6, 3))),
        ("5月14日至21日期间", Span(day(5, 14), day(5, 21))),
        ("5月14日至21日（共8天）", Span(day(5, 14), day(5, 21))),
        ("5月14日（星期五）至21日（星期五），共8天", Span(day(5, 14), day(5, 21))),
        ("5月14日至21日，为期八天。", Span(day(5, 14), day(5, 21))),
        ("2021年5月14日至5月21日（为期一周）", Span(day(5, 14), day(5, 21))),
        ("5月14-21日共6个工作日", Span(day(5, 14), day(5, 21))),
        ("5月1日至15日，历时半个月", Span(day(5, 1), day(5, 15))),
        ("5月14日9:00至16日17:00（历时3天）", Span(at(5, 14, 9), at(5, 16, 17))),
        ("5月至6月（共计61天）", Span(day(5, 1), day(6, 30))),
        ("4-6月", Span(day(4, 1), day(6, 30))),
        ("5月14日9-11时", Span(at(5, 14, 9), at(5, 14, 11))),
        ("5月14日下午3-5点", Span(at(5, 14, 15), at(5, 14, 17))),
        ("5月20日晚12时前", Span(due=day(5, 20))),
        ("5月20日中午1点前", Span(due=at(5, 20, 13))),
        ("5月14日晚8时至15日8时", Span(at(5, 14, 20), at(5, 15, 8))),
        ("5月14日晚7时至9时", Span(at(5, 14, 19), at(5, 14, 21))),
        ("5月14日，上午9时", Span(at(5, 14, 9), at(5, 14, 9))),
        ("每周五24时前", Span(again=Recurrence("周", (5,)))),
        ("请于每周四12:00前", Span(again=Recurrence("周", (4,), time(12)))),
        ("5月20日前（星期四）", Span(due=day(5, 20))),
        ("不得迟于5月20日", Span(due=day(5, 20))),
        ("5月20日下班前", Span(due=day(5, 20))),
        ("5月20日下午下班前", Span(due=day(5, 20))),
        ("5月14日（星期五，调休工作日）至21日", Span(day(5, 14), day(5, 21))),
        ("5月14日（中秋节）19:30", Span(at(5, 14, 19, 30), at(5, 14, 19, 30))),
        ("请务必于5月20日前", Span(due=day(5, 20))),
        ("至5月20日", Span(due=day(5, 20))),
        ("活动结束前", Span(due=day(5, 21))),
        ("5月20日前3个工作日", Span(due=day(5, 17))),
        ("5月14至21日", Span(day(5, 14), day(5, 21))),
        ("五月十四至二十一日", Span(day(5, 14), day(5, 21))),
        ("5月31日、6月1日", Span(day(5, 31), day(6, 1))),
        ("4、5月", Span(day(4, 1), day(5, 31))),
        ("5月上旬至下旬", Span(day(5, 1), day(5, 31))),
        ("5月内", Span(day(5, 1), day(5, 31))),
        ("明年底前", Span(due=day(12, 31, 2022))),
        ("2022年全年", Span(day(1, 1, 2022), day(12, 31, 2022))),
        ("即日起，至5月31日", Span(day(5, 8), day(5, 31))),
        ("即日起至5月31日16时", Span(day(5, 8), at(5, 31, 16))),
        ("即日起至5月14日9时至11时", Span(day(5, 8), at(5, 14, 11))),
        ("即日起", Span(day(5, 8), open_ended=True)),
        ("即日起长期坚持", Span(day(5, 8), open_ended=True)),
        ("即日起每周五前", Span(day(5, 8), again=Recurrence("周", (5,)))),
        ("5月14日、15日、16日", Span(day(5, 14), day(5, 16))),
        ("5月14日、15日全天", Span(day(5, 14), day(5, 15))),
        ("5月20日前（中秋节）", Span(due=day(5, 20))),
        ("5月14日晚上", Span(at(5, 14, 18), day(5, 14))),
        ("5月14日晚7时至12时", Span(at(5, 14, 19), day(5, 14))),
        ("5月14日下午2时至晚上8时", Span(at(5, 14, 14), at(5, 14, 20))),
        ("5月14日上午9时至13时", Span(at(5, 14, 9), at(5, 14, 13))),
        ("5月14日中午11时至1时", Span(at(5, 14, 11), at(5, 14, 13))),
        ("5月20日上午12时前", Span(due=at(5, 20, 12))),
        ("每周五上午9时前", Span(again=Recurrence("周", (5,), time(9)))),
        ("2022年", Span(day(1, 1, 2022), day(12, 31, 2022))),
        ("5月15日至年底", Span(day(5, 15), day(12, 31))),
        ("5月14日至今年6月1日", Span(day(5, 14), day(6, 1))),
        ("结束后5个工作日内", Span(due=day(5, 28))),
        ("活动结束后两周内", Span(due=day(6, 4))),
        ("活动结束后1个星期内", Span(due=day(5, 28))),
        ("活动结束后8个月内", Span(due=day(1, 21, 2022))),
        ("8月31日后6个月内", Span(due=day(2, 28, 2022))),
        ("活动开始后3日内", Span(due=day(5, 17))),
        ("活动开始当天", Span(day(5, 14), day(5, 14))),
        ("活动最后一天", Span(day(5, 21), day(5, 21))),
        ("活动开始前3天", Span(due=day(5, 11))),
        ("活动结束前3天", Span(due=day(5, 18))),
        ("访谈前1个月", Span(due=day(4, 18))),
        ("5月20号后3日内", Span(due=day(5, 23))),
        # What recurs on several days, or in one month of each quarter.
        ("每月5日、20日前", Span(again=Recurrence("月", (5, 20)))),
        ("于每月的10号、20号和月底前报送", Span(again=Recurrence("月", (10, 20, 0)))),
        ("每周二、周五17时前", Span(again=Recurrence("周", (2, 5), time(17)))),
        ("每周周五下班前", Span(again=Recurrence("周", (5,)))),
        ("每季度首月10日前", Span(again=Recurrence("季度", (10,), month=1))),
        ("每季度第二个月的15日前", Span(again=Recurrence("季度", (15,), month=2))),
        ("每季度最后一个月25日前", Span(again=Recurrence("季度", (25,)))),
        ("每季末", Span(again=Recurrence("季度"))),
        ("从6月起，务于每月25日前", Span(day(6, 1), again=Recurrence("月", (25,)))),
        # How sure it is, and what comes of it.
        ("力争于6月底前基本完成", Span(due=day(6, 30))),
        ("确保6月底前整改到位", Span(due=day(6, 30))),
        ("6月底前完成，并长期坚持", Span(due=day(6, 30))),
        ("计划在6月中旬召开", Span(day(6, 11), day(6, 20))),
        ("暂定6月3日上午9时", Span(at(6, 3, 9), at(6, 3, 9))),
        ("6月中旬，具体时间另行通知", Span(day(6, 11), day(6, 20))),
        ("6月3日9:00（暂定）", Span(at(6, 3, 9), at(6, 3, 9))),
        ("报名截止时间：6月3日17:00", Span(due=at(6, 3, 17))),
        ("延长至6月3日17时", Span(due=at(6, 3, 17))),
        ("6月3日17:00前，逾期不予受理", Span(due=at(6, 3, 17))),
        ("6月3日前，过期未报视为无意见", Span(due=day(6, 3))),
        ("6月3日前寄出（以当地邮戳为准）", Span(due=day(6, 3))),
        ("6月15日至18日（14日报到）", Span(day(6, 15), day(6, 18))),
        ("6月15日至18日，14日全天报到，19日返程", Span(day(6, 15), day(6, 18))),
        ("6月15日至21日，其中16日为宣传日", Span(day(6, 15), day(6, 21))),
        ("6月1日至9月30日，共分三个阶段", Span(day(6, 1), day(9, 30))),
        ("6月1日至3日，每天9:00—17:00", Span(at(6, 1, 9), at(6, 3, 17))),
        ("5月14日，会期两天", Span(day(5, 14), day(5, 15))),
        ("10月1日至7日放假调休，共7天。9月26日（星期日）上班。", Span(day(10, 1), day(10, 7))),
        # Other words for a day.
        ("元月8日前", Span(due=day(1, 8))),
        ("2021年年底前", Span(due=day(12, 31))),
        ("2021年内", Span(day(1, 1), day(12, 31))),
        ("2021—2023年", Span(day(1, 1), day(12, 31, 2023))),
        ("下一年1月15日前", Span(due=day(1, 15, 2022))),
        ("本月底前", Span(due=day(5, 31))),
        ("即日起至下月20日", Span(day(5, 8), day(6, 20))),
        ("5月14日（本周五）下班前", Span(due=day(5, 14))),
        ("于本周五（5月14日）下午4:30前", Span(due=at(5, 14, 16, 30))),
        ("立行立改、长期坚持", Span(open_ended=True)),
        ("2月11日（除夕）至17日（正月初六）", Span(day(2, 11), day(2, 17))),
        ("6月1日――6月30日", Span(day(6, 1), day(6, 30))),
        ("6月1日----6月30日", Span(day(6, 1), day(6, 30))),
        # A length behind one day says when it ends.
        ("6月1日，为期三天", Span(day(6, 1), day(6, 3))),
        ("6月1日起，为期一个月", Span(day(6, 1), day(6, 30))),
        ("6月1日上午9时，会期2天", Span(at(6, 1, 9), day(6, 2))),
        ("6月1日上午9时，会期1天", Span(at(6, 1, 9), at(6, 1, 9))),
        ("6月1日至5日，会期5天", Span(day(6, 1), day(6, 5))),
        ("即日起，为期三天", Span(day(5, 8), day(5, 10))),
        ("6月，为期一个月", Span(day(6, 1), day(6, 30))),
        # Hours of the days in front of them.
        ("5月14日上午9:00至10:00，下午3:00至4:00", Span(at(5, 14, 9), at(5, 14, 16))),
        ("5月14日9时至11时、14时至16时", Span(at(5, 14, 9), at(5, 14, 16))),
        ("5月14日上午9:00、下午3:00", Span(at(5, 14, 9), at(5, 14, 15))),
        ("5月14日至16日8时—11时", Span(at(5, 14, 8), at(5, 16, 11))),
        ("5月14日至16日每天上午9时至下午4时", Span(at(5, 14, 9), at(5, 16, 16))),
        ("5月14日、15日，8∶00—16∶00", Span(at(5, 14, 8), at(5, 15, 16))),
        ("5月14日至16日（周末除外）9时至11时、14时至16时", Span(at(5, 14, 9), at(5, 16, 16))),
        ("5月14日上午10:00（北京时间）", Span(at(5, 14, 10), at(5, 14, 10))),
        ("6月14日（农历五月初五）至16日", Span(day(6, 14), day(6, 16))),
        ("5月20日上午下班前", Span(due=at(5, 20, 12))),
        ("通知之日起至5月31日止", Span(day(5, 8), day(5, 31))),
        ("自文件下发之日起至5月31日", Span(day(5, 8), day(5, 31))),
        ("报名截止时间为5月14日18:00", Span(due=at(5, 14, 18))),
        ("5月1日至31日。其中，5月15日为集中宣传日", Span(day(5, 1), day(5, 31))),
        ("5月1日至31日（其中15日集中宣传）", Span(day(5, 1), day(5, 31))),
        ("5月14日上午9:00-12:00（时间半天）。", Span(at(5, 14, 9), at(5, 14, 12))),
        ("定于5月14日上午8时开班", Span(at(5, 14, 8), at(5, 14, 8))),
        ("第18届宣传周活动为5月14日至21日", Span(day(5, 14), day(5, 21))),
        ("5月14日上午9时至11时，下午2时至4时。", Span(at(5, 14, 9), at(5, 14, 16))),
        (
            "2021年国际档案日集中宣传活动时间为5月14—21日。各地可适当延长。",
            Span(day(5, 14), day(5, 21)),
        ),
        ("5月14日早晨8点05分，参加人员准时出发。", Span(at(5, 14, 8, 5), at(5, 14, 8, 5))),
        ("5月14日---21日，各乡镇自行安排", Span(day(5, 14), day(5, 21))),
        ("5月20日前，由县教育局汇总", Span(due=day(5, 20))),
        ("5月1日-31日为宣传活动月。", Span(day(5, 1), day(5, 31))),
    ],
)
def test_other_expressions(text: str, span: Span) -> None:
    assert understand(text, CONTEXT) == span


@pytest.mark.parametrize(
    ("text", "damaged"),
    [
        ("", False),
        ("尽快", False),
        ("近期", False),
        ("5月前", False),
        ("5月20前", False),
        ("5月14日凌晨", False),
        ("5月14日晚1点", False),
        ("5月14日3时下午", False),
        ("5月20日24时起", False),
        ("5月底至6月底", False),
        ("5月14日至次年", False),
        ("2021年2022年5月20日", False),
        ("今年明年5月20日", False),
        ("一季度二季度", False),
        ("年底5月20日前", False),
        ("5月底15日", False),
        ("每月8日9日前", False),
        ("每周四前12:00", False),
        ("每月前", False),
        ("截至5月14日至21日", False),
        ("最迟5月14日起", False),
        ("5月14日、15日上午", False),
        ("即日起5月31日", False),
        ("即日起至每周四", False),
        ("前5个工作日", False),
        ("活动结束后0日内", False),
        ("活动结束后3月内", False),
        ("活动开始前3日内", False),
        ("٥月٢٠日前", False),
        ("0000年5月20日前", True),
        ("9999年12月31日后5个工作日内", True),
        ("每月", False),
        ("5月15日起3日内", False),
        ("5月15日—4月15日", True),
        # Of this year it would have ended before it began.
        ("12月14日至今年1月21日", True),
        ("5月初", False),
        ("5月15日左右", False),
        ("5月中旬前", False),
        ("5月20日下午前", False),
        ("二季度前", False),
        ("15日", False),
        ("最迟99日前", True),
        ("2025620日", True),
        ("5月14日、20日", False),
        ("5月14日、20日，8:00—16:00", False),
        ("5月14日14时至16时，9时至11时", False),
        ("之日起至5月31日", False),
        ("5月14日至21日。5月30日总结", False),
        ("5月14日至21日，30日总结", False),
        ("5月14日至21日，可延长一周", False),
        ("5月14日至21日至25日", False),
        ("春节前", False),
        # Who knows which of the three the deadline is.
        ("5月1日、2日、3日前", False),
        ("2月底起", False),
        ("三月内", False),
        ("6月，为期三个月", False),
        ("6月1日，为期3个工作日", False),
        ("每季度10日前", False),
        ("每周二、5日前", False),
        ("每月5日、前", False),
        ("每月周五前", False),
        ("立行立改", False),
        ("6月1日，每日17时前", False),
        ("6月1日，每日8时、20时报告", False),
        ("6月底前启动，9月底前完成", False),
        ("活动当天", False),
        ("座谈会期间", False),
        ("收到通知后3日内", False),
        ("5月20日前后", False),
        ("2月30日前", True),
        ("13月1日", True),
        ("5月32日", True),
        ("20210520前", True),
        ("5月20日25时前", True),
        ("5月20日16时70分前", True),
        ("5月20日上午14时", True),
        ("5月21日至14日", True),
        ("2022年5月21日至2021年5月22日", True),
        ("5月14日11时至9时", True),
        ("第五季度", False),
        ("5月14日至" * 100, False),
        ("5" * 300, True),
    ],
)
def test_what_is_not_certain_is_refused(text: str, *, damaged: bool) -> None:
    with pytest.raises(NotUnderstood) as refused:
        understand(text, CONTEXT)
    assert refused.value.damaged is damaged
    assert refused.value.message
    assert refused.value.hint


OVER_NEW_YEAR = Context(
    2026, date(2026, 12, 10), {"活动": Span(date(2026, 12, 15), date(2027, 1, 31))}
)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("1月15日前", Span(due=date(2027, 1, 15))),
        ("1月4日至8日", Span(date(2027, 1, 4), date(2027, 1, 8))),
        ("2月5日16时前", Span(due=datetime(2027, 2, 5, 16))),
        ("3月底前", Span(due=date(2027, 3, 31))),
        ("12月20日至1月20日", Span(date(2026, 12, 20), date(2027, 1, 20))),
        ("12月25日前", Span(due=date(2026, 12, 25))),
        # A slip for 12月15日, or last year's: told as being before the notice.
        ("11月15日前", Span(due=date(2026, 11, 15))),
        ("6月30日前", Span(due=date(2026, 6, 30))),
        ("2026年1月15日前", Span(due=date(2026, 1, 15))),
        ("今年1月15日前", Span(due=date(2026, 1, 15))),
    ],
)
def test_over_the_new_year_a_day_without_its_year_is_the_one_to_come(text: str, span: Span) -> None:
    assert understand(text, OVER_NEW_YEAR) == span


@pytest.mark.parametrize(
    ("text", "year", "issued", "start", "due"),
    [
        # Without the day of the notice, the campaign's first day tells.
        ("1月15日前", 2026, None, date(2026, 12, 15), date(2027, 1, 15)),
        ("12月15日前", 2026, None, date(2026, 12, 15), date(2026, 12, 15)),
        ("1月15日前", 2026, None, None, date(2026, 1, 15)),
        # On the day of the notice itself.
        ("1月15日前", 2026, date(2026, 1, 15), date(2026, 12, 15), date(2026, 1, 15)),
        # The next year has no such day.
        ("2月29日前", 2028, date(2028, 12, 10), date(2028, 12, 15), date(2028, 2, 29)),
    ],
)
def test_whether_a_day_is_the_one_to_come_hangs_on_notice_and_campaign(
    text: str, year: int, issued: date | None, start: date | None, due: date
) -> None:
    context = Context(year, issued, {"活动": Span(start, date(year + 1, 1, 31))})
    assert understand(text, context) == Span(due=due)


# A notice of the old year about something at the beginning of the new one, or all through it.
NEW_YEAR = Context(2026, date(2025, 12, 24), {"活动": Span(date(2026, 1, 1), date(2026, 1, 3))})
ALL_YEAR = NEW_YEAR._replace(events={"活动": Span(date(2026, 1, 1), date(2026, 12, 31))})


@pytest.mark.parametrize(
    ("text", "context", "span"),
    [
        ("12月29日下班前", NEW_YEAR, Span(due=date(2025, 12, 29))),
        ("12月31日至1月3日", NEW_YEAR, Span(date(2025, 12, 31), date(2026, 1, 3))),
        ("1月4日16时前", NEW_YEAR, Span(due=datetime(2026, 1, 4, 16))),
        # Before the notice it cannot be.
        ("12月20日前", NEW_YEAR, Span(due=date(2026, 12, 20))),
        ("2026年12月29日前", NEW_YEAR, Span(due=date(2026, 12, 29))),
        ("12月29日前", ALL_YEAR, Span(due=date(2026, 12, 29))),
        ("12月29日前", NEW_YEAR._replace(events={}), Span(due=date(2026, 12, 29))),
    ],
)
def test_before_the_new_year_a_day_without_its_year_is_the_near_one(
    text: str, context: Context, span: Span
) -> None:
    assert understand(text, context) == span


def test_within_one_year_no_day_is_of_the_next() -> None:
    context = Context(
        2026, date(2026, 4, 28), {"活动": Span(date(2026, 5, 14), date(2026, 12, 31))}
    )
    assert understand("1月15日前", context) == Span(due=date(2026, 1, 15))


days = st.dates(date(2000, 1, 1), date(2099, 12, 31))
moments = st.one_of(
    days,
    st.datetimes(datetime(2000, 1, 1), datetime(2099, 12, 31)).map(
        lambda m: m.replace(second=0, microsecond=0)
    ),
)
times = st.one_of(st.none(), st.times().map(lambda t: t.replace(second=0, microsecond=0)))


def _period(ends: tuple[date, date]) -> Span:
    return Span(min(ends), max(ends))


def _several(first: int, last: int) -> st.SearchStrategy[tuple[int, ...]]:
    return st.lists(st.integers(first, last), min_size=1, max_size=3).map(tuple)


spans = st.one_of(
    moments.map(lambda moment: Span(due=moment)),
    st.tuples(days, days).map(_period),
    days.map(lambda start: Span(start, open_ended=True)),
    st.just(Span(open_ended=True)),
    st.builds(lambda d, t: Span(again=Recurrence("周", d, t)), _several(1, 7), times),
    st.builds(lambda d, t: Span(again=Recurrence("月", d, t)), _several(0, 31), times),
    st.builds(
        lambda d, t, m: Span(again=Recurrence("季度", d, t, m)),
        _several(0, 31),
        times,
        st.integers(1, 3),
    ),
    st.builds(lambda t: Span(again=Recurrence("日", (0,), t)), times),
    st.builds(lambda d, t: Span(d, again=Recurrence("周", (5,), t)), days, times),
)


@given(spans)
def test_what_is_written_is_understood_to_the_same(span: Span) -> None:
    assert understand(write(span), Context(1999)) == span


@given(st.text(max_size=30))
def test_any_text_is_understood_or_refused(text: str) -> None:
    with contextlib.suppress(NotUnderstood):
        understand(text, CONTEXT)


@given(
    st.text(
        st.sampled_from("0123456789年月日前后至、底旬上中下每周个工作内活动结束开始时:（）"),
        max_size=12,
    )
)
def test_near_misses_are_understood_or_refused(text: str) -> None:
    with contextlib.suppress(NotUnderstood):
        understand(text, CONTEXT)


WRITTEN = [
    *(str(case["text"]) for case in REAL),
    "5月20日16时30分前", "5月14日9:00—11:30", "即日起至5月31日", "活动结束后5个工作日内", "每周四12:00前",
    "2021-05-20 16:00前", "2021.5.20前", "5月14日（星期五，调休工作日）至21日", "5月14日晚7时至9时", "二季度末前",
]  # fmt: skip
OTHERWISE = str.maketrans("0123456789:-()~", "０１２３４５６７８９：－（）～")


@given(st.sampled_from(WRITTEN), st.randoms())
def test_blanks_and_widths_do_not_change_what_is_meant(text: str, chance: random.Random) -> None:
    typed = ""
    for char in text:
        typed += char.translate(OTHERWISE) if chance.random() < 0.3 else char
        # Between two digits a blank makes two numbers of one.
        typed += chance.choice(" \t\u3000") if chance.random() < 0.2 and not char.isdigit() else ""
    try:
        span = understand(typed, CONTEXT)
    except NotUnderstood:
        # 2021. 5. 20 may be three numbers.
        if not re.search(r"\d[.-]", text):
            with pytest.raises(NotUnderstood):
                understand(text, CONTEXT)
        return
    assert span == understand(text, CONTEXT)


EXPRESSIONS = st.one_of(
    st.sampled_from(WRITTEN), st.lists(st.sampled_from(DATES), max_size=8).map("".join)
)


@given(
    EXPRESSIONS,
    st.integers(0, 2**32).map(random.Random),
    st.sampled_from((CONTEXT, Context(1900), Context(2099))),
)
def test_what_is_nearly_a_date_is_in_order_or_refused(
    text: str, chance: random.Random, context: Context
) -> None:
    date_is_answered(text, context)
    date_is_answered(damaged_line(text, WRITTEN, chance), context)


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        # 2021: 5月1日—5日 off, 5月8日 (a Saturday) worked.
        (day(4, 30), 1, day(5, 6)),
        (day(5, 7), 1, day(5, 8)),
        (day(5, 8), 1, day(5, 10)),
        (day(5, 10), -1, day(5, 8)),
        (day(5, 6), -1, day(4, 30)),
    ],
)
def test_working_days_follow_the_holidays_as_moved(start: date, count: int, end: date) -> None:
    assert add_workdays(start, count) == end


def test_a_year_without_known_holidays_has_the_days_that_the_law_names() -> None:
    assert is_known(2021)
    assert not is_known(2098)
    year = [date(2098, 1, 1) + timedelta(days=n) for n in range(365)]
    off = [one for one in year if one.weekday() < 5 and not is_workday(one)]
    assert [(one.month, one.day) for one in off] == [
        *[(1, 1), (4, 4), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)]
    ]
    assert not any(map(is_workday, (one for one in year if one.weekday() >= 5)))
    # 5月2日 is one since 2025; 清明 is not told beyond its century.
    assert is_workday(date(1999, 5, 2)) is False  # a Sunday
    assert is_workday(date(2002, 5, 2)) is True
    assert is_workday(date(2101, 4, 5)) is True
    assert add_workdays(date(2098, 12, 31), -1) == date(2098, 12, 30)
    assert add_workdays(date(2096, 12, 31), 1) == date(2097, 1, 2)


@pytest.mark.parametrize("year", range(2008, 2027))
def test_clear_and_bright_is_where_the_known_years_have_it(year: int) -> None:
    (day,) = [one for one in (date(year, 4, 4), date(year, 4, 5)) if one == qingming(year)]
    assert get_holiday_detail(day) == (True, "Tomb-sweeping Day")


@pytest.mark.parametrize(
    ("text", "due", "year"),
    [
        ("活动结束后5个工作日内", date(2050, 1, 5), 2049),
        ("活动开始前3个工作日", date(2049, 12, 15), 2049),
        ("座谈后2日内", date(2050, 1, 7), 2049),
        ("座谈结束前", date(2050, 1, 5), 2049),
        ("座谈当天", date(2050, 1, 5), 2049),
        ("座谈结束次日", date(2050, 1, 6), 2049),
        ("即日起至座谈当天", date(2050, 1, 5), 2049),
        ("活动结束后5日内", date(2050, 1, 3), None),
        ("12月31日前", date(2049, 12, 31), None),
        ("2026年5月8日后2个工作日内", date(2026, 5, 11), None),
    ],
)
def test_working_days_of_a_year_that_is_not_known_are_a_guess(
    text: str, due: date, year: int | None
) -> None:
    talk = understand("活动结束后5个工作日内", WINTER)
    context = WINTER._replace(events={**WINTER.events, "座谈": replace(talk, start=talk.due)})
    span = understand(text, context)
    assert (span.due, span.guessed) == (due, year)
    # A document prints no guess as if it were certain.
    assert (with_weekdays(text, context) == text) is (year is not None)


FILE = Context(
    2026,
    date(2026, 4, 28),
    {
        "活动": Span(date(2026, 5, 14), date(2026, 5, 21)),
        "访谈": Span(datetime(2026, 5, 18, 9), datetime(2026, 5, 18, 11)),
    },
)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("5月20日16时前", "5月20日（星期三）16时前"),
        ("5月14日至21日", "5月14日（星期四）至21日（星期四）"),
        ("5月30日—6月2日", "5月30日（星期六）—6月2日（星期二）"),
        ("5月14-21日", "5月14日（星期四）-21日（星期四）"),
        ("5月14日、15日", "5月14日（星期四）、15日（星期五）"),
        ("12月20日至次年1月10日", "12月20日（星期日）至次年1月10日（星期日）"),
        ("5月15日上午9点至11点", "5月15日（星期五）上午9点至11点"),
        ("即日起至5月31日", "即日起至5月31日（星期日）"),
        ("5月15日起", "5月15日（星期五）起"),
        # What is there already stays, right or wrong.
        ("5月14日（星期四）上午", "5月14日（星期四）上午"),
        ("5月14日（周五）至21日", "5月14日（周五）至21日（星期四）"),
        # What is worked out stands behind, in brackets.
        ("活动结束后5个工作日内", "活动结束后5个工作日内（5月28日，星期四）"),
        ("5月20日后3日内", "5月20日后3日内（5月23日，星期六）"),
        ("活动期间", "活动期间（5月14日至5月21日，星期四至星期四）"),
        ("访谈期间", "访谈期间（5月18日09:00至11:00，星期一）"),
        ("二季度", "二季度（4月1日至6月30日）"),
        ("年底前", "年底前（12月31日，星期四）"),
        ("五月二十日前", "五月二十日前（5月20日，星期三）"),
        ("即日起", "即日起（4月28日起，星期二）"),
        ("访谈当天", "访谈当天（5月18日，星期一）"),
        ("五月二十日（星期三）前", "五月二十日（星期三）前"),
        # The hours of a day said elsewhere are there already.
        ("9:30—9:45", "9:30—9:45"),
        # What has no day stays as written.
        ("每周四12:00前", "每周四12:00前"),
        ("即日起每周五前", "即日起每周五前"),
        ("持续发布", "持续发布"),
        ("尽快", "尽快"),
    ],
)
def test_weekdays_are_told(written: str, told: str) -> None:
    assert with_weekdays(written, FILE) == told


def test_hours_of_the_one_day_are_not_told_again() -> None:
    drill = Context(2026, None, {"活动": Span(date(2026, 6, 5), date(2026, 6, 5))})
    assert with_weekdays("9:30—9:45", drill) == "9:30—9:45（6月5日，星期五）"
    assert with_weekdays("下午2时至4时", drill) == "下午2时至4时（6月5日，星期五）"


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-05-20", day(5, 20, 2026)),
        (" 2026 年 5 月 20 日 ", day(5, 20, 2026)),
        ("2026-05-20T16:05", datetime(2026, 5, 20, 16, 5)),
        (" 2026-05-20 16：05 ", datetime(2026, 5, 20, 16, 5)),
        ("2026-05-20T16:05:30", datetime(2026, 5, 20, 16, 5)),
        ("2026年5月20日16时", datetime(2026, 5, 20, 16)),
        ("2026年5月20日16点5分", datetime(2026, 5, 20, 16, 5)),
        # Another zone's time is turned into China's.
        ("2026-05-20T16:00Z", datetime(2026, 5, 21)),
        ("2026-05-20T23:30:59.5-05:00", datetime(2026, 5, 21, 12, 30)),
        ("2026-05-20T16:00:00." + "0" * 44, datetime(2026, 5, 20, 16)),
        ("2026-05-20T16:00:00." + "0" * 45, None),
        ("二〇二六年五月二十日", day(5, 20, 2026)),
        ("二O二六年十二月三十一日", day(12, 31, 2026)),
        ("二0一0年十月十日", day(10, 10, 2010)),
        ("二十六年五月二十日", None),
        ("二〇二六年五月", None),
        ("20260520", None),
        ("5月20日", None),
        ("2026-05-20T", None),
        ("2026-05-20T16:00Zx", None),
        ("2026年5月20日Z", None),
    ],
)
def test_a_moment_in_full(text: str, moment: date | None) -> None:
    assert read_moment(text) == moment


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-30",
        "二〇二六年二月三十日",
        "二〇二六年十十月三日",
        "2026-05-20T25:00",
        "2026-05-20T16:60",
        "9999-12-31T23:00Z",
        "0001-01-01T00:00+09:00",
    ],
)
def test_a_moment_that_cannot_be(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_moment(text)


@pytest.mark.parametrize("text", sorted({case["text"] for case in REAL}))
def test_telling_weekdays_keeps_the_meaning(text: str) -> None:
    told = with_weekdays(text, FILE)
    if told != text and told.removesuffix("）").split("（")[0] != text:
        assert understand(told, FILE) == understand(text, FILE)
    assert told == text or re.search("星期|至|起", told)


PIECES = [
    *"1259月日年号至、—（） ",
    "月份",
    "2026",
    "12",
    "次年",
    "上午",
    "星期四",
    "5月14日",
    "\n",
    "报送",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_days_are_looked_for_as_far_as_they_reach(text: str) -> None:
    near = list(mentions.written_days(text, 2026))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mentions, "_BEFORE_MONTH", len(text))
        patch.setattr(mentions, "_BEHIND_MONTH", len(text))
        assert near == list(mentions.written_days(text, 2026))


def test_the_hour_of_a_first_day_does_not_part_it_from_the_second() -> None:
    first, second = mentions.written_days("5月10日20时至12日8时", 2026)
    assert (second.month, second.day, second.ends_period) == (5, 12, True)
    assert second.before == first


def test_a_refusal_that_is_kept_keeps_nobody_who_asked() -> None:
    class Asking:
        pass

    def asked() -> weakref.ref[Asking]:
        asking = Asking()
        try:
            int("谁")
        except ValueError:  # what is raised now would hold on to it, and to this frame
            with pytest.raises(NotUnderstood):
                understand("哪天都行", Context(2026))
        return weakref.ref(asking)

    refs = [asked(), asked()]
    gc.collect()
    assert [ref() for ref in refs] == [None, None]
