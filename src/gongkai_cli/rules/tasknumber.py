"""两项任务用了同一个“编号”，或者“编号”用了“全部”、别的任务的自动编号：记一项的完成，会记到别的上面。"""

import re
from collections.abc import Iterator

from ..agenda import automatic
from ..deadlines import ALL
from ..finding import Finding
from ..prose import shortened
from ..subject import Rule, Subject

RULE = Rule("GK531", "error", "编号重复", of_own=True)
FAIL = (
    "统筹任务: [{标题: 甲, 编号: x1, 牵头: 县司法局}, {标题: 乙, 编号: X1, 牵头: 县司法局}]\n",
    "报送: [{材料: 活动总结, 编号: 全部, 截止: 5月22日前}]\n",
    "报送: [{材料: 活动总结, 截止: 5月22日前}, {材料: 照片, 编号: nxtjf, 截止: 5月22日前}]\n",
)
PASS = (
    "统筹任务: [{标题: 甲, 编号: x1, 牵头: 县司法局}, {标题: 乙, 编号: x2, 牵头: 县司法局}]\n",
    "报送: [{材料: 活动总结, 编号: 总结, 截止: 5月22日前}]\n",
    "报送: [{材料: 活动总结, 编号: nxtjf, 截止: 5月22日前}]\n",
)
_LONGEST = 20
_LIKE_AUTOMATIC = re.compile("[a-z][a-z2-9]{4}")


def check(subject: Subject) -> Iterator[Finding]:
    seen: set[str] = {ALL}
    numbered = [
        text for text in subject.texts if text.key == "编号" and isinstance(text.steps[-2], int)
    ]
    like = any(_LIKE_AUTOMATIC.fullmatch(text.printed.casefold()) for text in numbered)
    names = automatic(subject.campaign) if like else {}
    for text in numbered:
        number = text.printed.casefold()
        if number in names:
            message = f"编号“{text.printed}”是“{shortened(names[number], _LONGEST)}”的自动编号，进展记录会混"
            yield RULE.found(text.place(), message, "换一个编号")
        elif number in seen:
            message = f"编号“{text.printed}”不能再用"
            hint = "换一个编号" if number != ALL else "“全部”指全部任务，换一个编号"
            yield RULE.found(text.place(), message, hint)
        seen.add(number)
