"""When and where an item takes place and who answers for it, where the notice would not say so.

A clerk who gives an item its 时间 and 地点 expects to read them in the notice. What neither the text nor
an annexed table tells is printed behind the item's text. The same goes for 完成时间 and 责任单位, but
only where the notice lays work on its addressees: guests, or the level above, are not concerned with
who does what by when. Where the text says it in other words, nothing is added.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from difflib import SequenceMatcher
from typing import NamedTuple

from ..dates.reading import understood
from ..dates.span import WHOLE, Context, day_of
from ..genres import SETS_NO_WORK
from ..materials import HAND_IN
from ..model import Campaign, Item
from ..plan import Duty
from ..timetable import NONE

_BRACKETS = re.compile(r"[（(][^（）()]*[）)]|\s")
# 14日, and 14 of 14至21日.
_DAY_ENDS = r"(?:[日号]|(?=[—–~～至到、-]+ ?(?:\d{1,2} ?月 ?)?\d{1,2} ?[日号]))"
_TURN = re.compile(r"每(?:个)?(?:(?:周|星期)[一二三四五六日天]|月|季度)")
# 7月15日前将检查情况报省政府 tells when to report on a stage, and not when it is.
_TO_HAND_IN = rf"(?:\d{{1,2}} ?月 ?)?\d{{1,2}} ?日前[^，。；\n]{{0,40}}?{HAND_IN}"
_WITH_DAY = re.compile(r"\d ?[日号]")
# 由县教育局, 县司法局和县教育局: who acts; 报县教育局 is another matter.
_ACTS = r"(?:^|[，。；：、和与及由请])"


class Fact(NamedTuple):
    """A label (时间, 地点, 完成时间) and the value to print behind it."""

    label: str
    said: str


class Bodies(NamedTuple):
    """The bodies to name behind an item's text."""

    leaders: tuple[str, ...]
    owners: tuple[str, ...]
    helpers: tuple[str, ...]


class Untold:
    """Finds what the notice leaves unsaid; ``rows`` are those of the 任务分解表."""

    def __init__(self, campaign: Campaign, rows: tuple[Duty, ...], context: Context) -> None:
        self._context = context
        periods = [understood(when, context) for _, when in campaign.periods]
        self._periods = [span for span in (*periods, context.events.get(WHOLE)) if span]
        self._sets_work = campaign.header.genre not in SETS_NO_WORK
        self._tabled: set[tuple[str, str]] = set()
        self._has_table = any(annex.table for annex in campaign.annexes)
        if self._has_table:
            for row in rows:
                told = filter(None, (row.when, row.where))
                titles = {step.title for step in row.path}
                self._tabled |= {(title, one) for one in told for title in titles}

    def of(
        self, item: Item, above: tuple[Item, ...], before: str
    ) -> tuple[tuple[Fact, ...], Bodies]:
        """The facts to add behind an item's text, and the bodies to name there.

        ``above`` are the items it belongs to, ``before`` is the text of the section they stand in.
        """
        said = "\n".join((before, *_texts(above, item)))
        return self._facts(item, above, said), self._bodies(item, above, said)

    def _facts(self, item: Item, above: tuple[Item, ...], said: str) -> tuple[Fact, ...]:
        """Those of 时间, 地点 and 完成时间 that what is ``said`` does not tell."""
        found: list[Fact] = []
        for label, value, told in (
            ("时间", item.when, self._tells_when),
            ("地点", item.where, _echoes),
            ("完成时间", self._due(item), self._tells_when),
        ):
            if not value or value == NONE or (item.name, value) in self._tabled:
                continue
            inherited = any(value in (one.when, one.where, one.due) for one in above)
            if not inherited and not told(value, said):
                found.append(Fact(label, value.rstrip("。；")))
        return tuple(found)

    def _bodies(self, item: Item, above: tuple[Item, ...], said: str) -> Bodies:
        """The bodies to name: helpers never without those they help.

        责任单位 only where no table is annexed and the text does not name them; 牵头 always, unless
        the item's own text says 由县教育局牵头, and names all the others.
        """
        own = f"{item.title or ''}\n{item.text}"
        leads = item.leaders or item.owners
        if item.helpers or item.leaders:
            others = (*item.owners, *item.helpers)
            if _says_who_leads(leads, own) and all(_says_of(name, own) for name in others):
                return Bodies((), (), ())
        owners = tuple(name for name in item.owners if name not in item.leaders)
        if self._has_table:
            return Bodies((), item.leaders, item.helpers if item.leaders or not owners else ())
        named = {name for one in above for name in (*one.leaders, *one.owners)}
        told = all(name in named or _says_of(name, said) for name in owners)
        alone = bool(item.helpers) and not item.leaders
        if not alone and (told or not self._sets_work):
            owners = ()
        # 甲局牵头，乙局负责; one alone is responsible, by whichever key.
        leaders, owners = (item.leaders, owners) if owners else ((), item.leaders)
        return Bodies(leaders, owners, item.helpers)

    def _due(self, item: Item) -> str | None:
        return item.due if self._sets_work and item.due != item.when else None

    def _tells_when(self, value: str, text: str) -> bool:
        """Whether a text names the day (the last one of several), or the campaign's own dates are the same."""
        if _echoes(value, text):
            return True
        span = understood(value, self._context)
        if span is None:
            return False
        if span in self._periods:
            return True
        end = span.due or span.start
        if end is None:
            return False
        last = day_of(end)
        if span.start and day_of(span.start) != last and "日前" in text:
            text = re.sub(_TO_HAND_IN, "", text)
        if _names_day(text, last.month, last.day):
            return True
        # 3月底 is the end of 2月至3月, and tells nothing of its beginning.
        begun = day_of(span.start) if span.start else last
        return _names_end(text, last) and (begun == last or _names_month(text, begun.month))


