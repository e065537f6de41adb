"""Arguments that a script may hand over unread: options, paths and names."""

from .case import CAMPAIGN, SOUND, Case, case

_OFFICE = {CAMPAIGN: SOUND}


def _of(name: str, *commands: tuple[str, ...]) -> Case:
    return case(name, _OFFICE, *commands)


CASES = (
    _of(
        "活动：上级文件夹",
        ("validate", "../outside/原有.txt"),
        ("render", "../../../../etc/passwd"),
    ),
    _of("活动：绝对路径", ("validate", "/etc/passwd")),
    _of("活动：NUL", ("validate", "甲\0"), ("check-deadlines", "甲\0")),
    _of("活动：转义序列", ("validate", "\x1b[2J甲"), ("tasks", "\x9b2J\u202e")),
    _of("活动：换行", ("validate", "甲\n乙")),
    _of("活动：10 万字", ("validate", "长" * 30_000)),
    _of("活动：空的", ("validate", ""), ("render", "."), ("validate", "/")),
    _of(
        "活动：设备",
        ("validate", "/dev/zero"),
        ("validate", "/dev/null"),
        ("validate", "/dev/stdin"),
    ),
    _of("模板：路径", ("render", "-t", "../../etc/passwd"), ("render", "-t", "\x1b[2J")),
    _of("单位：转义序列", ("render", "--unit", "\x1b]0;x\x07"), ("tasks", "--unit", "\x1b[2J")),
    _of("格式：别的", ("render", "-f", "exe"), ("validate", "--format", "\x1b[2J")),
    _of(
        "新建：路径",
        ("new", "../outside/中招-2027", "--from", "甲"),
        ("new", "/中招", "--from", "甲"),
    ),
    _of(
        "新建：保留名",
        ("new", "CON", "--from", "甲"),
        ("new", "甲:乙", "--from", "甲"),
        ("new", ".", "--from", "甲"),
    ),
    _of("新建：转义序列", ("new", "\x1b[2J", "--from", "甲"), ("new", "乙", "--from", "\x1b[2J")),
    _of("新建：太长", ("new", "长" * 300 + "-2027", "--from", "甲")),
    _of(
        "新建：年份",
        ("new", "乙", "--from", "甲", "--year", "99999999999999999999"),
        ("new", "乙", "--from", "甲", "--year", "-1"),
    ),
    _of("init：机关名是路径", ("init", "新", "--issuer", "../../outside/中招")),
    _of("init：机关名有 YAML", ("init", "新", "--issuer", "甲\n活动: 乙\n'\"{[&*!|>%@`")),
    _of("init：机关名有转义序列", ("init", "新", "--issuer", "县\x1b[2J府")),
    _of(
        "init：文件夹名有转义序列",
        (
            "init",
            "新\x1b[2J",
        ),
    ),
    _of("diff：像选项的版本", ("diff", "--output=中招:a", "甲"), ("diff", "HEAD:--help", "甲")),
    _of("diff：别的仓库", ("diff", "HEAD:../../etc/passwd", "甲"), ("diff", "\x1b[2J:a", "甲")),
    _of(
        "text：不是 DOCX",
        ("text", CAMPAIGN),
        ("text", "/dev/null"),
        ("text", "没有.docx"),
        ("text", "campaigns"),
    ),
    _of(
        "输出：空的、NUL",
        ("render", "-o", "甲\0"),
        ("status", "-o", "\0.html"),
        ("calendar", "-o", "\0"),
    ),
    _of("输出：很长", ("calendar", "-o", "长" * 300), ("status", "-o", "长" * 300 + ".html")),
    _of("输出：转义序列", ("calendar", "-o", "没有/\x1b[2J.ics"), ("status", "-o", "\x1b[2J")),
    _of("命令：没有的", ("\x1b[2J",), ("--\x1b[2J",), ("",)),
    _of(
        "explain：别的",
        ("validate", "--explain", "../../etc/passwd"),
        ("validate", "--explain", "\x1b[2J"),
    ),
    _of(
        "通知：没有的变量和文件",
        ("check-deadlines", "--now", "2026-05-19", "--notify", "env:没有"),
        ("check-deadlines", "--now", "2026-05-19", "--notify", "file:/没有"),
    ),
)
