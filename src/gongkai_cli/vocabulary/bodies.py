"""Bodies of a local government under all their names: 市监局, 市场监管局, 市场监督管理局."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from ..charset import HAN

# One body a line, all its customary names without the place. A level of government has each once.
_NAMES = """
发展和改革委员会 发展改革委员会 发展改革委 发展和改革委 发改委 发展和改革局 发展改革局 发改局
教育局 教育和体育局 教育体育局 教体局 教育文体局
科学技术局 科技局 科学技术和工业信息化局
工业和信息化局 工业信息化局 工信局 工业和信息化委员会 工信委 经济和信息化局 经信局
民族宗教事务局 民族和宗教事务局 民族宗教局 民宗局 民宗委
公安局
民政局
司法局
财政局
人力资源和社会保障局 人力资源社会保障局 人社局
自然资源局 自然资源和规划局 自然资源规划局
生态环境局
住房和城乡建设局 住房城乡建设局 住房和城乡建设委员会 住房城乡建设委 住建局 住建委
城市管理局 城市管理综合执法局 城市管理行政执法局 城市管理执法局 城管局 城管执法局
交通运输局 交通局
水利局 水务局
农业农村局 农业农村委员会 农业农村委
文化和旅游局 文化旅游局 文旅局 文化广电和旅游局 文化广电旅游局 文化旅游广电局 文化旅游和广电局 文广旅局 文化旅游体育局 文旅体局 文体旅游局 文体旅局
卫生健康委员会 卫生健康委 卫健委 卫生健康局 卫健局
退役军人事务局 退役军人局
应急管理局 应急局
国有资产监督管理委员会 国资委
市场监督管理局 市场监管局 市监局
医疗保障局 医保局
营商环境建设局 营商环境局 营商局
林业和草原局 林业草原局 林草局
行政审批服务局 行政审批局 审批局
政务服务管理局 政务服务局 政务服务数据管理局 政务服务和数据管理局 政数局
大数据局 大数据管理局 大数据发展管理局 数据局 数据管理局
机关事务管理局 机关事务局
供销合作社联合社 供销合作社 供销社 供销联社
互联网信息办公室 网信办 委网信办 委网络安全和信息化委员会办公室
人民政府办公室 政府办公室 政府办 府办 人民政府办公厅 政府办公厅
融媒体中心 融媒中心
疾病预防控制中心 疾控中心
残疾人联合会 残联
妇女联合会 妇联
科学技术协会 科协
工商业联合会 工商联
文学艺术界联合会 文联
"""
RANK = {"省": 3, "市": 2, "州": 2, "盟": 2, "区": 1, "县": 1, "旗": 1, "镇": 0, "乡": 0}
LEVELS = "".join(RANK)
UPPER_LEVELS = "".join(level for level, rank in RANK.items() if rank)
"""From the county up: those that have 局 and 委员会, and speak of 全县 and 县直."""
# A body's own departments bear its short name: 市政府办政务公开科. 政府办 also begins 政府办理.
_OFFICE_GOES_ON = r"(?![理事好法实结成会学])"
_DEPARTMENT = rf"(?![{HAN}\d]{{0,8}}?[科室股处队])"
# 县政府办617房间, 县政府办刘某: where it is, and who of it, is told by the short name as well.
_ROOM_OR_PERSON = rf"(?!\d{{1,4}} ?(?:房|号|楼|层|会议))(?![{HAN}]某)"
_PLACE = re.compile(rf"(?:中共)?((?:[{HAN}]{{1,6}}?[{LEVELS}])++)")
_JOINT = re.compile("[和与及]")
# (网络中心) is another name of the same body; （牵头） is not.
_ALIAS = re.compile(r"（[^（）]*(?:[局委办院所站部]|中心)）$")
_SHORT = len("县甲和乙局")
_THREE = len("县卫健局")
_LONG = len("大数据管理局")
# Of a name without its last character.
_SHORTEST, _LONGEST = len("司法"), len("委网络安全和信息化委员会办公") + 1
ENDINGS = "局委办部厅会院站所队社室心"
# Bodies of their own whose short names differ by one character from one of those above.
_OTHERS = (
    "体育局 文体局 邮政局 国安局 公路局 城建局 住房局 房管局 环保局 社保局 医管局 林业局 民族局 科工局 工商局"
    " 交运局 人事局 人防局 文广局 文化局 文物局 卫生局 卫计局 审计局 统计局 发展局 行政局 教科局"
    " 税务局 商务局 事务局 政务局 招商局 人才局 科创局 科教局 文教局 卫体局 公管局 住保局 审管局 数管局 工业局"
    " 经发局 经合局 经商局 经贸局 民防局 交建局 交警局 交管局 城运局 城投局 城乡局 房产局"
    " 国资局 烟草局 盐务局 机管局 电信局 侨务局 药监局 质监局 安监局 矿管局 运管局 市政局 公用局 水文局 发投局"
    " 大数局 执法局"
)
# Two stations of one county may well be called nearly alike.
_MANY_ALIKE = "站所室"
# Bodies that differ in these are two: 第一中学 and 第二中学, 城东 and 城西.
_COUNTED = set("一二三四五六七八九十甲乙丙丁东西南北中上下前后左右大小老新男女" + LEVELS)
# More names than one campaign has: rules ask for the same ones again and again.
_REMEMBERED = 1000
_BRACKETS = str.maketrans("()", "（）")


@cache
def _groups() -> Mapping[str, int]:
    lines = _NAMES.strip().splitlines()
    return {name: number for number, line in enumerate(lines) for name in line.split()}


@cache
def _end() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(sorted(_groups(), key=len, reverse=True))})$")


@cache
def in_prose() -> re.Pattern[str]:
    """A body that prose names by its level: 市教育局, 市人民政府办公室."""
    names = [
        name + _OFFICE_GOES_ON if name.endswith("府办") else name
        for name in sorted(_groups(), key=len, reverse=True)
    ]
    return re.compile(rf"([{LEVELS}])({'|'.join(names)}){_DEPARTMENT}{_ROOM_OR_PERSON}")


@dataclass(frozen=True, slots=True)
class Body:
    """A name taken apart: the place as written, and which body of that place it is."""

    place: str
    body: int | str


@lru_cache(_REMEMBERED)
def bare(name: str) -> str:
    """A name without blanks, and with the brackets that Chinese text has."""
    return "".join(name.split()).translate(_BRACKETS)


@lru_cache(_REMEMBERED)
def read_name(name: str) -> Body:
    """Take a unit's name apart; a body not in the table goes by its bare name."""
    whole = bare(name)
    if whole == "市监局":
        # 市 is the market's here, and the city's as well.
        return Body("市", _groups()[whole])
    if match := _end().search(whole):
        place = whole[: match.start()]
        if place == "" or place[-1] in LEVELS:
            return Body(place, _groups()[match[0]])
    whole = _ALIAS.sub("", whole)
    return Body("", _JOINT.sub("", whole) if len(whole) > _SHORT else whole)


