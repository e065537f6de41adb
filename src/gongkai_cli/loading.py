"""The text of a campaign file to a Campaign: YAML, references, model, with every finding placed."""

import contextlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from . import numerals, reference, timetable, yamltree
from .charset import is_common, is_invisible, rarity
from .dates.days import read_day, write_day
from .dates.span import Context
from .decoding import decode
from .editing import as_typed, edited
from .finding import Edit, Finding, Severity, errors, has_errors
from .model import Campaign
from .plaindata import Data, Step, walk

# More than anybody mends before running the check again.
_MOST_ERRORS = 200
# A part that is left out may make another one useless; more often than this, little is left.
_MOST_PASSES = 6
# A file that has none of these is another one, chosen by mistake: one sentence will do.
_A_CAMPAIGN = re.compile(r"^\W*(?:活动|年份|公文|正文|报送)", re.MULTILINE)
# Each reading of a file makes all the edits that are known then.
_MOST_READINGS = 4
_MOST_CHARACTERS = 500_000


@dataclass(frozen=True, slots=True)
class Loaded:
    """A campaign file as far as it could be understood.

    ``campaign`` is what documents are made of: None after an error. ``partial`` is there to be
    looked at, the campaign without what could not be understood: the same one in a sound file,
    None where too little is left. ``left_out`` are the keys that more may stand under than it says,
    ``doubtful`` the lines of which there is no more to say while their errors stand.

    ``made`` are errors with one right mend, read as if it were made: ``tree``, and what it places,
    know the text as it is then; ``editing.as_typed`` leads back.

    ``data`` are its texts with references resolved, ``pieces`` tells what of them was typed where,
    ``tree`` knows their places, ``context`` is what their dates lean on.
    """

    path: str
    campaign: Campaign | None
    findings: tuple[Finding, ...]
    tree: yamltree.Tree | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    context: Context | None = None
    pieces: reference.Pieces = field(default_factory=dict)
    partial: Campaign | None = None
    left_out: frozenset[str] = frozenset()
    doubtful: frozenset[int] = frozenset()
    made: tuple[tuple[Finding, ...], ...] = ()


def load(data: bytes, path: str) -> Loaded:
    """Read one campaign file; ``path`` is only for the findings."""
    text, findings = decode(data, path)
    if text is None:
        return Loaded(path, None, findings)
    loaded = _load(text, path, findings)
    if (loaded.tree is None or loaded.tree.gaps.parts) and not _A_CAMPAIGN.search(text):
        return Loaded(path, None, loaded.findings[:1])
    if loaded.campaign is None and any(one.edit for one in errors(loaded.findings)):
        return _read_on(loaded, text, findings)
    return loaded


def _load(text: str, path: str, findings: tuple[Finding, ...]) -> Loaded:
    tree, complaints = yamltree.parse(text, path)
    if tree is None:
        from .keyplaces import keys_only  # a sound file needs none of it

        return Loaded(path, None, tuple(sorted({*findings, *keys_only(complaints, text)})))
    findings += complaints
    reading = _read(tree)
    context = timetable.context_of(reading.data)
    dates = timetable.findings(reading.data, tree, context) if context else ()
    if tree.has_blanks:
        from . import blankkeys  # few files need it

        findings += blankkeys.findings(tree)
    findings = tuple(sorted({*findings, *_rare_characters(tree), *dates}))
    if reading.campaign is None or reading.faults or has_errors(findings):
        return _in_part(reading, findings, context)
    sound = reading.campaign
    return Loaded(path, sound, findings, tree, reading.data, context, reading.pieces, sound)


