"""What an event is called and what it says of itself, as a clerk would put it into a calendar."""

from typing import Final

from ..deadlines import Agenda
from ..deadlines.matters import Matter
from ..deadlines.words import KINDS
from ..prose import shortened

_LONGEST: Final = 40
"""What a telephone shows of a name."""


def summary(matter: Matter, agenda: Agenda, *, closed: bool) -> str:
    """活动总结报送截止（区教育局）, 2021年“5·15 政务公开日”线下活动; what is done says so first."""
    entry, span = matter.entry, matter.entry.span
    name = shortened(entry.title, _LONGEST)
    if entry.kind == "milestone":
        # Among all else in somebody's calendar 活动 alone would say nothing.
        name = agenda.name + name
    elif entry.kind == "report":
        name += "截止" if "报送" in name else "报送截止"
    elif span is not None and span.start is None:
        name += "截止"
    elif span is not None and span.open_ended:
        name += "开始"
    units = matter.units
    if len(units) == 1:
        name += f"（{units[0]}）"
    elif units:
        name += f"（{units[0]}等{len(units)}个单位）"
    return f"【已完成】{name}" if closed else name


def description(matter: Matter, agenda: Agenda) -> str:
    """Everything somebody needs who opens it: whole text, units, date as written, where to, whom to ask."""
    entry = matter.entry
    what = f"{KINDS[entry.kind]}：{entry.title}" if entry.kind != "milestone" else entry.title
    units = [
        f"{one.entry.unit}（已完成）" if one.mark else one.entry.unit
        for one in matter.standings
        if one.entry.unit
    ]
    lines = [
        what,
        f"责任单位：{'、'.join(units)}" if units else "",
        f"时间：{entry.due_text}" if entry.due_text else "",
        f"发布途径：{entry.channel}" if entry.channel else "",
        f"报送至：{entry.receiver}" if entry.receiver else "",
        f"活动：{agenda.title}",
        *agenda.contact,
        f"编号：{entry.id}" if entry.kind != "milestone" else "",
    ]
    return "\n".join(filter(None, lines))
