"""What came of moving a file on to another year."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from ..finding import Finding

Kind = Literal["年份", "届次", "日期", "星期"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Successor:
    """Next year's file: its text, how much of each kind was moved on, and what is left to people.

    Places of ``left`` are in this year's file; no edit changes a line's number.
    """

    text: str
    moved: Mapping[Kind, int]
    left: tuple[Finding, ...]
