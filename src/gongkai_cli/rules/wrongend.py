"""单位名称的末一个字像是打错了：县司法居、市教育句。"""

from collections.abc import Iterator

from ..finding import Finding
from .bodies import read_name
from .subject import Rule, Subject

RULE = Rule("GK608", "warning", "单位名称末字有误")
FAIL = (
    "统筹任务: [{标题: 甲, 责任单位: 县司法居}]\n",
    "报送: [{材料: 活动总结, 报送单位: 示例县教育句, 截止: 5月25日前}]\n",
)
PASS = (
    "统筹任务: [{标题: 甲, 责任单位: [县司法局, 县司法所, 县公安处, 市司法厅, 县教育学院]}]\n",
    "统筹任务: [{标题: 甲, 责任单位: [县民政, 县应急管理大学, 县交通运输集团]}]\n",
)

_ENDINGS = "局委办"
# What a body's name may end in besides; anything else behind 县司法 is a slip of the keyboard.
_OTHERS = "部厅会院心社队所站处室科校园馆台司团组厂场店村镇乡街县区市省州盟旗府门位层线口岗窗学"


def check(subject: Subject) -> Iterator[Finding]:
    for text, name, start in subject.units:
        if len(name) < len("县司法居") or name[-1] in _ENDINGS + _OTHERS:
            continue
        for ending in _ENDINGS:
            meant = name[:-1] + ending
            if isinstance(read_name(meant).body, int):
                place = text.place(start)
                yield RULE.found(place, f"单位“{name}”像是打错了字", f"是不是“{meant}”")
                break
