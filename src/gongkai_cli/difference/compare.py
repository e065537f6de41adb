"""Two campaigns compared, from their dates to their wording."""

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
from .reports import report_changes
from .schedule import Dates, event_changes, period_changes
from .times import Times, common_shift
from .wording import wording_changes
from .work import duty_changes, facts_of, paired_duties


def compare(old: Side, new: Side) -> Difference:
    """Everything that a reader of both notices would find to differ."""
    before, after = old.campaign, new.campaign
    people = People.of(old, new)
    dates = Dates(Times(old.context, new.context))
    tasks, annexes = paired_duties(old, new), paired_annexes(before, after)
    changes = [*period_changes(before, after, dates), *event_changes(before, after, dates)]
    of_year = Facts(tuple(year_facts(before, after)))
    changes += duty_changes(tasks, dates, people, of_year)
    reports, facts_of_reports = report_changes(before, after, dates, people)
    changes += reports
    changes += collective_changes(before, after, people)
    changes += annex_changes(annexes, people, of_year)
    facts = Facts(
        (
            *of_year.pairs,
            *dates.facts,
            *facts_of(tasks),
            *facts_of_reports,
            *((annex_title(was), annex_title(now)) for was, now in annexes.pairs),
        )
    )
    changes += element_changes(before, after, facts)
    changes += wording_changes(before, after, annexes, facts, people)
    title = f"{after.document.issuer}　{after.year}年“{after.name}”活动变更情况"
    shifts = [days for days in dates.shifts.values() if days is not None]
    in_groups = sorted(changes, key=lambda change: GROUPS.index(change.group))
    return Difference(title, (before.year, after.year), tuple(in_groups), common_shift(shifts))
