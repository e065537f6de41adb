"""Command lines as clerks type them: right ones, and those with a slip of the hand or of the mind.

All chance comes from one ``random.Random``, so that a seed, or hypothesis, decides all of it.
"""

import random
from collections.abc import Mapping, Sequence

from support.corrupt_input import damaged_line

# What the values of options and arguments may be, and what people take for them.
NAMES = (
    "示例县-2026", "另县-2026", "campaigns/示例县-2026.yaml", "示例县-2026.yaml", "campaigns/另县-2026", "坏",
    "没有", "", ".", "..", "campaigns", "示例县", "示例县－2026", "campaigns\\示例县-2026.yaml", "HEAD:campaigns/甲.yaml",
    "文档.docx", "示例县-2027", "campaigns/../campaigns/坏.yaml", "空", "*", "%d", "{0}", "「活动」",
)  # fmt: skip
DOCUMENTS = (
    "文档.docx",
    "./文档.docx",
    "文档",
    "campaigns/坏.yaml",
    "空",
    "output/示例县-2026/notice.docx",
    "",
    "地址.txt",
    "没有.docx",
)
UNITS = (
    "县司法局", "县教育局", "县政府办公室", "司法局", "县公安局", "各单位", "各乡镇", "县司法厅", "", " ", "县司法局 ",
    "县司法局、县教育局", "%s",
)  # fmt: skip
MOMENTS = (
    "2026-05-19", "2026-05-19T09:00", "2026-05-20 16:00", "2026年5月20日", "2026年5月20日16时", "5月20日", "今天",
    "明天", "昨天", "", "20260519", "2026/5/19", "2026.5.19", "2026-5-9", "2026-13-01", "2026-02-30", "0001-01-01",
    "9999-12-31", "9999-12-31T23:59Z", "0001-01-01T00:00+14:00", "2026-05-19T24:00", "2026-05-19T25:61", "1900-01-01",
    "2026-05-19T09:00+08:00", "二〇二六年五月十九日", "５月２０日", "2099-12-31", "2026-05-19T09:00:00.123456", "now",
)  # fmt: skip
NUMBERS = (
    "3", "0", "-1", "5", "+3", "3.5", "1e3", "９", "三", "³", "٣", "", " 3", "3天", "99999", "100000", "9" * 40, "0x10",
    "1_000", "2027", "2026", "2025", "1899", "1900", "2099", "2100", "9999", "10000", "0", "-2027", "2027年", "二〇二七",
)  # fmt: skip
TASKS = (
    "活动总结", "更新办事指南", "全部", "nxtjf", "NXTJF", "uf9dz", "总结", "1", "2", "0", "-1", "99", "1-1", "", "的", "开展", "活动", "abcde", "*",
    "报送活动总结", "开展", "更新办事指南", "1.", "（一）",
)  # fmt: skip
OUTPUTS = ("output", "out", "页.html", "日程.ics", "..", ".", "", "campaigns", "空", "文档.docx", "a/b/c", "con", "x" * 300, "坏/甲", "../旁边", "文档.docx/甲.html", "schema.json", "campaigns/示例县-2026.yaml", "地址.txt")  # fmt: skip
NEW_NAMES = ("示例县-2027", "示例县-2027.yaml", "2027", "新", "示例县-2026", "示例县-2028-2029", "", ".", "..", "a/b", "CON", "坏", "甲.yaml.yaml", "-", "长" * 90, "示例县-2100", "示例县-1999", "示例县-20270", "campaigns/甲", "甲\\乙", "𠀀", " 甲", "甲 ")  # fmt: skip
TEXTS = ("附件1", "", "http：//x.cn", "甲|乙", "甲｜乙", "甲\n乙", "# 注", "长" * 3000, "\x1b[31m红", "\udcff", "「活动」", "\u202e反", "\u2028", "é", "%s{}")  # fmt: skip
ISSUERS = ("示例县人民政府办公室", "另县人民政府", "", " ", "县政府: 办公室", "'", '"', "#", "「活动」", "- 甲", "{甲}", "甲\n乙", "甲/乙", "CON", "x" * 300, "&a", "*a", "null", "2026", "!!", "\\", "..", "\x07", "\udcff", "甲, 乙", "【待填】", "@")  # fmt: skip
TEMPLATES = ("notice", "task-table", "unit-tasks", "report-form", "questionnaire", "summary", "通知", "任务单", "总结", "notice.md.j2", "_tasks", "", "Notice", "排版", "..")  # fmt: skip
FORMATS = ("text", "json", "md", "docx", "html", "github", "pdf", "DOCX", ".md", "doc", "", "word", "markdown", "JSON", "xml")  # fmt: skip
STATUSES = ("逾期", "今天到期", "即将到期", "进行中", "未开始", "持续", "完成", "done", "overdue", "已完成", "", "due-soon")  # fmt: skip
RULES = ("GK511", "gk525", "GK999", "511", "", "GK０", "GK202")
NOTIFY = ("env:没有", "env:", "file:没有", "file:campaigns", "file:地址.txt", "file:", "", "wecombot", "坏://", "甲")  # fmt: skip
KEEPS = ("日期", "星期", "日", "", "周")

