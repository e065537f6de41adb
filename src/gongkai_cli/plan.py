"""The campaign as work to be done: who does what, when, where, and what is reported to whom."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from .model import Annex, Campaign, Item, Report
from .numerals import ordinal


@dataclass(frozen=True, slots=True)
class Duty:
    """One row of the 任务分解表: a task, or an activity that names who is in charge of it.

    ``group`` and ``subgroup`` are headings with their numbers within the table; a number is 0
    where the heading bears none. Texts that the file does not give are empty.
    """

    serial: int
    group: tuple[int, str]
    subgroup: tuple[int, str]
    title: str
    content: str
    owners: tuple[str, ...]
    helpers: tuple[str, ...]
    when: str
    where: str
    channel: str
    from_text: bool
    """Whether the notice's own text announces it."""


@dataclass(frozen=True, slots=True)
class UnitDuties:
    """What falls to one unit; ``through`` maps a duty's serial to the collective that brought it."""

    unit: str
    leads: tuple[Duty, ...]
    helps: tuple[Duty, ...]
    reports: tuple[Report, ...]
    through: dict[int, str]


@dataclass(frozen=True, slots=True)
class _Inherited:
    """What an item says for everything below it."""

    owners: tuple[str, ...] = ()
    when: str = ""
    where: str = ""
    due: str = ""
    channel: str = ""

    def below(self, item: Item) -> "_Inherited":
        return _Inherited(
            item.owners or self.owners,
            item.when or self.when,
            item.where or self.where,
            item.due or self.due,
            item.channel or self.channel,
        )


def duties(campaign: Campaign) -> tuple[Duty, ...]:
    """All rows of the 任务分解表 in order: 统筹任务 first, then the text's own, numbered from 1."""
    rows: list[Duty] = []
    for item in campaign.extra_tasks:
        rows += _below(item, (0, item.title or ""), (0, ""), _Inherited(), from_text=False)
    number = 0
    for section in campaign.body.values():
        for item in section.items:
            found = list(
                _below(item, (number + 1, item.title or ""), (0, ""), _Inherited(), from_text=True)
            )
            number += bool(found)
            rows += found
    return tuple(replace(row, serial=serial) for serial, row in enumerate(rows, 1))


def _below(
    item: Item,
    group: tuple[int, str],
    subgroup: tuple[int, str],
    outer: _Inherited,
    *,
    from_text: bool,
) -> Iterator[Duty]:
    said = outer.below(item)
    for task in item.tasks:
        yield Duty(
            serial=0,
            group=group,
            subgroup=subgroup,
            title="",
            content=task.content,
            owners=task.owners or said.owners or item.leaders,
            helpers=task.helpers or item.helpers,
            when=task.due or said.due or said.when,
            where=said.where,
            channel=task.channel or said.channel,
            from_text=from_text,
        )
    number = 0
    inside: list[Duty] = []
    for inner in item.items:
        below = subgroup if subgroup[1] else (number + 1, inner.title or "")
        found = list(_below(inner, group, below, said, from_text=from_text))
        number += bool(found)
        inside += found
    leaders = item.leaders or item.owners
    # An activity answers for itself unless what it consists of is answered for.
    if leaders and not item.tasks and not inside:
        yield Duty(
            serial=0,
            group=group,
            subgroup=subgroup,
            title=item.title or item.text,
            content=item.text,
            owners=leaders,
            helpers=item.helpers,
            when=said.when or said.due,
            where=said.where,
            channel=said.channel,
            from_text=from_text,
        )
    yield from inside


def units(campaign: Campaign) -> tuple[UnitDuties, ...]:
    """Every unit that answers for something, in the order the campaign first names it.

    A collective name with known members stands for each of them; without, for itself.
    """
    members = collectives(campaign)
    rows = duties(campaign)
    order: dict[str, None] = {}
    for row in rows:
        for name in (*row.owners, *row.helpers):
            order.update(dict.fromkeys(members.get(name, (name,))))
    return tuple(_of_unit(unit, rows, campaign.reports, members) for unit in order)


def collectives(campaign: Campaign) -> dict[str, tuple[str, ...]]:
    """Collective names with their members, from 统称 and from annexed lists."""
    listed = {annex.collective: annex.names for annex in campaign.annexes if annex.collective}
    return {**listed, **campaign.collectives}


def _of_unit(
    unit: str,
    rows: tuple[Duty, ...],
    reports: tuple[Report, ...],
    members: dict[str, tuple[str, ...]],
) -> UnitDuties:
    leads: list[Duty] = []
    helps: list[Duty] = []
    through: dict[int, str] = {}
    for row in rows:
        for names, into in ((row.owners, leads), (row.helpers, helps)):
            name = next((n for n in names if unit == n or unit in members.get(n, ())), None)
            if name is None:
                continue
            # A unit that leads is not told once more that it helps.
            if row not in leads:
                into.append(row)
                if name != unit:
                    through[row.serial] = name
    due = tuple(report for report in reports if _concerns(report, unit, members))
    return UnitDuties(unit, tuple(leads), tuple(helps), due, through)


def _concerns(report: Report, unit: str, members: dict[str, tuple[str, ...]]) -> bool:
    """Whether a report may be due from a unit: a collective without known members may include it."""
    if report.receiver == unit:
        return False
    return any(
        name == unit or (unit in members[name] if name in members else _is_collective(name))
        for name in report.reporters
    )


def _is_collective(name: str) -> bool:
    return name.startswith("各") or name.endswith(
        ("各部门", "有关部门", "相关部门", "有关单位", "相关单位")
    )


def annex_title(annex: Annex, campaign: Campaign) -> str:
    """The annex's own title, or the usual one of a 任务分解表."""
    if annex.title:
        return annex.title
    edition = ordinal(campaign.edition) if campaign.edition else f"{campaign.year}年"
    return f"{edition}“{campaign.name}”活动任务分解表"
