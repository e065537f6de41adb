"""gongkai render --watch: renders again what changed, round by round, while somebody edits."""

from collections.abc import Iterable
from pathlib import Path

import typer

from .. import report, streams
from ..finding import Refused
from ..project import files, overrides, watching
from ..templating import SUFFIX
from .render import Order, job_of, know_units
from .usage import sentence


def run(order: Order) -> int:
    """Render, then again at each change, until Ctrl-C ends the program as it ends any command."""
    root = Path()
    job_of(order, root)  # a slip on the command line is told before anything is watched
    know_units(order.units, files.campaigns(order.campaigns, root))
    while follow(order, root, watching.changes(_folders(order, root))):
        pass
    return 0


def _folders(order: Order, root: Path) -> tuple[Path, ...]:
    """The folders to watch for changes.

    Without templates/, or without campaigns, also the folder in which they would appear.
    """
    found = files.survey(order.campaigns, root).found
    parents = {one.path.parent for one in found} or {root / files.CAMPAIGNS}
    templates = root / files.TEMPLATES
    return tuple(sorted({*parents, templates if templates.is_dir() else root}))


def follow(order: Order, root: Path, rounds: Iterable[frozenset[Path]]) -> bool:
    """Render what each round of changes touches; the first round, and any that is empty, everything.

    Returns at once where other folders are to be watched from now on.
    """
    folders = _folders(order, root)
    for changed in rounds:
        try:
            _round(order, root, changed)
        except Refused as refused:  # out of reach now, it may be back in a moment
            report.complain(refused.findings)
        except typer.BadParameter as error:  # the template asked for has gone
            report.warn(sentence(error))
        if not changed:
            report.say("改了活动文件或模板就重新生成；按 Ctrl+C 结束")
        if streams.refusal("stdout"):  # nobody would hear of the next round
            return False
        if not {*_folders(order, root)} <= {*folders}:
            return True
    return False


def _round(order: Order, root: Path, changed: frozenset[Path]) -> None:
    paths = {path.resolve() for path in changed}
    everything = not changed or any(_is_of_templates(path, root) for path in paths)
    seen = files.survey(order.campaigns, root)
    touched = [one for one in seen.found if everything or paths & _files_of(one)]
    if touched:
        job = job_of(order, root)
        for one in touched:
            job.render(one, root)
    if everything or not all(path.exists() for path in paths):
        report.complain(seen.findings)


def _files_of(found: files.Found) -> set[Path]:
    """What a campaign's documents are made of: its file and its progress record."""
    return {found.path.resolve(), files.record_path(found).resolve()}


def _is_of_templates(path: Path, root: Path) -> bool:
    """Whether every campaign is to be rendered again. Editors leave files of their own there."""
    folder = (root / files.TEMPLATES).resolve()
    is_ours = path.name.endswith(SUFFIX) or path.name == overrides.STYLE
    return path == folder or (path.parent == folder and is_ours)
