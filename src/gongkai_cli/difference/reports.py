"""What is to be reported, compared."""

from collections.abc import Iterator

from ..dates import Context, with_weekdays
from ..model import Campaign, Report
from .change import Change, either, text_changed
from .matching import pair
from .people import People, names_changed
from .schedule import Dates


def report_changes(
    old: Campaign, new: Campaign, dates: Dates, people: People
) -> tuple[tuple[Change, ...], tuple[tuple[str, str], ...]]:
    """Reports that came, went or changed, and the facts of them that a text may repeat."""
    found = pair(
        old.reports,
        new.reports,
        [lambda one: one.number, lambda one: one.material],
        lambda one: one.material,
    )
    facts: list[tuple[str, str]] = []
    changes: list[Change] = []
    for before, after in found.pairs:
        changes += _report(before, after, dates, people)
        facts += [
            (before.material, after.material),
            ("、".join(before.reporters), "、".join(after.reporters)),
            (before.receiver or "", after.receiver or ""),
            (before.remark, after.remark),
        ]
    for one in found.added:
        units = people.meant(one.reporters)
        changes.append(
            Change(
                "报送", "added", one.material, "", "", _told_of(one, dates.times.after), "", units
            )
        )
    for one in found.gone:
        units = people.meant(one.reporters)
        changes.append(
            Change(
                "报送", "gone", one.material, "", _told_of(one, dates.times.before), "", "", units
            )
        )
    return tuple(changes), tuple(facts)


def _report(old: Report, new: Report, dates: Dates, people: People) -> Iterator[Change]:
    everybody = either(people.meant(old.reporters), people.meant(new.reporters))
    subject = new.material
    reporters = old.reporters, new.reporters
    yield from names_changed("报送", subject, "报送单位", reporters, people)
    yield from dates.changed(f"报送{subject}", old.due, new.due, everybody)
    for aspect, before, after in (
        ("材料", old.material, new.material),
        ("接收", old.receiver or "", new.receiver or ""),
        ("要求", old.remark, new.remark),
    ):
        yield from text_changed("报送", subject, aspect, (before, after), everybody)


def _told_of(one: Report, context: Context) -> str:
    facts = (
        ("报送单位", "、".join(one.reporters)),
        ("截止", with_weekdays(one.due, context)),
        ("接收", one.receiver),
        ("要求", one.remark),
    )
    return "；".join(f"{label}：{value}" for label, value in facts if value)
