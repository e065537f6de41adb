"""两个单位写在了一起，中间少了标点，或者只空了一格。"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ..charset import HAN
from ..finding import Finding
from .bodies import ENDINGS, UPPER_LEVELS
from .subject import Rule, Subject

RULE = Rule("GK602", "warning", "两个单位连写")
FAIL = (
    "统筹任务: [{标题: 甲, 责任单位: 县交通运输局和县公安局}]\n",
    "统筹任务: [{标题: 甲, 责任单位: 县交通运输局 县公安局}]\n",
    "统筹任务: [{标题: 甲, 责任单位: 县政府办公室 县公安局}]\n",
    "统筹任务: [{标题: 甲, 责任单位: 各街道各部门}]\n",
    "统筹任务: [{标题: 甲, 责任单位: [县司法局, 县教育局]}, {标题: 乙, 责任单位: 县司法局县教育局}]\n",
    "统筹任务: [{标题: 甲, 责任单位: 县林草局县水利局}]\n",
    "结语: 由县教育局县公安局负责。\n",
    "统筹任务: [{标题: 甲, 责任单位: [桃园社区 柳园社区 杏林社区, 城关镇和石桥镇]}]\n",
    "统筹任务: [{标题: 甲, 责任单位: [城关镇 东风街道, 县第一中学 县实验小学]}]\n",
)
PASS = (
    "统筹任务: [{标题: 甲, 责任单位: [各街道, 区各政务服务管理部门, 各级各类学校, 各地各部门, 县人力资源和社会保障局]}]\n",
    "统筹任务: [{标题: 甲, 责任单位: [县公安局交通管理局, 示例市生态环境局示例县分局, 国家税务总局示例县税务局]}]\n",
    "统筹任务: [{标题: 甲, 责任单位: [县委办公室, 县政府办公室, 县人力资源和社会保障局社会保险中心]}]\n",
    "统筹任务: [{标题: 甲, 责任单位: [东风街道和平社区, 石桥镇和平村, 桃源社区和美新村, 太和镇, 各乡镇和街道]}]\n",
    "统筹任务: [{标题: 甲, 责任单位: [县第一中学附属小学, 和睦社区, 石桥镇中心小学, 镇和平路小学, 县第五中学和平校区]}]\n",
)

_COLLECTIVES = re.compile(r"(各[^各级类]{1,6})(各[^各级类]{1,6})")
_JOINED = re.compile(rf"(.{{1,12}}[{ENDINGS}])\s*(?:和|与|及|/|\s|,)\s*(.{{1,12}}[{ENDINGS}])")
# 县林草局县水利局: both begin with the same level.
_SIDE_BY_SIDE = re.compile(
    rf"(([{UPPER_LEVELS}])[{HAN}]{{1,10}}[局委办])(\2[{HAN}]{{1,10}}[局委办])"
)
# 城关镇 石桥镇, 桃园社区和柳园社区: places and schools, those of one rank side by side.
_RANKED = re.compile(
    r".+?(?:(?P<town>街道|[镇乡])|(?P<village>社区|村)|(?P<school>学校|[中小]学|高中|幼儿园|[一二三四五六七八九十]中))"
)
_AND = re.compile(r"(.+?(街道|[镇乡]|社区|村|中学|小学|幼儿园))[和与/](.{2,}\2)")
# 石桥镇 人民政府: what by itself names nobody.
_DEPENDENT = re.compile(r"附.*|(?:人民)?政府|办公[室厅]|办事处|[居村]?委会|委员会")
_WHOLE = re.compile(rf".+(?:街道|社区|学校|大学|学院|幼儿园|[镇乡村学{ENDINGS}])")
# 各地各部门 is one expression.
_SET_PHRASES = ("各地各", "各地区各", "各级各")
_REMEMBERED = 1000
_TWO = 2


def check(subject: Subject) -> Iterator[Finding]:
    known = {
        name for duty in subject.duties for name in (*duty.owners, *duty.helpers) if len(name) > 1
    }
    parted: dict[str, tuple[str, ...] | None] = {}
    for text, name, start in subject.units:
        if not text.is_typed(start, start + len(name)):
            continue
        if name not in parted:
            parted[name] = _parts(name.strip(), known)
        if parts := parted[name]:
            hint = f"写成 [{', '.join(parts)}] 或 {'、'.join(parts)}"
            many = "两" if len(parts) == _TWO else "几"
            yield RULE.found(text.place(start), f"“{name}”像是{many}个单位", hint)
    last = None
    for text, match in subject.bodies:
        if last and last.end() == match.start() and last[1] == match[1] and not text.is_units:
            name = last[0] + match[0]
            place = text.place(last.start())
            yield RULE.found(place, f"“{name}”像是两个单位", f"写成“{last[0]}、{match[0]}”")
        last = match


def is_several(name: str) -> bool:
    """Whether a name tells by its form that it is those of several."""
    return _by_form(name.strip()) is not None


def are_two(before: str, behind: str) -> bool:
    """Whether two words may be the whole names of two: 石桥镇 桃园社区, not 石桥镇 人民政府."""
    whole = _WHOLE.fullmatch(before) and _WHOLE.fullmatch(behind)
    return bool(whole) and not _DEPENDENT.fullmatch(behind)


def _parts(name: str, known: set[str]) -> tuple[str, ...] | None:
    if name.startswith(_SET_PHRASES):
        return None
    if parts := _by_form(name):
        return parts
    firsts = [one for one in known if name.startswith(one) and name[len(one) :] in known]
    first = min(firsts, key=len, default="")
    return (first, name[len(first) :]) if first else None


@lru_cache(_REMEMBERED)
def _by_form(name: str) -> tuple[str, ...] | None:
    """Those that a name is made of, where it tells by itself."""
    if len(parts := tuple(name.split())) > 1 and _are_of_one_rank(parts):
        return parts
    if match := _AND.fullmatch(name):
        return match[1], match[3]
    if match := _COLLECTIVES.fullmatch(name) or _JOINED.fullmatch(name):
        return match[1], match[2]
    match = _SIDE_BY_SIDE.fullmatch(name)
    return (match[1], match[3]) if match else None


def _are_of_one_rank(names: Sequence[str]) -> bool:
    """Whether all are towns, or villages, or schools: a village behind a town is the town's."""
    ranked = [_RANKED.fullmatch(name) for name in names]
    ranks = {match.lastgroup if match else None for match in ranked}
    return len(ranks) == 1 and None not in ranks and not any(map(_DEPENDENT.fullmatch, names))