def _texts(above: tuple[Item, ...], item: Item) -> Iterator[str]:
    for one in (*above, *item.walk()):
        yield one.title or ""
        yield one.text


def _echoes(value: str, text: str) -> bool:
    """Whether a text contains a value, or at least half of it in one piece."""
    short, whole = _BRACKETS.sub("", value), _BRACKETS.sub("", text)
    turn = _TURN.match(short)
    if short in whole or (turn and turn[0] in whole):
        return True
    if _WITH_DAY.search(short):
        return False  # 9月15日 is not 9月16日
    match = SequenceMatcher(None, short, whole, autojunk=False).find_longest_match()
    return match.size * 2 >= max(len(short), 4)


def _names_day(text: str, month: int, day: int) -> bool:
    """Whether a text names a day; without a month it is of the month named before."""
    named = rf"(?:(?<!\d)0?{month} ?月 ?|(?<![\d月.])(?<!月 ))0?{day} ?{_DAY_ENDS}"
    return bool(re.search(named, text))


def _names_month(text: str, month: int) -> bool:
    return bool(re.search(rf"(?<!\d)0?{month} ?月", text))


def _names_end(text: str, day: date) -> bool:
    """Whether a text names the month whose last day is meant: 6月底前."""
    last = (day + timedelta(days=1)).day == 1
    return last and bool(re.search(rf"(?<!\d)0?{day.month} ?月(?:份|[底末])", text))


def _says_who_leads(names: tuple[str, ...], text: str) -> bool:
    """Whether a text has all the names, and no other clause, in front of what they do: …牵头, …负责."""
    clauses = re.findall(r"由([^，。；：\n]*?)(?:牵头|负责)", text)
    return any(all(name in clause for name in names) for clause in clauses)


def _says_of(name: str, text: str) -> bool:
    """Whether a text names a body as one that acts."""
    acts = _ACTS + re.escape(name.removesuffix("人民政府"))
    return bool(re.search(acts, text, re.MULTILINE))
