"""The program's commands and their arguments; what they do stands in a file each."""

from pathlib import Path
from typing import Annotated

import typer

from .. import __version__
from .arguments import Campaigns
from .deadline_commands import check_deadlines, done, tasks
from .office_commands import fonts, init, new, schema, text
from .overview_commands import calendar, status
from .usage import ChineseCommand, ChineseGroup

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


@app.callback()
def program(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="显示版本")] = False,  # noqa: FBT002
) -> None:
    if version:
        typer.echo(f"gongkai {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


@app.command(cls=ChineseCommand)
def render(
    campaigns: Campaigns = None,
    template: Annotated[
        list[str] | None,
        typer.Option(
            "--template",
            "-t",
            metavar="模板",
            help="只生成这份文档，可写多次：notice 通知、task-table 任务分解表、unit-tasks 单位任务单、"
            "report-form 报送表、questionnaire 调查问卷、summary 总结",
        ),
    ] = None,
    format_: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            "-f",
            metavar="格式",
            help="只用这种格式，可写多次：docx、md、html（网页，单个文件）、pdf（要装有 LibreOffice）；"
            "不写就是 docx 和 md",
        ),
    ] = None,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="文件夹", help="写到这里，默认 output")
    ] = "output",
    now: Annotated[
        str,
        typer.Option(
            "--now",
            metavar="时刻",
            help="总结算到哪天或者哪个时刻，如 2026-05-26、5月26日；不写就算到进展记录的最后一条",
        ),
    ] = "",
    unit: Annotated[
        list[str] | None,
        typer.Option("--unit", metavar="单位", help="只生成这个单位的任务单，可写多次"),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="手工改过的文档也覆盖")] = False,  # noqa: FBT002
    watch: Annotated[  # noqa: FBT002
        bool, typer.Option("--watch", help="一直看着，改了活动文件或模板就重新生成；按 Ctrl+C 结束")
    ] = False,
) -> None:
    """生成文档：通知、任务分解表、单位任务单、报送表、总结，有题目的还有调查问卷。"""
    from . import render, rerender

    if not output:  # else it would be the folder that somebody is in
        raise typer.BadParameter("没有写文件夹", param_hint="--output")
    order = render.Order(
        campaigns or [], template or [], format_ or [], unit or [], Path(output), now, force=force
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
    fix: Annotated[  # noqa: FBT002
        bool, typer.Option("--fix", help="改好只有一种改法的地方，列出改了什么和剩下的问题")
    ] = False,
    explain: Annotated[
        str,
        typer.Option(
            "--explain", metavar="代码", help="说明一个代码，如 GK511、GK103；写 GK 列出全部"
        ),
    ] = "",
) -> None:
    """检查活动文件，一次列出全部问题。"""
    if explain:
        from .explain import explanation

        raise typer.Exit(explanation(explain))
    from .validate import run

    raise typer.Exit(run(campaigns or [], format_, strict=strict, fix=fix))


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

    退出码：0 比完了，有没有变化都是 0（脚本看 --format json 是不是空清单）；1 文件读不了，或者有错误；2 写法不对。
    """
    from .diff import run

    raise typer.Exit(run(old, new, unit, format_))


for command in (tasks, done, check_deadlines, status, calendar, new, init, schema, fonts, text):
    app.command(cls=ChineseCommand)(command)
