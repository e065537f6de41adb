"""Numbers that the program sets before paragraphs: they are on the page, not in the text."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from re import Match, sub

from docx.opc.part import Part

from ..numerals import chinese
from .names import Node, W, is_on, value
from .parts import related

_LEVELS = 9
_MOST_STYLES = 20  # based on one another
_LARGEST_WRITTEN = 9999
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_PRIVATE = range(0xE000, 0xF900)


def _counted(number: int) -> str:
    return chinese(number) if 1 <= number <= _LARGEST_WRITTEN else str(number)


def _letters(number: int) -> str:
    """a, b … z, aa, bb …: as word processors count."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    written = ""
    for worth, sign in _ROMAN:
        times, number = divmod(number, worth)
        written += sign * times
    return written


def _of(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if 1 <= number <= len(signs) else str(number)


_FORMATS: Mapping[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate(_WIDE),
    "chineseCounting": _counted,
    "chineseCountingThousand": _counted,
    "japaneseCounting": _counted,
    "taiwaneseCountingThousand": _counted,
    "ideographDigital": lambda number: str(number).translate(_DIGITS),
    "decimalEnclosedCircle": _of(_CIRCLED),
    "decimalEnclosedCircleChinese": _of(_CIRCLED),
    "ideographTraditional": _of(_STEMS),
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}


@dataclass(slots=True)
class _Level:
    """How one level of a list is numbered."""

    start: int = 1
    kind: str = "decimal"
    pattern: str = ""
    gap: str = " "
    plain: bool = False
    restarts: bool = True
    style: str = ""


@dataclass(slots=True)
class _List:
    """A list: its levels, whose count it shares, and where it starts anew."""

    shared: str
    levels: list[_Level]
    anew: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts the numbered paragraphs of a document, in its order."""

    def __init__(self, document: Part) -> None:
        self._lists = _lists(related(document, "numbering"))
        styles = related(document, "styles")
        found = () if styles is None else styles.findall(f"{W}style")
        self._styles = {style.get(f"{W}styleId"): style for style in found} if self._lists else {}
        self._counts: dict[str, list[int]] = {}

    def label(self, paragraph: Node) -> str:
        """The number before a paragraph, with the blank after it; empty where there is none."""
        if not self._lists:
            return ""
        number, level = self._list_of(paragraph)
        listed = self._lists.get(number)
        if listed is None or not 0 <= level < len(listed.levels):
            return ""
        counts = self._counts.setdefault(listed.shared, [0] * _LEVELS)
        own = listed.levels[level]
        if level in listed.anew:
            counts[level] = listed.anew.pop(level)
        else:
            counts[level] = counts[level] + 1 if counts[level] else own.start
        for deeper in range(level + 1, len(listed.levels)):
            if listed.levels[deeper].restarts:
                counts[deeper] = 0
        text = sub("%([1-9])", lambda at: _part(at, listed.levels, counts, own), own.pattern)
        return text + own.gap if text else ""

    def _list_of(self, paragraph: Node) -> tuple[str, int]:
        """The list of a paragraph and its level there, its own or its style's."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        style = value(paragraph, "pPr/pStyle")
        number, level = value(own, "numId"), value(own, "ilvl")
        for _ in range(_MOST_STYLES):
            found = self._styles.get(style) if style and number is None else None
            if found is None:
                break
            numbered = found.find(f"{W}pPr/{W}numPr")
            number, level = value(numbered, "numId"), level or value(numbered, "ilvl")
            if number and level is None:
                level = self._level_of_style(number, style)
            style = value(found, "basedOn")
        return number or "0", int(level or 0)

    def _level_of_style(self, number: str, style: str | None) -> str | None:
        listed = self._lists.get(number)
        levels = listed.levels if listed else []
        return next((str(at) for at, level in enumerate(levels) if level.style == style), None)


def _part(at: Match[str], levels: list[_Level], counts: list[int], own: _Level) -> str:
    level = int(at[1]) - 1
    if level >= len(levels):
        return ""
    number = counts[level] or levels[level].start
    kind = "decimal" if own.plain else levels[level].kind
    return _FORMATS.get(kind, str)(number)


def _lists(numbering: Node | None) -> dict[str, _List]:
    if numbering is None:
        return {}
    shared = {
        one.get(f"{W}abstractNumId"): [_level(each) for each in one.findall(f"{W}lvl")][:_LEVELS]
        for one in numbering.findall(f"{W}abstractNum")
    }
    found: dict[str, _List] = {}
    for one in numbering.findall(f"{W}num"):
        name = value(one, "abstractNumId") or ""
        listed = _List(name, list(shared.get(name, ())))
        for change in one.findall(f"{W}lvlOverride"):
            at = int(change.get(f"{W}ilvl") or 0)
            if (start := value(change, "startOverride")) is not None:
                listed.anew[at] = int(start)
            if (other := change.find(f"{W}lvl")) is not None and at < len(listed.levels):
                listed.levels[at] = _level(other)
        found[one.get(f"{W}numId")] = listed
    return found


def _level(node: Node) -> _Level:
    kind = value(node, "numFmt") or "decimal"
    pattern = value(node, "lvlText") or ""
    # Signs of symbol fonts have no character of their own.
    if kind == "bullet" and any(ord(char) in _PRIVATE for char in pattern):
        pattern = "•"
    return _Level(
        start=int(value(node, "start") or 0),
        kind=kind,
        pattern=pattern,
        gap="" if value(node, "suff") == "nothing" else " ",
        plain=is_on(node, "isLgl"),
        restarts=value(node, "lvlRestart") != "0",
        style=value(node, "pStyle") or "",
    )
