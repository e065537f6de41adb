"""Missing colons, and colons that YAML does not take for one, where a key seems to end."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from ..finding import Edit, Finding, Place

COLON = re.compile(r":(?:[ \t]|$)")
OPENS_TEXT = re.compile(r":[ \t]*[|>][-+]?[ \t]*(?:#.*)?$")
_FULLWIDTH_COLON = re.compile(r"^\s*(?:- +)?[^\s:：#「“\"'|>]{1,20}(：)")
# No key has these in it: what ends with a colon behind them is prose.
_SENTENCE = re.compile("[，。；！？]")
# 上午9:00 is no key with a value.
_NO_BLANK = re.compile(
    r"^\s*(?:- +)?[^\s:：#「“\"'|>]{1,20}(?!(?<=\d):\d)(:)(?:[^\s/\\:]|[\u3000\u00a0])"
)
# 地点 文化广场: what stands where a key does, with nothing of a colon.
_NO_COLON = re.compile(
    r"^\s*(?:- +)?(?P<word>[^\s:：#「“\"'|>\[{&*!%@`-][^\s:：，。；、！？「]{0,19})(?P<blank>[ \u3000]+(?=\S)|(?=\s*$))"
)
_KEY_AND_VALUE = re.compile(r"^\s*(?:- +)?[^\s:#]+: +[^\s|>\"'\[{&*!].*[^。！？：:\s]\s*$")
_WIDE_BLANK = re.compile(r" *[\u3000\u00a0][ \u3000\u00a0]*")
# What names a part of a list, where that is not 标题.
_FIRST = {"报送": "材料", "任务": "内容", "题目": "题"}
# Further ones are not tried: each trial reads the file.
_MOST_COLONS = 5
# No text is longer than so many lines, and no more of them are looked at.
_FURTHEST = 200


def bad_colons(lines: Sequence[str], reported: int, path: str) -> Iterator[Finding]:
    """Lines with a bad colon above the place where the parser complains, the likeliest first.

    The parser takes lines without ``: `` for one long text, and complains only at the next key.
    """
    numbers = _without_keys(lines, reported)
    found = [colon for number in numbers if (colon := bad_colon(lines, number, path))]
    yield from _likeliest(found)


def _likeliest(found: Sequence[Finding]) -> Iterator[Finding]:
    yield from found[:_MOST_COLONS]
    yield from reversed(found[_MOST_COLONS:][-2:])


def forgotten_colons(lines: Sequence[str], reported: int, path: str) -> Iterator[Finding]:
    """Lines above the complaint that would be a key if they had a colon, the likeliest first."""
    numbers = [n for n in _without_keys(lines, reported) if not COLON.search(lines[n])]
    found = ((n, match) for n in numbers if (match := _NO_COLON.match(lines[n])))
    yield from _likeliest([_forgotten_colon(lines, match, n, path) for n, match in found])


def _forgotten_colon(lines: Sequence[str], found: re.Match[str], number: int, path: str) -> Finding:
    word, blank = found["word"], found["blank"]
    place = Place(path, number + 1, found.end("word") + 1)
    before = lines[number][: found.start("word")]
    if not blank and before.strip() == "-" and _has_keys_below(lines, number, len(before)):
        first = _FIRST.get(key_above(lines, number), "标题")
        hint, edit = f"写成“- {first}: {word}”", Edit(word, f"{first}: {word}")
        place = Place(path, number + 1, found.start("word") + 1)
        return Finding(place, "GK102", "error", f"“{word}”前面少了键", hint, edit)
    if blank:
        hint, edit = f"写成“{word}: …”，冒号用半角，后面空一格", Edit(blank, ": ")
    else:
        rest = "是上面的下文，就和它左边对齐"
        if is_below_value(lines, number):
            rest = "是上一行的下文，就在左边再缩进两格"
        hint, edit = f"写成“{word}:”，冒号用半角；{rest}", Edit("", ":")
    return Finding(place, "GK102", "error", f"“{word}”后面没有冒号", hint, edit)


def _has_keys_below(lines: Sequence[str], number: int, column: int) -> bool:
    """Whether the next line has a key of the same item of a list."""
    below = lines[number + 1] if number + 1 < len(lines) else ""
    return indent(below) == column and bool(COLON.search(below))


def key_above(lines: Sequence[str], number: int) -> str:
    """The key that opens the list which a line is a part of."""
    column = indent(lines[number])
    for line in reversed(lines[max(number - _FURTHEST, 0) : number]):
        if line.strip() and indent(line) <= column and not line[column:].startswith(("-", " ")):
            return line.strip().removesuffix(":")
    return ""


def _without_keys(lines: Sequence[str], reported: int) -> range:
    """The line complained of and those above it, back to the last one with a key."""
    first = reported
    while first and not COLON.search(lines[first - 1]):
        first -= 1
    return range(first, min(reported + 1, len(lines)))


def bad_colon(lines: Sequence[str], number: int, path: str) -> Finding | None:
    """The finding on a full-width colon, or one without a blank, where a key seems to end."""
    line = lines[number]
    if found := _FULLWIDTH_COLON.match(line):
        message, hint = "键后面用了全角冒号“：”", "改成半角冒号加一个空格“: ”"
    elif found := _NO_BLANK.match(line):
        message, hint = "冒号后面少一个空格", "改成“: ”"
        if line[found.end() - 1].isspace():
            message = "冒号后面不是半角的空格"
    else:
        return None
    if _SENTENCE.search(line, 0, found.start(1)) or is_prose(lines, number):
        return None
    if line.lstrip().startswith("- ") and not _goes_on(lines, number):
        return None
    place = Place(path, number + 1, found.start(1) + 1)
    return Finding(place, "GK103", "error", message, hint, colon_edit(line, found.start(1)))


def is_prose(lines: Sequence[str], number: int) -> bool:
    """Whether a line goes on with the long text above it, though it is not indented enough for that.

    It does where it reads like a sentence, or ends with a full-width colon and has nothing below it.
    """
    line = lines[number]
    if not line.strip() or line.lstrip()[:1] in "-#" or COLON.search(line):
        return False
    # 抄送：市委，市政府 is a key with its value.
    said = line.partition("：")[0]
    if is_below_value(lines, number):
        return bool(_SENTENCE.search(said))
    if not _is_below_text(lines, number):
        return False
    if _SENTENCE.search(said):
        return True
    below = next(filter(str.strip, islice(lines, number + 1, number + _FURTHEST)), "")
    opens = indent(below) > indent(line) or below[indent(line) :].startswith("- ")
    return line.rstrip().endswith("：") and not opens


def is_below_value(lines: Sequence[str], number: int) -> bool:
    """Whether a line stands directly under a ``key: value`` whose text has no end, equally indented."""
    above = lines[number - 1] if number else ""
    begins = len(above) - len(above.lstrip(" -"))
    return indent(lines[number]) == begins and bool(_KEY_AND_VALUE.match(above))


def _is_below_text(lines: Sequence[str], number: int) -> bool:
    """Whether the nearest key above, indented no further than the line, opens a long text."""
    column = indent(lines[number])
    seen = False
    for line in reversed(lines[max(number - _FURTHEST, 0) : number]):
        if not line.strip():
            continue
        if OPENS_TEXT.search(line) and indent(line) <= column:
            return seen or bool(_SENTENCE.search(lines[number]))
        if COLON.search(line) and indent(line) <= column:
            return False
        seen = True
    return False


def _goes_on(lines: Sequence[str], number: int) -> bool:
    """Whether an item of a list has more keys on the next line; otherwise it may be plain text."""
    column = len(lines[number]) - len(lines[number].lstrip(" -"))
    below = lines[number + 1] if number + 1 < len(lines) else ""
    return indent(below) == column and bool(re.match(r"\s*[^\s:：「-][^\s:：「]*[:：]", below))


def colon_edit(line: str, offset: int) -> Edit:
    """The edit for the colon at ``offset``: half-width, and with a blank unless the line ends."""
    rest = line[offset + 1 :]
    if wide := _WIDE_BLANK.match(rest):
        return Edit(line[offset] + wide[0], ": ")
    parted = rest.startswith(" ") or not rest
    return Edit(line[offset], ":" if parted else ": ")


def indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
