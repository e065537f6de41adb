"""Names that would lead out of the folder, or be no file name on some system."""

from .case import SOUND, Case, case

_TASK = "      - {{标题: 集中宣传{0}, 内容: 集中宣传。, 牵头: [{1}]}}\n"


def _units(name: str, *units: str) -> Case:
    """Units, each of which gets a file of its name."""
    head = SOUND[: SOUND.rindex("      -")]
    tasks = "".join(_TASK.format(n, unit) for n, unit in enumerate(units, 1))
    return case(
        name,
        {"campaigns/甲.yaml": head + tasks},
        "render -t unit-tasks -f md",
        "calendar --per-unit -o 日历",
    )


def _campaigns(name: str, *stems: str, posix: bool = False) -> Case:
    """Campaign files, each of which gets a folder of its name."""
    return case(
        name,
        {f"campaigns/{stem}.yaml": SOUND for stem in stems},
        "render -t notice -f md",
        "tasks --now 2026-05-19",
        posix=posix,
    )


CASES = (
    _units("上级文件夹", "'../../../outside/中招'"),
    _units("上级文件夹，反斜杠", "'..\\..\\outside\\中招'"),
    _units("绝对路径", "'/中招'"),
    _units("盘符", "'C:\\Windows\\中招'"),
    _units("盘符，没有斜杠", "'C:中招'"),
    _units("网络路径", "'\\\\server\\share\\中招'"),
    _units("设备路径", "'\\\\.\\PhysicalDrive0'"),
    _units("备用数据流", "'县司法局:stream:$DATA'"),
    _units("末尾是点和空格", "'县司法局. .'"),
    _units("开头是点", "'.htaccess'", "'.gongkai'"),
    _units("只有点", "'.'", "'..'", "'...'"),
    _units("保留名", "CON", "nul", "'aux.txt'", "'COM1 .a'", "lpt9"),
    _units("保留名，上标数字", "COM¹", "lpt²", "'com³.md'"),
    _units("保留名，控制台", "CONIN$", "conout$"),
    _units("保留名加下划线", "CON", "_CON"),
    _units("Windows 不许用的符号", "'<县>:\"司\"/\\|法?*局'"),
    _units("换成全角以后相同", "'县/局'", "'县／局'", "'县?局'", "'县？局'"),
    _units("200 个字", "长" * 200),
    _units("超过 200 个字", "长" * 201),
    _units("240 字节的表情", "'" + "😀" * 190 + "'"),
    _units("截短以后相同", "长" * 100 + "一", "长" * 100 + "二"),
    _units("大小写不同", "A局", "a局"),
    _units("土耳其文的 I", "İ局", "i̇局", "ı局"),
    _units("ß 和 ss", "Straße", "STRASSE"),
    _units("组合方式不同", "Café", "Cafe\u0301"),
    _units("看不见的字符不同", "县\u200b局", "县局"),
    _units("命令替换", "'$(touch 中招)`touch 中招`;touch 中招'"),
    _units("像选项", "'-rf'", "'--help'"),
    _units("百分号编码", "'%2e%2e%2f中招'", "'%00'"),
    _units("环境变量和波浪号", "'~/中招'", "'%USERPROFILE%'", "'$HOME'"),
    _units("换行和制表符", '"县\\n司法局"', '"县\\t司法局"'),
    _campaigns("活动文件名是点", ".", ".."),
    _campaigns("活动文件名是保留名", "CON", "Lpt1.2026"),
    _campaigns("活动文件名像选项", "-rf", "--help"),
    _campaigns("活动文件名有转义序列", "甲\x1b[2J\x1b]0;中招\x07", posix=True),
    _campaigns("活动文件名有换行", "甲\ncampaigns/乙.yaml:1:1: 错误 GK000 假的", posix=True),
    _campaigns("活动文件名有工作流命令", "甲\n::error::假的", posix=True),
    _campaigns("活动文件名改变方向", "甲\u202elmay.乙"),
    _campaigns("活动文件名不是 UTF-8", "甲\udcff\udcfe", posix=True),
    _campaigns("活动文件名不是 UTF-8，另有同名", "甲\udcff", "甲", posix=True),
    _campaigns("活动文件名 83 个字", "长" * 83),
    _campaigns("活动文件名只差大小写", "A", "a", posix=True),
    _campaigns("活动文件名只差组合方式", "é", "e\u0301", posix=True),
    _campaigns("活动文件名换成全角以后相同", "甲:乙", "甲：乙", posix=True),
    _campaigns("活动文件名末尾是点和空格", "甲. ", posix=True),
    _campaigns("活动文件名有反斜杠", "..\\..\\中招", posix=True),
)