def _read_on(loaded: Loaded, text: str, before: tuple[Finding, ...]) -> Loaded:
    """A file with errors that have one right mend, read as it would be with them made.

    One may hide what is behind it, so they are made until there are none; they stay errors.
    """
    made: list[tuple[Finding, ...]] = []
    told: set[Finding] = set()
    for _ in range(min(_MOST_READINGS, _MOST_CHARACTERS // len(text)) or 1):
        text, applied = edited(text, errors(loaded.findings))
        if not applied:
            break
        told |= {as_typed(one, made) for one in applied}
        made.append(applied)
        loaded = _load(text, loaded.path, before)
    findings = {*told, *(as_typed(one, made) for one in loaded.findings)}
    return replace(loaded, campaign=None, findings=tuple(sorted(findings)), made=tuple(made))


class _Reading(NamedTuple):
    """What a tree says: its data with references resolved, and the campaign or why there is none."""

    tree: yamltree.Tree
    data: dict[str, Data]
    faults: list[reference.Fault]
    pieces: reference.Pieces
    campaign: Campaign | None
    refused: list[ErrorDetails]


def _read(tree: yamltree.Tree) -> _Reading:
    resolved = reference.resolve(tree.data, _computed(tree.data))
    try:
        campaign = Campaign.model_validate(resolved.data)
    except ValidationError as error:
        return _Reading(tree, *resolved, None, error.errors(include_url=False))
    return _Reading(tree, *resolved, campaign, [])


def _in_part(whole: _Reading, findings: tuple[Finding, ...], context: Context | None) -> Loaded:
    """A file with errors: all that is wrong, and a campaign without the parts that are."""
    from . import modelfault, unread  # a sound file needs none of it

    tree, reading = whole.tree, whole
    keys = {
        *modelfault.keys_in_doubt(whole.refused),
        *unread.keys_within(tree.gaps.parts),
        *tree.gaps.words,
    }
    if "届次" in keys:
        keys.add("届数")  # is reckoned from it
    # What has an error of its own nobody can refer to.
    faults = [
        one for one in whole.faults if keys.isdisjoint(re.split(r" *\. *", one.wanted.strip()))
    ]
    told = [_unresolved(fault, tree) for fault in faults]
    unresolved = {tree.place(fault.steps) for fault in whole.faults}
    findings = tuple(
        modelfault.with_colon(one, tree) for one in findings if one.place not in unresolved
    )
    told += [
        modelfault.finding(details, tree)
        for details in whole.refused[:_MOST_ERRORS]
        if not modelfault.is_meant(details, whole.refused, tree)
        and not unread.is_of_gap(details, tree)
    ]
    lines: set[int] = set()
    for _ in range(_MOST_PASSES):
        if reading.campaign is not None:
            break
        parts = [modelfault.part(details) for details in reading.refused]
        lines |= reading.tree.lines(parts)
        left = yamltree.without(reading.tree, parts)
        if left is None:
            break
        reading = _read(left)
        # Nothing is asked of a whole while a part of it is wrong.
        told += [
            modelfault.finding(details, reading.tree)
            for details in reading.refused
            if modelfault.is_of_known(details, keys) and not unread.is_of_gap(details, tree)
        ]
    every = tuple(sorted({*findings, *modelfault.without_echoes(told, findings)}))
    doubtful = {*tree.gaps.doubtful, *(finding.place.line for finding in errors(every))}
    # What led to a part that is left out is printed as typed.
    doubtful |= {_unresolved(fault, reading.tree).place.line for fault in reading.faults}
    lines |= doubtful
    if reading is not whole:
        context = timetable.context_of(reading.data)
    return Loaded(
        tree.path,
        None,
        every,
        reading.tree,
        reading.data,
        context,
        reading.pieces,
        reading.campaign,
        frozenset(keys | tree.keys_at(lines)),
        frozenset(doubtful),
    )


def _unresolved(fault: reference.Fault, tree: yamltree.Tree) -> Finding:
    place = tree.place(fault.steps, fault.offset)
    return Finding(place, fault.code, "error", fault.message, fault.hint)


def _computed(data: dict[str, Data]) -> dict[tuple[Step, ...], str]:
    """The printed form of what is not printed as typed: the edition, the year, the dates."""
    printed: dict[tuple[Step, ...], str] = {}
    edition, year, document = (data.get(key) for key in ("届次", "年份", "公文"))
    if isinstance(edition, str) and re.fullmatch(r"[1-9][0-9]{0,2}", edition):
        printed["届次",] = numerals.ordinal(int(edition))
        printed["届数",] = numerals.chinese(int(edition))
    if isinstance(year, str):
        printed["年份",] = year.removesuffix("年")
    for key in ("成文日期", "印发日期"):
        typed = document.get(key) if isinstance(document, dict) else None
        with contextlib.suppress(ValueError):
            if isinstance(typed, str) and (day := read_day(typed)):
                printed["公文", key] = write_day(day)
    return printed


def _rare_characters(tree: yamltree.Tree) -> Iterator[Finding]:
    """Characters outside GB 2312, each where it first stands: fonts may lack them.

    Those that nobody sees are told of wherever they are, to be taken away.
    """
    whole = "\n".join(tree.source)
    # Nearly always; but a backslash may write any character.
    if is_common(whole) and "\\" not in whole:
        return
    seen: set[str] = set()
    told = 0
    for steps, text in walk(tree.data):
        if is_common(text):
            continue
        for offset, char in enumerate(text):
            if char in seen or rarity(char) == "common":
                continue
            place = tree.place(steps, offset)
            if is_invisible(text, offset):
                told += 1
                if told == _MOST_ERRORS:
                    seen.add(char)
                message = f"这里有看不见的字符（U+{ord(char):04X}）"
                yield Finding(place, "GK208", "warning", message, "删去", Edit(char, ""))
                continue
            seen.add(char)
            message = f"“{char}”（U+{ord(char):04X}）不在 GB 2312 里，常用的公文字体可能没有这个字"
            hint = "核对字形；DOCX 里这个字改用别的字体，打印前看一眼"
            # 二〇二六年 is the official form of a year; only old fonts lack it.
            severity: Severity = "note" if char == "〇" else "warning"
            yield Finding(place, "GK208", severity, message, hint)
