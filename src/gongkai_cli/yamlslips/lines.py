"""Lines that read well to people, and not to YAML because of how they begin or end."""

import re
from collections.abc import Iterator, Sequence

from ..finding import Edit, Finding, Place
from .colons import COLON, indent, is_below_value, is_prose

# So far above a complaint its cause is still looked for.
_FURTHEST = 4
# "公开为民"，服务发展。: to YAML the text ends with the second mark.
_QUOTED_HEAD = re.compile(
    r"""^\s*(?:- +)?(?:[^\s:："'#]{1,20}: +)?(?P<quoted>(?P<mark>["'])[^"']+(?P=mark))(?=[^\s:,\]}#"'])"""
)
_NUMBERED = re.compile(
    r"^ *(?P<mark>\d{1,2}[.．、）)]|[·•●○◆▪＊]|[（(]?[一二三四五六七八九十\d]{1,2}[）)、])"
    r" *[^\s:：]{1,20}[:：]"
)


def slips(lines: Sequence[str], marks: Sequence[int], path: str) -> Iterator[Finding]:
    """What is wrong with the lines that an error is about, the likeliest first."""
    for number in marks:
        if number < len(lines):
            yield from _of_text(lines, number, path)
    for number in range(marks[-1], max(marks[-1] - _FURTHEST, -1), -1) if marks else ():
        if number < len(lines) and (found := _numbered(lines, number, path)):
            yield found
            return


def _of_text(lines: Sequence[str], number: int, path: str) -> Iterator[Finding]:
    line = lines[number]
    if is_prose(lines, number):
        below_value = is_below_value(lines, number)
        hint = "左边再缩进两格，或者用“|”" if below_value else "左边再缩进两格，和上面的文字对齐"
        what = "上一行" if below_value else "上面长文字"
        place = Place(path, number + 1, indent(line) + 1)
        yield Finding(place, "GK102", "error", f"这一行是{what}的下文，缩进不够", hint)
    if found := _QUOTED_HEAD.match(line):
        place = Place(path, number + 1, found.start("quoted") + 1)
        quoted, mark = found["quoted"], found["mark"]
        edit = Edit(quoted, f"“{quoted[1:-1]}”") if mark == '"' else None
        yield Finding(place, "GK102", "error", f"用了直引号 {mark}", "改成“ ”", edit)


def _numbered(lines: Sequence[str], number: int, path: str) -> Finding | None:
    """An item that begins with 1. or （一） instead of a dash, and has keys below it."""
    found = _NUMBERED.match(lines[number])
    below = lines[number + 1] if number + 1 < len(lines) else ""
    if found is None or indent(below) <= indent(lines[number]) or not COLON.search(below):
        return None
    place = Place(path, number + 1, found.start("mark") + 1)
    mark = found["mark"]
    return Finding(
        place, "GK102", "error", f"清单的每一项用“- ”开头，不用“{mark}”", "改成减号加一个空格“- ”"
    )


def colon_in_value(lines: Sequence[str], number: int, column: int, path: str) -> Finding | None:
    """The finding on a second half-width colon in a line."""
    line = lines[number]
    if len(COLON.findall(line)) <= 1:
        return None
    below = lines[number + 1] if number + 1 < len(lines) else ""
    if line.rstrip().endswith(":") and indent(below) <= indent(line):
        place = Place(path, number + 1, len(line.rstrip()))
        return Finding(place, "GK102", "error", "句末用了半角冒号", "改成“：”", Edit(":", "："))
    place = Place(path, number + 1, column + 1)
    hint = "改用全角“：”，或者给整个值加引号，或者用“|”另起一行写"
    return Finding(place, "GK102", "error", "值里面又有“: ”", hint)
