"""The document around the text compared: its elements, whom to ask, its annexes, its lists."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ..dates.days import write_day
from ..model import Annex, Campaign, Header
from ..numerals import chinese, ordinal
from ..prose import BLANK
from .change import Change, Concerned, Side, text_changed
from .facts import Facts
from .matching import Paired, pair
from .people import People, names_changed

_EVERYBODY: Concerned = None
_NOBODY: Concerned = frozenset()
# Of the elements these are what a unit looks for.
_FOR_UNITS = {"发文字号", "标题", "成文日期"}


def year_facts(old: Campaign, new: Campaign) -> Iterator[tuple[str, str]]:
    """What changes everywhere with the year, the edition and the campaign's name."""
    yield f"{old.year}年", f"{new.year}年"
    yield old.name, new.name
    if old.edition and new.edition:
        yield ordinal(old.edition), ordinal(new.edition)
        yield f"第{chinese(old.edition)}个", f"第{chinese(new.edition)}个"


def blanks(data: Mapping[str, Any]) -> Mapping[str, str]:
    """The text that stands for an edition or a date that is not known yet: 【待填】."""
    given = {**data.get("公文", {}), "届次": data.get("届次")}
    typed = {key: text.strip() for key, text in given.items() if isinstance(text, str)}
    return {key: text for key, text in typed.items() if re.fullmatch(BLANK, text)}


def element_changes(before: Side, after: Side, facts: Facts) -> Iterator[Change]:
    """Name, year, edition, the elements of the document, whom to ask."""
    old, new = before.campaign, after.campaign
    for label, one, other in (
        ("活动", old.name, new.name),
        ("年份", str(old.year), str(new.year)),
        ("届次", _edition(before), _edition(after)),
    ):
        yield from text_changed("公文要素", label, "", (one, other), _EVERYBODY)
    issued = ["".join(one.issued.title) if one.issued else "" for one in (old, new)]
    yield from text_changed("公文要素", "印发件标题", "", (issued[0], issued[1]), _EVERYBODY)
    was = _elements(before)
    for label, text in _elements(after).items():
        # The title says the edition again.
        if label != "标题" or not facts.explain(was[label], text):
            units = _EVERYBODY if label in _FOR_UNITS else _NOBODY
            yield from text_changed("公文要素", label, "", (was[label], text), units)
    for label in dict.fromkeys((*new.contact, *old.contact)):
        texts = tuple("、".join(one.contact.get(label, ())) for one in (old, new))
        yield from text_changed("公文要素", label, "", (texts[0], texts[1]), _EVERYBODY)


def _edition(side: Side) -> str:
    edition = side.campaign.edition
    return ordinal(edition) if edition else side.blanks.get("届次", "")


def _elements(side: Side) -> dict[str, str]:
    """Each element as it is printed, under its key; a date not known yet as its blank."""
    header = side.campaign.header
    printed: dict[str, str] = {}
    for name, field in Header.model_fields.items():
        value = getattr(header, name)
        label = str(field.alias)
        if name in ("date", "printed"):
            printed[label] = write_day(value) if value else side.blanks.get(label, "")
        elif isinstance(value, tuple):
            printed[label] = ("" if name == "title" else "、").join(value)
        else:
            printed[label] = value or ""
    return printed


def paired_annexes(old: Campaign, new: Campaign) -> Paired[Annex]:
    """Which annex of the old is which of the new."""
    return pair(
        old.annexes, new.annexes, [annex_title, lambda annex: annex.collective], annex_title
    )


def annex_title(annex: Annex) -> str:
    """What an annex is called: the task table may have no title of its own."""
    return annex.title or annex.table or ""


def annex_changes(found: Paired[Annex], people: People, facts: Facts) -> Iterator[Change]:
    """Annexes that came, went or were renamed; names on their lists."""
    for before, after in found.pairs:
        titles = annex_title(before), annex_title(after)
        if not facts.explain(*titles):
            yield from text_changed("公文要素", "附件标题", "", titles, _NOBODY)
        lists = before.names, after.names
        yield from names_changed("单位", annex_title(after), "名单", lists, people)
    for annex in found.added:
        lists = (), annex.names
        yield from names_changed("单位", annex_title(annex), "名单", lists, people)
        yield Change("公文要素", "added", "附件", new=annex_title(annex), units=_NOBODY)
    for annex in found.gone:
        lists = annex.names, ()
        yield from names_changed("单位", annex_title(annex), "名单", lists, people)
        yield Change("公文要素", "gone", "附件", old=annex_title(annex), units=_NOBODY)


def collective_changes(old: Campaign, new: Campaign, people: People) -> Iterator[Change]:
    """Whom the collective names mean."""
    for name in dict.fromkeys((*new.collectives, *old.collectives)):
        members = old.collectives.get(name, ()), new.collectives.get(name, ())
        yield from names_changed("单位", f"“{name}”的成员", "", members, people)
