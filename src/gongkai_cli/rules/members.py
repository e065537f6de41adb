"""任务或者报送落在一个统称上，却不知道是哪些单位：催不到，任务单也发不到。

“有关部门”一类没有成员的，指出来；“各部门”一类只在文件已经写明别的统称、偏偏漏了它的时候才指出，一个文件只说一次；
和“统称”里的名称像是一回事的，说明是哪一个。
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from ..finding import Finding, Place
from ..plan import members_of
from ..subject import Rule, Subject, Text
from ..vocabulary.bodies import UPPER_LEVELS

RULE = Rule("GK607", "note", "统称没有成员", needs=("参加单位", "统称", "附件"))
FAIL = (
    "统筹任务: [{标题: 甲, 责任单位: 有关部门}]\n",
    "统称: {各乡镇: [甲镇, 乙乡]}\n报送: [{材料: 信息, 报送单位: '各乡镇、各部门', 截止: 5月20日前}]\n",
    "统称: {各社区居委会: [甲社区居委会]}\n报送: [{材料: 信息, 报送单位: 各社区, 截止: 5月20日前}]\n",
    "附件: [{标题: 名单, 统称: 县政府相关部门, 名单: [县司法局]}]\n报送: [{材料: 信息, 报送单位: '各街道、各村', 截止: 5月20日前}]\n",
)
PASS = (
    "统筹任务: [{标题: 甲, 责任单位: 有关部门, 参加单位: [县司法局, 县公安局]}]\n",
    "报送: [{材料: 信息, 报送单位: '各乡镇、各部门', 截止: 5月20日前}]\n",
    "统筹任务: [{标题: 甲, 牵头: 县司法局, 配合: 有关部门}]\n",
    "统称: {各部门: [县司法局]}\n报送: [{材料: 信息, 报送单位: 各部门, 截止: 5月20日前}]\n",
)

_MOST = 20
# Of what is called alike.
_LONGEST = 12
_OWING = ("责任单位", "牵头", "报送单位")
_VAGUE = re.compile(rf"^(?:[{UPPER_LEVELS}]|[{UPPER_LEVELS}]政府)?(?:有关|相关)(?:部门|单位|机构)$")
# Everybody knows who 各县（市、区）政府 are, and nobody lists 各地各部门.
_BEYOND = ("（", "(", "各级各类", "各地")
_CORE = r"^.{0,4}?各(?!级|类|地)(?P<core>.+)$"


def check(subject: Subject) -> Iterator[Finding]:
    members = members_of(subject.campaign)
    known = members.collectives
    unlisted: dict[str, Place] = {}
    alike: set[str] = set()
    cores = _cores(known)
    for text, name, start in subject.units:
        if text.key not in _OWING or name in known or not text.is_typed(start, start + len(name)):
            continue
        if _VAGUE.match(name) and _is_all(subject, text, name):
            message = f"不知道“{name}”是哪些单位，催报和任务单到不了单位"
            yield RULE.found(text.place(start), message, f"在“统称”里写“{name}: […]”")
        elif not known or name in alike or not members.are_open(name) or _is_beyond(name):
            continue
        elif same := _alike(name, cores):
            alike.add(name)
            message = f"“{name}”没有写明成员，“统称”里写的是“{same}”"
            hint = "是一回事就写成一样，催报和任务单才到得了单位"
            yield RULE.found(text.place(start), message, hint)
        elif not _has_participants(subject, text):
            unlisted.setdefault(name, text.place(start))
    if unlisted:
        names = "".join(f"“{name}”" for name in islice(unlisted, _MOST))
        more = f"等{len(unlisted)}个统称" if len(unlisted) > _MOST else ""
        message = f"{names}{more}没有写明成员，催报和任务单只到这个统称"
        hint = f"在“统称”里写“{next(iter(unlisted))}: […]”"
        yield RULE.found(min(unlisted.values()), message, hint)


def _is_beyond(name: str) -> bool:
    return any(word in name for word in _BEYOND)


def _cores(known: Iterable[str]) -> Mapping[str, str]:
    """What follows 各 in the known names, whole and as far as another name may go, with each name."""
    cores: dict[str, str] = {}
    for name in known:
        if match := re.match(_CORE, name):
            core = match["core"]
            cores.setdefault(f"{core}$", name)
            for length in range(1, min(len(core), _LONGEST) + 1):
                cores.setdefault(core[:length], name)
    return cores


def _alike(name: str, cores: Mapping[str, str]) -> str:
    """The known name that is longer or shorter than one: 各社区, 各社区居委会; or nothing."""
    match = re.match(_CORE, name)
    if match is None:
        return ""
    core = match["core"]
    if (len(core) > 1 or core == "村") and (longer := cores.get(core)):
        return longer
    shorter = (cores.get(f"{core[:length]}$") for length in range(min(len(core), _LONGEST), 1, -1))
    return next(filter(None, shorter), cores.get("村$", "") if core.startswith("村") else "")


def _has_participants(subject: Subject, text: Text) -> bool:
    return subject.tree.has((*text.steps[: text.steps.index(text.key)], "参加单位"))


def _is_all(subject: Subject, text: Text, name: str) -> bool:
    """Whether a name stands alone, and no 参加单位 beside it says who is meant."""
    at = text.steps.index(text.key)
    return (
        not _has_participants(subject, text)
        and text.printed == name
        and text.steps[at + 1 :] in ((), (0,))
        and not (text.steps[at + 1 :] and (*text.steps[: at + 1], 1) in subject.by_steps)
    )
