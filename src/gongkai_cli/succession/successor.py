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
from ..finding import Edit, Finding
from ..numerals import LATEST_EDITION, chinese
from ..plaindata import Steps, walk
from ..prose import BLANK, one_line
from ..timetable import context_of, last_day
from ..yamltree import Tree
from .days import Keep, Onward, iso_day, rewritten
from .keys import NOT_PROSE, WHOLE_VALUES, is_theme
from .naming import Renamed, renamed
from .outcome import KINDS, Kind, Successor
from .passing import is_of, ordinals, past
from .remarks import lunar, remarks

_BLANK = "【待填：{}】"
_WEEKDAY = re.compile(r"(?P<head> ?[（(]?(?:星期|周))(?P<day>[一二三四五六日天])")
# 5月15日是我省第15个“政务公开日”: the day itself is the same every year.
_NAMES_A_DAY = re.compile(r"(?: ?[（(](?:星期|周).[）)])? ?[是为]")
# 2025—2030年 is a span of years, 2026年修订 the version of a law.
_YEAR = r"(?<![\d—－–~～至-]){}(?= ?年(?! ?(?:修订|修正|修改|施行|公布|版)))"
_DOCUMENT_NUMBER = re.compile(rf"[{HAN}]{{2,12}}[〔\[（(](\d{{4}})[〕\]）)]第?\d+号")
_BREAK = re.compile(r"\n *")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
# A name that may be typed into any text, in quotation marks, in brackets or bare.
_PLAIN = re.compile(r"[\w·、（）]+")
_MADE, _CHECK, _FILL = "GK911", "GK912", "GK913"


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
        if one not in made or one.code != _MADE
    ]
    counts = Counter(one.message for one in made if one.code == _MADE)
    return Successor(new, {kind: counts[kind] for kind in KINDS if kind in counts}, tuple(left))


def _by_hand(finding: Finding) -> Finding:
    """What is told of an edit that could not be made: the text is typed over several lines."""
    old = one_line(finding.edit.old) if finding.edit else ""
    return Finding(finding.place, _CHECK, "note", f"“{old}”没有动", "分行写的程序不改，照今年的改")


