"""联系方式里没有电话，或者没有写联系谁。"""

import re
from collections.abc import Iterator

from ..charset import HAN
from ..finding import Finding, Place
from ..subject import Rule, Subject, Text
from ..vocabulary.phones import LABELS, MAIL_LABELS, MEANT, NUMBER, is_usable

RULE = Rule("GK708", "warning", "联系方式不全", needs=("联系",))
FAIL = (
    "联系: {联系人: 张三, 电子邮箱: a@example.com}\n",
    "联系: {联系人及电话: 张三}\n",
    "联系: {联系电话: 0415-2173053}\n",
    "联系: {联系人: , 联系电话: 0415-2173053}\n",
    "联系: {联系人及电话: 88149221}\n",
)
PASS = (
    "联系: {咨询电话: 12345, 监督电话: 12388}\n",
    "联系: {县政府办政务公开科: 0415-2173053}\n",
    "联系: {联系电话: 0415-2173053（张三）, 传真: '2173912'}\n",
    "联系: {联系人: 张三, 联系电话: 内线8123、短号66123}\n",
    "联系: {联系人及联系方式: 张三13800000000}\n",
    "联系: {承办科室: 政务公开科, 电话: '2173053'}\n",
)

# 咨询电话 is a public number with nobody's name.
_PUBLIC = re.compile("咨询|监督|举报|服务|热线|投诉|值班|技术")
_OF_NUMBERS = re.compile("传真|办公|手机|分机|内线|兼")
# Behind a label any digits are dialled: 内线8123、短号66123.
_DIALLED = re.compile(r"\d{3}")
_NAME = re.compile(f"[{HAN}]{{2,}}")


def check(subject: Subject) -> Iterator[Finding]:
    lines = [text for text in subject.texts if text.steps[0] == "联系" and not text.is_key]
    if any(text.printed.startswith("【待填") for text in lines):
        return  # told as a blank
    # A fax is no telephone.
    spoken = [text for text in lines if text.key != "传真"]
    labelled = [text for text in spoken if LABELS.search(text.key)]
    numbered = any(_DIALLED.search(text.printed) for text in labelled)
    if lines and not numbered and not any(_has_number(text) for text in spoken):
        place = _blank(subject, "联系电话", "电话", "联系人及电话")
        yield RULE.found(place, "联系方式里没有电话", "补一行“联系电话: …”")
    elif labelled and not any(_PUBLIC.search(text.key) or _names(text) for text in lines):
        place = _blank(subject, "联系人", "联络员", "联系单位", "联系科室")
        yield RULE.found(place, "联系方式里没有写联系谁", "补一行“联系人: …”")


def _has_number(text: Text) -> bool:
    numbers = NUMBER.finditer(text.printed)
    # One with a digit missing is told as that.
    return any(is_usable(match[0]) for match in numbers) or bool(MEANT.search(text.printed))


def _names(text: Text) -> bool:
    """Whether a line says whom to ask for: a person, or in its label an office."""
    if not (LABELS.search(text.key) or MAIL_LABELS.search(text.key)):
        return True
    return bool(_NAME.search(_OF_NUMBERS.sub("", text.printed)))


def _blank(subject: Subject, *keys: str) -> Place:
    """The place of a key that was left blank; that of all of them where none stands there."""
    blank = (("联系", key) for key in keys if subject.tree.has(("联系", key)))
    return subject.tree.place(next(blank, ("联系",)), key=True)
