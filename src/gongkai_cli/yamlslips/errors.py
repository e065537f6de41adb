"""Errors of the YAML parser in words that a clerk can act on.

It reads the attributes of the parser's error, and needs no import of yaml.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any

from ..finding import Edit, Finding, Place
from .colons import bad_colons, forgotten_colons, indent
from .lines import FURTHEST, askew, colon_in_value, slips, undashed

# What libyaml or PyYAML's own parser says → what to tell the clerk. First match wins.
_SENTENCES = (
    (
        "mapping values are not allowed",
        "这里多了一个冒号，或者上一行没写完",
        "值里含有“: ”时给整个值加引号；查缩进是否对齐",
    ),
    ("scanning an alias|undefined alias|alias", "以 * 开头的值被当成 YAML 的别名", "给值加上引号"),
    ("scanning an anchor|anchor", "以 & 开头的值被当成 YAML 的锚点", "给值加上引号"),
    (" a tag", "以 ! 开头的值被当成 YAML 的标签", "给值加上引号"),
    ("cannot start any token|mapping keys are not allowed", "值不能以“{char}”开头", "给值加上引号"),
    ("unexpected end of stream|unexpected document", "引号没有配对", "补上后一半引号"),
    (
        "expected ',' or",
        "方括号或花括号没有配对，或者中间少了逗号",
        "用半角 , 分隔，用半角 ] } 收尾",
    ),
    ("expected (?:the )?node content", "方括号或花括号没有写完", "用半角 ] } 收尾"),
    (
        "expected '-'|block end.* a block collection",
        "清单里混进了不带“-”的行，或者缩进不齐",
        "每一项前面写“- ”，同级对齐",
    ),
    (
        "expected key|block end.* a block mapping",
        "这一行不成“键: 值”，或者缩进不齐",
        "同级的键左边对齐；以 { [ \" ' 开头的文字整个加引号",
    ),
    ("could not find expected ':'", "这一行没有半角冒号", "写成“键: 值”，冒号用半角，后面空一格"),
    ("sequence entries are not allowed", "“- ”不能写在这里", "清单另起一行写，每一项前面写“- ”"),
    ("<document start>", "缩进和上面不齐", "顶层的键（活动、年份、公文……）都从行首写起"),
    ("another document|document start", "文件里有第二个文档（--- 分隔）", "一个文件只写一个活动"),
    ("unknown escape|escape sequence", "双引号里的反斜杠 \\ 有特别含义", "改用单引号"),
    ("directive", "以 % 开头的行被当成 YAML 指令", "给值加上引号"),
    ("indentation indicator", "“|”后面只能换行", "文字从下一行开始写，缩进两格"),
    ("comment or (?:a )?line break", "“|”后面只能换行", "文字从下一行开始写，缩进两格"),
    ("nesting depth", "层次太深", "活动文件最多四级，查是否多了括号或缩进"),
    ("too many parts", "内容太多", "一个文件只写一个活动，查是否选错了文件"),
    ("nested too deep", "层次太深", "活动文件最多四级，查是否多了括号或缩进"),
)
_CONFLICT = re.compile(r"^(?:<{7}(?: .*)?|\|{7} .*|={7}|>{7}(?: .*)?)$")
_TAB = re.compile(r"^ *\t")
_KEY_AND_VALUE = re.compile(r"^\s*(?:- +)?[^\s:#]+: +\S")
_NOT_CLOSED = re.compile("unexpected end of stream|expected ',' or|expected (?:the )?node content")
_OF_BLOCKS = re.compile("mapping values|expected key|expected '-'|block end")
_EXCESS = re.compile("nested|nesting|too many parts")
_BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_TO_BLANK = dict.fromkeys([0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F], " ")
_A_KEY = r"[^\s:：#「“\"'|>-][^\s:：]{0,19}"
_WIDE_BLANKS = re.compile(rf"^(?P<blanks> *[{_BLANKS}][ {_BLANKS}]*)(?:- |{_A_KEY}[:：](?:\s|$))")
_WIDE_BRACE = re.compile(r"^\s*(?:- +)?(?:[^\s:：｛]{1,20}: +)?(?P<braced>｛.*[｝}]?)\s*$")
_BAD_DASH = re.compile(r"^ *(?P<dash>-(?=[^-\s\d])|[－—–−‐] ?)(?=\S)")
_BAD_ITEM = re.compile(r"^ *(?P<dash>-(?=[^-\s\d])|－ ?(?=\S)|- (?=\S))")


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
    lines = text.split("\n")
    return (
        _conflict(lines, path)
        or _tab(lines, mark, path)
        or _slip(error, mark, lines, path, mends)
        or _in_words(error, mark, lines, path)
    )


def _problem(error: Any) -> str:  # noqa: ANN401
    return f"{error.problem} {error.context}"


def _slip(
    error: Any,  # noqa: ANN401
    mark: Any,  # noqa: ANN401
    lines: Sequence[str],
    path: str,
    mends: Callable[[Finding], bool],
) -> Finding | None:
    """A slip near the complaint that explains it, the likeliest kind first.

    An edit that does not do away with the error is no right answer, and is left out.
    """
    number, problem = mark.line, _problem(error)
    starts = tuple(_bad_starts(lines, number, path))
    about = [one.line for one in (error.context_mark, mark) if one]
    if start := next(slips(lines, about, path), None) or next(filter(mends, starts), None):
        return _proven(start, mends)
    excess = _EXCESS.search(problem)
    if not excess and (colon := next(filter(mends, bad_colons(lines, number, path)), None)):
        return colon
    if blanks := next((one for one in starts if one.edit and one.edit.new.isspace()), None):
        return replace(blanks, edit=None)
    if brace := _wide_brace(lines, number, path):
        return _proven(brace, mends)
    forgotten = chain(forgotten_colons(lines, number, path), undashed(lines, number, path))
    if not excess and (one := next(filter(mends, forgotten), None)):
        # That it reads with a mark there does not say that nothing else can have been meant.
        return replace(one, edit=None)
    if "mapping values" in problem and (colon := colon_in_value(lines, number, mark.column, path)):
        return _proven(colon, mends)
    moved = askew(lines, number, path) if _OF_BLOCKS.search(problem) else ()
    uneven = [one for one in moved if mends(one)]
    return uneven[0] if len(uneven) == 1 else _uneven(lines, number, path, problem)


def _proven(finding: Finding, mends: Callable[[Finding], bool]) -> Finding:
    return finding if mends(finding) else replace(finding, edit=None)


def _in_words(error: Any, mark: Any, lines: Sequence[str], path: str) -> Finding:  # noqa: ANN401
    """What the parser itself says, in a clerk's words."""
    problem = _problem(error)
    # What was opened is what the reader looks for, not where the file ends; and a line without a
    # colon is missed only where the next one has one.
    if error.context_mark and (_NOT_CLOSED.search(problem) or "expected ':'" in problem):
        mark = error.context_mark
    message, hint = next(
        (sentence[1:] for sentence in _SENTENCES if re.search(sentence[0], problem)),
        ("这里不合 YAML 的写法", "对照上下几行的缩进、冒号、引号、括号"),
    )
    message = message.replace("{char}", lines[mark.line][mark.column : mark.column + 1])
    column = mark.column
    if "escape" in problem and lines[mark.line][column - 1 : column] == "\\":
        column -= 1  # libyaml points to the backslash, PyYAML's own parser behind it
    return Finding(Place(path, mark.line + 1, column + 1), "GK102", "error", message, hint)


