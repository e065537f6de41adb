"""gongkai new: next year's campaign file from this year's."""

import re
from dataclasses import replace
from pathlib import Path
from typing import cast, get_args

import typer

from .. import report
from ..checking import examine
from ..decoding import decode
from ..filenames import file_stems
from ..finding import Finding, Refused, errors, has_errors
from ..project import files, writing
from ..succession import Keep, Successor, succeed
from .choice import choose
from .when import year_of

_LATEST = 2099
_ENDING = re.compile(r"\.ya?ml$", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|2\d)\d\d(?!\d)")


def run(name: str, source: str, year: str | None, keep: str) -> int:
    """Write the new file and say what is left to do. Returns 0; 1 where it cannot be made."""
    choose("--keep", [keep], get_args(Keep))
    root = Path()
    stem = _ENDING.sub("", name)
    # A name that begins with a dot is shown to nobody.
    if file_stems([stem]) != (stem,) or "/" in stem or "\\" in stem or stem.startswith("."):
        raise typer.BadParameter(
            f"“{name}”不能作文件名（只写名称，如 示例县-2027）", param_hint="名称"
        )
    (old,) = files.campaigns([source], root)
    data, path = files.read(old.path), files.shown(old, root)
    before = examine(data, path)
    campaign, tree = before.loaded.campaign, before.loaded.tree
    text, _ = decode(data, path)
    if campaign is None or tree is None or text is None:
        raise Refused(*errors(before.findings))
    to, argument = _year(stem, campaign.year, year)
    if to > _LATEST:
        raise typer.BadParameter(f"年份最晚写到{_LATEST}", param_hint=argument)
    if to <= campaign.year:
        message = f"{to}年不在{campaign.year}年之后（{path} 是{campaign.year}年的）"
        raise typer.BadParameter(message, param_hint=argument)
    new = files.new_campaign(stem, root)
    made = succeed(text, tree, to, cast("Keep", keep))
    writing.save(new.path, made.text.encode())
    shown = files.shown(new, root)
    after = examine(made.text.encode(), shown)
    known = {(one.code, one.message) for one in before.findings}
    arisen = [one for one in after.findings if (one.code, one.message) not in known]
    _account(path, shown, made, arisen)
    named = _years(stem)
    if named and to not in named:
        others = "、".join(f"{other}年" for other in sorted(named))
        report.say(f"注意：名称里写的是{others}，内容是{to}年的；名称不对就给文件改名")
    return int(has_errors(arisen))


def _years(stem: str) -> set[int]:
    return {int(year) for year in _YEAR.findall(stem)}


def _year(stem: str, last: int, year: str | None) -> tuple[int, str]:
    """Which year the new file is for, and what says so: the option, or its one year in the name."""
    if year is not None:
        return year_of("--year", year), "--year"
    named = _years(stem)
    return (named.pop(), "名称") if len(named) == 1 else (last + 1, "--year")


def _account(old: str, new: str, made: Successor, arisen: list[Finding]) -> None:
    """What was done, and what is left to do, by line; the places are those of the new file."""
    changed = f"{sum(made.moved.values())} 处（{'、'.join(made.moved)}）"
    report.say(f"已生成 {new}，由 {old} 而来，改了 {changed}")
    to_do = [replace(one, place=replace(one.place, path=new), edit=None) for one in made.left]
    # A blank is told with what stood there; the rule that reminds of it would say it again.
    lines = {one.place.line for one in made.left}
    to_do += [one for one in arisen if not (one.code == "GK703" and one.place.line in lines)]
    if to_do:
        report.say("要做的：")
        report.say_text(report.text(sorted(to_do)).rstrip("\n"))
    name = Path(new).stem
    name = f'"{name}"' if " " in name else name
    report.say(f"改好以后运行 gongkai validate {name}")