_FLAGS: tuple[str, ...] = ()
COMMANDS: Mapping[str, tuple[tuple[Sequence[str], ...], Mapping[str, Sequence[str]]]] = {
    "render": ((NAMES,), {"-t": TEMPLATES, "--template": TEMPLATES, "-f": FORMATS, "-o": OUTPUTS, "--output": OUTPUTS,
                          "--now": MOMENTS, "--unit": UNITS, "--force": _FLAGS, "--watch": _FLAGS}),
    "validate": ((NAMES,), {"--format": FORMATS, "--strict": _FLAGS, "--fix": _FLAGS, "--explain": RULES}),
    "diff": ((NAMES, NAMES), {"--unit": UNITS, "--format": FORMATS}),
    "tasks": ((NAMES,), {"--unit": UNITS, "--status": STATUSES, "--now": MOMENTS, "--format": FORMATS}),
    "done": ((NAMES, TASKS), {"--unit": UNITS, "--on": MOMENTS, "--evidence": TEXTS, "--undo": _FLAGS}),
    "check-deadlines": ((NAMES,), {"--now": MOMENTS, "--within": NUMBERS, "--format": FORMATS, "--notify": NOTIFY}),
    "status": ((NAMES,), {"--now": MOMENTS, "-o": OUTPUTS}),
    "calendar": ((NAMES,), {"--unit": UNITS, "--per-unit": _FLAGS, "-o": OUTPUTS}),
    "new": ((NEW_NAMES,), {"--from": NAMES, "--year": NUMBERS, "--keep": KEEPS}),
    "init": ((OUTPUTS,), {"--issuer": ISSUERS, "--year": NUMBERS, "-t": TEMPLATES}),
    "schema": ((), {"-o": OUTPUTS}),
    "fonts": (((),), {}),
    "text": ((DOCUMENTS,), {}),
}  # fmt: skip
"""Every command with what its arguments and its options may be."""

KNOWN = {
    word
    for kinds, options in COMMANDS.values()
    for kind in (*kinds, *options.values())
    for word in kind
}
"""Every value that is not mistyped: the only ones with a path in them."""
# What people type for two dashes, for quotation marks, for nothing, for something else.
_ODD = ("", " ", "-", "--", "---", "——unit", "－－unit", "–-unit", "-unit", "--Unit", "--unit=", "--unit", "-o", "-t", "-f", "--format", "--year", "--from", "--now", "--within", "--help", "-h", "--版本", "--version", "-V", "“示例县-2026”", "''", "\u3000", "\ufeff", "\u200b", "?", "help", "帮助", "-1", "--=", "-=x", "--no-force", "--force=1", "-tf", "-ofmt", "@文件", "$HOME", "~", "%PATH%", "\udcff", "\x1b]0;x\x07", "9" * 500, "龘" * 200, "--install-completion", "--show-completion", "NUL", "NaN", "None", "true", "\r\n", "\\")  # fmt: skip
_MISNAMED = ("rende", "Render", "RENDER", "渲染", "检查", "验证", "比较", "新建", "deadlines", "check_deadlines", "check", "status.", "总结", "summary", "", "-", "tasks ", "完成", "--render", "\udcff")  # fmt: skip
_SOUND = 0.6


def command_line(chance: random.Random) -> list[str]:
    """The arguments of one call, mostly of the right kind."""
    name = chance.choice(_OFTEN)
    places, options = COMMANDS[name]
    words = [_value(kind, chance) for kind in places if kind]
    if name in _SEVERAL:
        words *= chance.choice((0, 1, 1, 2))
    for option in options:
        if chance.random() < (0.9 if option == "--from" else 0.3):
            at = chance.randint(0, len(words))
            words[at:at] = _option(option, options[option], chance)
    line = [name, *words]
    for _ in range(chance.choice((0, 0, 0, 0, 1, 2))):
        line = _slip(line, chance)
    return [_as_given(word) for word in line]


# The more there is to a command, the more often.
_OFTEN = [name for name, (places, options) in COMMANDS.items() for _ in (*places, *options)]
_SEVERAL = {"render", "validate", "tasks", "check-deadlines", "status", "calendar"}


def _value(kind: Sequence[str], chance: random.Random) -> str:
    """One that is right, one that people may take for right, or that one mistyped."""
    how = chance.random()
    if how < _SOUND:
        return kind[chance.randrange(min(2, len(kind)))]
    value = chance.choice(kind)
    return value if how < 0.9 else damaged_line(value, kind, chance).replace("/", "／")


def _option(option: str, kind: Sequence[str], chance: random.Random) -> list[str]:
    if not kind:
        return [option]
    value = _value(kind, chance)
    if chance.random() < 0.7:
        return [option, value]
    return [f"{option}={value}" if option.startswith("--") else option + value]


def _slip(line: list[str], chance: random.Random) -> list[str]:
    """A word lost, doubled, misplaced, mistyped, or one too many."""
    line = [*line]
    at = chance.randrange(len(line)) if line else 0
    if chance.random() < 0.8 and len(line) > 1:
        at = chance.randrange(1, len(line))
    match chance.choice((0, 1, 2, 3, 3, 4, 4, 5, 6, 6)) if line else 6:
        case 0:
            del line[at]
        case 1:
            line.insert(chance.randint(0, len(line)), line[at])
        case 2:
            line.insert(chance.randrange(len(line)), line.pop(at))
        case 3:
            line[at] = damaged_line(line[at], _ODD, chance).replace("/", "／")
        case 4:
            line[at] = chance.choice(_ODD)
        case 5:
            line[0] = chance.choice(_MISNAMED)
        case _:
            line.insert(chance.randint(0, len(line)), chance.choice(_ODD))
    return line


def _as_given(word: str) -> str:
    """What a system can hand over: bytes, of which those that are no UTF-8 come as half a pair."""
    return "".join(char for char in word if char != "\0" and not "\ud800" <= char < "\udc80")
