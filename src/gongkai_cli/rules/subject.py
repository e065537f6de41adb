"""What a rule looks at: a campaign file that loads, with its texts and where they stand."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..dates import Context, NotUnderstood, Span, understand
from ..finding import Edit, Finding, Place, Severity
from ..model import Campaign
from ..reference import Expanded
from ..yamltree import Step, Tree, walk

Steps = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """One campaign: the model, the file's texts with references resolved, and their places."""

    campaign: Campaign
    data: Mapping[str, Any]
    tree: Tree
    context: Context

    def texts(self) -> Iterator[tuple[Steps, str]]:
        """Every text of the file in order, with the steps that lead to it."""
        return walk(dict(self.data))

    def matches(self, pattern: re.Pattern[str]) -> Iterator[tuple[Steps, re.Match[str]]]:
        """What a pattern finds in the texts as they were typed; a reference is told where it leads."""
        for steps, text in self.texts():
            for match in pattern.finditer(text):
                if not isinstance(text, Expanded) or text.typed(*match.span()) is not None:
                    yield steps, match

    def place(self, steps: Steps, words: str = "", offset: int = 0) -> Place:  # noqa: ARG002
        """Where ``words`` stand in a text; ``offset`` is theirs in the resolved text."""
        text = _follow(self.data, steps)
        if isinstance(text, Expanded):
            offset = text.nearest(offset)
        return self.tree.place(steps, offset)

    def span(self, text: str | None) -> Span | None:
        """A date expression understood, or None."""
        try:
            return understand(text, self.context) if text else None
        except NotUnderstood:
            return None


@dataclass(frozen=True, slots=True)
class Rule:
    """What every rule says of itself. The code and the severity of its findings never vary."""

    code: str
    severity: Severity
    title: str

    def found(self, place: Place, message: str, hint: str, edit: Edit | None = None) -> Finding:
        return Finding(place, self.code, self.severity, message, hint, edit)


def _follow(data: Any, steps: Steps) -> Any:  # noqa: ANN401
    for step in steps:
        data = data[step]
    return data
