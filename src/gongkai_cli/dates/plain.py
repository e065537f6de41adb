"""Days, periods and deadlines made of plain points: [年][月]日 … 至 … 前."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from .points import Point, Unclear, extent, read_point, same_half
from .span import Moment, NotUnderstood, Span, begins
from .tokens import Word

# A period that runs into the next year without saying so is at most this long; else it is a slip.
_LONGEST_UNSAID = timedelta(days=183)
# Words before a day that make it a deadline.
_DEADLINE = re.compile("截至|截止|最迟|最晚|迟于|晚于|不超过|务必|[至到]$")
_APART = "不相连的几个日期分成几项写，一项写一个"
_EDGES, _JOINTS = ("lead", "before", "since", "until"), ("to", "also")


def plain(found: Sequence[Word], year: int) -> Span:
    """The span of such an expression, of its words. Raises Unclear, or NotUnderstood where it ends too early."""
    found, last = _without_edge(found)
    ends = _ends(found, year)
    first = ends[0]
    leads = bool(found) and found[0].name == "lead" and bool(_DEADLINE.search(found[0].text))
    led = found[0] if leads else None
    since = last if last and last.name == "since" else None
    if len(ends) > 1:
        if stray := led or since:
            raise Unclear(stray.text)
        joint = next(word for word in found if word.name in _JOINTS)
        if last and last.name == "before" and joint.name == "also":
            raise Unclear(joint.text, hint=_APART)
        return Span(*_period(first, ends[1], year, joint))
    start, due = extent(first, year)
    if since:
        # 2月底起 may mean its last day, or its last days.
        if first.at_midnight or first.to_end or led:
            raise Unclear(since.text)
        return Span(start=start, open_ended=True)
    if edge := last or led:
        return _deadline(first, due, edge)
    return Span(due=due) if first.to_end else Span(start, due)


def _without_edge(found: Sequence[Word]) -> tuple[Sequence[Word], Word | None]:
    """The words without the 前, 起 or 止 at their end, and which it was."""
    body = list(found)
    while (
        len(body) > 1
        and body[-1].name in ("weekday", "remark", "inclusive")
        and body[-2].name == "before"
    ):
        body.pop()  # 5月20日前（星期三）
    last = body.pop() if body and body[-1].name in _EDGES else None
    for number, word in enumerate(body):
        # 自5月14日起至21日止: an edge inside stands before the joint.
        joined = number + 1 < len(body) and body[number + 1].name == "to"
        if word.name == "before" or (word.name in ("since", "until") and not joined):
            raise Unclear(word.text)
    return body, last


def _deadline(point: Point, due: Moment, edge: Word) -> Span:
    # 5月前, 5月中旬前 may mean its first day or its last, 下午前 its first hour or its last.
    stretch = point.day is None and not point.to_end
    # 上午下班前 is by noon.
    at_end = point.half == "中午" or edge.text.startswith("下班")
    if stretch or (point.half and not point.at and not at_end):
        raise Unclear(edge.text)
    return Span(due=due)


def _ends(found: Sequence[Word], year: int) -> list[Point]:
    """One point, or the two ends of a period; 、 joins days that follow one another."""
    groups: list[list[Word]] = [[]]
    for word in found:
        if word.name in _JOINTS:
            groups.append([])
        elif word.name not in _EDGES:
            groups[-1].append(word)
    joints = [word for word in found if word.name in _JOINTS]
    names = [joint.name for joint in joints]
    if not all(groups) or len(set(names)) > 1 or names.count("to") > 1:
        raise Unclear("".join(word.text for word in found if word.name != "lead"))
    points = [read_point(group) for group in groups]
    if "also" in names:
        points = _following(points, joints, year)
    return [points[0], points[-1]] if joints else points


def _following(points: Sequence[Point], joints: Sequence[Word], year: int) -> list[Point]:
    """Consecutive days or months, which together are a period: 5月14日、15日、16日."""
    filled = [points[0]]
    for joint, point in zip(joints, points[1:], strict=True):
        said = replace(point, month=filled[-1].month) if point.month is None else point
        before, after = extent(filled[-1], year)[1], extent(said, year)[0]
        timed = isinstance(before, datetime) or isinstance(after, datetime)
        if timed or filled[-1].half or point.to_end or after <= before:
            raise Unclear(joint.text, hint=_APART)
        if before + timedelta(days=1) != after:
            raise Unclear(fault="的日子不连着", hint=_APART)
        filled.append(said)
    return filled


def _period(first: Point, second: Point, year: int, joint: Word) -> tuple[Moment, Moment]:
    """A period whose second end takes what it leaves out from the first; an earlier month is next year's."""
    of_years = bool(first.is_bare and first.year and second.is_bare and second.year)
    if first.to_end or first.at_midnight or (second.is_bare and not of_years):
        raise Unclear(joint.text)
    year = first.year or year
    start = extent(first, year)[0]
    if second.month is None and second.months is None and not second.has_year:
        second = same_half(first, second) if second.day is None else second
        second = replace(second, month=first.month)
        if not second.has_day:
            second = replace(second, day=first.day)
    goes_back = bool(second.month and first.month and second.month < first.month)
    unsaid = goes_back and not second.has_year
    if unsaid:
        second = replace(second, later=True)
    due = extent(second, year)[1]
    if unsaid and begins(due) - begins(start) > _LONGEST_UNSAID:
        raise NotUnderstood("结束早于开始", "检查前后两个日期；跨年的写明“次年”", damaged=True)
    if isinstance(start, datetime) and isinstance(due, datetime) and due < start:
        raise NotUnderstood("结束早于开始", "检查前后两个时刻", damaged=True)
    return start, due
