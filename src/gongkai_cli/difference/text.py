"""A difference for people and for programs: plain text, Markdown to be pasted, JSON."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

from .change import Change, Difference, Kind
from .words import marked

_PARAGRAPHS: dict[Kind, str] = {"added": "新增", "gone": "删去", "changed": ""}
_THINGS: dict[Kind, str] = {"added": "新增", "gone": "取消", "changed": ""}
# What a mail program that knows Markdown would take for something else than text.
_MARKS = re.compile(r"[\\`*_\[\]<>|~]")
_LONG = 40
"""Longer texts stand under one another, with the words that differ marked."""

Entry = tuple[str, ...]
"""What is told in one go: a line, and what stands under it."""


def text(difference: Difference) -> list[str]:
    """The lines to be read on a screen; none where nothing changed."""
    lines = [difference.title, *_remarks(difference)] if difference.changes else []
    for group, entries in _groups(difference):
        lines += ["", group]
        for first, *more in entries:
            lines += [f"  {first}", *(f"    {line}" for line in more)]
    return lines


def markdown(difference: Difference) -> list[str]:
    """The lines of a page to be pasted into a mail or a notice; none where nothing changed."""
    lines = [f"# {_escaped(difference.title)}"] if difference.changes else []
    for remark in _remarks(difference) if lines else ():
        lines += ["", _escaped(remark)]
    for group, entries in _groups(difference):
        lines += ["", f"## {group}", ""]
        for first, *more in entries:
            lines += [f"- {_escaped(first)}", *(f"  - {_escaped(line)}" for line in more)]
    return lines


FORMATS: dict[str, Callable[[Difference], list[str]]] = {"text": text, "md": markdown}


def as_json(difference: Difference) -> list[dict[str, Any]]:
    """One flat object for each change; ``units`` is null where it may concern anybody."""
    return [
        {
            "group": change.group,
            "kind": change.kind,
            "subject": change.subject,
            "aspect": change.aspect,
            "old": change.old,
            "new": change.new,
            "note": change.note,
            "units": None if change.units is None else sorted(change.units),
        }
        for change in difference.changes
    ]


def _remarks(difference: Difference) -> Iterator[str]:
    """What a reader should know first: years, and that all dates moved alike."""
    old, new = difference.years
    if old != new:
        yield f"{old}年与{new}年相比；日期按月、日比，月、日相同的不列。"
    if shift := difference.shift:
        yield f"各项时间整体{'推迟' if shift > 0 else '提前'}{abs(shift)}天。"


def _groups(difference: Difference) -> Iterator[tuple[str, list[Entry]]]:
    for group, changes in groupby(difference.changes, lambda change: change.group):
        yield group, list((_wordings if group == "文字" else _entries)(tuple(changes)))


def _entries(changes: tuple[Change, ...]) -> Iterator[Entry]:
    """The changes as entries; what changed alike for several things is one entry."""
    alike: dict[Change, dict[str, None]] = {}
    for change in changes:
        alike.setdefault(replace(change, subject="", units=None), {})[change.subject] = None
    for change, subjects in alike.items():
        yield _entry(change, tuple(subjects))


def _wordings(changes: tuple[Change, ...]) -> Iterator[Entry]:
    """All that was reworded in one place stands under its heading."""
    for where, found in groupby(changes, lambda change: (change.subject, change.aspect)):
        lines: list[str] = []
        for change in found:
            if change.kind == "changed":
                lines += _both(change)
            else:
                paragraphs = (change.new or change.old).split("\n")
                lines += (f"{_PARAGRAPHS[change.kind]}　{one}" for one in paragraphs)
        yield (f"{where[0]}{f'（{where[1]}）' if where[1] else ''}：", *lines)


def _entry(change: Change, subjects: tuple[str, ...]) -> Entry:
    told = change.new or change.old
    named = "、".join(subjects)
    if change.group == "单位" or change.aspect == "报送单位":
        return _of_each(subjects, change.aspect + _came_and_went(change))
    if change.kind == "changed":
        return _changed(change, subjects)
    if change.group == "时间":
        return _of_each(subjects, ("写明时间，" if change.new else "不再写明时间，原为") + told)
    if change.aspect:
        happened = f"{_THINGS[change.kind]}{change.aspect}"
        if "\n" in told:
            return (f"{named}：{happened}", *told.split("\n"))
        return _of_each(subjects, f"{happened}：{told}")
    if change.group == "公文要素":
        return (f"{_THINGS[change.kind]}{named}：{told}",)
    return (f"{_THINGS[change.kind]}：{named}", *filter(None, told.split("\n")))


def _changed(change: Change, subjects: tuple[str, ...]) -> Entry:
    if max(len(change.old), len(change.new)) > _LONG or "\n" in change.old + change.new:
        aspect = f"，{change.aspect}" if change.aspect else ""
        return (f"{'、'.join(subjects)}{aspect}：", *_both(change))
    aspect = f"{change.aspect} " if change.aspect else ""
    note = f"，{change.note}" if change.note else ""
    return _of_each(subjects, f"{aspect}{change.old} → {change.new}{note}")


def _came_and_went(change: Change) -> str:
    came = f"增加{change.new}" if change.new else ""
    went = f"减少{change.old}" if change.old else ""
    return "，".join(filter(None, (came, went)))


def _both(change: Change) -> Entry:
    """The old over the new, with the words that differ marked."""
    old, new = marked(change.old.replace("\n", ""), change.new.replace("\n", ""))
    return (f"旧　{old}", f"新　{new}")


def _of_each(subjects: tuple[str, ...], told: str) -> Entry:
    """What happened, then, where it happened to several, to which."""
    if len(subjects) == 1:
        return (f"{subjects[0]}：{told}",)
    return (f"{told}（{len(subjects)}项）：", *subjects)


def _escaped(line: str) -> str:
    return _MARKS.sub(lambda found: f"\\{found[0]}", line)
