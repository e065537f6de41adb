"""gongkai status: how far the campaigns have come, on the screen or as a page to show and print."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import chain
from pathlib import Path

from .. import report
from ..deadlines import DUE, STATUSES
from ..deadlines.words import WORDS
from ..exitcodes import USAGE
from ..overview import Board, Tally, as_of, board_of, timeline
from ..project import writing
from .choice import end_in, know_unit
from .standings import COLORS, Watch, Watched, known_units, of_unit, tell_of_years, watch
from .when import moment

_BAR = 10


def run(campaigns: Sequence[str], unit: str, now: str, output: Path | None) -> int:
    """Show and return the exit code: 0, 1 where a campaign could not be read, 2 usage."""
    if output is not None:
        end_in(output, (".html", ".htm"), "网页")
    when = moment(now)
    found = watch(campaigns, when)
    report.complain(found.findings)
    if found.campaigns:
        know_unit(unit, known_units(found.campaigns))
    boards = list(filter(None, (_board(one, unit, when) for one in found.campaigns)))
    if output is None:
        for number, board in enumerate(boards):
            _show(board, first=number == 0)
        drawn = chain.from_iterable(board.matters for board in boards)
        tell_of_years(chain.from_iterable(matter.standings for matter in drawn))
    elif boards and found.code != USAGE:  # a page that is there is better than half of one
        from ..overview.page import page_view
        from ..project import statuspage
        from ..templating import html

        partial = [one.agenda.path for one in found.campaigns if not one.whole]
        text = html(statuspage.page_template(), page_view(boards, _unreadable(found), partial))
        writing.save(output, text.encode())
        report.say(f"进展已写入 {output.as_posix()}")
    return found.code


def _board(one: Watched, unit: str, when: datetime) -> Board | None:
    """How a campaign stands, or what of it falls to one unit; None where nothing does."""
    if not unit:
        return board_of(one.agenda, one.standings, when)
    own = [*of_unit(one, unit)]
    dates = [standing for standing in one.standings if standing.entry.kind == "milestone"]
    agenda = replace(one.agenda, name=f"{one.agenda.name}　{unit}")
    return board_of(agenda, [*dates, *own], when) if own else None


def _unreadable(found: Watch) -> list[str]:
    """The files with errors that the page has to do without."""
    read = {one.agenda.path for one in found.campaigns}
    told = (one.place.path for one in found.findings if one.severity == "error")
    return [path for path in dict.fromkeys(told) if path not in read]


def _show(board: Board, *, first: bool) -> None:
    if not first:
        report.say("")
    report.say(f"{board.agenda.title}（{board.agenda.path}）")
    counts = board.whole.counts
    said = [f"{WORDS[status]}{counts[status]}项" for status in STATUSES if counts[status]]
    report.say(
        f"{as_of(board.now)}：共{board.whole.total}项{'，' if said else ''}{'，'.join(said)}"
    )
    for heading, tallies in (("责任单位", board.units), ("活动", board.groups)):
        report.say("")
        headings = (heading, "完成/总数", *(WORDS[status] for status in DUE), "进度")
        report.table(headings, map(_row, tallies), {0})
    lines = timeline(board, report.width())
    if lines:
        report.say("")
    for line in lines:
        report.say_pieces((text, COLORS.get(status, "")) for text, status in line.pieces)


def _row(tally: Tally) -> tuple[str, ...]:
    done = tally.done * _BAR // max(tally.total, 1)
    due = (str(tally.counts[status] or "") for status in DUE)
    bar = f"[{'=' * done}{' ' * (_BAR - done)}]"
    return (tally.name, f"{tally.done}/{tally.total}", *due, bar)
