"""Which thing of the old campaign is which of the new: by name, or else by likeness."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Generic, TypeVar

T = TypeVar("T")

ALIKE = 0.6
"""From here on two texts are taken for one that was reworded."""
VERY_ALIKE = 0.8
"""From here on even where they stand in different places."""
_MOST = 20_000
"""More pairs are not tried for likeness: no two notices have that much reworded."""
LONGEST = 4_000
"""No more of a text is compared character by character."""


@dataclass(frozen=True, slots=True)
class Paired(Generic[T]):
    """Pairs in the order of the new, what is only in the old, what is only in the new."""

    pairs: tuple[tuple[T, T], ...]
    gone: tuple[T, ...]
    added: tuple[T, ...]


def pair(
    olds: Sequence[T],
    news: Sequence[T],
    names: Sequence[Callable[[T], Hashable]],
    text: Callable[[T], str],
    least: Callable[[T, T], float] = lambda _, __: ALIKE,
) -> Paired[T]:
    """Pair what has the same name, then what is most alike, down to a likeness of ``least``.

    ``names`` are tried in order; an empty name is none. Old and new may change places: the pairs stay.
    """
    found: dict[int, int] = {}
    taken: set[int] = set()
    for name in names:
        waiting: defaultdict[Hashable, list[int]] = defaultdict(list)
        for at, thing in enumerate(olds):
            if at not in taken:
                waiting[name(thing)].append(at)
        for at, thing in enumerate(news):
            called = name(thing)
            if at not in found and called not in ("", None) and waiting[called]:
                found[at] = waiting[called].pop(0)
                taken.add(found[at])
    found |= dict(_most_alike(olds, news, found, text, least))
    return Paired(
        tuple((olds[found[at]], thing) for at, thing in enumerate(news) if at in found),
        tuple(thing for at, thing in enumerate(olds) if at not in found.values()),
        tuple(thing for at, thing in enumerate(news) if at not in found),
    )


def _most_alike(
    olds: Sequence[T],
    news: Sequence[T],
    found: dict[int, int],
    text: Callable[[T], str],
    least: Callable[[T, T], float],
) -> list[tuple[int, int]]:
    """Of those not in ``found`` the most alike two and two, the best first."""
    free_olds = [at for at in range(len(olds)) if at not in found.values()]
    free_news = [at for at in range(len(news)) if at not in found]
    if len(free_olds) * len(free_news) > _MOST:
        return []
    ranked = []
    for new in free_news:
        for old in free_olds:
            texts = sorted((text(olds[old]), text(news[new])))
            if (score := likeness(*texts)) >= least(olds[old], news[new]):
                ranked.append((-score, texts, new + old, new, old))
    pairs: list[tuple[int, int]] = []
    for _, _, _, new, old in sorted(ranked):
        if all(new != one and old != other for one, other in pairs):
            pairs.append((new, old))
    return pairs


@lru_cache(maxsize=4096)
def likeness(one: str, other: str) -> float:
    """From 0 to 1, the same both ways."""
    first, second = sorted((one[:LONGEST], other[:LONGEST]))
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    # The cheap upper bounds first: most texts have little in common.
    if matcher.real_quick_ratio() < ALIKE / 2 or matcher.quick_ratio() < ALIKE / 2:
        return 0.0
    return matcher.ratio()
