"""一行一个序号（1.……2.……），中间没有空行，印出来接成一段。要分段的，每段之间空一行。"""

from collections.abc import Iterator
from typing import Final

from .. import plaindata
from ..finding import Finding
from ..subject import Rule, Subject

RULE = Rule("GK743", "note", "行首有序号，没有分段")
FAIL = (
    "结语: |\n  1. 明确专人。\n  2. 建立台账。\n",
    "结语: |\n  要求如下。\n  （一）明确专人。\n  （二）建立台账。\n",
    "附件: [{标题: 报送说明, 内容: '见下。'}, {标题: 参观须知, 内容: '见下。'}]\n结语: |\n  一、明确专人。\n  二、建立台账。\n",
)
PASS = (
    "结语: |\n  1. 明确专人。\n\n  2. 建立台账。\n",
    "结语: 1. 明确专人。2. 建立台账。\n",
    "结语: |\n  一是明确专人；\n  二是建立台账。\n",
    "结语: |\n  活动于5月\n  2.5小时一场，\n  3.5小时一场。\n",
)

# What the first and the second of a text's own points begin with.
_FORMS: Final = (
    (("1.", "1．", "1、"), ("2.", "2．", "2、")),
    (("1）", "1)", "（1）", "(1)"), ("2）", "2)", "（2）", "(2)")),
    (("一、",), ("二、",)),
    (("（一）", "(一)"), ("（二）", "(二)")),
    (("①",), ("②",)),
)
_SECONDS: Final = tuple(second for _, seconds in _FORMS for second in seconds)


def check(subject: Subject) -> Iterator[Finding]:
    seen: set[plaindata.Steps] = set()
    for start, end in subject.lines(_SECONDS):
        at = start
        while at < end:
            text = subject.text_at(at)
            at = text.end + 1
            if text.origin is None or text.key == "备注" or text.steps in seen:
                continue
            seen.add(text.steps)
            offset = _first_unparted(str(plaindata.at(subject.tree.data, text.steps)))
            if offset is not None:
                message = "行首有序号，中间没有空行，印出来接成一段"
                place = subject.tree.place(text.steps, offset)
                yield RULE.found(place, message, "要分段的，每段之间空一行")


def _first_unparted(typed: str) -> int | None:
    """Where the first of two points begins that no blank line parts, each on a line of its own."""
    found: dict[int, int] = {}
    offset = 0
    for line in typed.split("\n"):
        said = line.strip()
        if not said:
            found.clear()
        for number, (firsts, seconds) in enumerate(_FORMS):
            if number in found and _begins(said, seconds):
                return found[number]
            if _begins(said, firsts):
                found[number] = offset + line.index(said)
        offset += len(line) + 1
    return None


def _begins(line: str, marks: tuple[str, ...]) -> bool:
    """Whether a line begins with one of the marks: 2.5小时 does not."""
    return line.startswith(marks) and not line[2:3].isdigit()
