"""一段话没有写完：末尾是逗号、顿号，或者导语到“通知如下”就断了，后面没有冒号、句号。"""

import re
from collections.abc import Iterator

from ..finding import Finding
from ..subject import Rule, Subject
from ..vocabulary.naming import han

RULE = Rule("GK728", "warning", "话没有写完")
FAIL = (
    "结语: 各单位要高度重视，精心组织，\n",
    "导语: 经县政府同意，现将有关事项通知如下\n",
    "导语: 经县政府同意，现将有关事项通知如下，\n",
    "结语: |\n  各部门要加强组织领导、\n\n  落实责任。\n",
    "统筹任务: [{标题: 甲, 责任单位: 县司法局, 内容: 梳理公开事项，}]\n",
)
PASS = (
    "导语: 经县政府同意，现将有关事项通知如下：\n结语: 各单位要高度重视，精心组织。\n",
    "导语: 现就有关事项通知如下。\n结语: 现将情况报告如下：一是公开，二是解读。\n",
    "结语: |\n  尊敬的各位代表，\n\n  您好！有关安排如下\n\n  （一）集中宣传；\n\n  （二）现场咨询。\n",
    "附件: [{标题: 甲表, 列: [序号, '项目，'], 行: [['1', '甲，']]}]\n统筹任务: [{标题: 甲, 责任单位: 县司法局, 内容: 甲；}]\n",
)

_BROKEN_OFF = r"[，、]$"
_AS_FOLLOWS = re.compile(r"(?:通知|通告|公告|函告|报告|通报|安排|意见)如下(?P<mark>[，、；]?)$")
# A salutation in the manner of a letter.
_GREETING = re.compile(r"(?:尊敬|敬爱|亲爱|各位|诸位|致)[^，。；\n]{0,20}，$")
_PROSE = {"内容", "结语", "导语", "要求"}
_SHORT = 6


def check(subject: Subject) -> Iterator[Finding]:
    intro = subject.by_steps.get(("导语",))
    if intro and (found := _AS_FOLLOWS.search(intro.printed)):
        start = intro.start + found.start("mark")
        if intro.is_typed(intro.end - 1, intro.end):
            mark = found["mark"]
            edit = (
                intro.edit(start, intro.end, "：") if mark else intro.edit(start - 1, start, "下：")
            )
            place = intro.place(start if mark else start - 1)
            yield RULE.found(place, f"导语到“如下{mark}”就断了", "末尾用冒号“：”", edit)
    for text, match in subject.matches(_BROKEN_OFF, "，、"):
        if text.is_key or (text.key not in _PROSE and not _is_section(text.steps)):
            continue
        head = subject.whole[max(text.start, match.start() - 40) : match.end()].rpartition("\n")[2]
        told = text is intro and match.end() == text.end and _AS_FOLLOWS.search(head)
        if told or len(head) < _SHORT or _GREETING.match(head) or not han(head[-2]):
            continue
        hint = "把话写完，或者改成句号"
        yield RULE.found(text.place(match.start()), f"段末是“{match[0]}”，话没有写完", hint)


def _is_section(steps: tuple[object, ...]) -> bool:
    """Whether a text is a section's own, or a point of one: 活动要求: 各单位要…"""
    return steps[0] == "正文" and (
        len(steps) == len(("正文", "要求")) or isinstance(steps[-1], int)
    )
