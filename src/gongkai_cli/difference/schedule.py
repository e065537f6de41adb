"""The dates of two campaigns: how each one changed, and those that are nobody's task."""

from collections.abc import Iterator
from itertools import chain

from ..model import Campaign, Item
from ..plan import duties
from .change import Change, Concerned, kind_of, shortened
from .matching import pair
from .times import Times

PERIOD = "活动时间"
"""The section of the text that gives the campaign's own dates."""


class Dates:
    """The dates of two campaigns, compared one by one, and by how much each one moved."""

    def __init__(self, times: Times) -> None:
        self.times = times
        self.shifts: dict[tuple[str, str], int | None] = {}
        self.facts: list[tuple[str, str]] = []

    def changed(
        self, subject: str, old: str | None, new: str | None, units: Concerned
    ) -> Iterator[Change]:
        """The change of one date; an empty text is no date."""
        old, new = old or "", new or ""
        if old and new:
            self.shifts[old, new] = self.times.days(old, new)
            self.facts.append((old, new))
        if moved := self.times.moved(old, new):
            said = (moved.old, moved.new, moved.note)
            yield Change("时间", kind_of(old, new), subject, "", *said, units)


def period_changes(old: Campaign, new: Campaign, dates: Dates) -> Iterator[Change]:
    """The campaign's own dates."""
    before, after = periods(old), periods(new)
    for label in dict.fromkeys((*after, *before)):
        yield from dates.changed(label, before.get(label), after.get(label), None)


def periods(campaign: Campaign) -> dict[str, str]:
    """活动时间 by its lines; a text of one paragraph is a line without a label."""
    section = campaign.body.get(PERIOD)
    if section is None:
        return {}
    whole = {PERIOD: section.text} if section.text and "\n" not in section.text else {}
    return whole | dict(section.lines)


def event_changes(old: Campaign, new: Campaign, dates: Dates) -> Iterator[Change]:
    """Dates of what nobody answers for, and which therefore is no task."""
    found = pair(
        _events(old), _events(new), [lambda one: one.title], lambda one: one.title or one.text
    )
    for before, after in found.pairs:
        title = shortened(after.title or after.text)
        yield from dates.changed(title, _when(before), _when(after), frozenset())


def _events(campaign: Campaign) -> tuple[Item, ...]:
    told = {step.title for row in duties(campaign) for step in row.path}
    items = chain.from_iterable(section.items for section in campaign.body.values())
    return tuple(
        item
        for item in chain.from_iterable(map(_all, items))
        if _when(item) and (item.title or item.text) not in told
    )


def _all(item: Item) -> Iterator[Item]:
    yield item
    for inner in item.items:
        yield from _all(inner)


def _when(item: Item) -> str:
    return item.due or item.when or ""
