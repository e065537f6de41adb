"""gongkai calendar: every date of the campaigns as a calendar file, whole or for each unit."""

from collections.abc import Sequence
from itertools import chain
from pathlib import Path, PurePosixPath

import typer

from .. import report
from ..calendars import events, ics
from ..deadlines.matters import matters
from ..exitcodes import USAGE
from ..filenames import file_stems
from ..finding import Finding, Refused
from ..project import clock, files, writing
from .choice import end_in, know_unit
from .standings import Watched, known_units, of_unit, tell_of_years, units, watch

_ENDING = ".ics"
_ALL = "all"
"""The folder for the units' calendars where they are of more than one campaign."""


def run(arguments: Sequence[str], unit: str, output: Path | None, *, per_unit: bool) -> int:
    """Write and return the exit code: 0, 1 where a campaign could not be read, 2 usage."""
    if per_unit and output is None:
        raise typer.BadParameter("每个单位一个文件，要用 -o 写明文件夹", param_hint="--per-unit")
    if per_unit and unit:
        raise typer.BadParameter("和 --per-unit 只能写一个", param_hint="--unit")
    if output is not None and per_unit and output.suffix.lower() == _ENDING:
        message = f"“{output}”是文件名；每个单位一个文件，写文件夹，如 -o {output.stem}"
        raise typer.BadParameter(message, param_hint="--output")
    if output is not None and not per_unit:
        end_in(output, (_ENDING, ""), "日历")
    found = watch(arguments, clock.now())
    report.complain(found.findings)
    # Of a file with errors no events are made: those that it lacks would go from people's calendars.
    campaigns = [each for each in found.campaigns if each.whole]
    if not campaigns or (output is not None and found.code == USAGE):
        return found.code or 1  # a calendar that is there keeps its events
    know_unit(unit, known_units(campaigns))
    told = chain.from_iterable(of_unit(each, unit) for each in campaigns)
    tell_of_years(told)
    if per_unit and output is not None:
        failed = _each_unit(campaigns, output)
        return found.code or int(failed)
    if output is None:
        report.say_bytes(_calendar(campaigns, unit))
    else:
        writing.save(output, _calendar(campaigns, unit, _standing(output)))
        report.say(f"日历已写入 {output.as_posix()}")
    return found.code


def _standing(path: Path) -> bytes:
    """The calendar that stands there; nothing where none can be read."""
    try:
        return files.read_document(path)
    except Refused:
        return b""


def _calendar(campaigns: Sequence[Watched], unit: str, before: bytes = b"") -> bytes:
    """All dates, or those of one unit; ``before`` is what it takes the place of."""
    kept = [(each.agenda, matters(of_unit(each, unit))) for each in campaigns]
    titles = [agenda.title for agenda, found in kept if found]
    name = titles[0] if len(titles) == 1 else "政务活动日程"
    return ics(events(kept), f"{unit}　{name}" if unit else name, before)


def _each_unit(campaigns: Sequence[Watched], output: Path) -> bool:
    """Write a file for each unit; whether one of them could not be written."""
    from ..project.shelf import Shelf, leftover

    (folder,) = file_stems([campaigns[0].found.name if len(campaigns) == 1 else _ALL])
    shelf = Shelf(output / folder, force=True)
    named = units(campaigns)
    findings: dict[Finding, None] = {}  # of a folder that takes nothing once
    written = 0
    for unit, stem in zip(named, file_stems(named), strict=True):
        path = PurePosixPath(f"{stem}{_ENDING}")
        try:
            shelf.put(path, _calendar(campaigns, unit, _standing(shelf.folder / path)))
            written += 1
        except Refused as refused:
            findings |= dict.fromkeys(refused.findings)
    report.complain([*findings, *map(leftover, shelf.leftovers(["ics"]))])
    if written or not findings:
        report.say(f"{written} 个单位的日历，保存在 {shelf.folder.as_posix()}")
    return bool(findings)
