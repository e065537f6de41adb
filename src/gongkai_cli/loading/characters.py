"""Characters that fonts may lack, and those that nobody sees."""

from collections.abc import Iterator

from ..charset import is_common, is_invisible, rarity
from ..finding import MOST, Edit, Finding, Severity
from ..plaindata import walk
from ..yamltree import Tree

_IN_DIGITS = ("成文日期", "印发日期")


def rare_characters(tree: Tree) -> Iterator[Finding]:
    """A finding on each character outside GB 2312, where it first stands: fonts may lack it.

    One that nobody sees is found wherever it stands, with the edit that takes it away.
    """
    whole = "\n".join(tree.source)
    # Nearly always; but a backslash may write any character.
    if is_common(whole) and "\\" not in whole:
        return
    seen: set[str] = set()
    told = 0
    for steps, text in walk(tree.data):
        if is_common(text):
            continue
        for offset, char in enumerate(text):
            if char in seen or rarity(char) == "common":
                continue
            place = tree.place(steps, offset)
            if is_invisible(text, offset):
                told += 1
                if told == MOST:
                    seen.add(char)
                message = f"这里有看不见的字符（U+{ord(char):04X}）"
                yield Finding(place, "GK208", "warning", message, "删去", Edit(char, ""))
                continue
            if char == "〇" and steps[-1] in _IN_DIGITS:
                continue
            seen.add(char)
            message = f"“{char}”（U+{ord(char):04X}）不在 GB 2312 里，常用的公文字体可能没有这个字"
            hint = "核对字形；DOCX 里这个字改用别的字体，打印前看一眼"
            # 二〇二六年 is the official form of a year; only old fonts lack it.
            severity: Severity = "note" if char == "〇" else "warning"
            yield Finding(place, "GK208", severity, message, hint)
