"""What is left to people: comments that speak of this year, and days of the old calendar."""

import re
from collections.abc import Iterator

from ..finding import Finding
from ..numerals import chinese
from ..plaindata import walk
from ..yamltree import Tree
from ..yamltree.comments import comments
from .keys import NOT_PROSE
from .passage import CHECK, Passage

_LUNAR = re.compile("(?:农历[^，。；\n]{2,6})?(?:重阳|端午|中秋|春节|除夕|元宵|七夕|腊八)节?|农历")
_SAID_OF_DAY = re.compile(rf"\d ?[日号][^。；\n]{{0,12}}(?:{_LUNAR.pattern})")


def remarks(tree: Tree, year: int) -> Iterator[Finding]:
    """Every comment that names the year, a day or the edition of a file of ``year``."""
    edition = str(tree.data.get("届次", ""))
    ordinals = f"|第(?:{edition}|{chinese(int(edition))})[届个]" if edition.isdigit() else ""
    dated = re.compile(rf"{year}(?!\d)|\d月\d+日{ordinals}")
    for comment in comments(tree):
        if match := dated.search(comment.text):
            message = f"注释里的“{match[0]}”没有动"
            yield Finding(comment.place, CHECK, "note", message, "说的是今年的，就改过来")


def lunar(tree: Tree, year: int) -> Iterator[Finding]:
    """Where a file first tells that it follows the old calendar: in its name, or of a day."""
    for steps, text in walk(tree.data):
        found = _LUNAR.search(text) if steps[0] not in NOT_PROSE - {"活动"} else None
        if found and (steps == ("活动",) or _SAID_OF_DAY.search(text)):
            message = f"“{found[0]}”按农历算，公历的日子年年不同，没有动"
            hint = f"照{year}年的日历，把写到的日子都改过来"
            yield Passage(tree, steps, text).left(found.start(), message, hint)
            return
