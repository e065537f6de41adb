"""The campaign as work to be done: who does what, when, where, and what is reported to whom.

One rule of inheritance: what an item says of the work holds for everything below it that does not
say so itself. 时间 and 完成时间 answer one question: an item that gives either replaces both.
"""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from .members import Members
from .model import Campaign, Item, Report, Work
from .timetable import NONE


class Step(NamedTuple):
    """A heading on the way to a duty; ``number`` counts from 1, 0 where it bears none."""

    number: int
    title: str


class Duty(NamedTuple):
    """One row of the 任务分解表: a task, or an activity somebody answers for.

    ``title`` is a task's text or an activity's heading, ``number`` the 编号 that the file gives. ``content``
    is a task's text, empty for an activity; ``text`` is what the notice says of the row. ``leaders`` are
    those of the ``owners`` that 牵头 names. What the file does not give is empty.
    """

    serial: int
    number: str
    title: str
    path: tuple[Step, ...]
    content: str
    text: str
    owners: tuple[str, ...]
    helpers: tuple[str, ...]
    participants: tuple[str, ...]
    when: str
    where: str
    channel: str
    leaders: tuple[str, ...]

    @property
    def asked(self) -> tuple[str, ...]:
        """The units to ask about it: whoever leads, else those who help, else the participants."""
        return self.owners or self.helpers or self.participants


class UnitDuties(NamedTuple):
    """Everything that one unit has to do.

    ``others`` are reports due from collective names whose members are unknown, so perhaps from this unit.
    ``collectives`` are the names it is a member of. ``is_open``: it is a collective name itself, and the
    file does not say whom it stands for.
    """

    unit: str
    leads: tuple[Duty, ...]
    helps: tuple[Duty, ...]
    joins: tuple[Duty, ...]
    reports: tuple[Report, ...]
    others: tuple[Report, ...]
    collectives: tuple[str, ...]
    is_open: bool


class _Terms(NamedTuple):
    """The values of a Duty that are inherited from the items above."""

    owners: tuple[str, ...] = ()
    helpers: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    when: str = ""
    where: str = ""
    channel: str = ""
    leaders: tuple[str, ...] = ()

    def below(self, work: Work, leaders: tuple[str, ...] = ()) -> "_Terms":
        own = tuple(dict.fromkeys((*leaders, *work.owners)))
        # Helpers help those they are named with.
        helped = bool(own or work.helpers)
        dated = work.due or work.when
        return _Terms(
            own or self.owners,
            work.helpers if helped else self.helpers,
            # Who takes part in an activity takes no part in tasks that others answer for.
            work.participants if helped or work.participants else self.participants,
            _inherited(dated, self.when),
            _inherited(work.where, self.where),
            _inherited(work.channel, self.channel),
            leaders if own else self.leaders,
        )


def _inherited(own: str | None, above: str) -> str:
    """An item's own value, or else the one from above; 无 cancels that."""
    return "" if own == NONE else own or above


def duties(campaign: Campaign) -> tuple[Duty, ...]:
    """All rows of the 任务分解表 in order: 统筹任务 first, then the text's own, numbered from 1."""
    rows: list[Duty] = []
    for item in campaign.extra_tasks:
        # Printed nowhere but in the table, nothing of it must be lost for want of a unit.
        rows += _rows(item, (Step(0, item.name),), _Terms(), whole=True)
    offset = 0
    for section in campaign.body.values():
        found = list(
            chain.from_iterable(
                _rows(item, (Step(offset + number, item.name),), _Terms())
                for number, item in enumerate(section.items, 1)
            )
        )
        # Groups are numbered as in the text; the next section with duties goes on counting.
        offset += len(section.items) if found else 0
        rows += found
    return tuple(row._replace(serial=serial) for serial, row in enumerate(rows, 1))


def _rows(
    item: Item, path: tuple[Step, ...], outer: _Terms, *, whole: bool = False
) -> Iterator[Duty]:
    """The rows of an item and of what is below it; ``whole`` where each text must have one."""
    terms = outer.below(item, item.leaders)
    tasks = [
        Duty(
            0,
            task.number or "",
            task.content,
            path,
            task.content,
            task.content,
            *terms.below(task),
        )
        for task in item.tasks
    ]
    inside = [
        list(_rows(inner, (*path, Step(number, inner.name)), terms, whole=whole))
        for number, inner in enumerate(item.items, 1)
    ]
    below = [*tasks, *chain.from_iterable(inside)]
    own = {*item.leaders, *item.owners, *item.helpers, *item.participants}
    told = chain.from_iterable((*row.owners, *row.helpers, *row.participants) for row in below)
    # An item answers for itself unless everything and everybody in it stands in rows below.
    answers = bool(own) and not (below and all(inside) and own.issubset(told))
    if answers or (whole and (item.text or not below)):
        yield _own_row(item, path, terms)
    yield from below


def _own_row(item: Item, path: tuple[Step, ...], terms: _Terms) -> Duty:
    # What 统筹任务 says stands nowhere else; of the others the notice itself tells the content.
    content = item.text if not path[0].number and item.title else ""
    return Duty(0, item.number or "", item.name, path, content, item.text, *terms)


def units(campaign: Campaign) -> tuple[UnitDuties, ...]:
    """Every unit with something to do or to report, in the order the campaign first names it.

    A collective name with known members stands for each of them; without, for itself.
    """
    members = members_of(campaign)
    rows = duties(campaign)
    named = chain(
        chain.from_iterable((*row.owners, *row.helpers, *row.participants) for row in rows),
        chain.from_iterable(report.reporters for report in campaign.reports),
    )
    return tuple(_of_unit(unit, rows, campaign.reports, members) for unit in members.of_all(named))


def members_of(campaign: Campaign) -> Members:
    """The bodies that each name of a campaign stands for, by 统称 and by annexed lists."""
    listed = {annex.collective: annex.names for annex in campaign.annexes if annex.collective}
    return Members({**listed, **campaign.collectives})


def _of_unit(
    unit: str, rows: tuple[Duty, ...], reports: tuple[Report, ...], members: Members
) -> UnitDuties:
    def concerns(names: tuple[str, ...]) -> bool:
        return any(unit in members.of(name) for name in names)

    leads = tuple(row for row in rows if concerns(row.owners))
    helps = tuple(row for row in rows if concerns(row.helpers) and row not in leads)
    joins = tuple(row for row in rows if concerns(row.participants) and row not in (*leads, *helps))
    due = tuple(report for report in reports if concerns(report.reporters))
    vague = (report for report in reports if any(map(members.are_open, report.reporters)))
    others = tuple(one for one in vague if one not in due and one.receiver != unit)
    named = chain(
        *(row.owners for row in leads),
        *(row.helpers for row in helps),
        *(row.participants for row in joins),
        *(report.reporters for report in due),
    )
    shared = tuple(dict.fromkeys(name for name in named if name != unit and concerns((name,))))
    return UnitDuties(unit, leads, helps, joins, due, others, shared, members.are_open(unit))
