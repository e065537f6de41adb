"""Next year's campaign file from this year's: what moves on by itself, what people must decide."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ..charset import HAN
from ..dates.days import DAY_NAMES
from ..dates.mentions import Written, written_days
from ..dates.span import Context
from ..editing import edited
from ..finding import Finding
from ..numerals import LATEST_EDITION, chinese
from ..plaindata import walk
from ..prose import one_line
from ..timetable import context_of, last_day
from ..yamltree import Tree
from .days import Keep, Onward, iso_day, rewritten
from .keys import NOT_PROSE, WHOLE_VALUES, is_theme
from .naming import Renamed, renamed
from .outcome import KINDS, Successor
from .passage import CHECK, MADE, Passage
from .passing import is_of, ordinals, past
from .remarks import lunar, remarks

_WEEKDAY = re.compile(r"(?P<head> ?[（(]?(?:星期|周))(?P<day>[一二三四五六日天])")
# 5月15日是我省第15个“政务公开日”: the day itself is the same every year.
_NAMES_A_DAY = re.compile(r"(?: ?[（(](?:星期|周).[）)])? ?[是为]")
# 2025—2030年 is a span of years, 2026年修订 the version of a law.
_YEAR = r"(?<![\d—－–~～至-]){}(?= ?年(?! ?(?:修订|修正|修改|施行|公布|版)))"
_DOCUMENT_NUMBER = re.compile(rf"[{HAN}]{{2,12}}[〔\[（(](\d{{4}})[〕\]）)]第?\d+号")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
# A name that may be typed into any text, in quotation marks, in brackets or bare.
_PLAIN = re.compile(r"[\w·、（）]+")


def succeed(text: str, tree: Tree, year: int, keep: Keep) -> Successor:
    """Move a sound campaign file on to ``year``. Comments and layout stay as they are."""
    old = int(str(tree.data["年份"]).removesuffix("年"))
    context = context_of(tree.data) or Context(old)
    last = last_day(tree.data, context) or date(old, 12, 31)
    moving = _Moving(tree, context, Onward(old, year, keep, last))
    found = sorted({*moving.findings(), *remarks(tree, old), *lunar(tree, year)})
    new, made = edited(text, found)
    left = [
        one if one in made or one.edit is None else _by_hand(one)
        for one in found
        if one not in made or one.code != MADE
    ]
    counts = Counter(one.message for one in made if one.code == MADE)
    return Successor(new, {kind: counts[kind] for kind in KINDS if kind in counts}, tuple(left))


def _by_hand(finding: Finding) -> Finding:
    """The finding on an edit that could not be made, because the text is typed over several lines."""
    old = one_line(finding.edit.old) if finding.edit else ""
    return Finding(finding.place, CHECK, "note", f"“{old}”没有动", "分行写的程序不改，照今年的改")


@dataclass(frozen=True, slots=True)
class _Moving:
    """One file on its way to another year: every edit and every remark, as findings."""

    tree: Tree
    context: Context
    onward: Onward

    def findings(self) -> Iterator[Finding]:
        for steps, text in walk(self.tree.data):
            passage = Passage(self.tree, steps, text)
            if steps == ("活动",):
                yield from (passage.changed(*one) for one in self._renamed(text))
            if steps[0] in NOT_PROSE:
                continue
            if steps in WHOLE_VALUES:
                yield from self._value(passage)
            elif steps[:2] == ("总结", "数据") and "\n" not in text:
                name = str(steps[-1])
                yield passage.blank(0, text, name if _PLAIN.fullmatch(name) else "数据")
            elif is_theme(steps):
                yield _theme(passage)
            else:
                yield from self._prose(passage)

    def _value(self, passage: Passage) -> Iterator[Finding]:
        text = passage.text
        match passage.steps[-1]:
            case "年份":
                to = text.replace(str(self.onward.old), str(self.onward.new))
                yield passage.moved("年份", 0, text, to)
            case "届次" if text.isdigit():
                edition = int(text) + self.onward.years
                if edition <= LATEST_EDITION:
                    yield passage.moved("届次", 0, text, str(edition))
                else:
                    hint = f"届次最多写到{LATEST_EDITION}，查“{text}”对不对"
                    yield passage.left(0, f"届次“{text}”没有动", hint)
            case "发文字号" | "成文日期" | "印发日期":
                yield passage.blank(0, text, str(passage.steps[-1]))

    def _prose(self, passage: Passage) -> Iterator[Finding]:
        """What moves in running text; ``taken`` are the stretches that have been dealt with."""
        taken: list[range] = []
        yield from self._numbers(passage, taken)
        yield from self._days(passage, taken)
        yield from self._iso_days(passage, taken)
        names = tuple(self._renamed(passage.text, self.onward.old))
        taken += (range(one.start, one.start + len(one.said)) for one in names)
        yield from (passage.changed(*one) for one in names)
        yield from self._years(passage, taken)
        yield from self._ordinals(passage)
        moved = {one.start for one in names}
        for start, said in past(passage.text, self.onward.old):
            if start not in moved:
                hint = f"要说上一年的，改成{self.onward.new - 1}年的情况，数字也换过来"
                yield passage.left(start, f"“{said}…”说的是更早一年，没有动", hint)

    def _renamed(self, text: str, year: int | None = None) -> Iterator[Renamed]:
        return renamed(str(self.tree.data["活动"]), text, self.onward.years, year)

    def _numbers(self, passage: Passage, taken: list[range]) -> Iterator[Finding]:
        for match in _DOCUMENT_NUMBER.finditer(passage.text):
            taken.append(range(*match.span()))
            if int(match[1]) == self.onward.old:
                yield passage.blank(match.start(), match[0], "文号")

    def _days(self, passage: Passage, taken: list[range]) -> Iterator[Finding]:
        before: date | None = None
        for day in written_days(passage.text, self.onward.old, self.context.years_off):
            taken.append(range(day.start, day.end))
            before = before if day.before else None
            if self.onward.stays(day, before):
                before = None
                yield from self._beyond(passage, day)
                continue
            keep = self.onward.keep
            if _NAMES_A_DAY.match(passage.text, day.end):
                keep = "日期"
            before = self.onward.next(day, before, keep)
            yield from self._day(passage, day, before)

    def _beyond(self, passage: Passage, day: Written) -> Iterator[Finding]:
        """A day after the campaign's end, in the year it ends in, is left for people to judge."""
        said = passage.text[day.start : day.end]
        if self.onward.crosses and said.startswith(str(self.onward.old + 1)):
            hint = f"要是这项活动的，改成{self.onward.new + 1}年"
            yield passage.left(day.start, f"“{said}”没有动", hint)

    def _day(self, passage: Passage, day: Written, to: date | None) -> Iterator[Finding]:
        """Move one day on, and the weekday behind it."""
        said = passage.text[day.start : day.end]
        if to is None:
            yield self._gone(passage, day.start, said)
            return
        written = rewritten(said, day, to)
        if written != said:
            yield passage.moved("日期", day.start, said, written)
        if weekday := _WEEKDAY.match(passage.text, day.end):
            name = DAY_NAMES[to.weekday()]
            if weekday["day"].replace("天", "日") != name:
                yield passage.moved("星期", weekday.start("day"), weekday["day"], name)

    def _iso_days(self, passage: Passage, taken: list[range]) -> Iterator[Finding]:
        for match in _free(_ISO.finditer(passage.text), taken):
            taken.append(range(*match.span()))
            day, year = iso_day(match), int(match[1])
            if day is None or year < self.onward.old or self.onward.is_beyond(day):
                continue
            if to := self.onward.moved(day, self.onward.keep):
                yield passage.moved("日期", match.start(), match[0], to.isoformat())
            else:
                yield self._gone(passage, match.start(), match[0])

    def _gone(self, passage: Passage, start: int, said: str) -> Finding:
        """What is said of 29 February where there is none."""
        hint = f"{self.onward.new}年没有这一天，改成别的日子"
        return passage.left(start, f"“{said}”没有动", hint)

    def _years(self, passage: Passage, taken: list[range]) -> Iterator[Finding]:
        """The year by itself, and the next one where the campaign runs on into it."""
        for more in range(1 + self.onward.crosses):
            to = str(self.onward.new + more)
            found = re.finditer(_YEAR.format(self.onward.old + more), passage.text)
            for match in _free(found, taken):
                said = passage.words(match.start(), match.end() + 9)
                check = f"“{said}…”的年份改成了{to}年"
                yield passage.changed(match.start(), match[0], to, check)

    def _ordinals(self, passage: Passage) -> Iterator[Finding]:
        """The ordinals of other yearly days, and the campaign's own edition."""
        text, own = passage.text, self._editions()
        name = str(self.tree.data["活动"])
        told: set[int] = set()
        for one in ordinals(text, self.onward.old, self.onward.years):
            to = f"第{one.to}{one.unit}"
            if one.number in own and is_of(name, text, one.start + len(one.number)):
                continue
            told.add(one.start)
            if one.is_of_this_year:
                check = f"{one.said}改成了{to}"
                yield passage.changed(one.start, one.number, one.to, check)
            else:
                hint = f"一年一{one.unit}的，改成{to}"
                yield passage.left(one.start - 1, f"{one.said}没有动", hint)
        for said, to in own.items():
            for match in re.finditer(rf"(?<=第){said}(?=[届个次])", text):
                if is_of(name, text, match.end()):
                    yield passage.moved("届次", match.start(), match[0], to)
                elif match.start() not in told:
                    around = passage.words(match.start() - 1, match.end() + 10)
                    hint = f"要是说的就是这项活动，改成第{to}"
                    yield passage.left(match.start() - 1, f"“{around}…”没有动", hint)

    def _editions(self) -> dict[str, str]:
        """The old edition → the new one, in Chinese numerals and in digits."""
        edition = str(self.tree.data.get("届次", ""))
        if not edition.isdigit() or int(edition) + self.onward.years > LATEST_EDITION:
            return {}
        now, then = int(edition), int(edition) + self.onward.years
        return {chinese(now): chinese(then), str(now): str(then)}


def _theme(passage: Passage) -> Finding:
    if "\n" in passage.text:
        return passage.left(0, "主题还是去年的", "今年的主题定了再改")
    return passage.blank(0, passage.text, "活动主题")


def _free(found: Iterable[re.Match[str]], taken: Sequence[range]) -> Iterator[re.Match[str]]:
    """The matches that do not begin where something was dealt with already."""
    return (match for match in found if not any(match.start() in one for one in taken))
