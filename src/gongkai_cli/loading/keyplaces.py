"""Whether a word before a colon can be a key where it stands, in a file that YAML cannot read.

Only then is its colon mended. Prose such as 各单位注意： would become a key, and its text be lost.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import Final

from ..finding import Finding
from ..yamlslips.colons import indent
from .modelkeys import NEAR, WITH_OWN_KEYS, all_keys

_KEY = re.compile(r"^\s*(?:- +)*(?P<key>[^\s:：#]+) ?[:：]")
_ITEM: Final = "-"


def keys_only(findings: Iterable[Finding], text: str) -> tuple[Finding, ...]:
    """The findings, without edits that would make a key of a word that cannot be one."""
    lines = text.split("\n")
    return tuple(_unless_prose(one, lines) for one in findings)


def _unless_prose(finding: Finding, lines: Sequence[str]) -> Finding:
    if finding.code != "GK103" or finding.edit is None or finding.place.line > len(lines):
        return finding
    number = finding.place.line - 1
    found = _KEY.match(lines[number])
    if found is None or found.end("key") + 1 != finding.place.column:
        return finding
    word, keys = found["key"], all_keys()
    if word in keys or _is_free(_above(lines, number, found.start("key"))):
        return finding
    if near := get_close_matches(word, sorted(keys), 1, NEAR):
        return replace(finding, edit=None, hint=f"是不是“{near[0]}: …”")
    hint = f"这里没有“{word}”这个键"
    if number:
        hint += "；是上面长文字的下文，就在左边再缩进两格"
    return replace(finding, edit=None, hint=hint)


def _is_free(above: tuple[str, ...]) -> bool:
    section = above[:1] == ("正文",) and _ITEM not in above and above[2:] in ((), ("各项",))
    return above in WITH_OWN_KEYS or section


def _above(lines: Sequence[str], number: int, column: int) -> tuple[str, ...]:
    """The keys above a line by its indentation, the outermost first; ``-`` stands for an item of a list."""
    found: list[str] = []
    if lines[number][:column].strip():
        found.append(_ITEM)
        column = indent(lines[number])
    for line in reversed(lines[:number]):
        if not column:
            break
        match = _KEY.match(line)
        if match is None or indent(line) >= column:
            continue
        if match.start("key") < column:
            found.append(match["key"])
        if line.lstrip().startswith("- "):
            found.append(_ITEM)
        column = indent(line)
    return tuple(reversed(found))
