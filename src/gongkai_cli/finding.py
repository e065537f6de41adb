"""What the tool has to say about a text, and where: the value every stage returns."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A point in a file. Lines and columns count from 1, columns in characters."""

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, order=True, slots=True)
class Finding:
    """One complaint: a stable code, a sentence in Chinese, and what to do about it."""

    place: Place
    code: str
    severity: Severity
    message: str
    hint: str = ""


def has_errors(findings: Iterable[Finding]) -> bool:
    return any(finding.severity == "error" for finding in findings)


class Refused(Exception):
    """The work cannot go on. Carries the findings that say why; never reaches a user raw."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__("\n".join(finding.message for finding in findings))
        self.findings = findings
