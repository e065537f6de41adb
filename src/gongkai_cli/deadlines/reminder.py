"""What is overdue, due today and due soon, in words: by campaign, by unit, the most urgent first."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from ..dates.days import short_day
from ..dates.span import day_of
from ..dates.workdays import is_known
from ..prose import shortened
from .entry import Agenda
from .standing import DUE, Standing, Status, urgency
from .validity import recurs
from .words import NOBODY, WORDS

_LONGEST = 40


class Line(NamedTuple):
    """A line of the reminder; ``status`` where it tells of one entry."""

    text: str
    status: Status | None = None


def reminder(agenda: Agenda, due: Sequence[Standing]) -> Iterator[Line]:
    """The lines of one campaign for whoever chases the units; none where nothing is due."""
    if not due:
        return
    yield Line(f"{agenda.title}（{agenda.path}）")
    units: dict[str | None, list[Standing]] = {}
    for standing in sorted(due, key=urgency):
        units.setdefault(standing.entry.unit, []).append(standing)
    for unit, standings in units.items():
        people = agenda.directory.get(unit or "", ())
        yield Line("  " + "　".join([unit or NOBODY, *people]))
        yield from (Line(f"    {_in_words(standing)}", standing.status) for standing in standings)
    if agenda.contact:
        yield Line(f"  {'；'.join(agenda.contact)}")


def years_of(due: Iterable[Standing]) -> set[int]:
    """The years that deadlines fall into."""
    return {day_of(standing.due).year for standing in due if standing.due}


def unknown_years(years: Iterable[int]) -> Iterator[str]:
    """A line on those of the years whose holidays are not known yet."""
    if unknown := sorted(year for year in years if not is_known(year)):
        told = "、".join(f"{year}年" for year in unknown)
        yield f"{told}的放假调休安排还没有收进来，工作日只按周六、周日和法定节日算"


def headline(counts: Mapping[Status, int]) -> str:
    """How much is due, in one line: 逾期2项，今天到期1项."""
    return "，".join(f"{WORDS[status]}{counts[status]}项" for status in DUE if counts.get(status))


def _in_words(standing: Standing) -> str:
    """One entry: how late or how soon, what, until when as written, where to, and its id."""
    entry = standing.entry
    what = f"报送{entry.title}" if entry.kind == "report" else shortened(entry.title, _LONGEST)
    parts = [what, when(standing)]
    if entry.receiver:
        parts.append(f"送{entry.receiver}")
    return f"{how_soon(standing)}　{'，'.join(filter(None, parts))}　[{entry.id}]"


def when(standing: Standing) -> str:
    """The date as written, with the day it means where it does not say so itself."""
    said, due = standing.entry.due_text or "", standing.due
    # 每月10日 is of many months.
    if due is None or (not recurs(standing.entry) and _names_day(said, due.day)):
        return said
    return f"{said}（{short_day(due)}）"


def _names_day(said: str, day: int) -> bool:
    """Whether a date as written names a day: 5月14日至21日 does, 15日内 and 5日内 are lengths."""
    return bool(re.search(rf"[月至到、—–-] ?0?{day} ?[日号]", said))


def how_soon(standing: Standing) -> str:
    """逾期2天（1个工作日）, 今天16:00到期, 还有3天（2个工作日）."""
    due, days, workdays = standing.due, standing.days_left, standing.workdays_left
    if due is None or days is None or workdays is None:
        return ""
    hour = f"{due:%H:%M}" if isinstance(due, datetime) else ""
    if standing.entry.kind == "milestone" and days == 0 and not recurs(standing.entry):
        return f"今天{hour}结束"
    if days < 0:
        return f"逾期{-days}天（{-workdays}个工作日）" if workdays else f"逾期{-days}天"
    if days == 0:
        return f"今天{hour}已到期" if standing.status == "overdue" else f"今天{hour}到期"
    return f"还有{days}天（{workdays}个工作日）"
