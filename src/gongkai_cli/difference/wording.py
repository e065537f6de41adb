"""The text of two notices compared paragraph by paragraph."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..model import Annex, Campaign, Item
from ..plan import duties
from .change import Change, kind_of, name_of
from .facts import Facts
from .header import annex_title
from .matching import Paired, pair
from .people import People

_RELATED = 0.4
"""Paragraphs of one passage are taken for one another sooner than whole passages."""
_BODY = "正文"


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of the notice: the headings it stands under, its own heading, and its text.

    ``people`` are the bodies named with it. ``is_work`` where it is a task: that one was added or
    removed is told among the tasks.
    """

    above: tuple[str, ...]
    title: str
    text: str
    people: tuple[str, ...] = ()
    is_work: bool = False

    @property
    def where(self) -> str:
        """The headings as one line."""
        return "　".join(map(name_of, filter(None, (*self.above, self.title)))) or _BODY

    @property
    def alone(self) -> tuple[str, str]:
        """Where it stands and what it says, by itself; a heading without a text says itself."""
        if self.text:
            return self.where, self.text
        return replace(self, title="").where, self.title


def wording_changes(
    old: Campaign, new: Campaign, annexes: Paired[Annex], facts: Facts, people: People
) -> Iterator[Change]:
    """Every paragraph that came, went or was reworded, but for what follows from changed facts."""
    found = pair(
        tuple(_passages(old)),
        tuple(_passages(new)),
        [
            lambda one: (one.above, one.title, one.title or one.text),
            lambda one: one.title,
            lambda one: one.text,
        ],
        lambda one: f"{one.title}\n{one.text}",
    )
    for before, after in found.pairs:
        if not facts.explain(before.title, after.title):
            yield _change(after.where, (before.title, after.title), people, (before, after), "标题")
        yield from _paragraphs(before, after, facts, people)
    for one in found.added:
        if not one.is_work:
            where, said = one.alone
            yield _change(where, ("", said), people, (one,))
    for one in found.gone:
        if not one.is_work:
            where, said = one.alone
            yield _change(where, (said, ""), people, (one,))
    for was, now in annexes.pairs:
        place = (f"附件《{annex_title(now)}》",)
        before, after = (Passage(place, "", "\n".join(_annex(one))) for one in (was, now))
        yield from _paragraphs(before, after, facts, people)


def _paragraphs(old: Passage, new: Passage, facts: Facts, people: People) -> Iterator[Change]:
    """The paragraphs of one passage; where one stands against one, it was reworded."""
    before, after = (tuple(one.text.split("\n")) if one.text else () for one in (old, new))
    found = pair(before, after, [lambda text: text], lambda text: text, lambda _, __: _RELATED)
    pairs, gone, added = found.pairs, found.gone, found.added
    if len(gone) == len(added) == 1:
        pairs, gone, added = (*pairs, (gone[0], added[0])), (), ()
    both = (old, new)
    for was, now in pairs:
        if not facts.explain(was, now):
            yield _change(new.where, (was, now), people, both)
    for text in added:
        yield _change(new.where, ("", text), people, both)
    for text in gone:
        yield _change(new.where, (text, ""), people, both)


def _change(
    where: str,
    texts: tuple[str, str],
    people: People,
    passages: tuple[Passage, ...],
    aspect: str = "",
) -> Change:
    units = people.mentioned(*texts)
    for passage in passages:
        units |= frozenset(people.meant(passage.people) or ())
    return Change("文字", kind_of(*texts), where, aspect, *texts, "", units)


def _passages(campaign: Campaign) -> Iterator[Passage]:
    if campaign.intro:
        yield Passage((), "导语", campaign.intro)
    if campaign.issued and campaign.issued.intro:
        yield Passage(("印发件",), "导语", campaign.issued.intro)
    own, has_date = campaign.period_heading, any(not label for label, _ in campaign.periods)
    rows = duties(campaign)
    work = {
        tuple(step.title for step in row.path) for row in rows if row.title == row.path[-1].title
    }
    for heading, section in campaign.body.items():
        told = heading == own and has_date
        yield Passage((), heading, "" if told else section.text)
        for label, line in section.lines.items():
            if heading != own:
                yield Passage((heading,), label, line)
        for item in section.items:
            yield from _of_item(item, heading, (), work)
    if campaign.closing:
        yield Passage((), "结语", campaign.closing)


def _of_item(
    item: Item, heading: str, above: tuple[str, ...], work: set[tuple[str, ...]]
) -> Iterator[Passage]:
    people = (*item.leaders, *item.owners, *item.helpers, *item.participants)
    path = (*above, item.name)
    yield Passage((heading, *above), item.title or "", item.text, people, path in work)
    for inner in item.items:
        yield from _of_item(inner, heading, path, work)


def _annex(annex: Annex) -> Iterator[str]:
    """What an annex says, a line for each row of a table."""
    if annex.text:
        yield annex.text
    if annex.columns:
        yield " | ".join(annex.columns)
    yield from (" | ".join(row) for row in annex.rows)
    if annex.blank_rows:
        yield f"空行：{annex.blank_rows}"
    if annex.remark:
        yield f"备注：{annex.remark}"
