"""Links, pipes and devices where a document, a campaign or a folder is expected."""

from .case import (
    CAMPAIGN,
    NOTICE,
    OUTSIDE,
    RECORD,
    SOUND,
    STYLE,
    Case,
    Content,
    Fifo,
    Folder,
    Link,
    Sparse,
    case,
)

_RENDER = "render -t notice -f md"
_OUT = f"../{OUTSIDE}"


def _of(name: str, files: dict[str, Content], *commands: str) -> Case:
    return case(name, files, *commands, posix=True)


def _output(name: str, files: dict[str, Content], *commands: str) -> Case:
    """What a folder from elsewhere may have under output/ already."""
    return _of(name, {CAMPAIGN: SOUND, **files}, *(commands or (_RENDER,)))


def _campaign(name: str, content: Content) -> Case:
    commands = (
        "validate",
        "render -t notice -f md",
        "check-deadlines --now 2026-05-19",
        "validate 甲",
    )
    return _of(name, {CAMPAIGN: content}, *commands)


CASES = (
    _output("输出：活动的文件夹是链接", {"output/甲": Link(f"../{_OUT}")}),
    _output(
        "输出：单位任务单的文件夹是链接",
        {"output/甲/unit-tasks": Link(f"../../{_OUT}")},
        "render -f md",
    ),
    _output(
        "输出：文档是链接",
        {"output/甲/notice.md": Link(f"../../{_OUT}/原有.txt")},
        _RENDER,
        f"{_RENDER} --force",
    ),
    _output("输出：文档是悬空的链接", {"output/甲/notice.md": Link(f"../../{_OUT}/新的.txt")}),
    _output("输出：文档是自己的链接", {"output/甲/notice.md": Link("notice.md")}),
    _output("输出：文档是文件夹", {"output/甲/notice.md": Folder()}),
    _output("输出：文档是管道", {"output/甲/notice.md": Fifo()}),
    _output("输出：文档是通到设备的链接", {"output/甲/notice.md": Link("/dev/zero")}),
    _output("输出：活动的文件夹是绕圈的链接", {"output/甲": Link("甲")}),
    _output("输出：活动的文件夹是文件", {"output/甲": "占着\n"}),
    _output("输出：活动的文件夹是管道", {"output/甲": Fifo()}),
    _output("输出：清单是链接", {"output/甲/.gongkai": Link(f"../../{_OUT}/原有.txt")}),
    _output("输出：清单是悬空的链接", {"output/甲/.gongkai": Link(f"../../{_OUT}/新的.txt")}),
    _output("输出：清单是管道", {"output/甲/.gongkai": Fifo()}),
    _output("输出：清单是文件夹", {"output/甲/.gongkai": Folder()}),
    _output("输出：清单是 10 GB 的稀疏文件", {"output/甲/.gongkai": Sparse(10_000_000_000)}),
    _output(
        "输出：清单有外面的路径",
        {"output/甲/.gongkai": f"{'0' * 64}  ../../{_OUT}/原有.md\n{'0' * 64}  /dev/zero.md\n"},
        "render -f md",
    ),
    _output(
        "输出：清单里有管道和设备",
        {
            "output/甲/.gongkai": f"{'0' * 64}  管道.md\n{'0' * 64}  设备.md\n",
            "output/甲/管道.md": Fifo(),
            "output/甲/设备.md": Link("/dev/zero"),
        },
        "render -f md",
    ),
    _output("输出：总的文件夹是绕圈的链接", {"output": Link("output")}),
    _output("输出：总的文件夹是文件", {"output": "占着\n"}),
    _output("输出：用 -o 写到设备里", {}, "render -t notice -f md -o /dev/null"),
    _output(
        "进展页写到管道占着的文件夹", {"页": Fifo()}, "status --now 2026-05-19 -o 页/进展.html"
    ),
    _output(
        "日历：单位的文件是链接",
        {"日历/甲/县司法局.ics": Link(f"../../{_OUT}/原有.txt")},
        "calendar --per-unit -o 日历",
    ),
    _output("日历：文件夹是链接", {"日历/甲": Link(f"../{_OUT}")}, "calendar --per-unit -o 日历"),
    _campaign("活动文件是管道", Fifo()),
    _campaign("活动文件是文件夹", Folder()),
    _campaign("活动文件是绕圈的链接", Link("甲.yaml")),
    _campaign("活动文件是悬空的链接", Link("没有.yaml")),
    _campaign("活动文件是通到管道的链接", Link("/proc/self/fd/0")),
    _campaign("活动文件是通到设备的链接：zero", Link("/dev/zero")),
    _campaign("活动文件是通到设备的链接：null", Link("/dev/null")),
    _campaign("活动文件是读不了的", Link("/proc/self/mem")),
    _campaign("活动文件是通到文件夹的链接", Link("/")),
    _of(
        "链接通到管道",
        {"campaigns/甲.yaml": Link("../管道"), "管道": Fifo()},
        "validate",
        "check-deadlines",
    ),
    _of(
        "活动的文件夹是绕圈的链接", {"campaigns": Link("campaigns")}, "validate", "check-deadlines"
    ),
    _of("活动的文件夹是文件", {"campaigns": "占着\n"}, "validate"),
    _of("活动的文件夹是管道", {"campaigns": Fifo()}, "validate"),
    _of("模板是管道", {CAMPAIGN: SOUND, NOTICE: Fifo()}, _RENDER, "validate"),
    _of("模板是文件夹", {CAMPAIGN: SOUND, NOTICE: Folder()}, _RENDER),
    _of("模板是通到设备的链接", {CAMPAIGN: SOUND, NOTICE: Link("/dev/zero")}, _RENDER),
    _of("模板是通到外面的链接", {CAMPAIGN: SOUND, NOTICE: Link("/etc/hostname-没有")}, _RENDER),
    _of("模板的文件夹是绕圈的链接", {CAMPAIGN: SOUND, "templates": Link("templates")}, _RENDER),
    _of("模板的文件夹是文件", {CAMPAIGN: SOUND, "templates": "占着\n"}, _RENDER, "validate"),
    _of("排版是管道", {CAMPAIGN: SOUND, STYLE: Fifo()}, _RENDER, "validate"),
    _of("排版是文件夹", {CAMPAIGN: SOUND, STYLE: Folder()}, _RENDER),
    _of("排版是悬空的链接", {CAMPAIGN: SOUND, STYLE: Link("没有.yaml")}, _RENDER),
    _of("排版是通到设备的链接", {CAMPAIGN: SOUND, STYLE: Link("/dev/zero")}, _RENDER),
    _of(
        "进展记录是管道",
        {CAMPAIGN: SOUND, RECORD: Fifo()},
        "check-deadlines --now 2026-05-19",
        "done 甲 集中宣传 --on 2026-05-18",
    ),
    _of(
        "进展记录是链接",
        {CAMPAIGN: SOUND, RECORD: Link(f"../{_OUT}/原有.txt")},
        "done 甲 集中宣传 --on 2026-05-18",
    ),
    _of(
        "进展记录是悬空的链接",
        {CAMPAIGN: SOUND, RECORD: Link(f"../{_OUT}/新的.txt")},
        "done 甲 集中宣传 --on 2026-05-18",
    ),
    _of(
        "进展记录是绕圈的链接",
        {CAMPAIGN: SOUND, RECORD: Link("甲.进展.txt")},
        "tasks --now 2026-05-19",
        "done 甲 集中宣传 --on 2026-05-18",
    ),
    _of(
        "进展记录是通到设备的链接",
        {CAMPAIGN: SOUND, RECORD: Link("/dev/zero")},
        "tasks --now 2026-05-19",
    ),
    _of(
        "进展记录是 10 GB 的稀疏文件",
        {CAMPAIGN: SOUND, RECORD: Sparse(10_000_000_000)},
        "tasks --now 2026-05-19",
        "done 甲 集中宣传 --on 2026-05-18",
    ),
    _of(
        "git 的设置是链接",
        {CAMPAIGN: SOUND, "campaigns/.gitattributes": Link(f"../{_OUT}/原有.txt")},
        "done 甲 集中宣传 --on 2026-05-18",
    ),
    _of(
        "git 的设置是管道",
        {CAMPAIGN: SOUND, "campaigns/.gitattributes": Fifo()},
        "done 甲 集中宣传 --on 2026-05-18",
    ),
    _of("新建：文件夹里有通到外面的链接", {".vscode": Link(_OUT)}, "init"),
    _of(
        "新的活动文件是悬空的链接",
        {CAMPAIGN: SOUND, "campaigns/甲-2027.yaml": Link(f"../{_OUT}/新的.yaml")},
        "new 甲-2027 --from 甲",
    ),
)
