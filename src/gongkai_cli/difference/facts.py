"""Facts that the notice repeats: where a text differs only by a changed fact, that is not told again."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_SHORTEST = 2
"""A single character would be found everywhere."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts that changed, each as its old and its new text."""

    pairs: tuple[tuple[str, str], ...]

    def explain(self, old: str, new: str) -> bool:
        """Whether the new text is the old one with nothing but changed facts put in."""
        if old == new:
            return True
        there = _known(self.pairs)
        back = _known((after, before) for before, after in self.pairs)
        return _put(old, there) == new or _put(new, back) == old


def _known(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The facts without those whose old text became different things in different places."""
    known: dict[str, str] = {}
    unsure: set[str] = set()
    for before, after in pairs:
        if known.setdefault(before, after) != after:
            unsure.add(before)
    return {
        before: after
        for before, after in known.items()
        if before not in unsure and len(before) >= _SHORTEST and before != after
    }


def _put(text: str, facts: dict[str, str]) -> str:
    if not facts:
        return text
    longest_first = sorted(facts, key=len, reverse=True)
    pattern = "|".join(map(re.escape, longest_first))
    return re.sub(pattern, lambda found: facts[found[0]], text)
