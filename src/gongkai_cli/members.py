"""Collective names such as 各街道, and the bodies that each of them stands for."""

import re
from collections.abc import Iterable, Mapping
from itertools import chain

# Names that mean several bodies. Only used to mention a duty, never to lay one on somebody.
_COLLECTIVE = re.compile(r"^.{0,2}各|[有相]关(?:部门|单位|机构)$|[部门单位机构]各|各(?:部门|单位)$")


class Members:
    """The bodies that a name stands for, through any number of collective names."""

    def __init__(self, collectives: Mapping[str, tuple[str, ...]]) -> None:
        self.collectives = collectives
        self._known: dict[str, tuple[str, ...]] = {}

    def are_open(self, name: str) -> bool:
        """Whether a name means several bodies that the file does not name."""
        return self.of(name) == (name,) and bool(_COLLECTIVE.search(name))

    def of(self, name: str) -> tuple[str, ...]:
        if name not in self._known:
            found: dict[str, None] = {}
            seen, waiting = set[str](), [name]
            while waiting:
                one = waiting.pop(0)
                if one in seen:
                    continue
                seen.add(one)
                if inside := self.collectives.get(one):
                    waiting = [*inside, *waiting]
                else:
                    found[one] = None
            # Names that only stand for each other stand for themselves.
            self._known[name] = tuple(found) or (name,)
        return self._known[name]

    def of_all(self, names: Iterable[str]) -> tuple[str, ...]:
        """The bodies that names stand for, each once."""
        return tuple(dict.fromkeys(chain.from_iterable(map(self.of, names))))
