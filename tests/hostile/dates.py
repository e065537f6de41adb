"""Dates that no calendar has, and dates that lean on each other."""

from .case import CAMPAIGN, SOUND, Case, case


def _of(name: str, text: str) -> Case:
    return case(
        name,
        {CAMPAIGN: text},
        "validate",
        "calendar -o 日程.ics",
        "status --now 2026-05-19 -o 进展.html",
    )


def _due(name: str, due: str) -> Case:
    return _of(name, SOUND.replace("5月20日前", f"'{due}'"))


def _items(name: str, *items: tuple[str, str]) -> Case:
    head = SOUND[: SOUND.index("      - ")]
    lines = (f"      - {{标题: {title}, 时间: {when}, 内容: 做好。}}\n" for title, when in items)
    return _of(name, head + "".join(lines))


def _number(number: int) -> str:
    return f"{number:03}".translate(str.maketrans("0123456789", "甲乙丙丁戊己庚辛壬癸"))


CASES = (
    _due("2 月 30 日", "2月30日前"),
    _due("2026 年 2 月 29 日", "2026年2月29日前"),
    _due("13 月", "13月1日前"),
    _due("0 月 0 日", "0月0日前"),
    _due("9999 年", "9999年12月31日前"),
    _due("0 年", "0年1月1日前"),
    _due("0001 年", "0001年1月1日前"),
    _due("10000 年", "10000年1月1日前"),
    _due("负的年份", "-2026年5月20日前"),
    _due("很长的日子", "5月" + "9" * 5_000 + "日前"),
    _due("很长的工作日数", "活动结束后" + "9" * 5_000 + "个工作日内"),
    _due("99999999 个工作日", "活动结束后99999999个工作日内"),
    _due("9999 个月", "活动结束后9999个月内"),
    _due("汉字的大数", "活动结束后" + "九千九百九十九万" * 50 + "个工作日内"),
    _due("全角的日期", "２０２６年５月２０日１６时前"),
    _due("阿拉伯文数字", "٥月٢٠日前"),
    _due("上标数字", "⁵月²⁰日前"),
    _due("25 时 61 分", "5月20日25时61分前"),
    _due("倒着的一段", "5月20日至5月1日"),
    _due("两千年的一段", "0001年1月1日至9999年12月31日"),
    _due("每天，两千年", "1900年1月1日至2199年12月31日，每日"),
    _due("一万个“前”", "5月20日" + "前" * 10_000),
    _due("一万个“至”", "5月20日" + "至5月20日" * 2_000),
    _due("一万个“每周一、”", "每周一" + "、周二" * 3_000),
    _of(
        "活动一天，时间是六十个“、和至”",
        SOUND.replace("正文:\n", "正文:\n  活动时间: 5月15日\n").replace(
            "5月20日前", "、和至" * 20 + "甲"
        ),
    ),
    _due("相对于自己", "「完成时间」后3个工作日内"),
    _due("每月 31 日", "每月31日前"),
    _due("每周八", "每周八"),
    _of("互相引用的日期", SOUND + "导语: 「结语」后3日内\n结语: 「导语」前3日内\n"),
    _of("成文日期 9999 年", SOUND.replace("2026-04-28", "9999-12-31")),
    _of("成文日期 0001 年", SOUND.replace("2026-04-28", "0001-01-01")),
    _of("年份 9999", SOUND.replace("年份: 2026", "年份: 9999")),
    _of("年份 1900", SOUND.replace("年份: 2026", "年份: 1900")),
    _of("年份 2099", SOUND.replace("年份: 2026", "年份: 2099")),
    case(
        "命令行里的时刻",
        {CAMPAIGN: SOUND},
        "tasks --now 9999-12-31",
        "tasks --now 0001-01-01",
        "tasks --now 0000-01-01",
        "tasks --now 2026-02-30",
        "tasks --now " + "9" * 5_000,
        "check-deadlines --now 2026-05-19 --within 99999999999999999999",
        "check-deadlines --now 2026-05-19 --within 999999",
        "render -t summary -f md --now 9999-12-31",
        "done 甲 集中宣传 --on 0001-01-01",
    ),
    _items(
        "800 个活动，一个挨着一个",
        ("会甲甲甲", "5月10日"),
        *((f"会{_number(n)}", f"会{_number(n - 1)}结束后1日内") for n in range(1, 800)),
    ),
    _items(
        "300 项从 1900 年起每日",
        *((f"会{_number(n)}", "自1900年1月1日起每日") for n in range(300)),
    ),
    _due("一万个空格", "每周" + " " * 10_000 + "四前"),
    _due("一万个请", "请" * 10_000 + "每周四前"),
)
