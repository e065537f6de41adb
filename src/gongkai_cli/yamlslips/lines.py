"""Lines that read well to people, and not to YAML because of how they begin or end."""

import re
from collections.abc import Iterator, Sequence

from ..finding import Edit, Finding, Place
from .colons import COLON, indent, is_below_value, is_prose, key_above

FURTHEST = 4
"""So many lines above a complaint its cause is still looked for."""
# "公开为民"，服务发展。: to YAML the text ends with the second mark.
_QUOTED_HEAD = re.compile(
    r"""^\s*(?:- +)?(?:[^\s:："'#]{1,20}: +)?(?P<quoted>(?P<mark>["'])[^"']+(?P=mark))(?=[^\s:,\]}#"'])"""
)
_NUMBERED = re.compile(
    r"^ *(?P<mark>\d{1,2}[.．、）)]|[·•●○◆▪＊①-⑳]|\*(?= )|-{2}(?= )|[（(]?[一二三四五六七八九十\d]{1,2}[）)、])"
    r" *[^\s:：]{1,20}[:：]"
)
# 内容 邀请群众代表, 完成时间；10月16日前.
_NO_COLON = re.compile(r"^\s*(?:- +)?(?P<word>[^\s:：，。；、]{2,6})(?P<mark>[；;]? *)(?=[^\s:：])")
# 统称: 各街道: [甲街道, 乙街道] on one line: the first has keys below it.
_ITEM = re.compile(r" *- (?:(?P<key>[^-\s:：\[{]+): |(?P<table>任务分解表$)|(?P<text>[^-\s\[{]))")
# So near to a line others are looked for that it may belong with.
_NEAR = 12
_LEVEL = 2
_WIDE_DASH = re.compile(r" *(?P<dash>-  +)\S")
_KEY_OR_ITEM = re.compile(r"(?P<head> *(?:- )?)[^-\s:：][^\s:：]*:(?: |$)")
_FIRST_KEY = re.compile(r"^ *(?P<key>标题|材料|内容|题): ")
# What has a title of its own, and is no list.
_UNLISTED = {"公文", "印发件", "总结", "调查问卷"}
_KEYS_BELOW = re.compile(
    r"(?!活动|年份|届次|首届|导语|结语)[^\s:：，。；]{2,4}: +(?P<key>[^\s:：，。；]{1,20}): "
)


def slips(lines: Sequence[str], marks: Sequence[int], path: str) -> Iterator[Finding]:
    """What is wrong with the lines that an error is about, the likeliest first."""
    for number in marks:
        if number < len(lines):
            yield from _of_text(lines, number, path)
    for number in range(marks[-1], max(marks[-1] - FURTHEST, -1), -1) if marks else ():
        if number < len(lines) and (found := _numbered(lines, number, path)):
            yield found
            return


def _of_text(lines: Sequence[str], number: int, path: str) -> Iterator[Finding]:
    line = lines[number]
    if is_prose(lines, number):
        if key := _forgotten_colon(lines, number):
            place = Place(path, number + 1, key.end("word") + 1)
            hint = f"写成“{key['word']}: …”，冒号用半角，后面空一格"
            yield Finding(place, "GK102", "error", f"“{key['word']}”后面没有冒号", hint)
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


def _forgotten_colon(lines: Sequence[str], number: int) -> re.Match[str] | None:
    """A line's first word, if it is a key elsewhere; no sentence has a blank behind its semicolon."""
    found = _NO_COLON.match(lines[number])
    if found is None or re.fullmatch("[；;] +", found["mark"]):
        return found
    key = re.compile(rf"\s*(?:- +)?{re.escape(found['word'])}: ")
    return found if found["mark"] and any(map(key.match, lines)) else None


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


