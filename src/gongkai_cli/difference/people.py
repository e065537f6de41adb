"""Units that were added or removed, and the units that a change concerns."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..members import Members
from ..plan import members_of, units
from .change import Change, Concerned, Group, Side, either, kind_of


@dataclass(frozen=True, slots=True)
class People:
    """The units that the names of two campaigns stand for."""

    before: Members
    after: Members
    known: frozenset[str]

    @classmethod
    def of(cls, old: Side, new: Side) -> "People":
        """The people of two campaigns."""
        known = (unit.unit for side in (old, new) for unit in units(side.campaign))
        return cls(members_of(old.campaign), members_of(new.campaign), frozenset(known))

    def meant(self, names: Iterable[str]) -> Concerned:
        """The units behind names, before and now; None where a name may mean anybody."""
        found: set[str] = set()
        for name in names:
            if self.before.are_open(name) or self.after.are_open(name):
                return None
            found |= {name, *self.before.of(name), *self.after.of(name)}
        return frozenset(found)

    def mentioned(self, *texts: str) -> frozenset[str]:
        """The units that texts name, themselves or by a collective name with known members."""
        names = {*self.known, *self.before.collectives, *self.after.collectives}
        said = [name for name in names if any(name in text for text in texts)]
        found: set[str] = set()
        for name in said:
            found |= {name, *self.before.of(name), *self.after.of(name)}
        return frozenset(found)


def names_changed(
    group: Group,
    subject: str,
    aspect: str,
    names: tuple[tuple[str, ...], tuple[str, ...]],
    people: People,
    *,
    others: Concerned = frozenset(),
) -> Iterator[Change]:
    """The names removed and the names added, as the old and the new text of one change.

    The change concerns them and ``others``.
    """
    old, new = names
    gone = tuple(name for name in dict.fromkeys(old) if name not in new)
    added = tuple(name for name in dict.fromkeys(new) if name not in old)
    if gone or added:
        texts = "、".join(gone), "、".join(added)
        units = either(people.meant((*gone, *added)), others)
        yield Change(group, kind_of(*texts), subject, aspect, *texts, "", units)
