"""gongkai init: a folder in which an office can begin, with a first campaign of its own."""

import sys
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

import typer

from .. import project, report
from ..filenames import file_stems
from ..finding import Refused
from ..loading import load
from ..rules import home
from ..schema import schema
from ..succession import succeed
from ..templating import SUFFIX
from .choice import choose

# What the packaged settings and the example's first line point to.
_SCHEMA = ".vscode/gongkai.schema.json"
_EXAMPLE = "campaigns/示例.yaml"
_ISSUER, _YEAR, _LATEST = "示例县人民政府办公室", 2026, 2100
_DIGITS = 4
_NOTICE = "# 虚构的例子。另存一份，改成本单位的活动；文件名就是活动的名称。"
_FIRST = "# 照着例子写的，改成本单位的活动；文件名就是活动的名称。"


def run(folder: Path, issuer: str, year: int | None, templates: Sequence[str]) -> int:
    """Make what is missing and say what comes next. Returns 0, or 1 where something cannot be made."""
    made = {_SCHEMA: schema().encode()}
    if templates:
        packaged = project.packaged_templates()
        wanted = [name.removesuffix(SUFFIX) for name in templates]
        choose("--template", wanted, [name.removesuffix(SUFFIX) for name in packaged])
        made |= {f"{project.TEMPLATES}/{name}{SUFFIX}": packaged[name + SUFFIX] for name in wanted}
    try:
        begun = project.has_campaigns(folder)
        if not (issuer or year or begun) and sys.stdin.isatty() and sys.stdout.isatty():
            issuer, year = _ask()
        if year is not None and not _YEAR <= year < _LATEST:
            message = f"年份写 {_YEAR} 或以后的四位数字"
            raise typer.BadParameter(message, param_hint="--year")
        if issuer or year:
            name, text = _first(issuer.strip() or _ISSUER, year or _YEAR)
            made[name] = text.encode()
        without = {_EXAMPLE} if issuer or year else set()
        for name, is_new in project.furnish(folder, made, without):
            report.say(f"新建  {name}" if is_new else f"保留  {name}（已有，没有动）")
    except Refused as refused:
        report.complain(refused.findings)
        return 1
    _next_steps(folder)
    return 0


def _ask() -> tuple[str, int | None]:
    """The questions on a terminal; an empty answer takes what stands there."""
    report.say("建一个工作文件夹，先问两句，直接回车就用括号里的。")
    try:
        issuer = typer.prompt("发文机关", default=_ISSUER)
        year = typer.prompt("哪一年的活动", default=str(max(project.now().year, _YEAR)))
    except typer.Abort:  # Ctrl+C, or the end of what is typed
        report.say("")
        raise KeyboardInterrupt from None
    if not (str(year).isdecimal() and len(year) == _DIGITS):
        raise typer.BadParameter("年份写四位数字", param_hint="年份")
    return ("", None) if (issuer, int(year)) == (_ISSUER, _YEAR) else (str(issuer), int(year))


def _first(issuer: str, year: int) -> tuple[str, str]:
    """The path and the text of a first campaign: the example, of this office and this year.

    Raises a usage error for an issuer that such a file would not say as it is given.
    """
    text = project.skeleton()[_EXAMPLE].decode().replace(_NOTICE, _FIRST).replace(_ISSUER, issuer)
    # A byte that is no text is found where the file is read.
    loaded = load(text.encode("utf-8", "surrogateescape"), _EXAMPLE)
    if loaded.tree is None or loaded.campaign is None or loaded.campaign.document.issuer != issuer:
        message = f"“{issuer}”不像机关名称（写全称，如 {_ISSUER}）"
        raise typer.BadParameter(message, param_hint="--issuer")
    if year > _YEAR:
        text = succeed(text, loaded.tree, year, "日期").text
    (stem,) = file_stems([f"{home(issuer) or issuer}-{year}"])
    return str(PurePosixPath(_EXAMPLE).with_name(f"{stem}.yaml")), text


def _next_steps(folder: Path) -> None:
    report.say("")
    report.say("接下来：")
    if folder != Path():
        name = str(folder)
        report.say(f'  cd "{name}"' if " " in name else f"  cd {name}")
    for command, purpose in (
        ("gongkai validate", "检查 campaigns/ 里的活动文件"),
        ("gongkai render", "生成全部文档，在 output/ 里"),
        ("git init", "把这个文件夹交给 git 管，谁改了哪一行都查得到"),
    ):
        report.say(f"  {command:<18}# {purpose}")
