"""文中写的报送对象和“报送”里的“接收”不是一个单位。"""

import re
from collections.abc import Iterator

from ..charset import HAN
from ..finding import Finding
from ..subject import Rule, Subject
from ..vocabulary.bodies import UPPER_LEVELS
from ..vocabulary.handing import is_same

RULE = Rule("GK530", "warning", "接收单位前后不一", of_own=True)
_REPORT = "报送: [{材料: 活动总结, 截止: 5月25日前, 接收: 县政府办政务公开科}]\n"
FAIL = (
    f"结语: 各部门于5月25日前将活动总结报送县委宣传部。\n{_REPORT}",
    f"结语: 各部门于5月25日前向县司法局报送活动总结。\n{_REPORT}",
)
PASS = (
    f"结语: 各部门于5月25日前将活动总结报送县政府办公室。\n{_REPORT}",
    f"结语: 5月25日前将活动总结（电子版）报县政府办政务公开科，线索移送县司法局。\n{_REPORT}",
    f"结语: 县政府办公室于6月5日前向市政府办公室报送全县活动总结，名单报县司法局。\n{_REPORT}",
    f"结语: 活动总结报县人民政府办公室（政务公开科）。\n{_REPORT}",
)

_BODY = rf"(?P<%s>[{UPPER_LEVELS}][{HAN}]{{1,12}}?(?:局|委员会|委|部|办公室|办|中心))"
_SAID = re.compile(
    rf"(?P<material>[{HAN}]{{2,12}}?)(?:[（(][^（）()\n]*[）)])?报(?:送|至|到)?(?:给)?"
    + _BODY % "to"
    + r"(?=[，。；（(、\n]|$)|向"
    + _BODY % "towards"
    + rf"报送(?P<what>[{HAN}]{{2,12}})",
    re.MULTILINE,
)


def check(subject: Subject) -> Iterator[Finding]:
    reports = [report for report in subject.campaign.reports if report.receiver]
    if not reports:
        return
    for text, match in subject.matches(_SAID, "报"):
        said = match["to"] or match["towards"]
        what = match["material"] or match["what"]
        due = [report for report in reports if what.endswith(report.material)]
        at = match.start("to" if match["to"] else "towards")
        for report in due[:1]:
            receiver = report.receiver or ""
            # The level above has its own deadline and its own receiver.
            if said[0] == receiver[:1] and not is_same(said, receiver) and "全" not in what:
                message = f"文中{report.material}报“{said}”，“报送”里写的是“{receiver}”"
                yield RULE.found(
                    text.place(at), message, "改成一样；或者文中引用「报送.材料名.接收」"
                )
