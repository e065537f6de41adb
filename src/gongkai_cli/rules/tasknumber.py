"""两项任务用了同一个“编号”，或者“编号”用了“全部”：记一项的完成，会记到别的上面。"""

from collections.abc import Iterator

from ..deadlines import ALL
from ..finding import Finding
from .subject import Rule, Subject

RULE = Rule("GK531", "error", "编号重复")
FAIL = (
    "统筹任务: [{标题: 甲, 编号: x1, 牵头: 县司法局}, {标题: 乙, 编号: X1, 牵头: 县司法局}]\n",
    "报送: [{材料: 活动总结, 编号: 全部, 截止: 5月22日前}]\n",
)
PASS = (
    "统筹任务: [{标题: 甲, 编号: x1, 牵头: 县司法局}, {标题: 乙, 编号: x2, 牵头: 县司法局}]\n",
    "报送: [{材料: 活动总结, 编号: 总结, 截止: 5月22日前}]\n",
)


def check(subject: Subject) -> Iterator[Finding]:
    seen: set[str] = {ALL}
    for text in subject.texts:
        if text.key != "编号" or not isinstance(text.steps[-2], int):
            continue
        if (number := text.printed.casefold()) in seen:
            message = f"编号“{text.printed}”不能再用"
            hint = "换一个编号" if number != ALL else "“全部”指全部任务，换一个编号"
            yield RULE.found(text.place(), message, hint)
        seen.add(number)
