"""What is not as it was: one change, and all of them between two campaigns."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, get_args

from ..dates.span import Context
from ..model import Campaign
from ..prose import one_line, shortened

Group = Literal["时间", "任务", "单位", "报送", "文字", "公文要素"]
Kind = Literal["added", "gone", "changed"]

LONGEST_NAME = 30
GROUPS: tuple[Group, ...] = get_args(Group)

Concerned = frozenset[str] | None
"""The units that something concerns; None where it is everybody, or nobody can say who."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two campaigns, what its dates lean on, and what is still blank by its key."""

    campaign: Campaign
    context: Context
    blanks: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was added, has gone or has changed.

    ``subject`` is what it is about; ``aspect`` the side of it (责任单位, 地点), empty where it is
    the thing itself. ``note`` says what the two texts do not show, such as by how many days.
    """

    group: Group
    kind: Kind
    subject: str
    aspect: str = ""
    old: str = ""
    new: str = ""
    note: str = ""
    units: Concerned = None


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything between two campaigns, group by group.

    ``years`` are theirs; ``shift`` is by how many days every date has moved, 0 where they have not
    all moved alike.
    """

    title: str
    years: tuple[int, int]
    changes: tuple[Change, ...]
    shift: int = 0

    def of_unit(self, unit: str) -> "Difference":
        """Only what concerns one unit."""
        kept = (one for one in self.changes if one.units is None or unit in one.units)
        return replace(self, title=f"{self.title}（{unit}）", changes=tuple(kept))


def kind_of(old: str, new: str) -> Kind:
    """What happened to a text, where an empty one is none."""
    return "changed" if old and new else "added" if new else "gone"


def either(old: Concerned, new: Concerned) -> Concerned:
    """Whom something concerns that concerned some before and concerns some now."""
    return None if old is None or new is None else old | new


def text_changed(
    group: Group, subject: str, aspect: str, texts: tuple[str, str], units: Concerned
) -> Iterator[Change]:
    """A text that came, went or changed."""
    old, new = texts
    if old != new:
        yield Change(group, kind_of(old, new), subject, aspect, old, new, "", units)


def name_of(text: str) -> str:
    """What a thing is called here: the beginning of a long text."""
    return shortened(one_line(text), LONGEST_NAME)
