"""Colons that YAML does not take for one, or that are not there, where a key seems to end."""

import re
from collections.abc import Iterator, Sequence

from .finding import Edit, Finding, Place

COLON = re.compile(r":(?:\s|$)")
_FULLWIDTH_COLON = re.compile(r"^\s*(?:- +)?[^\s:：#「“\"'|>]{1,20}(：)")
# 上午9:00 is no key with a value.
_NO_BLANK = re.compile(r"^\s*(?:- +)?[^\s:：#「“\"'|>]{1,20}(?!(?<=\d):\d)(:)[^\s/\\:]")
# 地点 文化广场: what stands where a key does, with nothing of a colon.
_NO_COLON = re.compile(
    r"^\s*(?:- +)?(?P<word>[^\s:：#「“\"'|>\[{&*!%@`-][^\s:：，。；、！？「]{0,19})(?P<blank>[ \u3000]+(?=\S)|(?=\s*$))"
)
# Further ones are not tried: each trial reads the file.
_MOST_COLONS = 5


def bad_colons(lines: Sequence[str], reported: int, path: str) -> Iterator[Finding]:
    """The usual culprits above the place where the parser noticed, the likeliest first.

    It takes all lines without a ``: `` for one text, and complains where the next key begins.
    """
    numbers = _without_keys(lines, reported)
    found = [colon for number in numbers if (colon := bad_colon(lines, number, path))]
    yield from _likeliest(found)


def _likeliest(found: Sequence[Finding]) -> Iterator[Finding]:
    yield from found[:_MOST_COLONS]
    yield from reversed(found[_MOST_COLONS:][-2:])


def forgotten_colons(lines: Sequence[str], reported: int, path: str) -> Iterator[Finding]:
    """Lines above the complaint that would be a key, with or without a value, if they had a colon."""
    numbers = [n for n in _without_keys(lines, reported) if not COLON.search(lines[n])]
    found = ((n, match) for n in numbers if (match := _NO_COLON.match(lines[n])))
    yield from _likeliest([_forgotten_colon(match, n, path) for n, match in found])


def _forgotten_colon(found: re.Match[str], number: int, path: str) -> Finding:
    word, blank = found["word"], found["blank"]
    place = Place(path, number + 1, found.end("word") + 1)
    if blank:
        hint, edit = f"写成“{word}: …”，冒号用半角，后面空一格", Edit(blank, ": ")
    else:
        hint, edit = f"写成“{word}:”，冒号用半角；是上面的下文，就和它左边对齐", Edit("", ":")
    return Finding(place, "GK102", "error", f"“{word}”后面没有冒号", hint, edit)


def _without_keys(lines: Sequence[str], reported: int) -> range:
    """The lines above a complaint up to the last that has a key, and the one complained of."""
    first = reported
    while first and not COLON.search(lines[first - 1]):
        first -= 1
    return range(first, min(reported + 1, len(lines)))


def bad_colon(lines: Sequence[str], number: int, path: str) -> Finding | None:
    """A full-width colon, or none of the blank behind it, where a key seems to end."""
    line = lines[number]
    if found := _FULLWIDTH_COLON.match(line):
        message, hint = "键后面用了全角冒号“：”", "改成半角冒号加一个空格“: ”"
    elif found := _NO_BLANK.match(line):
        message, hint = "冒号后面少一个空格", "改成“: ”"
    else:
        return None
    if line.lstrip().startswith("- ") and not _goes_on(lines, number):
        return None
    place = Place(path, number + 1, found.start(1) + 1)
    return Finding(place, "GK103", "error", message, hint, colon_edit(line, found.start(1)))


def _goes_on(lines: Sequence[str], number: int) -> bool:
    """Whether more keys follow in an item of a list: a single line there may be plain text."""
    column = len(lines[number]) - len(lines[number].lstrip(" -"))
    below = lines[number + 1] if number + 1 < len(lines) else ""
    return indent(below) == column and bool(re.match(r"\s*[^\s:：「-][^\s:：「]*[:：]", below))


def colon_edit(line: str, offset: int) -> Edit:
    """The colon at ``offset`` as YAML wants it: half-width, with a blank unless the line ends."""
    parted = line[offset + 1 :].startswith(" ") or not line[offset + 1 :]
    return Edit(line[offset], ":" if parted else ": ")


def indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
