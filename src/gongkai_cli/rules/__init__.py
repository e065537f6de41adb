"""What a careful section chief would find. One rule, one file: its title, examples and check."""

import re
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import chain, islice
from pkgutil import iter_modules
from typing import Protocol, cast

from ..finding import MOST, Finding
from ..subject import Rule, Subject

__all__ = ["RULES", "RuleFile", "check"]


class RuleFile(Protocol):
    """What the module of a rule has.

    FAIL and PASS are pieces of YAML: ``check`` finds something in each FAIL, and nothing in any PASS.
    """

    RULE: Rule
    FAIL: tuple[str, ...]
    PASS: tuple[str, ...]
    check: Callable[[Subject], Iterator[Finding]]


_files = (import_module(f"{__name__}.{one.name}") for one in iter_modules(__path__))
RULES = tuple(sorted(cast("Iterator[RuleFile]", _files), key=lambda one: one.RULE.code))
"""By code: every file of this folder."""

# What is annexed under such a title was issued by somebody else.
_ANOTHER = re.compile("(?:通知|意见|函|通报|批复|决定)(?:》|（[^（）]*）)*$")


def check(subject: Subject) -> tuple[Finding, ...]:
    """Everything the rules have to say of a campaign, in the order of the file."""
    asked = [rule for rule in RULES if subject.left_out.isdisjoint(rule.RULE.needs)]
    found = set(chain.from_iterable(islice(rule.check(subject), MOST) for rule in asked))
    if copied := _copied_lines(subject):
        own = {rule.RULE.code for rule in asked if rule.RULE.of_own}
        found = {one for one in found if one.place.line not in copied or one.code not in own}
    return tuple(sorted(found))


def _copied_lines(subject: Subject) -> frozenset[int]:
    """The lines of other bodies' notices that are annexed as they are: their days are their own."""
    numbered = enumerate(subject.campaign.annexes)
    copied = [number for number, one in numbered if one.text and _ANOTHER.search(one.title or "")]
    return subject.tree.lines([("附件", number, "内容") for number in copied])
