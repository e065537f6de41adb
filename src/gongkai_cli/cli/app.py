"""The program's commands and their arguments; what they do stands in a file each."""

from pathlib import Path
from typing import Annotated

import typer

from .. import __version__
from .usage import ChineseCommand, ChineseGroup, WatchCommand

app = typer.Typer(
    name="gongkai",
    cls=ChineseGroup,
    help="一个活动，一个文件管到底：从活动文件生成通知、任务分解表、单位任务单。",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=False,
    invoke_without_command=True,
)

Campaigns = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="活动", help="活动文件或名称；不写就是 campaigns/ 下的全部", show_default=False
    ),
]


@app.callback()
def program(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="显示版本")] = False,  # noqa: FBT002
) -> None:
    if version:
        typer.echo(f"gongkai {__version__}")
    elif context.invoked_subcommand is None:
        typer.echo(context.get_help(), nl=False)


@app.command(cls=ChineseCommand)
def render(
    campaigns: Campaigns = None,
    template: Annotated[
        list[str] | None,
        typer.Option(
            "--template",
            "-t",
            metavar="模板",
            help="只生成这份文档，可写多次：notice 通知、task-table 任务分解表、unit-tasks 单位任务单",
        ),
    ] = None,
    format_: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            "-f",
            metavar="格式",
            help="只用这种格式，可写多次：docx、md、pdf（要装有 LibreOffice）",
        ),
    ] = None,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="文件夹", help="写到这里，默认 output")
    ] = Path("output"),
    unit: Annotated[
        list[str] | None,
        typer.Option("--unit", metavar="单位", help="只生成这个单位的任务单，可写多次"),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="手工改过的文档也覆盖")] = False,  # noqa: FBT002
    watch: Annotated[  # noqa: FBT002
        bool, typer.Option("--watch", help="一直看着，改了活动文件或模板就重新生成；按 Ctrl+C 结束")
    ] = False,
) -> None:
    """生成文档：通知、任务分解表、单位任务单，DOCX 和 Markdown 各一份。"""
    from . import render, rerender

    order = render.Order(
        campaigns or [], template or [], format_ or [], unit or [], output, force=force
    )
    raise typer.Exit(rerender.run(order) if watch else render.run(order))


@app.command(cls=ChineseCommand)
def validate(
    campaigns: Campaigns = None,
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="格式",
            help="text 给人看（默认），json 给程序，github 给 GitHub Actions",
        ),
    ] = "text",
    strict: Annotated[bool, typer.Option("--strict", help="有警告也算不通过")] = False,  # noqa: FBT002
    explain: Annotated[
        str, typer.Option("--explain", metavar="代码", help="说明一条规则，如 GK511")
    ] = "",
) -> None:
    """检查活动文件，一次列出全部问题。"""
    from .validate import explanation, run

    if explain:
        raise typer.Exit(explanation(explain))
    raise typer.Exit(run(campaigns or [], format_, strict=strict))


Now = Annotated[
    str,
    typer.Option(
        "--now", metavar="时刻", help="按这个时刻算（北京时间），如 2026-05-19T09:00；不写就是现在"
    ),
]


@app.command("check-deadlines", cls=WatchCommand)
def check_deadlines(
    campaigns: Campaigns = None,
    now: Now = "",
    within: Annotated[
        int,
        typer.Option("--within", metavar="天数", min=0, help="几个工作日以内算即将到期，默认 3"),
    ] = 3,
    format_: Annotated[
        str, typer.Option("--format", metavar="格式", help="text 给人看（默认），json 给程序")
    ] = "text",
    notify: Annotated[
        list[str] | None,
        typer.Option(
            "--notify",
            metavar="地址",
            help="同时发到企业微信、钉钉、飞书、邮箱，可写多次：env:变量名、file:文件，或者 apprise 地址",
        ),
    ] = None,
) -> None:
    """查到期：逾期的、今天到期的、即将到期的；没有就什么也不显示。

    退出码：0 没有；1 有即将到期的；2 有逾期的；3 没能查（文件读不了，或写法不对）。
    """
    from .deadlines import run

    raise typer.Exit(run(campaigns or [], now, within, format_, notify or []))


@app.command(cls=ChineseCommand)
def tasks(
    campaigns: Campaigns = None,
    unit: Annotated[str, typer.Option("--unit", metavar="单位", help="只列这个单位的")] = "",
    status: Annotated[
        str,
        typer.Option(
            "--status",
            metavar="状态",
            help="只列这种：逾期、今天到期、即将到期、进行中、未开始、持续、完成",
        ),
    ] = "",
    now: Now = "",
    format_: Annotated[
        str, typer.Option("--format", metavar="格式", help="text 给人看（默认），json 给程序")
    ] = "text",
) -> None:
    """列出任务、报送和时间，各到哪一步。"""
    from .tasks import run

    raise typer.Exit(run(campaigns or [], unit, status, now, format_))


@app.command(cls=ChineseCommand)
def done(
    campaign: Annotated[str, typer.Argument(metavar="活动", help="活动文件或名称")],
    task: Annotated[
        str, typer.Argument(metavar="任务", help="编号、名称，或名称的一部分；编号见 gongkai tasks")
    ],
    unit: Annotated[
        str, typer.Option("--unit", metavar="单位", help="哪个单位完成了；不写就是全部责任单位")
    ] = "",
    on: Annotated[
        str, typer.Option("--on", metavar="日期", help="哪天完成的，如 2026-05-20；不写就是现在")
    ] = "",
    evidence: Annotated[
        str, typer.Option("--evidence", metavar="佐证", help="网址、文号、收件方式等")
    ] = "",
    undo: Annotated[bool, typer.Option("--undo", help="记错了，撤销")] = False,  # noqa: FBT002
) -> None:
    """记一笔：某项任务、某个单位完成了。"""
    from .done import run

    raise typer.Exit(run(campaign, task, unit, on, evidence, undo=undo))


@app.command(cls=ChineseCommand)
def diff(
    old: Annotated[
        str, typer.Argument(metavar="旧", help="活动文件或名称；也可以是 git 的 版本:路径")
    ],
    new: Annotated[str, typer.Argument(metavar="新", help="同上，如 HEAD~1:campaigns/甲.yaml")],
    unit: Annotated[str, typer.Option("--unit", metavar="单位", help="只列这个单位要知道的")] = "",
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="格式",
            help="text 给人看（默认），md 贴进邮件或通知，json 给程序",
        ),
    ] = "text",
) -> None:
    """比较两个活动文件：时间、任务、单位、报送、文字、公文要素，哪些变了。

    退出码：0 比完了，有没有变化都是 0（脚本看 --format json 是不是空清单）；1 文件读不了；2 写法不对。
    """
    from .diff import run

    raise typer.Exit(run(old, new, unit, format_))


@app.command(cls=ChineseCommand)
def fonts() -> None:
    """查公文用的字体这台电脑有没有，没有会怎样。"""
    from .fonts import run

    raise typer.Exit(run())
