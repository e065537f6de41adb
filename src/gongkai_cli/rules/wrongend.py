"""单位名称里像是打错了一个字：县司法居、市教育句、县市场监督管里局，正文里写的也算。"""

from collections.abc import Iterator

from ..finding import Finding
from ..subject import Rule, Subject
from ..vocabulary.bodies import ENDINGS, bare, meant, read_name, with_end

RULE = Rule("GK608", "warning", "单位名称有错字")
FAIL = (
    "统筹任务: [{标题: 甲, 责任单位: 县司法居}]\n",
    "报送: [{材料: 活动总结, 报送单位: 示例县教育句, 截止: 5月25日前}]\n",
    "结语: 由县司法居牵头，县教育句、县卫健季配合。\n",
    "结语: 由县市场监督管里局负责。\n",
    "统筹任务: [{标题: 甲, 责任单位: [县人力资源社会保鄣局, 县机关事物管理局]}]\n",
)
PASS = (
    "统筹任务: [{标题: 甲, 责任单位: [县司法局, 县司法所, 县公安处, 市司法厅, 县教育学院]}]\n",
    "统筹任务: [{标题: 甲, 责任单位: [县民政, 县应急管理大学, 县交通运输集团]}]\n",
    "结语: 县财政据实拨付，县教育具备条件的学校，县民政聚焦低保，市公安半年通报一次，县司法据此办理。\n",
    "统筹任务: [{标题: 甲, 责任单位: [市房地产管理局, 市城乡管理局, 市生态环保局, 市医疗保险局, 市人力资源与社会保障局]}]\n",
)

# What sounds or looks like the last character of a body's name, where a name may end.
_MISTYPED = {"局": "居句具拘据聚剧巨屈", "委": "萎季秀诿", "办": "辩辨伴瓣半"}
_MEANT = {char: ending for ending, alike in _MISTYPED.items() for char in alike}
_TYPED = "".join(_MEANT)
_ALIKE = rf"[{_TYPED}](?=[、，。；：）（]|牵头|负责|配合|会同|组织|等|和|与|及|要|$)"
# What a body's name may end in besides; anything else behind 县司法 is a slip of the keyboard.
_OTHERS = "处科校园馆台司团组厂场店村镇乡街县区市省州盟旗府门位层线口岗窗学"


def check(subject: Subject) -> Iterator[Finding]:
    used = {bare(name) for _, name, _ in subject.named}
    for text, name, start in subject.named:
        right = _with_end(name) if text.is_units else None
        # What is used beside its misspelling is told as two ways to write one name.
        if right is None and (right := meant(name)) in used:
            continue
        if right and text.is_typed(start, start + len(name)):
            place = text.place(start)
            yield RULE.found(place, f"单位“{name}”像是打错了字", f"是不是“{right}”")
    for text, match in subject.matches(_ALIKE, _TYPED):
        said = None if text.is_units else with_end(subject.whole, match.start(), _MEANT[match[0]])
        if said:
            start = match.end() - len(said)
            place, name = text.place(start), subject.whole[start : match.end()]
            yield RULE.found(place, f"单位“{name}”像是打错了字", f"是不是“{said}”")


def _with_end(name: str) -> str | None:
    """The body that a unit means whose name ends like no body's."""
    if len(name) < len("县司法居") or name[-1] in ENDINGS + _OTHERS:
        return None
    ends = (name[:-1] + ending for ending in _MISTYPED)
    return next((right for right in ends if isinstance(read_name(right).body, int)), None)
