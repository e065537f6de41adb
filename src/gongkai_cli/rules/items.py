"""Every item of the text with the steps to it."""

from collections.abc import Iterator

from ..model import Item
from ..plaindata import Steps
from .subject import Subject


def items(subject: Subject) -> Iterator[tuple[Steps, Item]]:
    """Every item of the text, in its order."""
    for name, section in subject.campaign.body.items():
        yield from _below(subject.items_of(name), section.items)


def _below(head: Steps, found: tuple[Item, ...]) -> Iterator[tuple[Steps, Item]]:
    for number, item in enumerate(found):
        yield (*head, number), item
        yield from _below((*head, number, "事项"), item.items)
