"""Comments are kept as they are; those that speak of this year are pointed out."""

import re
from collections.abc import Iterator

from ..finding import Finding
from ..numerals import chinese
from ..yamltree import Tree
from ..yamltree.comments import comments


def remarks(tree: Tree, year: int) -> Iterator[Finding]:
    """Every comment that names the year, a day or the edition of a file of ``year``."""
    edition = str(tree.data.get("届次", ""))
    ordinals = f"|第(?:{edition}|{chinese(int(edition))})[届个]" if edition.isdigit() else ""
    dated = re.compile(rf"{year}(?!\d)|\d月\d+日{ordinals}")
    for comment in comments(tree):
        if match := dated.search(comment.text):
            message = f"注释里的“{match[0]}”没有动"
            yield Finding(comment.place, "GK912", "note", message, "说的是今年的，就改过来")
