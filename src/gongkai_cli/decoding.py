"""Bytes to text: what a clerk's editor may have saved, read or refused with the place."""

import codecs

from .finding import Finding, Place
from .prose import UNPRINTABLE, plain_ends

# A campaign file is some 15 kB; beyond this it is not one, and not worth a minute of anybody's time.
LARGEST_FILE = 1_000_000

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
# By their first bytes; a name tells nothing.
_OTHERS = (
    (b"PK\x03\x04", "Word 或者 Excel"),
    (b"\xd0\xcf\x11\xe0", "Word 或者 Excel"),
    (b"{\\rtf", "Word（RTF）"),
    (b"%PDF-", "PDF"),
)
_COPY = "把文字复制到记事本，另存为 .yaml，编码选 UTF-8"
_SAVE_AS = "用记事本打开，另存为，编码选 UTF-8"


def decode(data: bytes, path: str) -> tuple[str | None, tuple[Finding, ...]]:
    r"""Decode a file as UTF-8, with or without BOM; line ends become ``\n``.

    Returns the text, or None where it cannot be read, and what there is to say about it.
    """
    start = Place(path)
    if len(data) > LARGEST_FILE:
        hint = "活动文件一般几万字节，查是否选错了文件"
        return None, (Finding(start, "GK002", "error", "文件太大：超过 1 MB", hint),)
    for mark, name in _OTHERS:
        if data.startswith(mark):
            message = f"这是 {name} 文件，不是文字文件；改名不行"
            return None, (Finding(start, "GK004", "error", message, _COPY),)
    for mark, name in _MARKS:
        if data.startswith(mark):
            message = f"文件是 {name} 编码，读不了"
            return None, (Finding(start, "GK003", "error", message, _SAVE_AS),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, (_undecodable(data, error, path),)
    text = plain_ends(text)
    if unprintable := UNPRINTABLE.search(text):
        place = _place_of(text, unprintable.start(), path)
        message = f"有看不见的控制字符 U+{ord(unprintable[0]):04X}"
        hint = "删去这个字符（多半是从别的软件粘贴带来的）"
        return None, (Finding(place, "GK005", "error", message, hint),)
    return text, ()


def decode_lines(data: bytes, path: str) -> tuple[str | None, tuple[Finding, ...]]:
    """Decode a file that is only ever added to, each line by itself.

    A line that cannot be read is empty in the text and a finding; characters that nobody sees are
    left out. None where hardly a line can be read: then the file is in another encoding.
    """
    text, findings = decode(data, path)
    if text is not None or data.startswith(tuple(mark for mark, _ in _MARKS)):
        return text, findings
    lines: list[str] = []
    bad: list[Finding] = []
    sound = 0
    for number, line in enumerate(data.removeprefix(codecs.BOM_UTF8).splitlines(), 1):
        try:
            lines.append(UNPRINTABLE.sub("", line.decode("utf-8")))
            sound += not line.isascii()
        except UnicodeDecodeError:
            lines.append("")
            place, hint = Place(path, number), "照原样重写这一行，或者删去"
            bad.append(Finding(place, "GK004", "error", "这一行有不是文字的字节，没有算", hint))
    return (None, findings) if len(bad) > sound else ("\n".join(lines), tuple(bad))


def _undecodable(data: bytes, error: UnicodeDecodeError, path: str) -> Finding:
    # Its own object is the data without a byte order mark.
    before = plain_ends(error.object[: error.start].decode("utf-8", "replace"))
    place = _place_of(before, len(before), path)
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        message, hint = "文件里有不是文字的字节，读不了", "查是否选错了文件，或者文件已损坏"
        return Finding(place, "GK004", "error", message, hint)
    return Finding(place, "GK003", "error", "文件是 GBK 编码，不是 UTF-8", _SAVE_AS)


def _place_of(text: str, offset: int, path: str) -> Place:
    line_start = text.rfind("\n", 0, offset) + 1
    return Place(path, text.count("\n", 0, offset) + 1, offset - line_start + 1)
