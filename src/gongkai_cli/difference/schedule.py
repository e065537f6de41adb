"""The dates of two campaigns side by side: which moved, and by how much."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from ..model import Campaign, Item
from ..plan import duties
from .change import Change, Concerned, kind_of, name_of
from .matching import pair
from .times import Times


@dataclass(frozen=True, slots=True)
class Dated:
    """The date of one thing in both campaigns, as written; empty where it has none."""

    subject: str
    old: str
    new: str
    units: Concerned


def date_changes(dated: Iterable[Dated], times: Times) -> Iterator[Change]:
    """The dates that came, went or moved."""
    for one in dated:
        if moved := times.moved(one.old, one.new):
            kind = kind_of(one.old, one.new)
            said = (moved.old, moved.new, moved.note)
            yield Change("时间", kind, one.subject, "", *said, one.units)


def common_shift(dated: Iterable[Dated], times: Times) -> int:
    """By how many days all dates moved alike; 0 where they did not, or there are too few to say."""
    pairs = {(one.old, one.new) for one in dated}
    shifts = [days for pair in pairs if (days := times.days(*pair)) is not None]
    return shifts[0] if len(shifts) > 1 and len(set(shifts)) == 1 else 0


def dated_periods(old: Campaign, new: Campaign) -> Iterator[Dated]:
    """The campaign's own dates."""
    before, after = _periods(old), _periods(new)
    for label in dict.fromkeys((*after, *before)):
        yield Dated(label, before.get(label, ""), after.get(label, ""), None)


def _periods(campaign: Campaign) -> dict[str, str]:
    return {label or campaign.period_heading: when for label, when in campaign.periods}


def dated_events(old: Campaign, new: Campaign) -> Iterator[Dated]:
    """Dates of items that no unit answers for and that are therefore no task."""
    found = pair(_events(old), _events(new), [lambda one: one.title], lambda one: one.name)
    for before, after in found.pairs:
        title = name_of(after.name)
        yield Dated(title, _when(before), _when(after), frozenset())


def _events(campaign: Campaign) -> tuple[Item, ...]:
    told = {step.title for row in duties(campaign) for step in row.path}
    items = chain.from_iterable(section.items for section in campaign.body.values())
    return tuple(
        item
        for item in chain.from_iterable(map(Item.walk, items))
        if _when(item) and item.name not in told
    )


def _when(item: Item) -> str:
    return item.due or item.when or ""
