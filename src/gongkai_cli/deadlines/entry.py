"""What falls due: one entry for each task and each unit that answers for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from ..dates.occurrences import turns
from ..dates.span import Context, Moment, Span, day_of
from ..finding import Finding, Place

Kind = Literal["task", "report", "milestone"]


class Entry(NamedTuple):
    """A task, a report or a date of the campaign, for one of the units that answer for it.

    ``unit`` is None where no unit is named. ``due_text`` is the date as written, ``span`` what it means:
    None where there is no date or it cannot be understood. ``group`` is the heading above, ``serial`` the
    row of a task in the 任务分解表. ``bare`` is the id that the name alone would give, if it is another:
    lines of the record may still use it from before the entry got a namesake or a 编号.
    """

    id: str
    kind: Kind
    title: str
    unit: str | None
    due_text: str | None
    span: Span | None
    channel: str | None = None
    receiver: str | None = None
    group: str = ""
    where: str | None = None
    serial: int = 0
    bare: str = ""


@dataclass(frozen=True, slots=True)
class Agenda:
    """All entries of one campaign in the order of the file, and whom to ask about them.

    ``campaign`` is the file's name without its ending, ``name`` what people call the campaign.
    ``context`` reads the dates of the progress record. What recurs does so from ``first`` to ``last``.
    ``collectives`` are names such as 各部门 with the units they stand for.
    """

    campaign: str
    path: str
    issuer: str
    name: str
    entries: tuple[Entry, ...]
    contact: tuple[str, ...]
    directory: Mapping[str, tuple[str, ...]]
    context: Context
    first: date
    last: date
    collectives: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """Whose campaign it is, and what people call it."""
        return f"{self.issuer}　{self.name}"

    def turns(self, span: Span) -> list[Moment]:
        """Every time something recurring falls due in the campaign."""
        return turns(span, self.context, self.first, self.last)


def opens(agenda: Agenda) -> date:
    """The first day on which something of the campaign can have been done.

    That is the first day of its year, or an earlier date of the file: the notice's or a deadline. Dates
    before the last quarter of the year before do not count: they were left over from an older file.
    """
    year = agenda.context.year
    spans = [entry.span for entry in agenda.entries if entry.span]
    days = [day_of(day) for span in spans for day in (span.start, span.due) if day]
    known = (day for day in (*days, agenda.first) if day >= date(year - 1, 10, 1))
    return min([date(year, 1, 1), *known])


def unwatched(agenda: Agenda) -> tuple[Finding, ...]:
    """Findings on what nobody would be reminded of.

    That is a report whose deadline cannot be understood, and what recurs but falls due at no time
    before the campaign ends.
    """
    faults: dict[tuple[str, str], None] = {}
    for entry in agenda.entries:
        if entry.span is None and entry.kind == "report":
            faults[entry.title, f"的截止“{entry.due_text}”看不明白"] = None
        elif entry.span and entry.span.again and not agenda.turns(entry.span):
            faults[entry.title, f"的“{entry.due_text}”到活动结束一次也轮不到"] = None
    hint = "写明几月几日，如 5月20日前；gongkai validate 看在哪一行"
    return tuple(
        Finding(Place(agenda.path), "GK812", "warning", f"{title}{fault}，提醒不了", hint)
        for title, fault in faults
    )


def undated(agenda: Agenda, place: Place | None = None) -> tuple[Finding, ...]:
    """A warning where no entry has a date, so that nobody is reminded of anything.

    ``place`` is where the file should be mended, if the caller knows; by default its first line.
    """
    if any(entry.span is not None for entry in agenda.entries):
        return ()
    hint = "给事项写“完成时间”，给报送写“截止”，或者写“活动时间”"
    return (Finding(place or Place(agenda.path), "GK810", "warning", "没有一个能提醒的日期", hint),)
