"""What a careful section chief would find. One rule, one file: its title, examples and check."""

import re
from collections.abc import Callable, Iterator
from itertools import chain, islice
from typing import Protocol

from ..finding import MOST, Finding
from ..subject import Rule, Subject
from . import (  # noqa: F401  each is one of RULES
    annexes,
    annexnumber,
    annextitle,
    backwards,
    bodyname,
    brokenday,
    campaignname,
    closedwords,
    contact,
    counting,
    dayform,
    dayrange,
    docnumber,
    duedate,
    edition,
    firstyear,
    genre,
    guesswork,
    halfwidth,
    headingend,
    issued,
    itemfacts,
    length,
    listcomma,
    markblank,
    members,
    nameblank,
    nameday,
    namedots,
    namespelt,
    nested,
    nobody,
    nosuchday,
    nosuchhour,
    nothing,
    noturn,
    numbering,
    order,
    outside,
    pairs,
    period,
    placeholder,
    printedhash,
    quotes,
    reachable,
    receiver,
    redhead,
    repeated,
    reporting,
    requoted,
    restday,
    roughly,
    sequence,
    shortyear,
    signer,
    tablefigures,
    tasknumber,
    tasksunseen,
    title,
    titleline,
    titlename,
    together,
    tooearly,
    twice,
    undated,
    unended,
    unfinished,
    unparted,
    upto,
    valueend,
    weekday,
    whodoes,
    widedigits,
    wrongend,
    year,
)

__all__ = ["RULES", "RuleFile", "check"]


class RuleFile(Protocol):
    """What the module of a rule has.

    FAIL and PASS are pieces of YAML: ``check`` finds something in each FAIL, and nothing in any PASS.
    """

    RULE: Rule
    FAIL: tuple[str, ...]
    PASS: tuple[str, ...]
    check: Callable[[Subject], Iterator[Finding]]


RULES: tuple[RuleFile, ...] = tuple(
    sorted((one for one in vars().values() if hasattr(one, "RULE")), key=lambda one: one.RULE.code)
)
"""By code."""

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
