"""What becomes false by itself in a year: ordinals of yearly days, and last year's figures."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..dates.tokens import read_numeral
from ..numerals import chinese

# 第25个全国“安全生产月”, 第九个“中国医师节”; but not 第三个工作日, 第二个环节.
_ORDINAL = re.compile(
    r"第(?P<number>\d{1,3}|[一二三四五六七八九十]{1,4}) ?(?P<unit>[个届])"
    r"(?!工作日|交易日|自然日|星期|重要|关键)"
    r"(?P<name>[“‘\"]?[^。；，、！？\n]{0,12}?[^。；，、！？\n个]{2}(?:[日月周]|(?<![环细季情关章小])节(?![点目约能日]))[”’\"]?)"
)
# 6月16日是第25个: without a year it is this one's.
_DAY_IS = re.compile(r"(?<!年)(?<!年 )(?<!\d)\d{1,2} ?月[^年]*[是为](?:我[国省市县区])?$")
_THIS_YEAR = "今年|本年"
_LAST_YEAR = re.compile(r"(?:去年|上一?年度?)(?=[^。；\n]{0,40}\d)")
# 2025年以来, 自2025年首届: from then on; 2025年修订 is the version of a law.
_STAYS = "以来|起|始|首|成立|修|施行|公布|印发|出台|制定|版"
_BEFORE = "[自从]$|《[^》]*$|[\\d—－–~～至到-]$"
_SHOWN = 9


class Ordinal(NamedTuple):
    """The ordinal of a yearly day, week, month or festival; ``start`` is where its number begins.

    ``to`` is the number of the new year. ``is_of_this_year`` where its clause speaks of the old one.
    """

    start: int
    number: str
    unit: str
    said: str
    to: str
    is_of_this_year: bool


def ordinals(text: str, year: int, years: int) -> Iterator[Ordinal]:
    """The ordinals in a text of ``year`` that is to be moved on by so many ``years``."""
    this_year = re.compile(rf"{_THIS_YEAR}|(?<!\d){year} ?年")
    for match in _ORDINAL.finditer(text):
        number = match["number"]
        was = read_numeral(number)
        if was is None:
            continue
        count = was + years
        clause = re.split("[。；，、！？\n]", text[: match.start()])[-1]
        to = str(count) if number.isdigit() else chinese(count)
        told = bool(this_year.search(clause)) or bool(_DAY_IS.search(clause))
        yield Ordinal(match.start("number"), number, match["unit"], match[0], to, told)


def is_of(name: str, text: str, end: int) -> bool:
    """Whether the campaign's name follows an ordinal that ends there."""
    rest = text[end + 1 : end + 4 + len(name)]
    return "「活动」" in rest or any(
        part in rest for part in (name, name.rsplit(maxsplit=1)[-1]) if len(part) > 1
    )


def past(text: str, year: int) -> Iterator[tuple[int, str]]:
    """Where a text speaks of the year before ``year``: the offset, and the first words."""
    last_year = re.compile(rf"(?<!\d){year - 1} ?年(?!{_STAYS})")
    for match in (*last_year.finditer(text), *_LAST_YEAR.finditer(text)):
        if not re.search(_BEFORE, text[: match.start()]):
            yield (
                match.start(),
                text[match.start() : match.end() + _SHOWN].split("\n", maxsplit=1)[0],
            )
