"""What a careful section chief would find. One rule, one file: its title, examples and check."""

from collections.abc import Callable, Iterator
from typing import Protocol, cast

from ..finding import Finding
from . import (
    bodyname,
    campaignname,
    dayrange,
    docnumber,
    duedate,
    halfwidth,
    nosuchday,
    order,
    reporting,
    restday,
    signer,
    together,
    weekday,
)
from .subject import Rule, Subject

__all__ = ["RULES", "RuleFile", "Subject", "check"]


class RuleFile(Protocol):
    """What a rule's file has: FAIL and PASS are YAML that its check finds and passes over."""

    RULE: Rule
    FAIL: tuple[str, ...]
    PASS: tuple[str, ...]
    check: Callable[[Subject], Iterator[Finding]]


RULES = cast(
    "tuple[RuleFile, ...]",
    (
        weekday,
        restday,
        nosuchday,
        reporting,
        order,
        duedate,
        signer,
        together,
        bodyname,
        campaignname,
        docnumber,
        halfwidth,
        dayrange,
    ),
)


def check(subject: Subject) -> tuple[Finding, ...]:
    """Everything the rules have to say of a campaign, in the order of the file."""
    return tuple(sorted({finding for rule in RULES for finding in rule.check(subject)}))
