"""What a section chief asks first: how much is done, by unit and by activity, and who is late."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from ..dates.days import write_day
from ..deadlines import DUE, Agenda, Standing, Status, counted, urgency
from ..deadlines.matters import Matter, matters
from ..deadlines.words import NOBODY, WORDS


@dataclass(frozen=True, slots=True)
class Tally:
    """How much of a whole is done: of a unit, of an activity, of the campaign."""

    name: str
    counts: Mapping[Status, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def done(self) -> int:
        return self.counts["done"]


@dataclass(frozen=True, slots=True)
class Board:
    """One campaign at a moment. Counted are tasks and reports, once for each unit.

    ``due`` is what is overdue or will be soon, the most urgent first.
    """

    agenda: Agenda
    now: datetime
    whole: Tally
    units: tuple[Tally, ...]
    groups: tuple[Tally, ...]
    due: tuple[Standing, ...]
    matters: tuple[Matter, ...]


def board_of(agenda: Agenda, standings: Sequence[Standing], now: datetime) -> Board:
    """Count. Units come with the latest first, activities in the order of the file."""
    work = [one for one in standings if one.entry.kind != "milestone"]
    units = _tallies(work, lambda one: one.entry.unit or NOBODY)
    return Board(
        agenda,
        now,
        Tally(agenda.title, counted(work)),
        tuple(sorted(units, key=_lateness)),
        tuple(_tallies(work, lambda one: one.entry.group or one.entry.title)),
        tuple(sorted((one for one in work if one.status in DUE), key=urgency)),
        matters(standings),
    )


def _tallies(work: Iterable[Standing], name: Callable[[Standing], str]) -> list[Tally]:
    groups: dict[str, list[Standing]] = {}
    for one in work:
        groups.setdefault(name(one), []).append(one)
    return [Tally(name, counted(group)) for name, group in groups.items()]


def _lateness(tally: Tally) -> tuple[int, ...]:
    return tuple(-tally.counts[status] for status in DUE)


def words_of(matter: Matter) -> str:
    """How a matter stands, and of how many units: 进行中 2/5."""
    many = len(matter.standings)
    return WORDS[matter.status] + (f" {matter.done}/{many}" if many > 1 else "")


def as_of(now: datetime) -> str:
    """截至2021年5月19日9时, 截至2021年5月19日9时30分."""
    minute = f"{now.minute}分" if now.minute else ""
    return f"截至{write_day(now)}{now.hour}时{minute}"
