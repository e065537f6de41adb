"""What came of moving a file on to another year."""

from dataclasses import dataclass
from typing import Literal, get_args

from ..finding import Finding

Kind = Literal["年份", "届次", "日期", "星期"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Successor:
    """Next year's file: its text, what was moved on, and what is left to people.

    Places of ``made`` are in this year's file, those of ``left`` too; no edit changes a line's number.
    """

    text: str
    made: tuple[Finding, ...]
    left: tuple[Finding, ...]

    @property
    def kinds(self) -> tuple[str, ...]:
        """What was moved on, each once: years, editions, days, weekdays."""
        return tuple(
            kind for kind in KINDS if any(one.message.startswith(kind) for one in self.made)
        )
