"""Two campaigns compared, from their dates to their wording."""

from ..prose import in_full, in_its_year
from .change import GROUPS, Difference, Side
from .facts import Facts
from .header import (
    annex_changes,
    annex_title,
    collective_changes,
    element_changes,
    paired_annexes,
    year_facts,
)
from .people import People
from .reports import dated_reports, paired_reports, report_changes, report_facts
from .schedule import common_shift, date_changes, dated_events, dated_periods
from .times import Times
from .wording import wording_changes
from .work import dated_duties, duty_changes, duty_facts, paired_duties


def compare(old: Side, new: Side) -> Difference:
    """Everything that a reader of both notices would find to differ."""
    before, after = old.campaign, new.campaign
    people, times = People.of(old, new), Times(old.context, new.context)
    tasks, reports = paired_duties(old, new), paired_reports(before, after)
    annexes = paired_annexes(before, after)
    dated = (
        *dated_periods(before, after),
        *dated_events(before, after),
        *dated_duties(tasks, people),
        *dated_reports(reports, people),
    )
    of_year = Facts(tuple(year_facts(before, after)))
    facts = Facts(
        (
            *of_year.pairs,
            *((one.old, one.new) for one in dated if one.old and one.new),
            *duty_facts(tasks),
            *report_facts(reports),
            *((annex_title(was), annex_title(now)) for was, now in annexes.pairs),
        )
    )
    changes = (
        *date_changes(dated, times),
        *duty_changes(tasks, people, of_year, times),
        *report_changes(reports, people, times),
        *collective_changes(before, after, people),
        *annex_changes(annexes, people, of_year),
        *element_changes(old, new, facts),
        *wording_changes(before, after, annexes, facts, people),
    )
    return Difference(
        f"{after.header.issuer}　{in_its_year(after.year, in_full(after.name))}变更情况",
        (before.year, after.year),
        tuple(sorted(changes, key=lambda change: GROUPS.index(change.group))),
        common_shift(dated, times),
    )
