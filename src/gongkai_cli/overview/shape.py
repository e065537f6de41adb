"""Where each matter lies in time: in days from the chart's first midnight, of no size yet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Final

from ..dates.span import Moment, Span, begins, day_of
from ..dates.workdays import is_workday
from ..deadlines import Agenda
from ..deadlines.matters import Matter

_YEARS: Final = range(1900, 2200)
"""A date outside is a slip; one of them would press all others into a line."""
_LONGEST_LEAD: Final = 31
"""How many days before the first date the notice's own day still belongs into the picture."""
_NEAR: Final = 7
"""Today is shown if it is this near, or nearer than a quarter of the whole."""
_MIDDAY: Final = 0.5


@dataclass(frozen=True, slots=True)
class Extent:
    """The days a chart shows, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def each(self) -> Iterator[date]:
        return (self.first + timedelta(days=n) for n in range(self.days))

    def rests(self) -> tuple[tuple[int, int], ...]:
        """The runs of days on which nobody works: which day the first is, and how many they are."""
        runs: list[tuple[int, int]] = []
        for number, day in enumerate(self.each()):
            if not is_workday(day):
                start, length = runs.pop() if runs and sum(runs[-1]) == number else (number, 0)
                runs.append((start, length + 1))
        return tuple(runs)

    def at(self, moment: Moment) -> float:
        """Where a moment begins."""
        hours = moment.hour + moment.minute / 60 if isinstance(moment, datetime) else 0
        return (day_of(moment) - self.first).days + hours / 24

    def after(self, moment: Moment) -> float:
        """Where a moment is over: a day at its end."""
        return self.at(moment) + (not isinstance(moment, datetime))

    def clip(self, position: float) -> float:
        return min(max(position, 0.0), float(self.days))


@dataclass(frozen=True, slots=True)
class Shape:
    """What is drawn of a matter: a bar, a point where it falls due, a lead from when it is known.

    ``open`` where the bar has no end; ``turns`` are the other points of what recurs.
    """

    bar: tuple[float, float] | None = None
    point: float | None = None
    turns: tuple[float, ...] = ()
    lead: tuple[float, float] | None = None
    open: bool = False


def by_group(matters: Iterable[Matter]) -> Iterator[tuple[str, tuple[Matter, ...]]]:
    """Matters under the headings of their activities; no heading over one that says the same."""
    for group, found in groupby(matters, lambda matter: matter.entry.group):
        inside = tuple(found)
        alone = len(inside) == 1 and inside[0].entry.title == group
        yield "" if alone else group, inside


def extent_of(matters: Iterable[Matter], agenda: Agenda, now: datetime) -> Extent | None:
    """The days from the first date to the last, with today where it is near; None without a date."""
    spans = [matter.entry.span for matter in matters if matter.entry.span]
    # What has no end is drawn to the edge, wherever that is.
    found = [moment for span in spans for moment in (span.start, span.due) if moment]
    if any(span.again for span in spans):
        found += [agenda.first, agenda.last]
    days = [day_of(moment) for moment in found if moment.year in _YEARS]
    if not days:
        return None
    first, last = min(days), max(days)
    issued = agenda.context.issued
    known_before = issued and first - timedelta(days=_LONGEST_LEAD) <= issued < first
    if issued and known_before and any(span.due and not span.start for span in spans):
        first = issued
    near = max(_NEAR, (last - first).days // 4)
    if first - timedelta(days=near) <= now.date() <= last + timedelta(days=near):
        first, last = min(first, now.date()), max(last, now.date())
    return Extent(first, last)


def shape_of(matter: Matter, agenda: Agenda, extent: Extent) -> Shape:
    """A period as a bar, a deadline as a point; nothing where no date is known."""
    span = matter.entry.span
    if span is None or any(m and m.year not in _YEARS for m in (span.start, span.due)):
        return Shape()
    if span.again:
        turns = agenda.turns(span)
        inside = [turn for turn in turns if extent.first <= day_of(turn) <= extent.last]
        watched = next((one.due for one in matter.standings if one.status == matter.status), None)
        return Shape(
            point=_point(watched, extent) if watched is not None and watched in inside else None,
            turns=tuple(_point(turn, extent) for turn in inside if turn != watched),
        )
    if span.open_ended:
        start = extent.at(span.start) if span.start else 0.0
        return Shape(bar=(extent.clip(start), float(extent.days)), open=True)
    return _with_due(span, agenda, extent)


def _with_due(span: Span, agenda: Agenda, extent: Extent) -> Shape:
    start, due = span.start, span.due
    if due is None:
        return Shape()
    if start is not None and extent.after(due) > extent.at(start):
        return Shape(bar=(extent.at(start), extent.after(due)))
    point = _point(due, extent)
    begin = extent.clip(extent.at(agenda.first)) if start is None else point
    return Shape(point=point, lead=(begin, point) if begin < point else None)


def _point(moment: Moment, extent: Extent) -> float:
    """The middle of a day, so that it is seen to be that day's."""
    return extent.at(moment) + (0 if isinstance(moment, datetime) else _MIDDAY)


def before_or_after(extent: Extent, now: datetime) -> str:
    """What to say where today is not in the picture; nothing where it is."""
    if now < begins(extent.first):
        return "今天在图上第一天之前"
    return "今天在图上最后一天之后" if now.date() > extent.last else ""


def month_name(number: int, day: date, *, year: bool) -> str:
    """5月 as a label over the chart's ``number``-th day; with its year where that is new.

    Over the first day only if ``year`` is wanted there.
    """
    told = year if number == 0 else day.month == 1
    return f"{day.year}年{day.month}月" if told else f"{day.month}月"
