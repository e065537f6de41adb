"""The arguments of check-deadlines, tasks and done."""

from typing import Annotated

import typer

from .arguments import Campaigns, Format, Now


def check_deadlines(
    campaigns: Campaigns = None,
    now: Now = "",
    within: Annotated[
        str,
        typer.Option("--within", metavar="天数", help="几个工作日以内算即将到期，默认 3"),
    ] = "3",
    format_: Format = "text",
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

    退出码：0 没有要提醒的；1 有今天到期、即将到期的；2 有逾期的；3 没能查全（文件、进展记录有错误，命令或通知地址写法不对）。
    """
    from .deadlines import run

    raise typer.Exit(run(campaigns or [], now, within, format_, notify or []))


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
    format_: Format = "text",
) -> None:
    """列出任务、报送和时间，各到哪一步。"""
    from .tasks import run

    raise typer.Exit(run(campaigns or [], unit, status, now, format_))


def done(
    campaign: Annotated[str, typer.Argument(metavar="活动", help="活动文件或名称")],
    task: Annotated[
        str, typer.Argument(metavar="任务", help="编号、名称，或名称的一部分；编号见 gongkai tasks")
    ],
    unit: Annotated[
        str, typer.Option("--unit", metavar="单位", help="哪个单位完成了；不写就是全部责任单位")
    ] = "",
    on: Annotated[
        str,
        typer.Option(
            "--on", metavar="日期", help="哪天完成的，如 2026-05-20、5月20日；不写就是现在"
        ),
    ] = "",
    evidence: Annotated[
        str, typer.Option("--evidence", metavar="佐证", help="网址、文号、收件方式等")
    ] = "",
    undo: Annotated[bool, typer.Option("--undo", help="记错了，撤销")] = False,  # noqa: FBT002
) -> None:
    """记一笔：某项任务、某个单位完成了。"""
    from .done import run

    raise typer.Exit(run(campaign, task, unit, on, evidence, undo=undo))
