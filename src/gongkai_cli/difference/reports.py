"""What is to be reported, compared."""

from collections.abc import Iterator

from ..dates.span import Context
from ..dates.weekdays import with_weekdays
from ..model import Campaign, Report
from .change import Change, Concerned, either, text_changed
from .matching import Paired, pair
from .people import People, names_changed
from .schedule import Dated
from .times import Times


def paired_reports(old: Campaign, new: Campaign) -> Paired[Report]:
    """Which report of the old is which of the new."""
    return pair(
        old.reports,
        new.reports,
        [lambda one: one.number, lambda one: one.material],
        lambda one: one.material,
    )


def dated_reports(found: Paired[Report], people: People) -> Iterator[Dated]:
    """The deadlines of reports that are in both."""
    for old, new in found.pairs:
        yield Dated(f"报送{new.material}", old.due, new.due, _both(old, new, people))


def report_facts(found: Paired[Report]) -> Iterator[tuple[str, str]]:
    """What a text may repeat of reports."""
    for old, new in found.pairs:
        yield old.material, new.material
        yield "、".join(old.reporters), "、".join(new.reporters)
        yield old.receiver or "", new.receiver or ""
        yield old.remark, new.remark


def report_changes(found: Paired[Report], people: People, times: Times) -> Iterator[Change]:
    """Reports that came, went or changed but for their deadlines."""
    for old, new in found.pairs:
        yield from _report(old, new, people)
    for one in found.added:
        told, units = _told(one, times.after), people.meant(one.reporters)
        yield Change("报送", "added", one.material, new=told, units=units)
    for one in found.gone:
        told, units = _told(one, times.before), people.meant(one.reporters)
        yield Change("报送", "gone", one.material, old=told, units=units)


def _report(old: Report, new: Report, people: People) -> Iterator[Change]:
    reporters = old.reporters, new.reporters
    yield from names_changed("报送", new.material, "报送单位", reporters, people)
    for aspect, before, after in (
        ("材料", old.material, new.material),
        ("接收", old.receiver or "", new.receiver or ""),
        ("要求", old.remark, new.remark),
    ):
        units = _both(old, new, people)
        yield from text_changed("报送", new.material, aspect, (before, after), units)


def _both(old: Report, new: Report, people: People) -> Concerned:
    return either(people.meant(old.reporters), people.meant(new.reporters))


def _told(one: Report, context: Context) -> str:
    """All there is to say of a report."""
    facts = (
        ("报送单位", "、".join(one.reporters)),
        ("截止", with_weekdays(one.due, context)),
        ("接收", one.receiver),
        ("要求", one.remark),
    )
    return "；".join(f"{label}：{value}" for label, value in facts if value)
