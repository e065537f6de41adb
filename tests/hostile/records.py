"""Progress records that are broken, too much, or would put words into a line that are not its own."""

from .case import CAMPAIGN, RECORD, SOUND, Case, Content, case

_GOOD = "2026-05-18 | 集中宣传 | 县司法局 | 完成\n"


def _of(name: str, content: Content) -> Case:
    return case(
        name,
        {CAMPAIGN: SOUND, RECORD: content},
        "validate",
        "render -t summary -f md",
    )


CASES = (
    _of("没有竖线", "集中宣传完成了\n" + _GOOD),
    _of("只有竖线", "||||\n|\n" + _GOOD),
    _of("竖线一百万个", lambda: "2026-05-18 " + "|" * 1_000_000 + "\n" + _GOOD),
    _of("一行 1 MB 的任务名", lambda: f"2026-05-18 | {'长' * 350_000} | | 完成\n" + _GOOD),
    _of("一行 1 MB 的时间", lambda: f"{'5' * 1_000_000} | 集中宣传\n" + _GOOD),
    _of("一行 1 MB 的单位", lambda: f"2026-05-18 | 集中宣传 | {'甲、' * 170_000}\n" + _GOOD),
    _of("一行 1 MB 的状态", lambda: f"2026-05-18 | 集中宣传 | | {'办' * 350_000}\n" + _GOOD),
    _of("1 万行看不明白的", lambda: "看不明白\n" * 10_000 + _GOOD),
    _of(
        "1 万行没有的任务",
        lambda: "".join(f"2026-05-18 | 没有的任务{n}\n" for n in range(10_000)) + _GOOD,
    ),
    _of("3 万行同一条", lambda: _GOOD * 30_000),
    _of("3 MB", lambda: "# 注释\n" * 300_000 + _GOOD),
    _of("12 MB", lambda: "# 注释\n" * 1_200_000 + _GOOD),
    _of("GBK", _GOOD.encode("gbk")),
    _of("一行是 GBK", _GOOD.encode() + "2026-05-19 | 集中宣传 | 县司法局 | 撤销\n".encode("gbk")),
    _of("UTF-16", b"\xff\xfe" + _GOOD.encode("utf-16-le")),
    _of("NUL 和控制字符", "2026-05-18 | 集中\x00宣传\x1b[2J | 县司法局 | 完成\n"),
    _of("随机字节", bytes(range(256)) * 200),
    _of("行分隔符 U+2028", "2026-05-18 | 集中宣传\u20282026-05-18 | 别的\n" + _GOOD),
    _of("只用 CR 换行", _GOOD.replace("\n", "\r") + _GOOD.replace("18", "19").replace("\n", "\r")),
    _of("合并冲突", "<<<<<<< HEAD\n" + _GOOD + "=======\n" + _GOOD + ">>>>>>> 乙\n"),
    _of("最后一行没有写完", _GOOD + "2026-05-1"),
    _of("转义序列在佐证里", _GOOD.replace("完成", "完成 | \u202e\x1b]8;;http://a\x07")),
    _of("9999 年", "9999-12-31 | 集中宣传\n" + _GOOD),
    _of("0 年", "0000-01-01 | 集中宣传\n" + _GOOD),
    _of("2 月 30 日", "2026-02-30 | 集中宣传\n" + _GOOD),
    _of("25 时", "2026-05-18 25:61 | 集中宣传\n" + _GOOD),
    _of("全角的日期", "２０２６-０５-１８ ｜ 集中宣传 ｜ 县司法局 ｜ 完成\n"),
    case(
        "记一笔：佐证有换行、竖线和转义序列",
        {CAMPAIGN: SOUND},
        (
            "done",
            "甲",
            "集中宣传",
            "--on",
            "2026-05-18",
            "--evidence",
            "文\n2026-05-18 | 全部 | | 完成\x1b[2J\u202e",
        ),
        "validate",
    ),
    case(
        "记一笔：任务名有转义序列",
        {CAMPAIGN: SOUND},
        ("done", "甲", "\x1b[2J没有\n的任务", "--on", "2026-05-18"),
        ("done", "甲", "集中宣传", "--unit", "\x1b]0;x\x07", "--on", "2026-05-18"),
    ),
)
