"""一个单位有两种写法，只差“和”“与”或空格。"""

import re
from collections.abc import Iterator

from ..finding import Edit, Finding
from ..plan import collectives, duties
from ..prose import one_line
from .subject import Rule, Subject

RULE = Rule("GK603", "warning", "一个单位两种写法")
FAIL = (
    "统筹任务: [{标题: 甲, 责任单位: 县人力资源社会保障局}]\n结语: 由县人力资源和社会保障局牵头。\n",
    "统筹任务: [{标题: 甲, 责任单位: 县住房和城乡建设局}, {标题: 乙, 责任单位: 县住房城乡建设局}]\n",
)
PASS = (
    "统筹任务: [{标题: 甲, 责任单位: 县住房建设局}]\n结语: |\n  由县住房\n  建设局牵头。\n",
    "统筹任务: [{标题: 甲, 责任单位: [县司法局, 县财政局]}]\n结语: 由县司法局和县财政局牵头。\n",
)

_JOINTS = re.compile(r"[和与及\s]")
_SHORTEST = 5


def check(subject: Subject) -> Iterator[Finding]:
    campaign = subject.campaign
    names = [name for duty in duties(campaign) for name in (*duty.owners, *duty.helpers)]
    names += [name for members in collectives(campaign).values() for name in members]
    names += [name for annex in campaign.annexes for name in annex.names]
    # The first writing of a body is held to be its name, but for stray blanks.
    known: dict[str, str] = {}
    for name in sorted(names, key=_has_blank):
        known.setdefault(_JOINTS.sub("", name), name)
    patterns = [
        (name, re.compile(r"[和与及\s]?".join(map(re.escape, bare))))
        for bare, name in known.items()
        if len(bare) >= _SHORTEST
    ]
    for name, pattern in patterns:
        for steps, match in subject.matches(pattern):
            # A name that goes on in the next line is printed whole.
            said = one_line(match[0])
            if said != name:
                place = subject.place(steps, match[0], match.start())
                only_blanks = "".join(match[0].split()) == name
                edit = Edit(match[0], name) if only_blanks else None
                message = f"“{said}”别处写作“{name}”"
                yield RULE.found(place, message, "统一成一种写法", edit)


def _has_blank(name: str) -> bool:
    return bool(re.search(r"\s", name))
