"""What a rule looks at: one campaign, its printed texts, and where they stand in the file."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ..charset import HAN
from ..dates.mentions import BEFORE, Written, written_days
from ..dates.reading import understood
from ..dates.span import Context, Moment, Span, day_of
from ..finding import Place
from ..loading import Loaded
from ..model import Campaign, Item
from ..plaindata import Steps
from ..plan import Duty, duties
from ..prose import lines_having, one_line
from ..reference import Pieces
from ..vocabulary.bodies import UPPER_LEVELS, in_prose
from ..yamltree import Tree
from .text import Text, texts

Words = str | tuple[str, ...]
_NAME = re.compile(r"(?:[^、（(\n]|[（(][^（）()\n]*[）)]|[（(])+")
# Looking back comes second: then only the levels are looked at.
_NAMED = re.compile(
    rf"([{UPPER_LEVELS}](?<![^\n、，。；：由和与及向请“（].)[{HAN}]{{4,10}}?(?:局|委员会|委|办公室|中心))"
    r"(?=[、，。；）等牵负配会组汇]|$)",
    re.MULTILINE,
)
# 每年1月31日前 is not of this year alone, 已于4月20日前 has been.
_NO_DEADLINE = re.compile(r"(?:每(?:年的?)?|已经?[于在]?)$")
# 4月20日前已报送名单的单位, 各单位报送的文件: tells which, and sets no deadline.
_TELLS_WHICH = re.compile(
    r"[^，。；\n将把]{0,8}?(?:(?:已经?|尚?未|没有)[^，。；\n将把]{1,12}?的"
    r"|(?:[报送交]|反[映馈]|完成|办理|受理|登记|报名|申[请报]|设立|公[开布示]|发布|印发|出台)的)(?=[^，。；\n])"
    # 县政府已将方案报送市政府, 全县共上报43条: it has been.
    r"|，?[^，。；\n将把]{0,12}?(?:已[将经按全完报上]|共(?:上报|报送|收[到集]|交办))"
)
_TO_NEXT_DAY = re.compile(r"(?:(?!\d{1,2} ?月)[^。；\n])*")


@dataclass(frozen=True)
class Subject:
    """One campaign as the rules see it.

    ``campaign`` is the model, ``data`` the file's texts with references resolved, ``tree`` their places,
    ``context`` reads dates; ``pieces`` and ``left_out`` are those of ``Loaded``.

    Offsets (``text.start``, a match's ``start()``) count in ``whole``, all texts joined by line breaks.
    """

    campaign: Campaign
    data: Mapping[str, Any]
    tree: Tree
    context: Context
    pieces: Pieces = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every printed text in the order of the file: values, and keys that the file chooses itself."""
        return texts(self.tree, self.data, self.pieces)

    @cached_property
    def whole(self) -> str:
        """All texts joined by line breaks, so that a pattern searches them in one go."""
        return "\n".join(text.printed for text in self.texts)

    @cached_property
    def _starts(self) -> list[int]:
        return [text.start for text in self.texts]

    @cached_property
    def _spans(self) -> dict[str, Span | None]:
        """Dates understood so far: several rules ask for the same."""
        return {}

    @cached_property
    def by_steps(self) -> Mapping[Steps, Text]:
        return {text.steps: text for text in self.texts if not text.is_key}

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        return duties(self.campaign)

    @cached_property
    def period(self) -> Span:
        """The campaign's own dates; without ends where they are not known."""
        return self.context.whole

    @cached_property
    def dates(self) -> tuple[tuple[Text, Span], ...]:
        """Every date under a key for dates that was typed there and can be understood."""
        typed = (
            text for text in self.texts if text.is_date and text.is_typed(text.start, text.end)
        )
        spans = ((text, self.span(text.printed)) for text in typed)
        return tuple((text, span) for text, span in spans if span)

    @cached_property
    def days(self) -> tuple[tuple[Text, Written], ...]:
        """Every day that a text names, with the text it was typed in."""
        written = written_days(self.whole, self.context.year, self.context.years_off)
        placed = ((self.text_at(day.start), day) for day in written)
        return tuple((text, day) for text, day in placed if text.is_typed(day.start, day.end))

    def names_day(self, text: Text, start: Moment, due: Moment) -> bool:
        """Whether a text names a day from one to another."""
        start, end = day_of(start), day_of(due)
        return any(one is text and day.date and start <= day.date <= end for one, day in self.days)

    @cached_property
    def deadlines(self) -> tuple[tuple[Text, Written, str], ...]:
        """Each day in the prose that is a deadline, with the clauses behind it that say what for."""
        found: list[tuple[Text, Written, str]] = []
        for text, day in self.days:
            none = _NO_DEADLINE.search(self.whole, max(day.start - 3, 0), day.start)
            if text.is_date or day.date is None or day.ends_period or none:
                continue
            if before := BEFORE.match(self.whole, day.end):
                if _TELLS_WHICH.match(self.whole, before.end()):
                    continue
                clauses = _TO_NEXT_DAY.match(self.whole, before.end())
                found.append((text, day, clauses[0] if clauses else ""))
        return tuple(found)

    @cached_property
    def units(self) -> tuple[tuple[Text, str, int], ...]:
        """Every name in a list of units, with its text and its offset."""
        return tuple(
            (text, match[0], text.start + match.start())
            for text in self.texts
            if text.is_units
            for match in _NAME.finditer(text.printed)
        )

    @cached_property
    def named(self) -> tuple[tuple[Text, str, int], ...]:
        """The names in lists of units, and words in the prose that look like a body's name."""
        said = self.matches(_NAMED, ("局", "委", "办公室", "中心"))
        return self.units + tuple(
            (text, match[1], match.start(1))
            for text, match in said
            if not text.is_units and text.steps[0] != "公文"
        )

    @cached_property
    def bodies(self) -> tuple[tuple[Text, re.Match[str]], ...]:
        """Every body that the texts name by its level, 市教育局: a match of the level and the name."""
        return tuple(
            (self.text_at(match.start()), match) for match in in_prose().finditer(self.whole)
        )

    def text_at(self, offset: int) -> Text:
        return self.texts[bisect_right(self._starts, offset) - 1]

    def matches(
        self, pattern: re.Pattern[str] | str, having: Words = ""
    ) -> Iterator[tuple[Text, re.Match[str]]]:
        """All matches of a pattern where they were typed, not where a 「键」 repeats them.

        A pattern must not reach over a line break; with re.M, ``^`` and ``$`` are the ends of a paragraph.
        ``having`` are words (or characters) one of which is in every match: paragraphs without them, nearly
        all, are not searched. A pattern given as text is compiled (with re.M) only if one has such a word.
        """
        lines = self.lines(having)
        if isinstance(pattern, str):
            pattern = re.compile(pattern if lines else "", re.MULTILINE)
        for start, end in lines:
            for match in pattern.finditer(self.whole, start, end):
                text = self.text_at(match.start())
                if text.is_typed(*match.span()):
                    yield text, match

    def lines(self, having: Words) -> tuple[tuple[int, int], ...]:
        """Start and end of each paragraph that holds one of the words; without words, of the whole."""
        if having not in self._lines:
            self._lines[having] = lines_having(self.whole, having)
        return self._lines[having]

    @cached_property
    def _lines(self) -> dict[Words, tuple[tuple[int, int], ...]]:
        return {}

    def around(self, match: re.Match[str], marks: str = "。；") -> tuple[str, str]:
        """What stands before and behind a match, up to the nearest of the marks in its paragraph."""
        before = max(self.whole.rfind(mark, 0, match.start()) for mark in f"{marks}\n")
        ends = (self.whole.find(mark, match.end()) for mark in f"{marks}\n")
        after = min((end for end in ends if end >= 0), default=len(self.whole))
        return self.whole[before + 1 : match.start()], self.whole[match.end() : after]

    def is_cited(self, text: Text, at: int) -> bool:
        """Whether an offset lies inside 《》: the title of another document is copied as it is."""
        return self.whole.rfind("《", text.start, at) > self.whole.rfind("》", text.start, at)

    def items_of(self, section: str) -> Steps:
        """The steps to the items of a section, which may be the section itself or its 事项."""
        steps: Steps = ("正文", section)
        return (*steps, "事项") if isinstance(self.data["正文"][section], dict) else steps

    @cached_property
    def items(self) -> tuple[tuple[Steps, Item], ...]:
        """Every item of the text with the steps to it, in its order."""
        return tuple(
            found
            for name, section in self.campaign.body.items()
            for found in _items(self.items_of(name), section.items)
        )

    def place(self, steps: Steps) -> Place:
        """Where a value of the model stands in the file."""
        return self.tree.place(steps)

    def span(self, text: str | None) -> Span | None:
        """A date expression understood, or None."""
        if not text:
            return None
        if text not in self._spans:
            self._spans[text] = understood(one_line(text), self.context)
        return self._spans[text]


def _items(head: Steps, items: tuple[Item, ...]) -> Iterator[tuple[Steps, Item]]:
    for number, item in enumerate(items):
        yield (*head, number), item
        yield from _items((*head, number, "事项"), item.items)


def subject_of(loaded: Loaded) -> Subject | None:
    """The Subject of a file, as far as it could be understood; None where too little could."""
    if loaded.partial is None or loaded.tree is None or loaded.context is None:
        return None
    return Subject(
        loaded.partial,
        loaded.data,
        loaded.tree,
        loaded.context,
        loaded.pieces,
        loaded.left_out,
    )