def is_short(name: str, full: str) -> bool:
    """Whether a name leaves characters of a full one out, in order: 省科协, 省科学技术协会.

    A government is no short name of its office.
    """
    rest = iter(full)
    return name[-1:] != "府" and all(char in rest for char in name)


def group(name: str) -> int:
    """Which body of its place a name in the table is."""
    return _groups()[name]


def home(issuer: str) -> str:
    """The place of the body that issues the notice: 示例县人民政府办公室 → 示例县."""
    match = _PLACE.match(issuer)
    return match[1] if match else ""


@cache
def _known_gaps() -> Mapping[str, str]:
    """Long names with * in the place of one inner character, so long that no other is so similar."""
    names = (name for name in _groups() if len(name) >= _LONG)
    return {
        f"{name[:at]}*{name[at + 1 :]}": name for name in names for at in range(1, len(name) - 1)
    }


@lru_cache(_REMEMBERED)
def meant(name: str) -> str | None:
    """The name in the table that a misspelt one means, judged by its looks alone, with its place."""
    whole = bare(name)
    for start in range(1, len(whole) - _LONG + 1):
        core = whole[start:]
        if whole[start - 1] not in LEVELS or core in _groups():
            continue
        for at in range(1, len(core) - 1):
            right = _known_gaps().get(f"{core[:at]}*{core[at + 1 :]}")
            if right and not {core[at], right[at]} & _COUNTED and core[at] not in "和与及":
                return whole[:start] + right
    return None


def with_end(text: str, at: int, ending: str) -> str | None:
    """The body, level first, that a text would name if ``ending`` stood at an offset; or None."""
    for length in range(_SHORTEST, _LONGEST):
        name = text[max(at - length, 0) : at] + ending
        if name in _groups() and at > length and text[at - length - 1] in LEVELS:
            return text[at - length - 1] + name
    return None


def misspelt(counts: Mapping[str, int]) -> Mapping[str, str]:
    """Of the names used, those that differ in one character from a better known one, with that."""
    names = [
        name
        for name in counts
        if len(name) > _SHORT and name[-1] in ENDINGS and name[-1] not in _MANY_ALIKE
    ]
    by_gap: dict[str, list[str]] = {}
    for name in names:
        for gap in _gaps(name):
            by_gap.setdefault(gap, []).append(name)
    wrong: dict[str, str] = {}
    for gap, alike in by_gap.items():
        for one in alike if len(alike) > 1 else ():
            for other in alike:
                at = gap.index("*")
                differ = {one[at], other[at]} if len(one) == len(other) else set()
                if one != other and not differ & _COUNTED and _is_better(other, one, counts):
                    wrong.setdefault(one, other)
    return wrong | _misspelt_short(counts)


def _misspelt_short(counts: Mapping[str, int]) -> dict[str, str]:
    """县卫建局, used once where 县卫健局 is used more: short names are alike by chance as well."""
    short = [name for name in counts if len(name) == _THREE and name[0] in LEVELS]
    right = [name for name in short if name[1:] in _groups()]
    wrong: dict[str, str] = {}
    for name in short:
        if counts[name] > 1 or name[-1] != "局" or name[1:] in _groups() or name[1:] in _OTHERS:
            continue
        near = [one for one in right if sum(map(str.__ne__, name, one)) == 1 and one[0] == name[0]]
        if len(near) in (1, 2) and any(counts[one] > 1 for one in near):
            wrong[name] = "”或者“".join(near)
    return wrong


@lru_cache(_REMEMBERED)
def _gaps(name: str) -> frozenset[str]:
    """A name with * instead of any one character, and with * between any two."""
    same = {f"{name[:at]}*{name[at + 1 :]}" for at in range(1, len(name) - 1)}
    longer = {f"{name[:at]}*{name[at:]}" for at in range(1, len(name))}
    return frozenset(same | longer)


def _is_better(name: str, than: str, counts: Mapping[str, int]) -> bool:
    """Whether one name is more likely right: in the table, or used often where the other is used once."""
    known, unknown = read_name(name).body, read_name(than).body
    if isinstance(unknown, int) or _JOINT.sub("", name) == _JOINT.sub("", than):
        return False
    return isinstance(known, int) or (counts[name] > 1 and counts[than] == 1)
