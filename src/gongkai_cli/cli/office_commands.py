"""The arguments of the commands about an office's own folder: init, new, schema, fonts, text."""

from pathlib import Path
from typing import Annotated

import typer


def fonts() -> None:
    """查公文用的字体这台电脑有没有，没有会怎样。"""
    from .fonts import run

    raise typer.Exit(run())


def text(
    file: Annotated[Path, typer.Argument(metavar="文件", help="DOCX 文件")],
    textconv: Annotated[  # noqa: FBT002
        bool,
        typer.Option("--textconv", help="给 git 用：读不了的文件只印一句为什么，别的文件照样比较"),
    ] = False,
) -> None:
    """显示 DOCX 文件的文字，给 git diff 用。"""
    from .text import run

    raise typer.Exit(run(file, textconv=textconv))


def schema(
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="文件", help="写到这个文件，不写就印在屏幕上"),
    ] = None,
) -> None:
    """输出编辑器用的键名说明文件（JSON Schema）。"""
    from .schema import run

    raise typer.Exit(run(output))


def init(
    folder: Annotated[
        Path,
        typer.Argument(metavar="文件夹", help="默认就是当前文件夹", show_default=False),
    ] = Path(),
    issuer: Annotated[
        str,
        typer.Option(
            "--issuer", metavar="机关", help="第一个活动的发文机关，如 示例县人民政府办公室"
        ),
    ] = "",
    year: Annotated[
        str | None, typer.Option("--year", metavar="年份", help="第一个活动是哪一年的，如 2027")
    ] = None,
    template: Annotated[
        list[str] | None,
        typer.Option(
            "--template",
            "-t",
            metavar="模板",
            help="再把这个模板复制到 templates/，好改措辞，如 notice、unit-tasks，可写多次",
        ),
    ] = None,
) -> None:
    """建一个工作文件夹：第一个活动、编辑器设置、git 设置、定时提醒；已有的文件不动。"""
    from .init import run

    raise typer.Exit(run(folder, issuer, year, template or []))


def new(
    name: Annotated[str, typer.Argument(metavar="名称", help="新的活动文件叫什么，如 示例县-2027")],
    source: Annotated[
        str, typer.Option("--from", metavar="活动", help="由哪个活动文件而来", show_default=False)
    ],
    year: Annotated[
        str | None,
        typer.Option(
            "--year",
            metavar="年份",
            help="哪一年的，如 2027；不写就照名称里的年份，名称里也没有就是下一年",
        ),
    ] = None,
    keep: Annotated[
        str,
        typer.Option(
            "--keep", metavar="日期|星期", help="日期不变（默认），还是星期不变、日期挪到最近的一天"
        ),
    ] = "日期",
) -> None:
    """由去年的活动文件生成今年的：年份、届次、日期、星期改好，文号、主题等留空。"""
    from .new import run

    raise typer.Exit(run(name, source, year, keep))
