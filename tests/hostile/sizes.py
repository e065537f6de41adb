"""Campaign files that are too much: lines, files, keys and lists without end."""

from .case import CAMPAIGN, SOUND, Case, Content, Sparse, case

_HEAD = SOUND[: SOUND.index("正文")]

# As many characters as may stand in any file without being told of, each once.
_COMMON = "".join(
    bytes([row, cell]).decode("gb2312") for row in range(0xB0, 0xC5) for cell in range(0xA1, 0xFF)
)


def _of(name: str, content: Content) -> Case:
    return case(name, {CAMPAIGN: content}, "validate", "check-deadlines --now 2026-05-19")


def _contact(name: str, key: str, value: str) -> Case:
    return _of(name, lambda: f"{SOUND}联系: {{{key}: '{value}'}}\n")


CASES = (
    _of("一行 1 MB 的文字", lambda: SOUND.replace("集中宣传。", "长" * 330_000)),
    _of("一行 1 MB 的键", lambda: SOUND + "键" * 330_000 + ": 值\n"),
    _of("一行 1 MB 的键，加引号", lambda: SOUND + '"' + "a" * 990_000 + '": 值\n'),
    _of("一行 1 MB 的注释", lambda: SOUND + "#" * 990_000 + "\n"),
    _of("一行 1 MB 的空格", lambda: SOUND + " " * 990_000 + "\n"),
    _of("缩进 1 MB", lambda: SOUND + "结语:\n" + " " * 990_000 + "文\n"),
    _of("一行 1 MB 的制表符", lambda: SOUND + "\t" * 990_000 + "\n"),
    _of("一行 1 MB 的冒号", lambda: SOUND + ":" * 990_000 + "\n"),
    _of("一行 1 MB 的全角冒号", lambda: SOUND + "：" * 330_000 + "\n"),
    _of("一行 1 MB 的左书名号", lambda: SOUND + "结语: " + "「" * 330_000 + "\n"),
    _of("一行 1 MB 的引号", lambda: SOUND + "结语: " + "'" * 990_000 + "\n"),
    _of("一行 1 MB 的反斜杠", lambda: SOUND + '结语: "' + "\\" * 990_000 + '"\n'),
    _of("一行 1 MB 的顿号", lambda: SOUND.replace("县司法局", "甲、" * 165_000)),
    _of("一行 1 MB 的左括号", lambda: SOUND.replace("县司法局", "（" * 330_000)),
    _of("一行 1 MB 的数字", lambda: SOUND.replace("5月20日前", "5" * 990_000)),
    _of("99 万个换行", lambda: SOUND + "\n" * 990_000),
    _of("正好 1 MB", lambda: SOUND.encode() + b"#" * (1_000_000 - len(SOUND.encode()))),
    _of("10 MB", lambda: SOUND + "# 注释\n" * 1_100_000),
    _of("10 MB 的 NUL", Sparse(10_000_000)),
    _of("100 GB 的稀疏文件", Sparse(100_000_000_000)),
    _of("10 万个键", lambda: SOUND + "".join(f"{n:x}:\n" for n in range(100_000))),
    _of("7 万个键，都有值", lambda: SOUND + "".join(f"k{n:x}: v\n" for n in range(70_000))),
    _of("1.8 万个键，认不得", lambda: SOUND + "".join(f"键{n}: 值\n" for n in range(18_000))),
    _of("6 万个相同的键", lambda: SOUND + "结语: 文\n" * 60_000),
    _of(
        "正文 3 万节", lambda: _HEAD + "正文:\n" + "".join(f"  节{n}: 文\n" for n in range(30_000))
    ),
    _of(
        "标题 18 万行",
        lambda: SOUND.replace("关于开展政务公开日活动的通知", f"[{'甲, ' * 180_000}]"),
    ),
    _of("5 万行全角冒号", lambda: SOUND + "".join(f"键{n}：值\n" for n in range(30_000))),
    _of("5 万行少一个空格", lambda: SOUND + "".join(f"键{n}:值\n" for n in range(30_000))),
    _of("2 万条注释接受问题", lambda: SOUND + "# 可以：GK511 理由\n" * 20_000),
    _of(
        "7 千条注释对 7 千个问题",
        lambda: (
            SOUND
            + "结语: |\n"
            + "  # 可以：GK723 理由\n" * 2
            + "  甲、、乙“”,\n" * 7_000
            + "# 可以：GK511 理由\n" * 7_000
            + "导语: 二〇26年\n"
        ),
    ),
    _of("清单 25 万项，挨得紧", lambda: SOUND + "结语: [" + "a," * 480_000 + "]\n"),
    _of("8 万个日期", lambda: SOUND + "结语: " + "5月20日，" * 70_000 + "\n"),
    _of("10 万对引号", lambda: SOUND + "结语: " + "“" * 100_000 + "”" * 100_000 + "\n"),
    _of(
        "两百组电话号码，末一组打不通",
        lambda: SOUND + "结语: 联系电话：" + "110 " * 200 + "999999\n",
    ),
    _of(
        "活动名称两千字",
        lambda: SOUND.replace("政务公开日", _COMMON, 1),
    ),
    _contact("电话两万位", "联系电话", "1" * 20_000),
    _contact("电话里两万个左括号", "联系电话", "（" * 20_000),
    _contact("邮箱两万个百分号", "电子邮箱", "%" * 20_000),
    _of("单位：方头括号里两万个逗号", lambda: SOUND.replace("县司法局", "【" + "，" * 20_000)),
    _of("单位：两万个左括号", lambda: SOUND.replace("县司法局", "（局" * 10_000)),
    _of("标题末尾两万个标点", lambda: SOUND.replace("集中宣传,", "“" + "。；" * 10_000 + "宣传”,")),
    _of("标题两万个引号", lambda: SOUND.replace("关于开展", "“" * 20_000 + "关于开展")),
    _of("标题一百对引号", lambda: SOUND.replace("关于开展", "“甲”" * 50 + "关于开展")),
    _of("看不懂的一行有两万个百分号", lambda: SOUND + "结语: " + "%" * 20_000 + "\n"),
    _of("10 万个序号", lambda: SOUND + "结语: " + "（一）" * 100_000 + "\n"),
)
