"""The tasks compared: what is to be done, by whom, when, where and through what."""

from collections.abc import Iterator

from ..dates.span import Context
from ..dates.weekdays import with_weekdays
from ..plan import Duty, duties
from ..prose import one_line
from .change import LONGEST_NAME, Change, Concerned, Side, either, name_of, text_changed
from .facts import Facts
from .matching import ALIKE, VERY_ALIKE, Paired, likeness, pair
from .people import People, names_changed
from .schedule import Dated
from .times import Times


def paired_duties(old: Side, new: Side) -> Paired[Duty]:
    """Which task of the old is which of the new."""
    return pair(
        duties(old.campaign),
        duties(new.campaign),
        [
            lambda row: row.number,
            lambda row: (row.title, *(step.title for step in row.path)),
            lambda row: row.title,
        ],
        lambda row: one_line(row.title),
        lambda one, other: ALIKE if _stand_together(one, other) else VERY_ALIKE,
    )


def _stand_together(one: Duty, other: Duty) -> bool:
    return likeness(_above(one), _above(other)) >= ALIKE


def _above(row: Duty) -> str:
    """The heading above: a task's activity, an activity's own group, or none."""
    titles = ["", *(step.title for step in row.path)]
    return titles[-2] if row.title == titles[-1] else titles[-1]


def dated_duties(found: Paired[Duty], people: People) -> Iterator[Dated]:
    """The dates of tasks that are in both."""
    for old, new in found.pairs:
        units = either(_of(old, people), _of(new, people))
        yield Dated(name_of(new.title), old.when, new.when, units)


def duty_changes(
    found: Paired[Duty], people: People, facts: Facts, times: Times
) -> Iterator[Change]:
    """Tasks that were added, removed or changed other than in their dates.

    In the order of the new campaign, the removed ones last. A wording that ``facts`` explain has not
    changed.
    """
    for old, new in found.pairs:
        yield from _duty(old, new, people, facts)
    for row in found.added:
        told = _told(row, times.after)
        yield Change("任务", "added", name_of(row.title), new=told, units=_of(row, people))
    for row in found.gone:
        told = _told(row, times.before)
        yield Change("任务", "gone", name_of(row.title), old=told, units=_of(row, people))


def duty_facts(found: Paired[Duty]) -> Iterator[tuple[str, str]]:
    """What a text may repeat of tasks."""
    for before, after in found.pairs:
        yield one_line(before.title), one_line(after.title)
        yield before.where, after.where
        yield before.channel, after.channel


def _duty(old: Duty, new: Duty, people: People, facts: Facts) -> Iterator[Change]:
    subject = name_of(new.title)
    everybody = either(_of(old, people), _of(new, people))
    for aspect, before, after in (
        ("名称", *(("", "") if new.content == new.title else (old.title, new.title))),
        ("内容", old.content, new.content),
        ("所属活动", *_moved(old, new)),
        ("地点", old.where, new.where),
        ("发布途径", old.channel, new.channel),
    ):
        if not facts.explain(before, after):
            yield from text_changed("任务", subject, aspect, (before, after), everybody)
    owners = either(people.meant(old.owners), people.meant(new.owners))
    for aspect, names, others in (
        ("责任单位", (old.owners, new.owners), everybody),
        # Of thirty that take part it concerns none that one more does.
        ("配合单位", (old.helpers, new.helpers), owners),
        ("参加单位", (old.participants, new.participants), owners),
    ):
        yield from names_changed("单位", subject, aspect, names, people, others=others)


def _moved(old: Duty, new: Duty) -> tuple[str, str]:
    """The headings above, where one is not only the other reworded."""
    return ("", "") if _stand_together(old, new) else (_above(old), _above(new))


def _of(row: Duty, people: People) -> Concerned:
    return people.meant((*row.owners, *row.helpers, *row.participants))


def _told(row: Duty, context: Context) -> str:
    """All there is to say of a task: what, who, when, where, through what."""
    text = row.text if row.text != row.title or len(one_line(row.title)) > LONGEST_NAME else ""
    facts = (
        ("责任单位", "、".join(row.owners)),
        ("配合单位", "、".join(row.helpers)),
        ("参加单位", "、".join(row.participants)),
        ("时间", with_weekdays(row.when, context) if row.when else ""),
        ("地点", row.where),
        ("发布途径", row.channel),
    )
    said = "；".join(f"{label}：{value}" for label, value in facts if value)
    return "\n".join(filter(None, (text, said)))
