"""Next year's campaign file from this year's: what moves on by itself, what people must decide."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from .dates.days import DAY_NAMES
from .dates.mentions import Written, written_days
from .editing import edited
from .finding import Edit, Finding
from .numerals import chinese
from .plaindata import Step, walk
from .yamltree import Tree
from .yamltree.comments import comments

Keep = Literal["日期", "星期"]
"""What of a date stays the same from year to year: 5月15日, or the Friday of that week."""

_BLANK = "【待填：{}】"
_WEEKDAY = re.compile(r"(?P<head> ?[（(]?(?:星期|周))(?P<day>[一二三四五六日天])")
_PARTS = re.compile(
    r"(?:(?P<year>\d{4})(?= ?年))?(?P<a>[^\d]*)(?:(?P<month>\d{1,2})(?= ?月))?(?P<b>[^\d]*)(?P<day>\d{1,2})"
)
# 5月15日是我省第15个“政务公开日”: the day itself is the same every year.
_NAMES_A_DAY = re.compile(r"(?: ?[（(](?:星期|周).[）)])? ?[是为]")
# 2025—2030年 is a span of years, 2026年修订 the version of a law.
_YEAR = r"(?<![\d—－–~～至-]){}(?= ?年(?! ?(?:修订|修正|修改|施行|公布|版)))"
_DOCUMENT_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,12}[〔\[（(](\d{4})[〕\]）)]第?\d+号")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_WHOLE_VALUES = {"年份", "届次", "首届年份", "发文字号", "成文日期", "印发日期"}
_HEADINGS = re.compile(r"主题$")
_NOT_PROSE = {"联系", "通讯录", "统称", "活动", "编号"}
# A name that may be typed into any text, in quotation marks, in brackets or bare.
_PLAIN = re.compile(r"[\w·、（）]+")
_MADE, _CHECK, _FILL = "GK911", "GK912", "GK913"


@dataclass(frozen=True, slots=True)
class Successor:
    """Next year's file: its text, what was moved on, and what is left to people.

    Places of ``made`` are in this year's file, those of ``left`` too; no edit changes a line's number.
    """

    text: str
    made: tuple[Finding, ...]
    left: tuple[Finding, ...]


def succeed(text: str, tree: Tree, year: int, keep: Keep) -> Successor:
    """Move a sound campaign file on to ``year``. Comments and layout stay as they are."""
    old = int(str(tree.data["年份"]).removesuffix("年"))
    moving = _Moving(tree, old, year, keep)
    found = sorted({*moving.findings(), *moving.remarks()})
    new, made = edited(text, found)
    left = [finding for finding in found if finding not in made or finding.code != _MADE]
    return Successor(new, tuple(one for one in made if one.code == _MADE), tuple(left))


@dataclass(frozen=True, slots=True)
class _Moving:
    """One file on its way from one year to another."""

    tree: Tree
    old: int
    new: int
    keep: Keep

    def findings(self) -> Iterator[Finding]:
        for steps, text in walk(self.tree.data):
            if steps[0] in _NOT_PROSE:
                continue
            if steps[-1] in _WHOLE_VALUES and len(steps) <= 2:  # noqa: PLR2004
                yield from self._value(steps, text)
            elif steps[:2] == ("总结", "数据") and "\n" not in text:
                name = str(steps[-1])
                what = name if _PLAIN.fullmatch(name) else "数据"
                yield self._blank(steps, 0, text, what)
            elif _is_theme(steps):
                yield from self._theme(steps, text)
            else:
                yield from self._prose(steps, text)

    def remarks(self) -> Iterator[Finding]:
        """Comments are people's own: they are kept, and told where they speak of this year."""
        edition = str(self.tree.data.get("届次", ""))
        ordinals = f"|第(?:{edition}|{chinese(int(edition))})[届个]" if edition.isdigit() else ""
        dated = re.compile(rf"{self.old}(?!\d)|\d月\d+日{ordinals}")
        for comment in comments(self.tree):
            if match := dated.search(comment.text):
                message = f"注释里的“{match[0]}”没有动"
                yield Finding(comment.place, _CHECK, "note", message, "说的是今年的，就改过来")

    def _value(self, steps: tuple[Step, ...], text: str) -> Iterator[Finding]:
        match steps[-1]:
            case "年份":
                yield self._found(steps, 0, text, text.replace(str(self.old), str(self.new)), "")
            case "届次":
                yield self._found(steps, 0, text, str(int(text) + self.new - self.old), "")
            case "发文字号" | "成文日期" | "印发日期":
                yield self._blank(steps, 0, text, str(steps[-1]))

    def _theme(self, steps: tuple[Step, ...], text: str) -> Iterator[Finding]:
        if "\n" in text:
            hint = "今年的主题定了再改"
            yield Finding(self.tree.place(steps), _CHECK, "note", "主题还是去年的", hint)
        else:
            yield self._blank(steps, 0, text, "活动主题")

    def _prose(self, steps: tuple[Step, ...], text: str) -> Iterator[Finding]:
        taken: list[range] = []

        def free(match: re.Match[str]) -> bool:
            return not any(match.start() in one for one in taken)

        for match in _DOCUMENT_NUMBER.finditer(text):
            taken.append(range(*match.span()))
            if int(match[1]) == self.old:
                yield self._blank(steps, match.start(), match[0], "文号")
        for day in written_days(text, self.old):
            taken.append(range(day.start, day.end))
            yield from self._day(steps, text, day)
        for match in filter(free, _ISO.finditer(text)):
            taken.append(range(*match.span()))
            if int(match[1]) == self.old and (to := self._moved(_iso(match), self.keep)):
                yield self._found(steps, match.start(), match[0], to.isoformat(), "")
        for match in filter(free, re.finditer(_YEAR.format(self.old), text)):
            said = text[match.start() : match.end() + 9].split("\n", maxsplit=1)[0]
            check = f"“{said}…”的年份改成了{self.new}年"
            yield self._found(steps, match.start(), match[0], str(self.new), check)
        yield from self._edition(steps, text)

    def _edition(self, steps: tuple[Step, ...], text: str) -> Iterator[Finding]:
        edition = str(self.tree.data.get("届次", ""))
        if not edition.isdigit():
            return
        now, then = int(edition), int(edition) + self.new - self.old
        for said, to in ((chinese(now), chinese(then)), (str(now), str(then))):
            for match in re.finditer(rf"(?<=第){said}(?=[届个次])", text):
                if self._is_ours(text, match.end()):
                    yield self._found(steps, match.start(), match[0], to, "")
                else:
                    around = text[match.start() - 1 : match.end() + 10].split("\n", maxsplit=1)[0]
                    hint = f"要是说的就是这项活动，改成第{to}"
                    place = self.tree.place(steps, match.start() - 1)
                    yield Finding(place, _CHECK, "note", f"“{around}…”没有动", hint)

    def _is_ours(self, text: str, end: int) -> bool:
        """Whether an ordinal is that of this campaign, whose name follows."""
        name = str(self.tree.data["活动"])
        rest = text[end + 1 : end + 4 + len(name)]
        return "「活动」" in rest or any(
            part in rest for part in (name, name.rsplit(maxsplit=1)[-1]) if len(part) > 1
        )

    def _day(self, steps: tuple[Step, ...], text: str, day: Written) -> Iterator[Finding]:
        """Move one day on, and the weekday behind it."""
        behind = day.year - self.old
        if behind not in (0, 1) or (behind and day.has_year and day.before is None):
            return
        if day.date is None:
            return
        said = text[day.start : day.end]
        named = _NAMES_A_DAY.match(text, day.end)
        to = self._moved(day.date, "日期" if named else self.keep)
        if to is None:
            hint = "这一天明年没有，改成别的日子"
            place = self.tree.place(steps, day.start)
            yield Finding(place, _CHECK, "note", f"“{said}”没有动", hint)
            return
        written = _rewritten(said, day, to)
        if written != said:
            yield self._found(steps, day.start, said, written, "")
        if weekday := _WEEKDAY.match(text, day.end):
            after = weekday.start("day")
            name = DAY_NAMES[to.weekday()]
            if weekday["day"].replace("天", "日") != name:
                yield self._found(steps, after, weekday["day"], name, "")

    def _moved(self, day: date | None, keep: Keep) -> date | None:
        """The same day of the new year, or the nearest with its weekday; None where there is none."""
        if day is None:
            return None
        try:
            same = day.replace(year=day.year + self.new - self.old)
        except ValueError:
            return None
        if keep == "日期":
            return same
        return same + timedelta(days=(day.weekday() - same.weekday() + 3) % 7 - 3)

    def _found(
        self, steps: tuple[Step, ...], offset: int, old: str, new: str, check: str
    ) -> Finding:
        place = self.tree.place(steps, offset)
        edit = Edit(self.tree.typed(steps, offset, len(old)), new)
        if check:
            return Finding(place, _CHECK, "note", check, "不对就改过来", edit)
        return Finding(place, _MADE, "note", f"“{old}”改成“{new}”", "", edit)

    def _blank(self, steps: tuple[Step, ...], offset: int, old: str, what: str) -> Finding:
        place = self.tree.place(steps, offset)
        message = f"{what}原来是“{old}”，留空了"
        edit = Edit(self.tree.typed(steps, offset, len(old)), _BLANK.format(what))
        return Finding(place, _FILL, "note", message, "定了就填上", edit)


def _is_theme(steps: tuple[Any, ...]) -> bool:
    """The text under a heading such as 活动主题 in 正文."""
    return steps[0] == "正文" and len(steps) <= 3 and bool(_HEADINGS.search(str(steps[1])))  # noqa: PLR2004


def _iso(match: re.Match[str]) -> date | None:
    try:
        return date.fromisoformat(match[0])
    except ValueError:
        return None


def _rewritten(said: str, day: Written, to: date) -> str:
    """The day as it was written, with the new numbers; a month that changes inside a period is named."""
    match = _PARTS.match(said)
    if match is None:
        return said
    year = str(to.year) if match["year"] else ""
    month = str(to.month) if match["month"] else ""
    between, lead = match["b"], match["a"]
    if not month and to.month != _month_before(day, to):
        month = f"{to.month}月"
    return f"{year}{lead}{month}{between}{to.day}{said[match.end() :]}"


def _month_before(day: Written, to: date) -> int:
    before = day.before.date if day.before else None
    if before is None or day.date is None:
        return to.month
    return (to - (day.date - before)).month
