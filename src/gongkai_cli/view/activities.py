"""The campaign's activities as the text orders them, each with its rows of the 任务分解表."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..model import Campaign, Item
from ..plan import Duty, Step


class Activity(NamedTuple):
    """An item of the text that somebody answers for, or one beside such an item.

    ``text`` is what the notice says of it, including the points below it that nobody answers for.
    ``own`` is its own row of the 任务分解表, ``tasks`` are the rows of its tasks.
    """

    title: str
    text: str
    item: Item
    own: Duty | None
    tasks: tuple[Duty, ...]
    inner: "tuple[Activity, ...]"


def activities(campaign: Campaign, duties: Sequence[Duty]) -> tuple[Activity, ...]:
    """统筹任务 first, then the items of every section that has duties, in their order."""
    rows: dict[tuple[Step, ...], list[Duty]] = {}
    for duty in duties:
        rows.setdefault(duty.path, []).append(duty)
    found = [_activity(item, (Step(0, item.name),), rows) for item in campaign.extra_tasks]
    tops = {path[0] for path in rows}
    offset = 0
    for section in campaign.body.values():
        steps = [Step(offset + number, item.name) for number, item in enumerate(section.items, 1)]
        if tops & set(steps):
            offset += len(steps)
            found += (
                _activity(item, (step,), rows)
                for item, step in zip(section.items, steps, strict=True)
            )
    return tuple(found)


def leaves(found: tuple[Activity, ...]) -> Iterator[Activity]:
    """The activities with no others inside."""
    for activity in found:
        yield from leaves(activity.inner) if activity.inner else (activity,)


def _activity(
    item: Item, path: tuple[Step, ...], rows: dict[tuple[Step, ...], list[Duty]]
) -> Activity:
    here = rows.get(path, [])
    own = next((row for row in here if row.title == item.name), None)
    inner = tuple(
        _activity(one, (*path, Step(number, one.name)), rows)
        for number, one in enumerate(item.items, 1)
    )
    text = item.text if item.title else ""
    if not any(map(_is_answered_for, inner)):
        text = "\n".join(filter(None, (text, *map(_said, inner))))
        inner = ()
    tasks = tuple(row for row in here if row is not own)
    return Activity(item.name, text, item, own, tasks, inner)


def _is_answered_for(activity: Activity) -> bool:
    return bool(activity.own or activity.tasks or activity.inner)


def _said(activity: Activity) -> str:
    return f"{activity.title}：{activity.text}" if activity.text else activity.title
