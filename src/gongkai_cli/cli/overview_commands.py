"""The arguments of the commands that show a campaign ahead: calendar and status."""

from pathlib import Path
from typing import Annotated

import typer

from .arguments import Campaigns, Now


def _path(output: str | None) -> Path | None:
    # For an argument that is to be a path typer loads all that could check one.
    if output and "\0" in output:
        raise typer.BadParameter("文件的名称里有不许用的字符", param_hint="--output")
    return None if output is None else Path(output)


def calendar(
    campaigns: Campaigns = None,
    unit: Annotated[str, typer.Option("--unit", metavar="单位", help="只要这个单位的")] = "",
    per_unit: Annotated[  # noqa: FBT002
        bool, typer.Option("--per-unit", help="每个责任单位一个文件，用 -o 写明文件夹")
    ] = False,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="文件", help="写到这个文件；不写就直接显示"),
    ] = None,
) -> None:
    """生成日历文件（ics），手机、邮箱、Outlook 都能导入，到期前自己会响。"""
    from .calendar import run

    raise typer.Exit(run(campaigns or [], unit, _path(output), per_unit=per_unit))


def status(
    campaigns: Campaigns = None,
    unit: Annotated[str, typer.Option("--unit", metavar="单位", help="只看这个单位的")] = "",
    now: Now = "",
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="文件", help="写成网页（.html），可以看，可以打印成 A4"
        ),
    ] = None,
) -> None:
    """看进展：按单位、按活动，各完成多少，还有一张时间安排图。"""
    from .status import run

    raise typer.Exit(run(campaigns or [], unit, now, _path(output)))