@dataclass(frozen=True, slots=True)
class _Moving:
    """One file on its way from one year to another."""

    tree: Tree
    context: Context
    onward: Onward

    def findings(self) -> Iterator[Finding]:
        for steps, text in walk(self.tree.data):
            if steps == ("活动",):
                yield from (self._changed(steps, *one) for one in self._renamed(text))
            if steps[0] in NOT_PROSE:
                continue
            if steps in WHOLE_VALUES:
                yield from self._value(steps, text)
            elif steps[:2] == ("总结", "数据") and "\n" not in text:
                name = str(steps[-1])
                yield self._blank(steps, 0, text, name if _PLAIN.fullmatch(name) else "数据")
            elif is_theme(steps):
                yield from self._theme(steps, text)
            else:
                yield from self._prose(steps, text)

    def _value(self, steps: Steps, text: str) -> Iterator[Finding]:
        match steps[-1]:
            case "年份":
                to = text.replace(str(self.onward.old), str(self.onward.new))
                yield self._moved("年份", steps, 0, text, to)
            case "届次" if text.isdigit():
                yield self._counted(steps, text)
            case "发文字号" | "成文日期" | "印发日期":
                yield self._blank(steps, 0, text, str(steps[-1]))

    def _counted(self, steps: Steps, text: str) -> Finding:
        edition = int(text) + self.onward.new - self.onward.old
        if edition <= LATEST_EDITION:
            return self._moved("届次", steps, 0, text, str(edition))
        hint = f"届次最多写到{LATEST_EDITION}，查“{text}”对不对"
        return Finding(self.tree.place(steps), _CHECK, "note", f"届次“{text}”没有动", hint)

    def _theme(self, steps: Steps, text: str) -> Iterator[Finding]:
        if "\n" in text:
            hint = "今年的主题定了再改"
            yield Finding(self.tree.place(steps), _CHECK, "note", "主题还是去年的", hint)
        else:
            yield self._blank(steps, 0, text, "活动主题")

    def _prose(self, steps: Steps, text: str) -> Iterator[Finding]:
        taken: list[range] = []
        yield from self._numbers(steps, text, taken)
        yield from self._days(steps, text, taken)
        yield from self._iso_days(steps, text, taken)
        names = tuple(self._renamed(text, self.onward.old))
        taken += (range(one.start, one.start + len(one.said)) for one in names)
        yield from (self._changed(steps, *one) for one in names)
        yield from self._years(steps, text, taken)
        yield from self._edition(steps, text)
        moved = {one.start for one in names}
        for start, said in (one for one in past(text, self.onward.old) if one[0] not in moved):
            hint = f"要说上一年的，改成{self.onward.new - 1}年的情况，数字也换过来"
            yield self._left(steps, start, f"“{said}…”说的是更早一年，没有动", hint)

    def _renamed(self, text: str, year: int | None = None) -> Iterator[Renamed]:
        years = self.onward.new - self.onward.old
        return renamed(str(self.tree.data["活动"]), text, years, year)

    def _numbers(self, steps: Steps, text: str, taken: list[range]) -> Iterator[Finding]:
        for match in _DOCUMENT_NUMBER.finditer(text):
            taken.append(range(*match.span()))
            if int(match[1]) == self.onward.old:
                yield self._blank(steps, match.start(), match[0], "文号")

    def _days(self, steps: Steps, text: str, taken: list[range]) -> Iterator[Finding]:
        before: date | None = None
        for day in written_days(text, self.onward.old, self.context.is_next_years):
            taken.append(range(day.start, day.end))
            before = before if day.before else None
            if self.onward.stays(day, before):
                before = None
                yield from self._beyond(steps, text, day)
                continue
            keep = "日期" if _NAMES_A_DAY.match(text, day.end) else self.onward.keep
            before = self.onward.next(day, before, keep)
            yield from self._day(steps, text, day, before)

    def _iso_days(self, steps: Steps, text: str, taken: list[range]) -> Iterator[Finding]:
        for match in _free(_ISO.finditer(text), taken):
            taken.append(range(*match.span()))
            day, year = iso_day(match), int(match[1])
            stays = year < self.onward.old or self.onward.is_beyond(day)
            if not stays and (to := self.onward.moved(day, self.onward.keep)):
                yield self._moved("日期", steps, match.start(), match[0], to.isoformat())

    def _years(self, steps: Steps, text: str, taken: list[range]) -> Iterator[Finding]:
        """The year by itself, and the next one where the campaign runs on into it."""
        for more in range(1 + self.onward.crosses):
            to = str(self.onward.new + more)
            for match in _free(re.finditer(_YEAR.format(self.onward.old + more), text), taken):
                said = text[match.start() : match.end() + 9].split("\n", maxsplit=1)[0]
                check = f"“{said}…”的年份改成了{to}年"
                yield self._changed(steps, match.start(), match[0], to, check)

    def _edition(self, steps: Steps, text: str) -> Iterator[Finding]:
        """The campaign's own edition, and the ordinals of other yearly days."""
        years, edition = self.onward.new - self.onward.old, str(self.tree.data.get("届次", ""))
        name = str(self.tree.data["活动"])
        own: dict[str, str] = {}
        if edition.isdigit() and int(edition) + years <= LATEST_EDITION:
            now, then = int(edition), int(edition) + years
            own = {chinese(now): chinese(then), str(now): str(then)}
        told: set[int] = set()
        for one in ordinals(text, self.onward.old, years):
            to = f"第{one.to}{one.unit}"
            if one.number in own and is_of(name, text, one.start + len(one.number)):
                continue
            told.add(one.start)
            if one.is_of_this_year:
                check = f"{one.said}改成了{to}"
                yield self._changed(steps, one.start, one.number, one.to, check)
            else:
                hint = f"一年一{one.unit}的，改成{to}"
                yield self._left(steps, one.start - 1, f"{one.said}没有动", hint)
        for said, to in own.items():
            for match in re.finditer(rf"(?<=第){said}(?=[届个次])", text):
                if is_of(name, text, match.end()):
                    yield self._moved("届次", steps, match.start(), match[0], to)
                elif match.start() not in told:
                    around = text[match.start() - 1 : match.end() + 10].split("\n", maxsplit=1)[0]
                    hint = f"要是说的就是这项活动，改成第{to}"
                    yield self._left(steps, match.start() - 1, f"“{around}…”没有动", hint)

    def _beyond(self, steps: Steps, text: str, day: Written) -> Iterator[Finding]:
        """A day of the year in which the campaign ends, but behind its end, is for people to judge."""
        said = text[day.start : day.end]
        if self.onward.crosses and said.startswith(str(self.onward.old + 1)):
            hint = f"要是这项活动的，改成{self.onward.new + 1}年"
            yield self._left(steps, day.start, f"“{said}”没有动", hint)

    def _day(self, steps: Steps, text: str, day: Written, to: date | None) -> Iterator[Finding]:
        """Move one day on, and the weekday behind it."""
        said = text[day.start : day.end]
        if to is None:
            hint = f"{self.onward.new}年没有这一天，改成别的日子"
            yield self._left(steps, day.start, f"“{said}”没有动", hint)
            return
        written = rewritten(said, day, to)
        if written != said:
            yield self._moved("日期", steps, day.start, said, written)
        if weekday := _WEEKDAY.match(text, day.end):
            after = weekday.start("day")
            name = DAY_NAMES[to.weekday()]
            if weekday["day"].replace("天", "日") != name:
                yield self._moved("星期", steps, after, weekday["day"], name)

    def _moved(self, kind: Kind, steps: Steps, offset: int, old: str, new: str) -> Finding:
        """What moves on by itself: it is counted by its kind, and told no further."""
        edit = self._edit(steps, offset, old, new)
        return Finding(self.tree.place(steps, offset), _MADE, "note", kind, "", edit)

    def _changed(self, steps: Steps, offset: int, old: str, new: str, check: str) -> Finding:
        """What was changed, and may be wrong."""
        edit = self._edit(steps, offset, old, new)
        place = self.tree.place(steps, offset)
        return Finding(place, _CHECK, "note", check, "不对就改过来", edit)

    def _left(self, steps: Steps, offset: int, message: str, hint: str) -> Finding:
        return Finding(self.tree.place(steps, offset), _CHECK, "note", message, hint)

    def _blank(self, steps: Steps, offset: int, old: str, what: str) -> Finding:
        place = self.tree.place(steps, offset)
        if re.fullmatch(BLANK, old):
            return Finding(place, _FILL, "note", f"{what}还没有填", "定了就填上")
        message = f"{what}原来是“{old}”，留空了"
        edit = self._edit(steps, offset, old, _BLANK.format(what))
        return Finding(place, _FILL, "note", message, "定了就填上", edit)

    def _edit(self, steps: Steps, offset: int, old: str, new: str) -> Edit:
        """What is typed there put in another's place; line breaks in it stay, behind."""
        typed = self.tree.typed(steps, offset, len(old))
        return Edit(typed, new + "".join(_BREAK.findall(typed)))


def _free(found: Iterable[re.Match[str]], taken: Sequence[range]) -> Iterator[re.Match[str]]:
    """What has been found, but for what was told of before."""
    return (match for match in found if not any(match.start() in one for one in taken))
