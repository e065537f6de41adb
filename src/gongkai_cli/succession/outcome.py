"""What came of moving a file on to another year."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from ..finding import Finding

Kind = Literal["年份", "届次", "日期", "星期"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Successor:
    """Next year's file: its text, how many edits of each kind were made, and what is left to people.

    The places in ``left`` are in the old file; since no edit adds or removes a line, the lines are
    those of the new one as well.
    """

    text: str
    moved: Mapping[Kind, int]
    left: tuple[Finding, ...]
