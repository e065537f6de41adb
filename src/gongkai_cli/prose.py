"""Typed text and printed text: how lines join, where paragraphs end, how names are quoted."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

# XML 1.0 forbids these, and the separators make editors and parsers count lines differently.
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
BLANK = "【[^】]*】"
"""What stands where something is still to be filled in, as a pattern."""
TO_FILL = "【待填：{}】"
"""What the program puts there."""
# What a campaign's name may end with that says what it is; and what is work rather than 活动.
_FULL = ("活动", "行动", "工作", "演练", "会议", "推进会", "座谈会", "动员会", "培训班")
_WORK = (
    *("整改", "整治", "治理", "检查", "督查", "督导", "自查", "核查"),
    *("排查", "评估", "评议", "考核", "调研", "普查", "清理", "攻坚"),
)
_BLANK_LINES = re.compile(r"\n\s*\n")
# Of a deadline: what leads to it, what is said behind it, and from when it recurs.
_LED = (
    "^(?:请|务必?|分别|于|在|(?:报送|报名|申报|投稿)?截[至止](?:时间|日期)?[到为：:]?"
    "|最[迟晚](?:不超过)?|不[迟晚]于|延[长期]?至)+"
)
_ENDED = "(?:止|截止|结束|(?:完成)?(?:报送|上报)|完成)$"
_ASIDE = "[，；]([^，；]*(?:逾期|过期|顺延|为准|另行通知).*)$"
_SINCE = "^((?:自|从)?[^，每]{2,16}?起)，?(?:请|务必?|于|在)*(?=每)"
_DAY_OR_HOUR = r"[^每至到起内前—–~～-]*(?:[日号时点半整分]|\d)(?:[（(](?:星期|周)[^）)]+[）)])?"


def plain_ends(text: str) -> str:
    r"""The text with ``\n`` at the end of each line, whatever stood there."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def one_line(text: str) -> str:
    """Join the lines of one paragraph: nothing between 汉字, a blank between two Latin words."""
    if "\n" not in text:
        return text.replace("\t", " ").strip()
    joined = ""
    for line in text.split("\n"):
        piece = line.replace("\t", " ").strip()
        if joined and piece and _latin(joined[-1]) and _latin(piece[0]):
            joined += " "
        joined += piece
    return joined


def paragraphs(text: str) -> tuple[str, ...]:
    """Split a text at blank lines and join the lines of each paragraph."""
    return tuple(filter(None, map(one_line, _BLANK_LINES.split(text))))


def lines_having(text: str, words: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """Start and end of each line that holds one of the words; without words of the whole text."""
    found = set[tuple[int, int]]()
    for word in words:
        at = text.find(word)
        while at >= 0:
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            found.add((text.rfind("\n", 0, at) + 1, end))
            at = text.find(word, end)
    return tuple(sorted(found)) if words else ((0, len(text)),)


def quoted(name: str) -> str:
    """A name in quotation marks; one that has some of its own stands without: “119”消防宣传月."""
    return name if "“" in name or "”" in name else f"“{name}”"


def title_line(lines: Sequence[str], issuers: Sequence[str]) -> str:
    """A title on one line; where it breaks between two issuers, a blank keeps them apart."""
    joined = lines[0] if lines else ""
    for line, following in pairwise(lines):
        if line.endswith(tuple(issuers)) and following.startswith(tuple(issuers)):
            joined += "\u3000"
        joined += following
    return joined


_INNER = str.maketrans("《》〈〉", "〈〉《》")


def cited(title: str) -> str:
    """A document's title as others cite it: 《关于印发〈…〉的通知》, marks alternating (GB/T 15834)."""
    return f"《{title.translate(_INNER)}》"


def says_year(name: str) -> bool:
    """Whether a campaign's name begins with a year: 2026年防汛应急演练 is not said to be of 2026."""
    return re.match("“?(?:19|20)[0-9]{2}年", name) is not None


def in_its_year(year: int, name: str) -> str:
    """A campaign's name with its year, once."""
    return name if says_year(name) else f"{year}年{name}"


def in_full(name: str) -> str:
    """A campaign's name as a sentence has it: “5·15 政务公开日”活动, “百日攻坚行动”, “问题整改”工作."""
    bare = name.rstrip("”")
    if bare.endswith(_FULL):
        return quoted(name)
    return f"{quoted(name)}{'工作' if bare.endswith(_WORK) else '活动'}"


def by(due: str) -> str:
    """A deadline as a sentence has it, whatever key it was typed for: 于5月25日16时前."""
    due = due.rstrip("。；")
    aside = re.search(_ASIDE, due)
    due = due[: aside.start()] if aside else due
    if since := re.match(_SINCE, due):
        said = f"{since[1]}，于{due[since.end() :]}"
    else:
        bare = re.sub(_ENDED, "", re.sub(_LED, "", due)) or due
        said = f"于{bare}{'前' if re.fullmatch(_DAY_OR_HOUR, bare) else ''}"
    return f"{said}（{aside[1]}）" if aside else said


def shortened(text: str, longest: int) -> str:
    """The beginning of a long text, with … but no punctuation before it."""
    text = text.rstrip("。") or text
    return text if len(text) <= longest else text[:longest].rstrip("，、；。") + "…"


def clipped(text: str, longest: int) -> str:
    """The beginning of a long text exactly as it stands, to quote it."""
    return text if len(text) <= longest else f"{text[:longest]}…"


def _latin(char: str) -> bool:
    return char.isascii() and char not in "()[]<>\"'"
