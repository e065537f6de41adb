"""两个单位写在了一起，中间少了标点。"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

from .. import plaindata
from ..charset import HAN
from ..finding import Finding
from ..numerals import chinese
from ..subject import Rule, Subject, Text
from ..vocabulary.bodies import ENDINGS, UPPER_LEVELS
from ..vocabulary.wholename import blank_between

RULE = Rule("GK602", "warning", "两个单位连写")
FAIL = (
    "统筹任务: [{标题: 甲, 责任单位: 县交通运输局和县公安局}]\n",
    "统筹任务: [{标题: 甲, 责任单位: 县交通运输局 县公安局}]\n",
    "统筹任务: [{标题: 甲, 责任单位: 县政府办公室 县公安局}]\n",
    "统筹任务: [{标题: 甲, 责任单位: 各街道各部门}]\n",
    "统筹任务: [{标题: 甲, 责任单位: [县司法局, 县教育局]}, {标题: 乙, 责任单位: 县司法局县教育局}]\n",
    "统筹任务: [{标题: 甲, 责任单位: 县林草局县水利局}]\n",
    "结语: 由县教育局县公安局负责。\n",
    "统称:\n  各参会单位:\n    县教育局\n    望湖镇\n    县司法局\n",
    "统筹任务: [{标题: 甲, 责任单位: [教务处 学生处, 医务科 护理部]}]\n",
    "统筹任务: [{标题: 甲, 责任单位: [桃园社区 柳园社区 梅苑社区, 城关镇和石桥镇, 县第一中学 县第二中学]}]\n",
    "统筹任务: [{标题: 甲, 责任单位: 镇民政办/镇文化站}]\n",
)
PASS = (
    "统称:\n  各参会单位:\n    县教育局、县司法局、\n    县人力资源和\n    社会保障局\n",
    "统筹任务: [{标题: 甲, 责任单位: [各街道, 区各政务服务管理部门, 各级各类学校, 各地各部门, 县人力资源和社会保障局]}]\n",
    "统筹任务: [{标题: 甲, 责任单位: [和平街道, 永和镇, 李家村和谐社区, 城关镇和平村]}]\n",
    "统筹任务: [{标题: 甲, 责任单位: [县公安局交通管理局, 县委统战部和平统一促进会, 示例市生态环境局示例县分局, 国家税务总局示例县税务局]}]\n",
    "统筹任务: [{标题: 甲, 责任单位: [党委办公室/校长办公室, 纪委办公室/监察处]}]\n",
    "统筹任务: [{标题: 甲, 责任单位: [县委办公室, 县政府办公室, 县人力资源和社会保障局社会保险中心]}]\n",
)

_COLLECTIVES = re.compile(r"(各[^各级类]{1,6})(各[^各级类]{1,6})")
_JOINED = re.compile(rf"(.{{1,12}}[{ENDINGS}])\s*(?:和(?!平)|与|及|/|,)\s*(.{{1,12}}[{ENDINGS}])")
_LEVELLED = re.compile(
    rf"[^/]*?[{UPPER_LEVELS}][^/]*/[^/]*?[{UPPER_LEVELS}].*|([镇乡])[^/]+/\1.*|.*(?:社区|街道|镇|乡|村)/.*"
)
# 城关镇和石桥镇 are of one kind; 和平街道, 永和镇 are names.
_OF_A_KIND = re.compile(
    r"(.{2,8}?(社区|街道|镇|乡|村|[中小]学|公司))\s*(?:和|与|及|/|,)\s*(.{2,8}?\2)"
)
# 县林草局县水利局: both begin with the same level.
_SIDE_BY_SIDE = re.compile(
    rf"(([{UPPER_LEVELS}])[{HAN}]{{1,10}}[局委办])(\2[{HAN}]{{1,10}}[局委办])"
)
_NAME = rf"[{HAN}（）() ]{{2,40}}"
_BODY = rf"(?:[{ENDINGS}镇乡村]|街道|部门|单位)$"
# 各地各部门 is one expression.
_SET_PHRASES = ("各地各", "各地区各", "各级各")
_REMEMBERED = 1000
_TWO: Final = 2


def check(subject: Subject) -> Iterator[Finding]:
    known = {
        name for duty in subject.duties for name in (*duty.owners, *duty.helpers) if len(name) > 1
    }
    parted: dict[str, tuple[str, ...]] = {}
    for text, name, start in (*subject.units, *_signatures(subject)):
        if not text.is_typed(start, start + len(name)):
            continue
        if name not in parted:
            parted[name] = _by_line(subject, text) or _parts(name.strip(), known)
        if parts := parted[name]:
            hint = f"写成 [{', '.join(parts)}] 或 {'、'.join(parts)}"
            count = "两" if len(parts) == _TWO else chinese(len(parts))
            yield RULE.found(text.place(start), f"“{name}”像是{count}个单位", hint)
    last = None
    for text, match in subject.bodies:
        if last and last.end() == match.start() and last[1] == match[1] and not text.is_units:
            name = last[0] + match[0]
            if text.is_typed(last.start(), match.end()):
                hint = f"写成“{last[0]}、{match[0]}”"
                yield RULE.found(text.place(last.start()), f"“{name}”像是两个单位", hint)
        last = match


def _signatures(subject: Subject) -> Iterator[tuple[Text, str, int]]:
    """The bodies that sign: each on a line of its own."""
    for text in subject.texts:
        if text.steps[:2] == ("公文", "署名"):
            yield text, text.printed, text.start


def _parts(name: str, known: set[str]) -> tuple[str, ...]:
    if name.startswith(_SET_PHRASES):
        return ()
    if parts := _by_form(name):
        return parts
    firsts = [one for one in known if name.startswith(one) and name[len(one) :] in known]
    first = min(firsts, key=len, default="")
    return (first, name[len(first) :]) if first else ()


def _ends_as_body(name: str) -> bool:
    return len(name) > _TWO and re.search(_BODY, name) is not None


def _by_line(subject: Subject, text: Text) -> tuple[str, ...]:
    """A column out of a spreadsheet, a name on each line and nothing between: printed, it is one."""
    typed = plaindata.at(subject.tree.data, text.steps)
    lines = tuple(line.strip() for line in typed.split("\n") if line.strip())
    parted = len(lines) > 1 and not any(mark in typed for mark in "、，,")
    return lines if parted and sum(map(_ends_as_body, lines)) > 1 else ()


def are_joined(names: str) -> bool:
    """Whether a text of names tells by itself that there are commas where 、 should be."""
    return any("," in name and _by_form(name) for name in names.split("、"))


def _by_comma(name: str) -> tuple[str, ...]:
    """The names between half-width commas, where all of them look like one."""
    chunks = [chunk.strip() for chunk in name.split(",")]
    if not all(re.fullmatch(_NAME, chunk) for chunk in chunks):
        return ()
    if not any(re.search(_BODY, chunk) for chunk in chunks):
        return ()
    return tuple(part for chunk in chunks for part in _by_form(chunk) or (chunk,))


@lru_cache(_REMEMBERED)
def _by_form(name: str) -> tuple[str, ...]:
    """Those that a name is made of, where it tells by itself."""
    if "," in name:
        return _by_comma(name)
    pieces = name.split()
    if len(pieces) > _TWO and all(map(_ends_as_body, pieces)):
        return tuple(pieces)
    if len(pieces) > 1:
        parts = [pieces[0]]
        for head, tail in pairwise(pieces):
            if blank_between(head, tail) == "between":
                parts.append(tail)
            else:
                parts[-1] += f" {tail}"
        return tuple(parts) if len(parts) > 1 else ()
    # 党委办公室/校长办公室 of a school is one office with two names.
    if "/" in name and not _LEVELLED.fullmatch(name):
        return ()
    if match := _COLLECTIVES.fullmatch(name) or _JOINED.fullmatch(name):
        return match[1], match[2]
    if match := _OF_A_KIND.fullmatch(name) or _SIDE_BY_SIDE.fullmatch(name):
        return match[1], match[3]
    return ()
