"""gongkai diff: what changed between two campaign files, in the words of the notice."""

from pathlib import Path

from .. import report
from ..difference import FORMATS, Difference, Side, as_json, blanks, compare
from ..exitcodes import USAGE
from ..finding import Finding, Refused, errors, is_of_call
from ..loading import load
from ..plan import units
from ..project import files
from .choice import choose, know_unit


def run(old: str, new: str, unit: str, format_: str) -> int:
    """Compare and return the exit code: 0 whether or not they differ, 1 unreadable, 2 usage."""
    choose("--format", [format_], (*FORMATS, "json"))
    sides: list[Side] = []
    findings: list[Finding] = []
    for one in (old, new):
        try:
            sides.append(_side(one, Path()))
        except Refused as refused:
            findings += refused.findings
    if findings:
        report.complain(dict.fromkeys(findings))
        return USAGE if is_of_call(findings) else 1
    difference = compare(*sides)
    if unit:
        know_unit(unit, dict.fromkeys(one.unit for side in sides for one in units(side.campaign)))
        difference = difference.of_unit(unit)
    if format_ == "json":
        report.say_json(as_json(difference))
    else:
        _say(difference, format_)
    return 0


def _side(argument: str, root: Path) -> Side:
    """A campaign by file, by name or at a revision. Raises Refused where it cannot be read."""
    try:
        (found,) = files.campaigns([argument], root)
        path, data = files.shown(found, root), files.read(found.path)
    except Refused:
        from ..project import git

        if not git.is_revision(argument):
            raise
        path, data = argument, git.at_revision(argument, root)
    loaded = load(data, path)
    if loaded.campaign is None or loaded.context is None:
        raise Refused(*errors(loaded.findings))
    return Side(loaded.campaign, loaded.context, blanks(loaded.data))


def _say(difference: Difference, format_: str) -> None:
    for line in FORMATS[format_](difference) or ["没有变化"]:
        report.say(line)