def is_slip(error: Any, lines: Sequence[str]) -> bool:  # noqa: ANN401
    """Whether an error is at one place; not if the file is too large, too deep or two files in one."""
    whole = _EXCESS.search(f"{error}") or re.search("another document|<document start>", f"{error}")
    return not whole and not any(map(_CONFLICT.match, lines))


def _conflict(lines: Sequence[str], path: str) -> Finding | None:
    """The first marker that git left in the file at a merge conflict."""
    number = next((n for n, line in enumerate(lines) if _CONFLICT.match(line)), None)
    if number is None:
        return None
    message = f"git 合并时留下的冲突标记“{lines[number][:7]}”"
    hint = "两份里留下对的，删去 <<<<<<<、=======、>>>>>>> 这几行"
    return Finding(Place(path, number + 1), "GK102", "error", message, hint)


def _tab(lines: Sequence[str], mark: Any, path: str) -> Finding | None:  # noqa: ANN401
    """A tab in the indentation of the line complained of, or right at the complaint."""
    line = lines[mark.line] if mark.line < len(lines) else ""
    if _TAB.match(line):
        place, what = Place(path, mark.line + 1, line.index("\t") + 1), "缩进"
    elif line[mark.column : mark.column + 1] == "\t":
        place, what = Place(path, mark.line + 1, mark.column + 1), ""
    else:
        return None
    return Finding(
        place, "GK102", "error", f"用了制表符（Tab）{what}", "改成空格，一级两格，和同级的键对齐"
    )


