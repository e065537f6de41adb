"""A finding: what is wrong, where, and what to do. Every stage returns such values."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal

Severity = Literal["error", "warning", "note"]

MOST: Final = 200
"""More findings of one kind than anybody mends before looking again."""


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A point in a file. Lines and columns count from 1, columns in characters.

    Line 0 is for what stands in no file; see ``outside``.
    """

    path: str
    line: int = 1
    column: int = 1


def outside(what: str) -> Place:
    """The place of what stands in no file: an option, an argument, another program."""
    return Place(what, 0, 0)


@dataclass(frozen=True, slots=True)
class Edit:
    """The one right way to mend a finding: replace ``old``, which stands at its place, by ``new``."""

    old: str
    new: str


@dataclass(frozen=True, order=True, slots=True)
class Finding:
    """One complaint: a stable code, a sentence in Chinese, and what to do about it.

    ``edit`` is there only where there is exactly one right answer.
    """

    place: Place
    code: str
    severity: Severity
    message: str
    hint: str = ""
    edit: Edit | None = field(default=None, compare=False)


def plain(finding: Finding) -> list[Any]:
    """A finding as lists, texts and numbers, to be stored."""
    place, edit = finding.place, finding.edit
    return [
        [place.path, place.line, place.column],
        [finding.code, finding.severity, finding.message, finding.hint],
        [edit.old, edit.new] if edit else None,
    ]


def restored(kept: Sequence[Any]) -> Finding:
    """The finding again: ``restored(plain(finding)) == finding``."""
    place, (code, severity, message, hint), edit = kept
    return Finding(Place(*place), code, severity, message, hint, Edit(*edit) if edit else None)


def has_errors(findings: Iterable[Finding]) -> bool:
    return any(finding.severity == "error" for finding in findings)


def errors(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.severity == "error")


# A campaign or a revision that is not there, two files of one name: the call itself is wrong.
_OF_CALL = {"GK401", "GK402", "GK422"}


def is_of_call(findings: Iterable[Finding]) -> bool:
    """Whether the command line asked for something that does not exist (exit code 2 rather than 1)."""
    return any(finding.code in _OF_CALL for finding in findings)


class Refused(Exception):
    """The work cannot go on. Carries the findings that say why; never reaches a user raw."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__("\n".join(finding.message for finding in findings))
        self.findings = findings
