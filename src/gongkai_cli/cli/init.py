"""gongkai init: a folder in which an office can begin, with a first campaign of its own."""

import os
import re
import shlex
import sys
from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import typer

from .. import report
from ..charset import HAN
from ..filenames import file_stems
from ..project import clock, files, office
from ..prose import TO_FILL
from ..schema import schema
from ..templating import SUFFIX
from ..vocabulary.bodies import home
from .choice import documents
from .when import year_of

# What the packaged settings and the example's first line point to.
_SCHEMA = ".vscode/gongkai.schema.json"
_EXAMPLE = "campaigns/示例.yaml"
_CRONTAB, _ANYWHERE = "定时提醒.crontab", "/srv/政务公开"
_ISSUER, _YEAR, _LATEST = "示例县人民政府办公室", 2026, 2100
_CAMPAIGN, _GOVERNMENTS = "5·15 政务公开日", "政务公开"
_TYPED = re.compile("⟦([^⟦⟧]+)⟧")
# What a government goes by in short is its place: 示例县-2026, but 示例县教育局-2026.
_GOVERNMENT = re.compile("(?:人民)?政府(?:办公[室厅])?|(?:管理委员会|管委会)(?:办公室)?")
_HAN = re.compile(f"[{HAN}]")
# What YAML takes for more than a letter, and 「」, which lead elsewhere.
_NO_NAME = re.compile(r"^[\s\-?]|[:#,\[\]{}&*!|>'\"%@`「」]")
_BEFORE = f"年份写 {_YEAR} 或以后的四位数字"


def run(folder: Path, issuer: str, given: str | None, templates: Sequence[str]) -> int:
    """Make what is missing and say what comes next. Returns 0."""
    year = year_of("--year", given) if given is not None else None
    issuer = issuer.strip()
    made = {_SCHEMA: schema().encode(), _CRONTAB: _crontab(folder)}
    if templates:
        from ..project import overrides

        packaged = overrides.packaged_templates()
        known = [name.removesuffix(SUFFIX) for name in packaged]
        wanted = documents((name.removesuffix(SUFFIX) for name in templates), known)
        made |= {f"{files.TEMPLATES}/{name}{SUFFIX}": packaged[name + SUFFIX] for name in wanted}
    begun = files.has_campaigns(folder)
    if not (issuer or year or begun) and sys.stdin.isatty() and sys.stdout.isatty():
        issuer, year = _ask()
    if year is not None and not _YEAR <= year < _LATEST:
        raise typer.BadParameter(_BEFORE, param_hint="--year")
    if fault := _fault_of(issuer):
        raise typer.BadParameter(fault, param_hint="--issuer")
    if issuer or year:
        name, text = _first(issuer, year or _this_year())
        made[name] = text.encode()
    without = {_EXAMPLE} if issuer or year else set()
    for name, is_new in office.furnish(folder, made, without):
        report.say(f"新建  {name}" if is_new else f"保留  {name}（已有，没有动）")
    _next_steps(folder)
    return 0


def _crontab(folder: Path) -> bytes:
    """The reminder for cron, with the folder's own path where a line of it can have one."""
    text = office.skeleton()[_CRONTAB].decode()
    path = os.path.realpath(folder)
    # cron takes % for the end of the line; Windows has no cron.
    if os.name == "nt" or not path.isprintable() or "%" in path:
        return text.encode()
    return text.replace(_ANYWHERE, shlex.quote(path) if " " in path else path).encode()


def _ask() -> tuple[str, int | None]:
    """The questions on a terminal, each until it is answered; who answers nothing gets the example."""
    report.say(f"建一个工作文件夹。发文机关写全称，如 {_ISSUER}；直接回车，先给一份虚构的例子。")
    try:
        issuer = _answer("发文机关", "", _fault_of)
        if not issuer:
            return "", None
        return issuer, year_of("", _answer("哪一年的活动", str(_this_year()), _fault_of_year))
    except typer.Abort:  # Ctrl+C, or the end of what is typed
        report.say("")
        raise KeyboardInterrupt from None


def _answer(question: str, default: str, fault_of: Callable[[str], str]) -> str:
    """What somebody answers in the end; what cannot be is told, and asked again."""
    while True:
        answer = str(typer.prompt(question, default=default, show_default=bool(default))).strip()
        fault = fault_of(answer)
        if not fault:
            return answer
        report.say(fault)


def _fault_of(issuer: str) -> str:
    """What is wrong with an issuer; empty where nothing is. None at all is nothing wrong."""
    is_name = issuer.isprintable() and _HAN.search(issuer) and not _NO_NAME.search(issuer)
    return "" if is_name or not issuer else f"“{issuer}”不像机关名称（写全称，如 {_ISSUER}）"


def _fault_of_year(text: str) -> str:
    try:
        return "" if _YEAR <= year_of("", text) < _LATEST else _BEFORE
    except typer.BadParameter as error:
        return error.message


def _this_year() -> int:
    return max(clock.now().year, _YEAR)


class _Kind(NamedTuple):
    """What offices of a kind say: what they make public, and examples of those they write to."""

    of: re.Pattern[str]
    openness: str
    recipients: str
    unit: str


_KINDS = tuple(
    _Kind(re.compile(of), openness, recipients, unit)
    for of, openness, recipients, unit in (
        ("医院|卫生院|保健院|卫生服务中心", "院务公开", "各科室", "办公室"),
        ("大学|学院", "校务公开", "各学院，各部门", "学校办公室"),
        ("[中小]学|学校|幼儿园", "校务公开", "各处室、各年级", "德育处"),
        ("省人民政府", _GOVERNMENTS, "各市（州）人民政府，省政府各部门", "省司法厅"),
        ("[市州盟]人民政府", _GOVERNMENTS, "各县（市、区）人民政府，市政府各部门", "市司法局"),
        ("区人民政府|管委会|管理委员会", _GOVERNMENTS, "各街道办事处，区各部门", "区司法局"),
        ("[县旗]人民政府", _GOVERNMENTS, "各乡镇人民政府，县政府各部门", "县司法局"),
        ("", _GOVERNMENTS, "各科室，各直属单位", "办公室"),
    )
)


def _first(issuer: str, year: int) -> tuple[str, str]:
    """The path and the text of a first campaign: what was answered; all else is left to be filled in."""
    kind = next(kind for kind in _KINDS if kind.of.search(issuer))
    unnamed = TO_FILL.format("活动名称")
    said = {
        "活动": _CAMPAIGN
        if kind.openness == _GOVERNMENTS
        else f"{unnamed}  # 如 {kind.openness}日",
        "年份": str(year),
        "发文机关": issuer or TO_FILL.format("发文机关"),
        "发文机关标志": f"{issuer}文件" if issuer else TO_FILL.format("发文机关标志"),
        "主送机关": kind.recipients,
        "公开": kind.openness,
        "单位": kind.unit,
    }
    text = _TYPED.sub(lambda match: said[match[1]], office.beginning())
    place = home(issuer)
    rest = issuer.removeprefix("中共").removeprefix(place)
    short = place if place and _GOVERNMENT.fullmatch(rest) else issuer or f"{_GOVERNMENTS}日"
    (stem,) = file_stems([f"{short}-{year}"])
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
