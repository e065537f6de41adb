"""Files as hands, copies and other programs spoil them: by byte, by character, by word, by line.

All chance comes from one ``random.Random``, so that a seed, or hypothesis, decides all of it.
"""

import random
import re
from collections.abc import Callable, Sequence

_WORD = re.compile(r"[\w·]+|[^\w\s]|[ \t]+|\n")
_NUMBER = re.compile(r"\d+")
_KEY = re.compile(r"^(\s*(?:- )*)([^\s:#'\"\[{][^:\n]*):(?: (.*))?$")
_FULL_WIDTH = str.maketrans("0123456789:,()[]-.;", "０１２３４５６７８９：，（）［］－．；")
_HALF_WIDTH = str.maketrans(
    "０１２３４５６７８９：，（）【】；。！？、“”", '0123456789:,()[];.!?,""'
)

# What YAML, Markdown, XML, the date grammar or a screen may take for something else.
STRANGE: tuple[str, ...] = (
    *"「」『』:：#&*!|>'\"%@`{}[],?-~\\/<$^_=+ \t\r\n\0\x07\x1b\x7f\x85\xa0\xad",
    *"\u2028\u200b\u200d\u202e\u3000\ufeff\ufffd\ufffe〇零㈠①²½٣Ⅻ𠀀龘😀é",
    "e\u0301", "---", "...", "<<: ", "!!python/object:x ", "&a ", "*a", "- ", "? ", ": ", " #", "''",
    '"\\x00"', '"\\ud800"', "\\u2028", "{{", "{%", ":::", "| ", "|\n", ">-\n", "</w:t>", "&amp;",
    "「活动」", "「正文.活动时间」", "「报送.1.截止」", "「", "……", "1e309", "9" * 30, "-1", "0", "null", "~",
)  # fmt: skip

DATES: tuple[str, ...] = (
    "年", "月", "日", "号", "旬", "底", "末", "前", "后", "内", "起", "止", "至", "到", "、", "-", "—", "～",
    "上午", "下午", "中午", "晚", "凌晨", "时", "点", "半", "分", ":", "：", "整", "次年", "明年", "今年", "每",
    "每周", "每月", "每季度", "每日", "季度", "半年", "全年", "年底", "上旬", "中下旬", "工作日", "个", "天", "周",
    "活动", "结束", "开始", "期间", "首日", "当天", "最后一天", "即日起", "印发之日起", "截至", "不晚于", "请于",
    "（星期四）", "（含）", "（调休）", "持续", "长期坚持", "完成", "一", "二", "十", "两", "〇", "零", "二〇二六",
    "1", "2", "3", "5", "14", "15", "20", "24", "25", "29", "30", "31", "32", "99", "2026", "9999", "0000",
    "2026-05-20", "T16:00", "Z", "+08:00", "．", "．", "／", "１", "５", "㈤",
)  # fmt: skip

Damage = Callable[[str, Sequence[str], random.Random], str]


def _cut(text: str, chance: random.Random) -> tuple[int, int]:
    """A stretch of a text, mostly a short one."""
    start = chance.randint(0, len(text))
    return start, min(len(text), start + chance.choice((0, 1, 1, 2, 5, 20, 200)))


def _strange(text: str, _: Sequence[str], chance: random.Random) -> str:
    start, end = _cut(text, chance)
    return text[:start] + chance.choice(STRANGE) + text[end if chance.random() < 0.3 else start :]


def _dated(text: str, _: Sequence[str], chance: random.Random) -> str:
    start, end = _cut(text, chance)
    return text[:start] + chance.choice(DATES) + text[min(end, start + 2) :]


def _drop(text: str, _: Sequence[str], chance: random.Random) -> str:
    start, end = _cut(text, chance)
    return text[:start] + text[end:]


def _repeat(text: str, _: Sequence[str], chance: random.Random) -> str:
    start, end = _cut(text, chance)
    return text[:start] + text[start:end] * chance.choice((2, 2, 3, 10)) + text[end:]


def _number(text: str, _: Sequence[str], chance: random.Random) -> str:
    found = list(_NUMBER.finditer(text))
    if not found:
        return text
    match = chance.choice(found)
    new: str = chance.choice(
        ("", "0", "1", "00", "13", "31", "32", "366", "2026", "9999", "1" * 40, match[0] * 2,
         str(int(match[0][:9]) + chance.choice((-1, 1))), match[0].translate(_FULL_WIDTH))
    )  # fmt: skip
    return text[: match.start()] + new + text[match.end() :]


def _width(text: str, _: Sequence[str], chance: random.Random) -> str:
    start, end = _cut(text, chance)
    table = chance.choice((_FULL_WIDTH, _HALF_WIDTH))
    return text[:start] + text[start:end].translate(table) + text[end:]


def _words(text: str, others: Sequence[str], chance: random.Random) -> str:
    """One word in the place of another, of this file or of another one."""
    here = list(_WORD.finditer(text))
    there = _WORD.findall(chance.choice(others)) if others else [match[0] for match in here]
    if not here or not there:
        return text
    match = chance.choice(here)
    word: str = chance.choice(there)
    return text[: match.start()] + word + text[match.end() :]