def undashed(lines: Sequence[str], reported: int, path: str) -> Iterator[Finding]:
    """The first key of a list's part that may have lost its dash: right above the complaint, or
    where the list begins that the complaint goes on with.
    """
    if reported >= len(lines):
        return
    column = indent(lines[reported])
    if lines[reported][column:].startswith("- "):
        above = (n for n in range(reported - 1, -1, -1) if lines[n].strip())
        number = next((n for n in above if indent(lines[n]) < column), -1) + 1
        dash = Edit("  ", "- ")
    else:
        number, dash = reported - 1, Edit("", "- ")
    found = _FIRST_KEY.match(lines[number]) if number > 0 else None
    if found and _UNLISTED.isdisjoint({key_above(lines, number)}):
        at = found.start("key")
        place = Place(path, number + 1, at + 1 - len(dash.old))
        message = f"“{found['key']}”前面少了“- ”"
        hint = "清单的每一项用减号加一个空格“- ”开头"
        yield Finding(place, "GK102", "error", message, hint, dash)


def askew(lines: Sequence[str], reported: int, path: str) -> Iterator[Finding]:
    """The line complained of and the one above, moved below what they may belong to: a dash below
    other dashes, a key below the keys next to it.
    """
    above = _WIDE_DASH.match(lines[reported - 1]) if 0 < reported < len(lines) else None
    if above and indent(lines[reported]) == above.start("dash") + _LEVEL:
        place, edit = Place(path, reported, above.start("dash") + 1), Edit(above["dash"], "- ")
        hint = "写成减号加一个空格“- ”"
        yield Finding(place, "GK110", "error", "“-”后面多了空格", hint, edit)
    for number in (reported - 1, reported):
        line = lines[number] if 0 <= number < len(lines) else ""
        # What opens others takes them along.
        if not line.strip() or line.lstrip()[0] == "#" or line.rstrip().endswith(":"):
            continue
        own, beside, furthest = indent(line), _keys(lines, number), -1
        if _kind(line) is not None:
            beside, furthest = _items(lines, number), -_LEVEL
        column = beside.pop() if len(beside) == 1 else own
        # One is not often moved by more than a level, unless it lost all.
        near = own == 0 or furthest <= column - own <= _LEVEL
        if column != own and near and not column % _LEVEL:
            edit = Edit(" " * own, " " * column)
            hint = f"左边空{column}格，和同级的对齐" if column else "从行首写起"
            yield Finding(Place(path, number + 1), "GK102", "error", "缩进和同级的不齐", hint, edit)


def _items(lines: Sequence[str], number: int) -> set[int]:
    """Where the nearest items on both sides begin that begin like this one."""
    kind = _kind(lines[number])
    above = lines[max(number - _NEAR, 0) : number]
    near = [
        next((indent(one) for one in side if _kind(one) == kind), None)
        for side in (reversed(above), lines[number + 1 : number + _NEAR])
    ]
    # None goes further out than the key that it stands right below.
    least = indent(above[-1]) if above and above[-1].rstrip().endswith(":") else 0
    found = {column for column in near if column is not None}
    return found if all(column >= least for column in found) else set()


def _keys(lines: Sequence[str], number: int) -> set[int]:
    """Where the keys above and below begin; what opens others is not of their level."""
    around = [lines[n] if 0 <= n < len(lines) else "" for n in (number - 1, number + 1)]
    keys = [_KEY_OR_ITEM.match(one) for one in around]
    own = _KEY_OR_ITEM.match(lines[number])
    if not own or "-" in own["head"] or not all(keys):
        return set()
    above, below = (key.end("head") if key else 0 for key in keys)
    return {below} if around[0].rstrip().endswith(":") else {above, below}


def _kind(line: str) -> str | None:
    """What an item of a list begins with: the items of one list do alike."""
    found = _ITEM.match(line)
    # Among annexes the table goes by its mere name.
    return (found["key"] or ("标题" if found["table"] else "")) if found else None


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
    if below_it := _KEYS_BELOW.match(line):
        hint = f"“{below_it['key']}”另起一行写，左边缩进两格"
        return Finding(place, "GK102", "error", "一行里写了两个键", hint)
    hint = "改用全角“：”，或者给整个值加引号，或者用“|”另起一行写"
    return Finding(place, "GK102", "error", "值里面又有“: ”", hint)
