"""What libyaml complains about, said so that a clerk can mend it.

Takes the parser's error apart by its attributes, so it needs no import of yaml.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from .finding import Edit, Finding, Place

# What the parser says → what to tell the clerk. First match wins.
_SENTENCES = (
    (
        "mapping values are not allowed",
        "这里多了一个冒号，或者上一行没写完",
        "值里含有“: ”时给整个值加引号；查缩进是否对齐",
    ),
    ("tab character", "用了制表符（Tab）缩进", "改成空格"),
    ("scanning an alias", "以 * 开头的值被当成 YAML 的别名", "给值加上引号"),
    ("scanning an anchor", "以 & 开头的值被当成 YAML 的锚点", "给值加上引号"),
    (" a tag", "以 ! 开头的值被当成 YAML 的标签", "给值加上引号"),
    ("undefined alias", "以 * 开头的值被当成 YAML 的别名", "给值加上引号"),
    ("alias", "以 * 开头的值被当成 YAML 的别名", "给值加上引号"),
    ("anchor", "以 & 开头的值被当成 YAML 的锚点", "给值加上引号"),
    ("cannot start any token", "值不能以这个符号开头", "给值加上引号"),
    ("unexpected end of stream", "引号没有配对", "补上后一半引号"),
    (
        "did not find expected ',' or",
        "方括号或花括号没有配对，或者中间少了逗号",
        "用半角 , 分隔，用半角 ] } 收尾",
    ),
    ("did not find expected node content", "方括号或花括号没有写完", "用半角 ] } 收尾"),
    (
        "did not find expected '-'",
        "清单里混进了不带“-”的行，或者缩进不齐",
        "每一项前面写“- ”，同级对齐",
    ),
    (
        "did not find expected key",
        "这一行不成“键: 值”，或者缩进不齐",
        "同级的键左边对齐；以 { [ \" ' 开头的文字整个加引号",
    ),
    ("could not find expected ':'", "这一行没有半角冒号", "写成“键: 值”，冒号用半角，后面空一格"),
    ("another document", "文件里有第二个文档（--- 分隔）", "一个文件只写一个活动"),
    ("unknown escape", "双引号里的反斜杠 \\ 有特别含义", "改用单引号"),
    ("directive", "以 % 开头的行被当成 YAML 指令", "给值加上引号"),
    ("indentation indicator", "“|”后面只能换行", "文字从下一行开始写，缩进两格"),
    ("comment or line break", "“|”后面只能换行", "文字从下一行开始写，缩进两格"),
    ("nesting depth", "层次太深", "活动文件最多四级，查是否多了括号或缩进"),
    ("too many parts", "内容太多", "一个文件只写一个活动，查是否选错了文件"),
    ("nested too deep", "层次太深", "活动文件最多四级，查是否多了括号或缩进"),
)
_FULLWIDTH_COLON = re.compile(r"^\s*(?:- +)?[^\s:：#「“\"'|>]{1,20}(：)")
_COLON = re.compile(r":(?:\s|$)")
_KEY_AND_VALUE = re.compile(r"^\s*(?:- +)?[^\s:#]+: +\S")
_NOT_CLOSED = ("unexpected end of stream", "did not find expected ',' or", "expected node content")
# Further ones are not tried: each trial reads the file.
_MOST_COLONS = 5
_EXCESS = re.compile("nested|nesting|too many parts")
_NO_BLANK = re.compile(r"^\s*(?:- +)?[^\s:：#「“\"'|>]{1,20}(:)[^\s/\\:]")


def syntax_finding(
    error: Any,  # noqa: ANN401
    text: str,
    path: str,
    mends: Callable[[Finding], bool],
) -> Finding:
    """Turn a YAML error (``problem``, ``problem_mark``, ``position``) into one finding.

    ``mends`` tells whether a finding's edit would do away with the error.
    """
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        offset = min(getattr(error, "position", 0), len(text))
        line = text.count("\n", 0, offset)
        place = Place(path, line + 1, offset - text.rfind("\n", 0, offset))
        return Finding(place, "GK005", "error", "有 YAML 不许用的控制字符", "删去这个字符")
    problem = f"{error.problem} {error.context}"
    lines = text.split("\n")
    colons = _bad_colons(lines, mark.line, path)
    if not _EXCESS.search(problem) and (colon := next(filter(mends, colons), None)):
        return colon
    if "mapping values" in problem and len(_COLON.findall(lines[mark.line])) > 1:
        place = Place(path, mark.line + 1, mark.column + 1)
        hint = "改用全角“：”，或者给整个值加引号，或者用“|”另起一行写"
        return Finding(place, "GK102", "error", "值里面又有“: ”", hint)
    if "mapping values" in problem and _is_askew(lines, mark.line):
        place = Place(path, mark.line + 1, _indent(lines[mark.line]) + 1)
        return Finding(place, "GK102", "error", "缩进和上一行不齐", "同级的键左边对齐")
    if any(said in problem for said in _NOT_CLOSED) and error.context_mark:
        # What was opened is what the reader looks for, not where the file ends.
        mark = error.context_mark
    message, hint = next(
        (sentence[1:] for sentence in _SENTENCES if sentence[0] in problem),
        ("这里不合 YAML 的写法", "对照上下几行的缩进、冒号、引号、括号"),
    )
    return Finding(Place(path, mark.line + 1, mark.column + 1), "GK102", "error", message, hint)


def _is_askew(lines: list[str], number: int) -> bool:
    """Whether a line stands further in than a finished ``key: value`` above it."""
    above = lines[number - 1] if number else ""
    return bool(_KEY_AND_VALUE.match(above)) and _indent(lines[number]) > _indent(above)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _bad_colons(lines: Sequence[str], reported: int, path: str) -> Iterator[Finding]:
    """The usual culprits above the place where the parser noticed, the likeliest first.

    It takes all lines without a ``: `` for one text, and complains where the next key begins.
    """
    first = reported
    while first and not _COLON.search(lines[first - 1]):
        first -= 1
    numbers = range(first, min(reported + 1, len(lines)))
    found = [colon for number in numbers if (colon := bad_colon(lines, number, path))]
    yield from found[:_MOST_COLONS]
    yield from reversed(found[_MOST_COLONS:][-2:])


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
    return _indent(below) == column and bool(re.match(r"\s*[^\s:：「-][^\s:：「]*[:：]", below))


def colon_edit(line: str, offset: int) -> Edit:
    """The colon at ``offset`` as YAML wants it: half-width, with a blank unless the line ends."""
    parted = line[offset + 1 :].startswith(" ") or not line[offset + 1 :]
    return Edit(line[offset], ":" if parted else ": ")