def _bad_starts(lines: Sequence[str], reported: int, path: str) -> Iterator[Finding]:
    """Beginnings of lines that only look right, the nearest to the complaint first."""
    for number in range(min(reported, len(lines) - 1), max(reported - FURTHEST, -1), -1):
        if start := bad_start(lines[number], number, path):
            yield start


def bad_start(line: str, number: int, path: str) -> Finding | None:
    """The finding on blanks before a key, or a mark of a list, that YAML does not take as such."""
    if found := _WIDE_BLANKS.match(line):
        blanks = found["blanks"]
        name = {"\u3000": "全角空格", "\u00a0": "不间断空格"}
        kind = next((name[char] for char in blanks if char in name), "不是半角的空格")
        message, hint = f"行首用了{kind}", "改成半角空格，和同级的键对齐"
        edit = Edit(blanks, blanks.replace("\u3000", "  ").translate(_TO_BLANK))
        column = found.start("blanks")
    else:
        return _bad_dash(_BAD_DASH.match(line), number, path)
    return Finding(Place(path, number + 1, column + 1), "GK110", "error", message, hint, edit)


def bad_item(line: str, number: int, path: str) -> Finding | None:
    """The finding on a line with a bad mark, in what should be a list and is one text to YAML."""
    return _bad_dash(_BAD_ITEM.match(line), number, path)


def _bad_dash(found: re.Match[str] | None, number: int, path: str) -> Finding | None:
    if found is None:
        return None
    dash = found["dash"]
    place = Place(path, number + 1, found.start("dash") + 1)
    if dash == "- ":
        message, hint = "清单里混进了不带“-”的行", "每一项前面写“- ”，同级对齐"
        return Finding(place, "GK110", "error", message, hint)
    message = "“-”后面少一个空格" if dash == "-" else f"清单的“{dash.strip()}”不是半角减号"
    return Finding(place, "GK110", "error", message, "写成减号加一个空格“- ”", Edit(dash, "- "))


def _wide_brace(lines: Sequence[str], number: int, path: str) -> Finding | None:
    """Full-width braces around keys, which are a text to YAML, and may hold no colon."""
    found = _WIDE_BRACE.match(lines[number]) if number < len(lines) else None
    if found is None:
        return None
    place = Place(path, number + 1, found.start("braced") + 1)
    edit = Edit(found["braced"], f"{{{found['braced'][1:-1]}}}")
    return Finding(place, "GK102", "error", "花括号用了全角“｛ ｝”", "改成半角 { }", edit)


def _uneven(lines: Sequence[str], number: int, path: str, problem: str) -> Finding | None:
    """A line further in than a finished ``key: value`` above it."""
    above = lines[number - 1] if number else ""
    if "mapping values" not in problem or not _KEY_AND_VALUE.match(above):
        return None
    if indent(lines[number]) <= indent(above):
        return None
    place = Place(path, number + 1, indent(lines[number]) + 1)
    return Finding(place, "GK102", "error", "缩进和上一行不齐", "同级的键左边对齐")