def _lines(text: str, _: Sequence[str], chance: random.Random) -> str:
    """Lines dropped, doubled, moved, indented or joined."""
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    match chance.randrange(6):
        case 0:
            del lines[at]
        case 1:
            lines.insert(chance.randint(0, len(lines)), lines[at])
        case 2:
            lines.insert(chance.randrange(len(lines)), lines.pop(at))
        case 3:
            lines[at] = " " * chance.choice((1, 2, 4)) + lines[at]
        case 4:
            lines[at] = lines[at][chance.choice((1, 2, 4)) :]
        case 5:
            lines[at : at + 2] = ["".join(line.strip() for line in lines[at : at + 2])]
    return "\n".join(lines)


def _values(text: str, _: Sequence[str], chance: random.Random) -> str:
    """The values of two keys change places, or one goes to both."""
    lines = text.split("\n")
    keyed = [(number, match) for number, line in enumerate(lines) if (match := _KEY.match(line))]
    if not keyed:
        return text
    (a, first), (b, second) = chance.choice(keyed), chance.choice(keyed)
    lines[a] = f"{first[1]}{first[2]}: {second[3] or ''}"
    if chance.random() < 0.5:
        lines[b] = f"{second[1]}{second[2]}: {first[3] or ''}"
    return "\n".join(lines)


def _keys(text: str, others: Sequence[str], chance: random.Random) -> str:
    """A key takes the name of another: then it is there twice, or where nobody expects it."""
    lines = text.split("\n")
    keyed = [(number, match) for number, line in enumerate(lines) if (match := _KEY.match(line))]
    source = chance.choice(others).split("\n") if others else lines
    names = [match[2] for line in source if (match := _KEY.match(line))]
    if not keyed or not names:
        return text
    number, match = chance.choice(keyed)
    lines[number] = f"{match[1]}{chance.choice(names)}:" + lines[number][match.end(2) + 1 :]
    return "\n".join(lines)


def _splice(text: str, others: Sequence[str], chance: random.Random) -> str:
    """A stretch of lines of another file, at its own indent or at this one's."""
    if not others:
        return text
    lines, theirs = text.split("\n"), chance.choice(others).split("\n")
    start = chance.randrange(len(theirs))
    piece = theirs[start : start + chance.randint(1, 12)]
    at = chance.randint(0, len(lines))
    if chance.random() < 0.5 and at < len(lines):
        indent = len(lines[at]) - len(lines[at].lstrip())
        own = len(piece[0]) - len(piece[0].lstrip())
        piece = [" " * max(indent + len(p) - len(p.lstrip()) - own, 0) + p.lstrip() for p in piece]
    lines[at : at + chance.choice((0, 0, 1, len(piece)))] = piece
    return "\n".join(lines)


_DAMAGES: tuple[Damage, ...] = (
    _strange, _strange, _dated, _drop, _repeat, _number, _width, _words, _words, _lines, _lines,
    _values, _keys, _splice,
)  # fmt: skip
_IN_ONE_LINE: tuple[Damage, ...] = (
    _strange, _dated, _dated, _dated, _drop, _repeat, _number, _width, _words,
)  # fmt: skip


def damaged(text: str, others: Sequence[str], chance: random.Random) -> str:
    """A text file after one to four mishaps; ``others`` are files that pieces may come from."""
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        text = chance.choice(_DAMAGES)(text, others, chance)
    return text


def damaged_line(text: str, others: Sequence[str], chance: random.Random) -> str:
    """The same for an expression of one line."""
    for _ in range(chance.choice((1, 1, 2, 3))):
        text = chance.choice(_IN_ONE_LINE)(text, others, chance)
    return text


def damaged_bytes(data: bytes, chance: random.Random) -> bytes:
    """Bytes changed, lost, doubled; the file in another encoding, or with other line ends."""
    spoiled = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 8))):
        at = chance.randint(0, len(spoiled))
        match chance.randrange(6):
            case 0:
                spoiled[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del spoiled[at : at + chance.choice((1, 2, 3, 50))]
            case 2:
                spoiled[at:at] = spoiled[at : at + chance.choice((1, 3, 50))]
            case 3:
                spoiled[at:at] = chance.choice(
                    (b"\xff", b"\xfe\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\0",
                     b"\r", b"\r\n", b"\xe2\x80\xa8", b"\xc2\x85", b"\xf4\x90\x80\x80")
                )  # fmt: skip
            case 4:
                ends = chance.choice((b"\r\n", b"\r", b"\n\n"))
                spoiled[at:] = bytes(spoiled[at:]).replace(b"\n", ends)
            case 5:
                encoding = chance.choice(("gb18030", "utf-16", "utf-16-le", "utf-8-sig", "utf-7"))
                text = bytes(spoiled).decode("utf-8", "ignore")
                spoiled[:] = text.encode(encoding, "ignore")
    return bytes(spoiled)
