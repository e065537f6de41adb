"""A task together with all its units: one line of a calendar or a chart."""

from collections.abc import Iterable
from dataclasses import dataclass

from .entry import Entry
from .standing import STATUSES, Standing, Status


@dataclass(frozen=True, slots=True)
class Matter:
    """A task, a report or a date of the campaign, as it stands at each unit that answers for it."""

    standings: tuple[Standing, ...]

    @property
    def entry(self) -> Entry:
        """What it is: all but the unit is the same for all of them."""
        return self.standings[0].entry

    @property
    def units(self) -> tuple[str, ...]:
        return tuple(one.entry.unit for one in self.standings if one.entry.unit)

    @property
    def done(self) -> int:
        """How many of the units are done."""
        return sum(one.status == "done" for one in self.standings)

    @property
    def status(self) -> Status:
        """That of the unit in the greatest need."""
        return min((one.status for one in self.standings), key=STATUSES.index)


def matters(standings: Iterable[Standing]) -> tuple[Matter, ...]:
    """Standings grouped by the task they are about, in the order of the file."""
    found: dict[tuple[str, str, str], list[Standing]] = {}
    for one in standings:
        found.setdefault((one.entry.id, one.entry.kind, one.entry.title), []).append(one)
    return tuple(Matter(tuple(group)) for group in found.values())
